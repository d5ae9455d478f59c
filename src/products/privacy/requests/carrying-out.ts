import { erasePerson } from '#shared/retention/erase.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { addStep } from './steps.ts'

/** Erasures whose days to come back on them are over. */
export const dueErasures = async (work: Work): Promise<string[]> => {
  const rows = await work.db
    .selectFrom('rights_request')
    .select('id')
    .where('state', '=', 'granted')
    .where('carry_out_on', '<=', work.today)
    .where('carried_out_at', 'is', null)
    .execute()
  return rows.map(({ id }) => id)
}

/**
 * Erases whom a request is about. What a law or a hold came to keep meanwhile is not erased: then the request is open
 * again, and the school decides anew. The request itself goes with who asked it; of a child it stays for the parent.
 */
export const carryOut = async (work: Work, id: string): Promise<void> => {
  const row = await work.db
    .selectFrom('rights_request')
    .select(['id', 'asked_by', 'person_id'])
    .where('id', '=', id)
    .where('state', '=', 'granted')
    .where('carry_out_on', '<=', work.today)
    .where('carried_out_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return
  const { outcome } = row.person_id
    ? await erasePerson(work, row.person_id, { because: 'request' })
    : { outcome: 'already' as const }
  const stays = outcome === 'held' || outcome === 'kept'
  const left = await work.db
    .updateTable('rights_request')
    .set(stays ? { state: 'open', ended_at: null, ended_by: null, carry_out_on: null } : { carried_out_at: work.now })
    .where('id', '=', id)
    .returning(['id', 'asked_by'])
    .executeTakeFirst()
  if (left && row.asked_by !== row.person_id) await addStep(work, left, stays ? 'undone' : 'carried-out', null)
}
