import { sql } from 'kysely'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { Work } from '#shared/tenancy/work.ts'

/** Lessons of one day; times are `HH:MM`. The morning ends at `noon`, the afternoon begins at `resumes`. */
export type Lessons = {
  readonly starts: string
  readonly noon: string
  readonly resumes: string
  readonly ends: string
}

export const closureKinds = ['holiday', 'public-holiday', 'study-day', 'day-off'] as const
export type Closure = {
  readonly kind: (typeof closureKinds)[number]
  readonly name: string
  readonly from: string
  readonly to: string
}

/** A day so many days later (or earlier), as `YYYY-MM-DD`. */
export const plusDays = (day: string, days: number): string => {
  const at = new Date(`${day}T12:00:00Z`)
  at.setUTCDate(at.getUTCDate() + days)
  return at.toISOString().slice(0, 10)
}

/** 1 is Monday, as in ISO 8601. */
export const weekdayOf = (day: string): number => new Date(`${day}T12:00:00Z`).getUTCDay() || 7

/** How far a next or previous school day is looked for: longer than any holiday. */
const FAR = 100

/** When this school has lessons: its week, its holidays and study days. Plain data; asks nothing. */
export class SchoolDays {
  readonly #week: ReadonlyMap<number, Lessons>
  readonly #closures: readonly Closure[]
  /** After this time a child who was neither seen nor reported is called about (`HH:MM`). */
  readonly cutOff: string

  constructor(week: ReadonlyMap<number, Lessons>, closures: readonly Closure[], cutOff: string) {
    this.#week = week
    this.#closures = closures
    this.cutOff = cutOff
  }

  /** Everything without lessons: holidays, study days and days off. */
  get closures(): readonly Closure[] {
    return this.#closures
  }

  /** The weekdays with lessons, 1 is Monday. */
  weekdays(): number[] {
    return [...this.#week.keys()].sort()
  }

  /** The holiday or study day that holds this day. */
  closure(day: string): Closure | undefined {
    return this.#closures.find(({ from, to }) => from <= day && day <= to)
  }

  /** The lessons of a day, or nothing when there is no school. */
  lessons(day: string): Lessons | null {
    return this.closure(day) ? null : (this.#week.get(weekdayOf(day)) ?? null)
  }

  /** The school day nearest to a day, after it or (`-1`) before it, the day itself left out; nothing within 100 days. */
  nearest(day: string, direction: 1 | -1): string | null {
    for (let away = 1; away <= FAR; away++) {
      const at = plusDays(day, away * direction)
      if (this.lessons(at)) return at
    }
    return null
  }

  /** This day when it is a school day, else the next one. */
  orNext(day: string): string | null {
    return this.lessons(day) ? day : this.nearest(day, 1)
  }

  /** All school days from the first through the last day. */
  between(from: string, to: string): string[] {
    const days: string[] = []
    for (let day = from; day <= to; day = plusDays(day, 1)) if (this.lessons(day)) days.push(day)
    return days
  }
}

const thisWeek = prepared(({ db }) =>
  db.selectFrom('school').select(({ selectFrom }) => [
    'cut_off',
    selectFrom('school_hours')
      .select(
        sql<(Lessons & { weekday: number })[]>`json_agg(json_build_object(
          'weekday', weekday, 'starts', to_char(starts, 'HH24:MI'), 'noon', to_char(noon, 'HH24:MI'),
          'resumes', to_char(coalesce(resumes, noon), 'HH24:MI'), 'ends', to_char(ends, 'HH24:MI')))`.as('all'),
      )
      .as('week'),
    selectFrom('closed_days')
      .select(
        sql<Closure[]>`json_agg(json_build_object('kind', kind, 'name', name, 'from', from_on, 'to', to_on))`.as('all'),
      )
      .as('closures'),
  ]),
)

/** Reads the school's week, closed days and cut-off time in one query; an organisation without lessons has none. */
export const schoolDays = async (work: Work): Promise<SchoolDays> => {
  const [row] = await thisWeek(work, {})
  const week = new Map((row?.week ?? []).map(({ weekday, ...lessons }): [number, Lessons] => [weekday, lessons]))
  return new SchoolDays(week, row?.closures ?? [], row?.cut_off.slice(0, 5) ?? '08:45')
}
