import { addDays, momentOf, schoolWeekday } from './calendar.ts'
import { demoId, type Random, random } from './random.ts'
import { later, type Term, teacherOn } from './term.ts'
import type { AbsenceKind, AbsenceReport, DemoAbsence, DemoCall, DemoMark, DemoPupil } from './types.ts'
import { friendsOf, wordFor } from './words.ts'

export type History = { absences: DemoAbsence[]; marks: DemoMark[]; calls: DemoCall[] }

/** How often children are ill by month, from January; the year's mean is about one. */
const season = [1.6, 1.5, 1.2, 0.8, 0.7, 0.6, 0.5, 0.5, 0.8, 1, 1.3, 1.5]
const schoolDaysIll = [
  [1, 50],
  [2, 24],
  [3, 12],
  [4, 7],
  [5, 4],
  [8, 2],
  [12, 1],
] as const
/** Words go 30 days after the office handed the absence over, which it does within the week. */
const wordsKept = 35
/** Nobody looks further ahead than this. */
const daysAhead = 10

/**
 * A year of absences and lates of every pupil of a school, as known at a quarter to nine on the shown day. A
 * pupil's year is drawn from the first day on, so that tomorrow's world has the same past. Who is missing without a
 * report on the shown day itself is not told here: that is what the marks leave open.
 */
export function historyOf(term: Term): History {
  const history: History = { absences: [], marks: [], calls: [] }
  for (const pupil of term.pupils) livePupil(term, pupil, history)
  return history
}

function livePupil(term: Term, pupil: DemoPupil, history: History) {
  const { days, past } = term
  const source = random(`year/${pupil.id}/${days[0]}`)
  const frail = (0.3 - 0.7 * Math.log(1 - source.number())) * (pupil.year < 3 ? 1.3 : 1)
  const tardy = source.weighted([
    [0.05, 5],
    [0.004, 40],
    [0.001, 55],
  ])
  let free = 0
  for (const [index, day] of days.slice(0, past + daysAhead).entries()) {
    const [fate, late] = [source.number(), source.number()]
    if (index < free) continue
    const ill = 0.013 * frail * season[Number(day.slice(5, 7)) - 1]! * (schoolWeekday(day) === 1 ? 1.35 : 1)
    const kind = fate < ill ? 'ill' : fate < ill + 0.005 ? 'doctor' : fate < ill + 0.0062 ? 'other' : null
    if (!kind) {
      if (late < tardy && index < past) history.marks.push(lateMark(term, pupil, day))
      continue
    }
    const [absence, length] = absenceOn(term, pupil, kind, index)
    free = index + length
    if (absence.reportedAt > nowOf(term)) continue
    history.absences.push(absence)
    if (absence.report.via === 'office') history.calls.push(...callsAbout(term, pupil, day))
    if (absence.report.via === 'office') history.marks.push(absentMark(term, pupil, day))
  }
}

/** Until when the world is known: a quarter to nine on a school day, the evening of a closed day. */
function nowOf({ today, settings }: Term): string {
  return momentOf(today, settings.shownDay === today ? '08:45' : '21:00')
}

/** An absence that starts on a day, and how many school days it takes. Its own source leaves the year as it is. */
function absenceOn(term: Term, pupil: DemoPupil, kind: AbsenceKind, index: number): [DemoAbsence, number] {
  const day = term.days[index]!
  const source = random(`absence/${pupil.id}/${day}`)
  const part =
    kind === 'doctor'
      ? doctorHours(term, day, source)
      : kind === 'ill' && source.chance(0.06)
        ? morning(term, day)
        : null
  const length = kind === 'ill' && !part ? source.weighted(schoolDaysIll) : 1
  const end = index + length - 1
  const untilBetter = length > 1 && source.chance(0.6)
  const missed = kind === 'ill' && index < term.past && source.chance(0.04)
  const report = missed ? { via: 'office' as const, staffId: term.officeId } : reportBy(term, pupil, source)
  const lead = kind === 'ill' ? 0 : source.below(8)
  const friends = friendsOf(pupil, term.pupils)
  const recent = day >= addDays(term.today, -wordsKept)
  const speaks = report.via === 'guardian' && source.chance(kind === 'other' ? 0.7 : 0.35) && recent
  const absence: DemoAbsence = {
    id: demoId(`absence/${pupil.id}/${day}`),
    organisationId: pupil.organisationId,
    pupilId: pupil.id,
    kind,
    from: day,
    until: untilBetter && end >= term.past ? null : (term.days[end] ?? term.days.at(-1)!),
    hours: part,
    word: speaks ? wordFor(kind, pupil.sex, source.pick(friends).givenName, source) : null,
    report,
    reportedAt: momentOf(
      report.via === 'guardian' ? addDays(day, -lead) : (term.days[index - lead] ?? day),
      reportTime(report.via, index < lead ? 0 : lead, source),
    ),
    unauthorised: null,
  }
  return [absence, length]
}

function reportBy({ reporters, callers, officeId }: Term, pupil: DemoPupil, source: Random): AbsenceReport {
  const able = reporters.get(pupil.id) ?? []
  const first = source.chance(0.68)
  if (able.length > 0 && source.chance(0.8))
    return { via: 'guardian', guardianId: first ? able[0]! : source.pick(able) }
  return { via: 'phone', staffId: officeId, guardianId: callers.get(pupil.id)![0]! }
}

function reportTime(via: AbsenceReport['via'], lead: number, source: Random): string {
  if (via === 'office') return later('09:05', source.below(40))
  if (via === 'phone') return later(lead ? '10:00' : '07:50', source.below(lead ? 240 : 40))
  return later(lead ? '19:10' : '06:40', source.below(lead ? 140 : 105))
}

/** Gone home at noon; a short Wednesday is missed whole. */
const morning = ({ settings }: Term, day: string) =>
  schoolWeekday(day) === 3
    ? null
    : {
        from: settings.hours[schoolWeekday(day)].from,
        until: settings.noon,
      }

function doctorHours(term: Term, day: string, source: Random): { from: string; until: string } {
  const { from, until } = term.settings.hours[schoolWeekday(day)]
  return source.weighted([
    [{ from, until: later(from, 60 + 15 * source.below(5)) }, 5],
    [{ from: later(from, 75), until: later(from, 150 + 15 * source.below(3)) }, 2],
    [{ from: later(until, -75 - 15 * source.below(4)), until }, 4],
  ])
}

/** What the teacher tapped when a child came in too late. */
export function lateMark(term: Term, pupil: DemoPupil, day: string, arrivedAt?: string): DemoMark {
  const source = random(`late/${pupil.id}/${day}`)
  const time = arrivedAt ?? later(term.settings.hours[schoolWeekday(day)].from, 3 + source.below(8) + source.below(20))
  return { ...absentMark(term, pupil, day), state: 'late', arrivedAt: time, markedAt: momentOf(day, time) }
}

/** What the teacher tapped when a child was not there and nobody had said so. */
export function absentMark(term: Term, pupil: DemoPupil, day: string): DemoMark {
  return {
    id: demoId(`mark/${pupil.id}/${day}`),
    organisationId: pupil.organisationId,
    pupilId: pupil.id,
    date: day,
    part: 'morning',
    state: 'absent',
    arrivedAt: null,
    staffId: teacherOn(term, pupil, day),
    markedAt: momentOf(day, '08:44'),
  }
}

/** The office's calls of that morning: the first guardian, and if that one does not answer the next. */
export function callsAbout(term: Term, pupil: DemoPupil, day: string): DemoCall[] {
  const source = random(`calls/${pupil.id}/${day}`)
  const [first, second] = term.callers.get(pupil.id)!
  const reached = second === undefined || source.chance(0.6)
  const start = later('08:47', source.below(12))
  const call = (guardianId: string, minutes: number, outcome: DemoCall['outcome']): DemoCall => ({
    id: demoId(`call/${pupil.id}/${day}/${minutes}`),
    organisationId: pupil.organisationId,
    pupilId: pupil.id,
    guardianId,
    staffId: term.officeId,
    calledAt: momentOf(day, later(start, minutes)),
    outcome,
  })
  return reached ? [call(first!, 0, 'reached')] : [call(first!, 0, 'no-answer'), call(second, 3, 'reached')]
}
