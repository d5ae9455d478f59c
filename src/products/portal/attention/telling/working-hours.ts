import { typedTime } from '#products/school/index.ts'
import type { Typed } from '#shared/access/form.ts'
import type { WorkingDay } from '#shared/attention/hours.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'

const WEEK = [1, 2, 3, 4, 5, 6, 7] as const

/** The fields of the form, filled in with what is stored. */
export const fieldsOfHours = (hours: readonly WorkingDay[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    hours.flatMap(({ weekday, from, until }) => [
      [`works${weekday}`, 'yes'],
      [`from${weekday}`, from],
      [`until${weekday}`, until],
    ]),
  )

/** The working days that were typed, and the weekdays whose times cannot be. */
export const parseHours = (typed: Typed): { days: WorkingDay[]; wrong: ReadonlySet<number> } => {
  const wrong = new Set<number>()
  const days = WEEK.flatMap((weekday): WorkingDay[] => {
    if (typed[`works${weekday}`] !== 'yes') return []
    const from = typedTime.safeParse(typed[`from${weekday}`])
    const until = typedTime.safeParse(typed[`until${weekday}`])
    if (from.success && until.success && from.data < until.data)
      return [{ weekday, from: from.data, until: until.data }]
    wrong.add(weekday)
    return []
  })
  return { days, wrong }
}

/** From now on I am told on these days, between these times; at any moment when there are none. */
export const storeHours = async (work: Work, me: Me, days: readonly WorkingDay[]): Promise<void> => {
  await work.db.deleteFrom('attention_hours').where('person_id', '=', me.id).execute()
  if (days.length === 0) return
  await work.db
    .insertInto('attention_hours')
    .values(days.map(({ weekday, from, until }) => ({ person_id: me.id, weekday, from_time: from, until_time: until })))
    .execute()
}
