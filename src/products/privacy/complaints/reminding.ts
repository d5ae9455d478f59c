import type { Work } from '#shared/tenancy/work.ts'
import { daysUntil, momentReached } from '../requests/clock.ts'

/** The complaints the supplier is reminded of today, each once at each moment. */
export const complaintsToRemindOf = async (work: Work): Promise<{ id: string; moment: number }[]> => {
  const open = await work.db
    .selectFrom('complaint_received')
    .select(['id', 'due_on', 'reminded_at_days'])
    .where('answered_at', 'is', null)
    .forUpdate()
    .execute()
  const reminders: { id: string; moment: number }[] = []
  for (const { id, due_on, reminded_at_days } of open) {
    const moment = momentReached(daysUntil(work.today, due_on), reminded_at_days)
    if (moment === null) continue
    await work.db.updateTable('complaint_received').set({ reminded_at_days: moment }).where('id', '=', id).execute()
    reminders.push({ id, moment })
  }
  return reminders
}
