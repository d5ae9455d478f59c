import type { Lessons } from '#products/school/index.ts'
import { rule, withRole } from '#shared/access/rule.ts'
import type { Ground } from './personal-data.ts'

/**
 * A guardian with a say: reports and reads about the own children. Which children is `childrenOf` of the school: valid
 * today, not for information only, no restriction on information in force, and authority or the same roof (a
 * step-parent or foster parent at home rings the school too).
 */
export const guardian = withRole(
  { nl: 'ouders en verzorgers, over hun eigen kinderen', en: 'guardians, about their own children' },
  'guardian',
)

/** Teachers and substitutes: the groups of `groupsTaughtBy`, on the days of the assignment. */
export const teacher = withRole(
  { nl: 'leerkrachten en invallers, over hun eigen groepen', en: 'teachers and substitutes, about their own groups' },
  'teacher',
  'substitute',
)

/** The office: the whole school. */
export const office = withRole(
  { nl: 'de administratie en de directie', en: 'the office and the principal' },
  'administrator',
  'principal',
)

/** Whoever may open a day list: the office every group, teachers their own. */
export const team = rule(
  {
    nl: 'de administratie, de directie en de eigen leerkrachten',
    en: 'the office, the principal and the own teachers',
  },
  (me) => office(me) || teacher(me),
)

/** When a report begins: its time, or the first bell of its first day. `HH:MM`. */
const beginsAt = (report: { fromTime: string | null }, lessons: Lessons | null) => report.fromTime ?? lessons?.starts

/** A guardian changes or withdraws a report until it begins; after that the school is called. */
export const mayStillChange = (
  report: { from: string; fromTime: string | null; withdrawn: boolean },
  now: { today: string; time: string; lessons: Lessons | null },
): boolean =>
  !report.withdrawn &&
  (report.from > now.today || (report.from === now.today && now.time < (beginsAt(report, now.lessons) ?? '24:00')))

const FORBIDDEN: ReadonlySet<Ground> = new Set(['luxury', 'unexplained'])

/** Whether a decision allows the absence. Without a decision nothing is unauthorised. */
export const isAuthorised = (ground: Ground): boolean => !FORBIDDEN.has(ground)
