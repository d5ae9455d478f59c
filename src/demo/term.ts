import { schoolDays, schoolWeekday } from './calendar.ts'
import { organisationId } from './schools.ts'
import { staffId } from './staff.ts'
import type { DemoGroup, DemoPupil, DemoWorld, SchoolHost, SchoolSettings } from './types.ts'

/** A school's year as the makers of absences and marks need it. */
export type Term = {
  host: SchoolHost
  settings: SchoolSettings
  /** The school days of the whole year, in order. */
  days: string[]
  /** How many of them came before the shown day. */
  past: number
  today: string
  pupils: DemoPupil[]
  groups: Map<string, DemoGroup>
  /** Who writes down what is phoned in. */
  officeId: string
  /** Who may report a pupil absent, first the one who is called first; and who may be called. */
  reporters: Map<string, string[]>
  callers: Map<string, string[]>
}

const offices: Record<SchoolHost, string> = {
  vuurtoren: staffId('vuurtoren', 'Wim Postma'),
  zeester: staffId('zeester', 'Trudy van Oosten'),
  molen: staffId('molen', 'Gonda Noordermeer'),
}

type Base = Pick<
  DemoWorld,
  'today' | 'schoolYear' | 'organisations' | 'pupils' | 'groups' | 'guardians' | 'guardianships' | 'restrictions'
>

/** The year of one school. */
export function termOf(host: SchoolHost, world: Base): Term {
  const id = organisationId(host)
  const settings = world.organisations.find((organisation) => organisation.host === host)!.school!
  const days = schoolDays(settings.closures, world.schoolYear.from, world.schoolYear.until)
  const { shownDay } = settings
  const reporters = new Map<string, string[]>()
  const callers = new Map<string, string[]>()
  const accounts = new Map(world.guardians.map((guardian) => [guardian.id, guardian.accountId]))
  const restricted = new Set(world.restrictions.map((restriction) => restriction.guardianshipId))

  for (const tie of world.guardianships.filter(({ organisationId }) => organisationId === id)) {
    if (!tie.mayBeContacted || restricted.has(tie.id)) continue
    callers.set(tie.pupilId, [...(callers.get(tie.pupilId) ?? []), tie.guardianId])
    const reports = accounts.get(tie.guardianId) && (tie.authority === 'yes' || tie.livesWith)
    if (reports) reporters.set(tie.pupilId, [...(reporters.get(tie.pupilId) ?? []), tie.guardianId])
  }
  return {
    host,
    settings,
    days,
    past: shownDay ? days.indexOf(shownDay) : 0,
    today: world.today,
    pupils: world.pupils.filter(({ organisationId }) => organisationId === id),
    groups: new Map(world.groups.map((group) => [group.id, group])),
    officeId: offices[host],
    reporters,
    callers,
  }
}

/** Who teaches a pupil's home group on a school day. */
export function teacherOn({ groups }: Term, { groupId }: DemoPupil, day: string): string {
  const weekday = schoolWeekday(day)
  return groups.get(groupId)!.teachers.find(({ days }) => days.includes(weekday))!.staffId
}

/** A time of day, so many minutes after another. */
export function later(time: string, minutes: number): string {
  const total = Number(time.slice(0, 2)) * 60 + Number(time.slice(3)) + minutes
  return `${String(Math.floor(total / 60)).padStart(2, '0')}:${String(total % 60).padStart(2, '0')}`
}
