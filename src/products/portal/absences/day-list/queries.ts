import {
  byGivenName,
  groupsTaughtBy,
  personRecord,
  pupilsTaughtBy,
  type SchoolDays,
  schoolYearOn,
} from '#products/school/index.ts'
import type { Me } from '#shared/identity/me.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import { type Asking, dayOf, type Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { type Absence, absenceRows, openAbsences, shortTime } from '../absences.ts'
import { nowOf, timeOf } from '../now.ts'
import { ofDay } from '../report/queries.ts'
import { office } from '../rules.ts'
import { type Mark, type Standing, standingOf } from '../standing.ts'

export type Group = { readonly id: string; readonly name: string }

const groupsOn = (asking: Asking, day: string) =>
  asking.db
    .selectFrom('school_group')
    .select(['school_group.id', 'school_group.name'])
    .where('school_group.school_year_id', 'in', schoolYearOn(asking, day))
    .where((or) => or.or([or('school_group.ended_on', 'is', null), or('school_group.ended_on', '>=', day)]))
    .orderBy('school_group.kind', 'desc')
    .orderBy('school_group.name')

const allGroups = prepared((asking, { day }: { day: string }) => groupsOn(asking, day))
const ownGroups = prepared(({ db }, { person, today, day }: { person: string; today: string; day: string }) =>
  groupsOn({ db }, day).where('school_group.id', 'in', groupsTaughtBy({ db, today }, person, day)),
)

/** The groups of a day's school year that this person may open: the office all, a teacher the own. */
export const openGroups = (work: Work, me: Me, day: string): Promise<Group[]> =>
  office(me) ? allGroups(work, { day }) : ownGroups(work, { person: me.id, today: work.today, day })

/** Who is in a group on a day. */
const placedIn = ({ db }: Asking, group: string, day: string) =>
  db
    .selectFrom('group_pupil as placed')
    .where('placed.group_id', '=', group)
    .where('placed.from_on', '<=', day)
    .where((or) => or.or([or('placed.to_on', 'is', null), or('placed.to_on', '>=', day)]))

/** The pupils this person may mark and call about on a day, as a part of a query. */
export const openPupils = (work: Work, me: Me, day: string) =>
  office(me)
    ? work.db
        .selectFrom('group_pupil as placed')
        .select('placed.pupil_id')
        .where('placed.from_on', '<=', day)
        .where((or) => or.or([or('placed.to_on', 'is', null), or('placed.to_on', '>=', day)]))
    : pupilsTaughtBy(work, me.id, day)

export type DayRow = {
  readonly id: string
  readonly givenName: string
  readonly surname: string
  readonly prefix: string
  readonly mark: Mark | null
  readonly covers: readonly Absence[]
  readonly standing: Standing
}

/** The moment of a day that a list tells of: now, the end of a day that is over, or before a day to come. */
export const momentOn = (work: Work, day: string): string => {
  const now = nowOf(work)
  return day === now.today ? now.time : day < now.today ? '24:00' : '00:00'
}

/** A mark as the standing needs it: with the time of tapping, or the end of the day when it was made later. */
export const markOf = (
  row: { state: string | null; arrived_at: string | null; marked_at: Date | null },
  day: string,
): Mark | null =>
  row.state === null || row.marked_at === null
    ? null
    : {
        state: row.state as Mark['state'],
        arrivedAt: shortTime(row.arrived_at),
        at: dayOf(row.marked_at) === day ? timeOf(row.marked_at) : '24:00',
      }

type GroupDay = { group: string; day: string }

const pupilsOf = prepared((asking, { group, day }: GroupDay) =>
  placedIn(asking, group, day)
    .innerJoin('person', 'person.id', 'placed.pupil_id')
    .leftJoin('attendance_mark as mark', (join) =>
      join.onRef('mark.pupil_id', '=', 'placed.pupil_id').on('mark.on_day', '=', day),
    )
    .select(['person.id', 'person.record', 'mark.state', 'mark.arrived_at', 'mark.marked_at']),
)

const reportsOf = prepared((asking, { group, day }: GroupDay) =>
  absenceRows(asking, placedIn(asking, group, day).select('placed.pupil_id'), { from: day, to: day }),
)

/** A group's day: every pupil by given name, with mark, reports and standing. Whether it may be opened is known before. */
export const dayRows = async (work: Work, group: string, day: string): Promise<DayRow[]> => {
  const [rows, reports] = await Promise.all([pupilsOf(work, { group, day }), reportsOf(work, { group, day })])
  const absences = await openAbsences(work, reports)
  const at = momentOn(work, day)
  const pupils = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  return pupils
    .map(({ record, ...row }) => {
      const mark = markOf(row, day)
      const covers = ofDay(absences, row.id, day)
      return { id: row.id, ...record, mark, covers, standing: standingOf(mark, covers, at) }
    })
    .sort(byGivenName)
}

/** Whether marks can be made: on a school day that has come. */
export const mayMark = (days: SchoolDays, day: string, today: string): boolean =>
  day <= today && days.lessons(day) !== null
