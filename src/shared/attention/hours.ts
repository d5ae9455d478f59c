import { oneOf } from '#shared/database/one-of.ts'
import { dayOf, type Work } from '#shared/tenancy/work.ts'
import { type HouseRules, houseRules, sendingRoles } from './house-rules.ts'

/** The hours of one working day, as `HH:MM`; 1 is Monday. */
export type WorkingDay = { readonly weekday: number; readonly from: string; readonly until: string }

const DAY = 86_400_000
const clock = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', timeStyle: 'short' })
const weekdayOf = (day: string) => new Date(`${day}T12:00:00Z`).getUTCDay() || 7

/** A time of a day in the Netherlands. */
export const momentOf = (day: string, time: string): Date => {
  const winter = new Date(`${day}T${time}:00+01:00`)
  return clock.format(winter) === time ? winter : new Date(`${day}T${time}:00+02:00`)
}

/** The next moment at which somebody with these hours wants to be told; at once without hours, or within them. */
export const nextMoment = (hours: readonly WorkingDay[], from: Date): Date => {
  for (let ahead = 0; ahead <= 7; ahead++) {
    const day = dayOf(new Date(from.getTime() + ahead * DAY))
    const worked = hours.find(({ weekday }) => weekday === weekdayOf(day))
    if (!worked) continue
    const [begins, ends] = [momentOf(day, worked.from), momentOf(day, worked.until)]
    if (from < ends) return from > begins ? from : begins
  }
  return from
}

/** The working days of these people, of who chose them. */
export const hoursOf = async (work: Work, people: readonly string[]): Promise<Map<string, WorkingDay[]>> => {
  const rows = await work.db
    .selectFrom('attention_hours')
    .select(['person_id', 'weekday', 'from_time', 'until_time'])
    .where('person_id', 'in', oneOf(people))
    .orderBy('weekday')
    .execute()
  const found = new Map<string, WorkingDay[]>()
  for (const { person_id, weekday, from_time, until_time } of rows) {
    const day = { weekday, from: from_time.slice(0, 5), until: until_time.slice(0, 5) }
    found.set(person_id, [...(found.get(person_id) ?? []), day])
  }
  return found
}

const SCHOOL_WEEK = [1, 2, 3, 4, 5]

/** Those of these people who work at the school today. */
export const teamAmong = async (work: Work, people: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await work.db
    .selectFrom('person_role')
    .select('person_id')
    .where('person_id', 'in', oneOf(people))
    .where('role', 'in', sendingRoles)
    .where('from_on', '<=', work.today)
    .where((or) => or.or([or('to_on', 'is', null), or('to_on', '>=', work.today)]))
    .execute()
  return new Set(rows.map(({ person_id }) => person_id))
}

/** The hours that the school set for its team, for those of these people who work there; nothing where it set none. */
const teamHours = async (work: Work, people: readonly string[]): Promise<Map<string, WorkingDay[]>> => {
  const { team } = await houseRules(work)
  if (!team) return new Map()
  const hours = SCHOOL_WEEK.map((weekday) => ({ weekday, ...team }))
  return new Map([...(await teamAmong(work, people))].map((person) => [person, hours]))
}

const EACH_DAY = [1, 2, 3, 4, 5, 6, 7]

/** When families are told of what is sent at a moment, by the house rules: at once, or when their hours begin. */
export const familyMoment = ({ family }: HouseRules, at: Date): Date =>
  family
    ? nextMoment(
        EACH_DAY.map((weekday) => ({ weekday, ...family })),
        at,
      )
    : at

/**
 * When each of these people is told of something that is sent at a moment: what comes outside somebody's hours arrives at
 * their next moment. Say it to the sender: `momentsOf(work, readers, work.now)` holds only who gets it later.
 */
export const momentsOf = async (work: Work, people: readonly string[], at: Date): Promise<Map<string, Date>> => {
  const later = new Map<string, Date>()
  for (const [person, hours] of new Map([...(await teamHours(work, people)), ...(await hoursOf(work, people))])) {
    const moment = nextMoment(hours, at)
    if (moment > at) later.set(person, moment)
  }
  return later
}
