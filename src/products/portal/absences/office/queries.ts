import { fullName, groupsTaughtBy, personRecord } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { type Absence, absencesAbout } from '../absences.ts'
import { markOf, momentOn } from '../day-list/queries.ts'
import { ofDay } from '../report/queries.ts'
import { office } from '../rules.ts'
import { type Standing, standingOf } from '../standing.ts'

type SchoolPupil = {
  readonly id: string
  readonly group: string
  readonly standing: Standing
  readonly covers: readonly Absence[]
  /** Whether somebody tapped something about this pupil today. */
  readonly marked: boolean
}
export type GroupSum = {
  readonly id: string
  readonly name: string
  /** Not in the order of the list, so that no place tells who it is: here, late, away, then not seen. */
  readonly standings: readonly Standing[]
  /** Nobody tapped anything in this group yet. */
  readonly untouched: boolean
}

const ORDER: readonly Standing[] = ['here', 'late', 'away', 'missing', 'unseen']
export type SchoolDay = { readonly groups: readonly GroupSum[]; readonly pupils: readonly SchoolPupil[] }

/** Who is in a group on a day. */
const everyone = (work: Work, day: string) =>
  work.db
    .selectFrom('group_pupil as placed')
    .innerJoin('school_group', 'school_group.id', 'placed.group_id')
    .where('placed.from_on', '<=', day)
    .where((or) => or.or([or('placed.to_on', 'is', null), or('placed.to_on', '>=', day)]))

/** The groups that a person's day is made of: the office's are the home groups, a teacher's the own ones. */
const placed = (work: Work, me: Me, day: string) =>
  office(me)
    ? everyone(work, day).where('school_group.kind', '=', 'home')
    : everyone(work, day).where('school_group.id', 'in', groupsTaughtBy(work, me.id, day))

/** How every pupil of these groups stands at a day's moment. Opens the day's reports, and no pupil's name. */
export const schoolDay = async (work: Work, me: Me, day: string): Promise<SchoolDay> => {
  const [rows, absences] = await Promise.all([
    placed(work, me, day)
      .innerJoin('person', 'person.id', 'placed.pupil_id')
      .leftJoin('attendance_mark as mark', (join) =>
        join.onRef('mark.pupil_id', '=', 'placed.pupil_id').on('mark.on_day', '=', day),
      )
      .select([
        'person.id',
        'school_group.id as group',
        'school_group.name',
        'mark.state',
        'mark.arrived_at',
        'mark.marked_at',
      ])
      .where('person.state', '=', 'active')
      .orderBy('school_group.name')
      .execute(),
    absencesAbout(work, placed(work, me, day).select('placed.pupil_id'), { from: day, to: day }),
  ])
  const at = momentOn(work, day)
  const pupils = rows.map((row) => {
    const covers = ofDay(absences, row.id, day)
    const mark = markOf(row, day)
    const standing = standingOf(mark, covers, at)
    return { id: row.id, group: row.group, name: row.name, covers, standing, marked: mark !== null }
  })
  const groups = [...Map.groupBy(pupils, ({ group }) => group)].map(([id, members]) => ({
    id,
    name: members[0]!.name,
    standings: members.map(({ standing }) => standing).sort((one, other) => ORDER.indexOf(one) - ORDER.indexOf(other)),
    untouched: members.every(({ marked }) => !marked),
  }))
  return { groups, pupils }
}

export type Named = { readonly id: string; readonly givenName: string; readonly name: string }

/** The names of these pupils, by id. */
export const namesOf = async (work: Work, pupils: readonly string[]): Promise<ReadonlyMap<string, Named>> => {
  if (pupils.length === 0) return new Map()
  const rows = await work.db.selectFrom('person').select(['id', 'record']).where('id', 'in', oneOf(pupils)).execute()
  const opened = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  return new Map(
    opened.map(({ id, record }) => [id, { id, givenName: record.givenName, name: fullName(record) }] as const),
  )
}

/** All pupils in a home group today, by name and group: for looking somebody up. */
export const pupilsOfSchool = async (work: Work): Promise<(Named & { group: string })[]> => {
  const rows = await everyone(work, work.today)
    .where('school_group.kind', '=', 'home')
    .innerJoin('person', 'person.id', 'placed.pupil_id')
    .select(['person.id', 'person.record', 'school_group.name as group'])
    .where('person.state', '=', 'active')
    .execute()
  const opened = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  return opened.map(({ id, record, group }) => ({ id, group, givenName: record.givenName, name: fullName(record) }))
}
