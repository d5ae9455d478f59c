import { oneOf } from '#shared/database/one-of.ts'
import { dayOf, type Work } from '#shared/tenancy/work.ts'

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
const TEAM = ['teacher', 'substitute', 'support', 'principal', 'administrator']

/** The hours that the school set for its team, for those of these people who work there; nothing where it set none. */
const teamHours = async (work: Work, people: readonly string[]): Promise<Map<string, WorkingDay[]>> => {
  const rows = await work.db
    .selectFrom('message_rules')
    .innerJoin('person_role', (join) => join.on('person_role.person_id', 'in', oneOf(people)))
    .select(['person_role.person_id', 'team_from', 'team_until'])
    .where('team_from', 'is not', null)
    .where('person_role.role', 'in', TEAM)
    .where('person_role.from_on', '<=', work.today)
    .where((or) => or.or([or('person_role.to_on', 'is', null), or('person_role.to_on', '>=', work.today)]))
    .execute()
  return new Map(
    rows.map(({ person_id, team_from, team_until }) => [
      person_id,
      SCHOOL_WEEK.map((weekday) => ({ weekday, from: team_from!.slice(0, 5), until: team_until!.slice(0, 5) })),
    ]),
  )
}

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
