import { whoHasASay } from '#products/school/index.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { decideThemselves } from '../consents/ages.ts'

/**
 * Asks why somebody looked at me or at a child over whom I have authority. Answers about whom, also when somebody asked
 * before; nothing when there is no such look.
 */
export const askWhy = async (work: Work, me: Me, alarm: string): Promise<string | null> => {
  const row = await work.db
    .selectFrom('look_alarm')
    .select(['subject_id', 'asked_at', 'reviewed_at'])
    .where('id', '=', alarm)
    .where('kind', '=', 'outside')
    .executeTakeFirst()
  if (!row?.subject_id) return null
  const mine =
    row.subject_id === me.id ||
    ((await whoHasASay(work, [row.subject_id])).some((say) => say.guardian === me.id && say.authority !== 'no') &&
      !(await decideThemselves(work, [row.subject_id])).has(row.subject_id))
  if (!mine) return null
  if (row.asked_at === null && row.reviewed_at === null) {
    await work.db
      .updateTable('look_alarm')
      .set({ asked_by: me.id, asked_at: work.now })
      .where('id', '=', alarm)
      .where('asked_at', 'is', null)
      .execute()
    await work.audit('asked-why-looked', 'who-looked', [row.subject_id])
    await work.notify('alarms')
  }
  return row.subject_id
}
