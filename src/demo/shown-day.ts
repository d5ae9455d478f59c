import { addDays, momentOf, schoolWeekday } from './calendar.ts'
import { absentMark, type History, lateMark } from './history.ts'
import { guardianId, pupilId } from './households.ts'
import { demoId, random } from './random.ts'
import { later, type Term, teacherOn } from './term.ts'
import type { DemoAbsence, DemoMark, DemoPupil } from './types.ts'

const family = (given: string) => `vuurtoren-5-${given.toLowerCase()}`
const idOf = (given: string) => pupilId(family(given), given)

/** Groups where nobody has tapped yet: the substitute of groep 6 has just come in, the kleuters are still singing. */
const untouched = ['Groep 6', 'Groep 1/2 B']

/**
 * Groep 5 of De Vuurtoren at a quarter to nine, as in the pictures: 23 are there, Kees came at 8.41, Fatou is at the
 * doctor, Guusje and Ravi are ill, and nobody has seen Tygo or heard of him. Whatever chance had in store for the
 * group from the day before on makes way.
 */
export function paintGroupFive(term: Term, history: History): void {
  const { shownDay } = term.settings
  if (!shownDay) return
  const group = term.pupils.find(({ id }) => id === idOf('Tygo'))!.groupId
  const members = new Set(term.pupils.filter(({ groupId }) => groupId === group).map(({ id }) => id))
  const before = term.days[Math.max(0, term.past - 1)]!
  const start = term.settings.hours[schoolWeekday(shownDay)].from
  history.absences = history.absences.filter(
    ({ pupilId, until }) => !members.has(pupilId) || (until !== null && until < before),
  )
  history.marks = history.marks.filter(({ pupilId, date }) => !members.has(pupilId) || date < before)
  history.calls = history.calls.filter(({ pupilId, calledAt }) => !members.has(pupilId) || calledAt < before)

  const report = (
    given: string,
    adult: number,
    reported: [day: string, time: string],
    absence: Pick<DemoAbsence, 'kind' | 'from' | 'until' | 'hours' | 'word'>,
  ) => {
    history.absences.push({
      ...absence,
      id: demoId(`absence/${idOf(given)}/${absence.from}`),
      organisationId: term.pupils[0]!.organisationId,
      pupilId: idOf(given),
      report: { via: 'guardian', guardianId: guardianId(family(given), adult, 'vuurtoren') },
      reportedAt: momentOf(...reported),
      unauthorised: null,
    })
  }
  report('Guusje', 1, [shownDay, '07:14'], {
    kind: 'ill',
    from: shownDay,
    until: shownDay,
    hours: null,
    word: 'Ze slaapt nog. Haar boek ligt in haar la, Bram mag het meenemen.',
  })
  report('Ravi', 0, [before, '07:32'], { kind: 'ill', from: before, until: null, hours: null, word: null })
  report('Fatou', 0, [addDays(shownDay, -1), '20:05'], {
    kind: 'doctor',
    from: shownDay,
    until: shownDay,
    hours: { from: start, until: '10:15' },
    word: 'Ze komt voor de gymles terug.',
  })
}

/** What the teachers tapped on the shown day; who has neither mark nor report is on the call list. */
export function shownMarks(term: Term, absences: DemoAbsence[]): DemoMark[] {
  const { shownDay } = term.settings
  if (!shownDay) return []
  const start = term.settings.hours[schoolWeekday(shownDay)].from
  const away = new Set(
    absences.filter((absence) => coversStart(absence, shownDay, start)).map(({ pupilId }) => pupilId),
  )
  const inGroupFive = new Set(term.pupils.filter(({ id }) => id === idOf('Tygo')).map(({ groupId }) => groupId))

  return term.pupils.flatMap((pupil) => {
    const group = term.groups.get(pupil.groupId)!
    if (away.has(pupil.id) || (term.host === 'vuurtoren' && untouched.includes(group.name))) return []
    const source = random(`shown/${pupil.id}/${shownDay}`)
    const [fate, minute] = [source.number(), source.below(4)]
    const painted = inGroupFive.has(pupil.groupId)
    if (painted ? pupil.id === idOf('Tygo') : fate < 0.004) return []
    if (painted ? pupil.id === idOf('Kees') : fate < 0.018) {
      return [lateMark(term, pupil, shownDay, painted ? '08:41' : later(start, 4 + 3 * minute))]
    }
    return [present(term, pupil, shownDay, later(start, 2 + minute))]
  })
}

/** How many school days before the shown one can be looked at as a teacher left them; of older ones only who was not there is known. */
const remembered = 5

/** That everyone else was there on the school days just before the shown one. */
export function rememberedMarks(term: Term, { absences, marks }: History): DemoMark[] {
  const known = new Set(marks.map(({ pupilId, date }) => `${pupilId} ${date}`))
  return term.days.slice(Math.max(0, term.past - remembered), term.past).flatMap((day) => {
    const start = term.settings.hours[schoolWeekday(day)].from
    const away = new Set(absences.filter((one) => coversStart(one, day, start)).map(({ pupilId }) => pupilId))
    return term.pupils
      .filter(({ id }) => !away.has(id) && !known.has(`${id} ${day}`))
      .map((pupil) => present(term, pupil, day, later(start, 2 + random(`there/${pupil.id}/${day}`).below(4))))
  })
}

function coversStart({ from, until, hours }: DemoAbsence, day: string, start: string): boolean {
  return from <= day && (until === null || day <= until) && (hours === null || hours.from <= start)
}

function present(term: Term, pupil: DemoPupil, day: string, time: string): DemoMark {
  return {
    ...absentMark(term, pupil, day),
    state: 'present',
    staffId: teacherOn(term, pupil, day),
    markedAt: momentOf(day, time),
  }
}
