import type { Role } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { daysUntil, momentReached } from './clock.ts'
import { addStep } from './steps.ts'

/** From so many days left on the privacy officer is reminded too. */
const ESCALATES_AT = 7

const OFFICE: readonly Role[] = ['administrator', 'principal']
const WITH_OFFICER: readonly Role[] = [...OFFICE, 'privacy-officer']

/** Somebody to remind about a request: `moment` makes the reminder one of its kind, however often a job runs. */
export type Reminder = {
  readonly request: string
  readonly people: readonly string[]
  readonly moment: number
  readonly roles: readonly Role[]
}

/**
 * Which requests the school is reminded of today. From seven days left the officer is told too, and the thread says so.
 */
export const remindersOfToday = async (work: Work): Promise<Reminder[]> => {
  const rows = await work.db
    .selectFrom('rights_request')
    .select(['id', 'asked_by', 'person_id', 'due_on', 'reminded_at_days'])
    .where('state', '=', 'open')
    .orderBy('due_on')
    .forUpdate()
    .execute()
  const reminders: Reminder[] = []
  for (const row of rows) {
    const moment = momentReached(daysUntil(work.today, row.due_on), row.reminded_at_days)
    if (moment === null) continue
    await work.db.updateTable('rights_request').set({ reminded_at_days: moment }).where('id', '=', row.id).execute()
    const escalates = moment <= ESCALATES_AT
    if (escalates && (row.reminded_at_days === null || row.reminded_at_days > ESCALATES_AT))
      await addStep(work, row, 'escalated', null)
    reminders.push({
      request: row.id,
      people: [row.asked_by, row.person_id ?? row.asked_by],
      moment,
      roles: escalates ? WITH_OFFICER : OFFICE,
    })
  }
  return reminders
}
