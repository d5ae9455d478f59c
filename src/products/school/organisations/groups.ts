import { randomUUID } from 'node:crypto'
import { inBatches } from '#products/school/people/adding.ts'
import type { Asking, Work } from '#shared/tenancy/work.ts'
import { yearInWords } from './school-year.ts'

/** The school year that holds a day: 1 August to 31 July. */
export const schoolYearOf = (day: string): { startsOn: string; endsOn: string } => {
  const year = Number(day.slice(0, 4)) - (day.slice(5, 7) < '08' ? 1 : 0)
  return { startsOn: `${year}-08-01`, endsOn: `${year + 1}-07-31` }
}

/** The name of the school year that begins on this day: 2026-2027. */
export const schoolYearName = (startsOn: string): string => {
  const start = Number(startsOn.slice(0, 4))
  return yearInWords({ start, end: start + 1 })
}

/** Finds or makes the school year that starts in this year; answers its id. */
export const ensureSchoolYear = async (work: Work, startsOn: string, endsOn: string): Promise<string> => {
  const found = await work.db
    .selectFrom('school_year')
    .select('id')
    .where('starts_on', '=', startsOn)
    .executeTakeFirst()
  if (found) return found.id
  const id = randomUUID()
  await work.db.insertInto('school_year').values({ id, starts_on: startsOn, ends_on: endsOn }).execute()
  return id
}

/**
 * The id of the school year whose groups count on a day, as a part of a query: the newest one that has begun and has groups.
 * In the summer that is last year's, until the new year's file is read in or the day comes that the school chose.
 */
export const schoolYearOn = (work: Asking, day: string) =>
  work.db
    .selectFrom('school_year')
    .select('school_year.id')
    .where(({ eb, fn }) => eb(fn.coalesce('school_year.in_force_from', 'school_year.starts_on'), '<=', day))
    .where(({ exists, selectFrom }) =>
      exists(
        selectFrom('school_group as within')
          .select('within.id')
          .whereRef('within.school_year_id', '=', 'school_year.id'),
      ),
    )
    .orderBy('school_year.starts_on', 'desc')
    .limit(1)

export type NewGroup = {
  readonly id?: string
  readonly name: string
  readonly kind: 'home' | 'composed'
  readonly year: string | null
  readonly sourceKey?: string | null
  /** No file changes or ends it. */
  readonly byHand?: boolean
}

/** Makes groups in a school year; answers their ids in the same order. */
export const addGroups = async (work: Work, schoolYear: string, groups: readonly NewGroup[]): Promise<string[]> => {
  const ids = groups.map((group) => group.id ?? randomUUID())
  const rows = groups.map((group, index) => ({
    id: ids[index]!,
    school_year_id: schoolYear,
    kind: group.kind,
    name: group.name,
    year: group.year,
    source_key: group.sourceKey ?? null,
    by_hand: group.byHand ?? false,
  }))
  await inBatches(rows, (some) => work.db.insertInto('school_group').values(some).execute())
  return ids
}

/** Places pupils in groups. */
export const placePupils = (
  work: Work,
  places: readonly { group: string; pupil: string; year: string | null; from: string; to?: string }[],
) =>
  inBatches(places, (some) =>
    work.db
      .insertInto('group_pupil')
      .values(
        some.map(({ group, pupil, year, from, to }) => ({
          group_id: group,
          pupil_id: pupil,
          year,
          from_on: from,
          to_on: to ?? null,
        })),
      )
      .execute(),
  )

/** Ties teachers to groups; no weekdays means every day. */
export const assignTeachers = (
  work: Work,
  all: readonly { group: string; person: string; weekdays?: readonly number[]; from: string; to?: string }[],
) =>
  inBatches(all, (some) =>
    work.db
      .insertInto('group_teacher')
      .values(
        some.map(({ group, person, weekdays, from, to }) => ({
          group_id: group,
          person_id: person,
          weekdays: [...(weekdays ?? [])],
          from_on: from,
          to_on: to ?? null,
        })),
      )
      .execute(),
  )
