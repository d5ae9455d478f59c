import { type Addressee, addressee, mayRolesGo } from '#products/school/index.ts'
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

const eraseUnlessNeeded = async (work: Work, person: string) => {
  if (!(await mayRolesGo(work, person))) return 'kept'
  return (await erasePerson(work, person, { because: 'request' })).outcome
}

/**
 * Erases whom a request is about. What a law or a hold came to keep meanwhile is not erased, nor the last who runs the
 * office: then the request is open again, and the school decides anew. The request itself goes with who asked it; of a
 * child it stays for the parent. Answers where to tell somebody who asked it about themselves, and is gone now.
 */
export const carryOut = async (work: Work, id: string): Promise<Addressee | null> => {
  const row = await work.db
    .selectFrom('rights_request')
    .select(['id', 'asked_by', 'person_id'])
    .where('id', '=', id)
    .where('state', '=', 'granted')
    .where('carry_out_on', '<=', work.today)
    .where('carried_out_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!row) return null
  const about = row.person_id
  const own = about === row.asked_by ? await addressee(work, row.asked_by) : null
  const outcome = about ? await eraseUnlessNeeded(work, about) : 'already'
  const stays = outcome === 'held' || outcome === 'kept'
  const left = await work.db
    .updateTable('rights_request')
    .set(stays ? { state: 'open', ended_at: null, ended_by: null, carry_out_on: null } : { carried_out_at: work.now })
    .where('id', '=', id)
    .returning(['id', 'asked_by'])
    .executeTakeFirst()
  if (left && row.asked_by !== about) {
    await addStep(work, left, stays ? 'undone' : 'carried-out', null)
    if (!stays) await work.enqueue('rights-request-answered', { request: id, moment: 'carried-out' })
  }
  return outcome === 'erased' ? own : null
}
