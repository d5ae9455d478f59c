import { addGroups, assignTeachers, ensureSchoolYear, placePupils } from '#products/school/organisations/groups.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { keyOf } from './from-file.ts'
import type { Part } from './part.ts'
import type { DemoGroup, SchoolSettings } from './types.ts'

const regionOf = { noord: 'north', midden: 'middle', zuid: 'south' } as const

/** The school's code, hours, cut-off time, and holidays and study days of the year. */
export const writeFacts = async (
  work: Work,
  { brin, cutOff, region, hours, noon, resumes, closures }: SchoolSettings,
) => {
  await work.db.updateTable('school').set({ brin, cut_off: cutOff, region: regionOf[region] }).execute()
  await work.db.deleteFrom('school_hours').execute()
  await work.db
    .insertInto('school_hours')
    .values(
      Object.entries(hours).map(([weekday, { from, until }]) => ({
        weekday: Number(weekday),
        starts: from,
        noon,
        resumes: resumes && resumes < until ? resumes : null,
        ends: until,
      })),
    )
    .execute()
  await work.db
    .insertInto('closed_days')
    .values(
      closures.map(({ id, kind, name, from, until }) => ({ id, kind, name: name.nl, from_on: from, to_on: until })),
    )
    .execute()
}

/** EDEXML's word for the years of a group: the year, C for a combination, none for a group beside the home groups. */
const yearOf = ({ kind, years }: DemoGroup): string | null => {
  if (kind === 'composed') return null
  return years.length === 1 ? String(years[0]) : 'C'
}

/** The groups of the school year, with their pupils and the teachers' own days. */
export const writeGroups = async (work: Work, { schoolYear: { from, until }, groups, pupils }: Part) => {
  if (groups.length === 0) return
  const year = await ensureSchoolYear(work, from, until)
  await addGroups(
    work,
    year,
    groups.map((group, index) => ({
      id: group.id,
      name: group.name,
      kind: group.kind,
      year: yearOf(group),
      sourceKey: keyOf.group(index),
    })),
  )
  await placePupils(
    work,
    pupils.flatMap(({ id, year, groupId, composedGroupIds }) =>
      [groupId, ...composedGroupIds].map((group) => ({ group, pupil: id, year: String(year), from })),
    ),
  )
  await assignTeachers(
    work,
    groups.flatMap(({ id, teachers }) =>
      teachers.map(({ staffId, days }) => ({ group: id, person: staffId, weekdays: days, from })),
    ),
  )
}
