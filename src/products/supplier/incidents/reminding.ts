import type { Site } from '#shared/tenancy/sites.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { clocksOf, firstClock } from './clocks.ts'
import { running } from './reading.ts'

/** Hours left at which whoever keeps the register is reminded, once each. */
const MOMENTS = [4, 24] as const

/** The incidents whose keepers are reminded now: a clock runs out soon, and nobody wrote down what was decided. */
export const incidentsToRemindOf = async (work: Work): Promise<{ incident: string; moment: number }[]> => {
  const { kind } = await work.db
    .selectFrom('organisation')
    .select('kind')
    .where('id', '=', work.organisation)
    .executeTakeFirstOrThrow()
  const reminders: { incident: string; moment: number }[] = []
  for (const one of await running(work)) {
    const left = firstClock(clocksOf(one, kind as Site['kind'], work.now))?.left
    const moment = MOMENTS.find((hours) => left !== undefined && left < hours)
    if (moment === undefined) continue
    const { numUpdatedRows } = await work.db
      .updateTable('incident')
      .set({ reminded_at_hours: moment })
      .where('id', '=', one.id)
      .where(({ or, eb }) => or([eb('reminded_at_hours', 'is', null), eb('reminded_at_hours', '>', moment)]))
      .executeTakeFirstOrThrow()
    if (numUpdatedRows) reminders.push({ incident: one.id, moment })
  }
  return reminders
}
