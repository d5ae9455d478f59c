import { addDays, momentOf, schoolWeekday, weekdayOf } from './calendar.ts'
import { absentMark, callsAbout, type History } from './history.ts'
import { pupilId } from './households.ts'
import { demoId } from './random.ts'
import type { Term } from './term.ts'
import type { DemoAbsence, DemoPupil } from './types.ts'

/**
 * Two pupils of De Vuurtoren near the 16 hours in four school weeks after which the school must report: Fabienne
 * missed 15.00 hours without leave, Stan 17.25. The days are in the four school weeks that end with the shown day
 * (the week of the shown day is one of them); in the first days of the year, when six would not fit, there are none.
 */
export function addUnauthorised(term: Term, history: History): void {
  const window = fourSchoolWeeks(term)
  if (window.length < 6) return
  const stan = term.pupils.find(({ id }) => id === pupilId('rijkaart', 'Stan'))!
  const fabienne = term.pupils.find(({ id }) => id === pupilId('opdam', 'Fabienne'))!
  const at = (share: number) => window[Math.floor(share * window.length)]!
  const planned: [DemoPupil, string, 'day' | 'morning'][] = [
    [stan, at(0.1), 'day'],
    [stan, at(0.45), 'day'],
    [stan, at(0.8), 'day'],
    [fabienne, at(0), 'day'],
    [fabienne, at(0.4), 'morning'],
    [fabienne, at(0.75), 'day'],
  ]
  // Their other absences stay out of the window, so that the sum is known.
  const clears = ({ pupilId, until }: DemoAbsence) =>
    (pupilId !== stan.id && pupilId !== fabienne.id) || (until !== null && until < window[0]!)
  const quiet = ({ pupilId, date }: { pupilId: string; date: string }) =>
    (pupilId !== stan.id && pupilId !== fabienne.id) || date < window[0]!
  history.absences = history.absences.filter(clears)
  history.marks = history.marks.filter(quiet)
  history.calls = history.calls.filter((call) => quiet({ pupilId: call.pupilId, date: call.calledAt.slice(0, 10) }))

  for (const [pupil, day, part] of planned) {
    const { from } = term.settings.hours[schoolWeekday(day)]
    history.absences.push({
      id: demoId(`absence/${pupil.id}/${day}`),
      organisationId: pupil.organisationId,
      pupilId: pupil.id,
      kind: 'other',
      from: day,
      until: day,
      hours: part === 'morning' ? { from, until: term.settings.noon } : null,
      word: null,
      report: { via: 'office', staffId: term.officeId },
      reportedAt: momentOf(day, '09:20'),
      unauthorised: { staffId: term.officeId, decidedAt: momentOf(day, '14:40') },
    })
    history.marks.push(absentMark(term, pupil, day))
    history.calls.push(...callsAbout(term, pupil, day))
  }
}

/** The long days (not Wednesday) before the shown day in its own school week and the three before it. */
function fourSchoolWeeks({ days, past }: Term): string[] {
  const mondayOf = (day: string) => addDays(day, 1 - weekdayOf(day))
  const weeks = [...new Set(days.slice(0, past + 1).map(mondayOf))].slice(-4)
  return days.slice(0, past).filter((day) => weeks.includes(mondayOf(day)) && weekdayOf(day) !== 3)
}
