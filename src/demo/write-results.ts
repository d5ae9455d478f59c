import { HOME } from '#products/m365/results/home/telling.ts'
import { type GivenResult, takeInResults } from '#products/m365/results/taking-in.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { addDays, weekdayOf } from './calendar.ts'
import { groupId } from './groups.ts'
import type { Part } from './part.ts'
import { random } from './random.ts'
import type { DemoPupil, SchoolHost } from './types.ts'

/** Which groups of which school have results, with how hard the year is. */
const groups: readonly (readonly [SchoolHost, string])[] = [
  ['vuurtoren', '3'],
  ['vuurtoren', '5'],
  ['vuurtoren', '7'],
  ['vuurtoren', '8'],
  ['molen', '7'],
]

type Subject = {
  readonly name: string
  readonly tests: string
  /** From which group on. */
  readonly from: number
  readonly max: number
  readonly goal: number | null
  readonly every: number
  /** What a group gains over a school year, in percent of the scale. */
  readonly growth: number
}

const subjects: readonly Subject[] = [
  { name: 'Lezen', tests: 'Leestoets', from: 3, max: 40, goal: 52, every: 24, growth: 16 },
  { name: 'Woorden', tests: 'Woordenschat', from: 3, max: 50, goal: 52, every: 28, growth: 14 },
  { name: 'Spelling', tests: 'Dictee', from: 3, max: 30, goal: 52, every: 17, growth: 14 },
  { name: 'Rekenen', tests: 'Rekentoets', from: 3, max: 60, goal: 52, every: 21, growth: 18 },
  { name: 'Breuken', tests: 'Breuken', from: 6, max: 20, goal: 52, every: 26, growth: 20 },
  { name: 'Wereld', tests: 'Wereldtoets', from: 5, max: 25, goal: 52, every: 31, growth: 12 },
]

/** The last working day on or before a day. */
const workingDay = (day: string): string => (weekdayOf(day) > 5 ? addDays(day, 5 - weekdayOf(day)) : day)

const daysOf = (subject: Subject, startsOn: string, today: string): string[] => {
  const days: string[] = []
  for (let day = addDays(startsOn, 30); day < today; day = addDays(day, subject.every)) days.push(workingDay(day))
  return days
}

const YEAR = 300
/** Whose last two tests of a subject went down, so that there is something to look at. */
const FALLING = new Set(['Spelling 4', 'Spelling 17', 'Rekenen 9'])

const scoresOf = (pupil: DemoPupil, place: number, subject: Subject, days: readonly string[], startsOn: string) => {
  const chance = random(`results/${pupil.id}/${subject.name}`)
  const own = 44 + chance.number() * 34 + random(`results/${pupil.id}`).number() * 10
  return days.map((day, at) => {
    const passed = (Date.parse(day) - Date.parse(startsOn)) / 86_400_000
    const left = days.length - at
    const falls = FALLING.has(`${subject.name} ${place}`) && left <= 2 ? (3 - left) * 9 : 0
    const percent = own + (passed / YEAR) * subject.growth + (chance.number() - 0.5) * 9 - falls
    return Math.round((Math.min(97, Math.max(22, percent)) / 100) * subject.max)
  })
}

/** What a teacher wrote with some results. */
const feedbacks = [
  'Je kijkt goed na. Dat zie ik terug.',
  'De eerste helft ging makkelijk, daarna werd het haastwerk.',
  'Oefen thuis nog een keer de laatste bladzijde.',
]

/** What pupils still have to hand in: one thing today, and one next week. */
const homework = (group: string, pupils: readonly DemoPupil[], today: string): GivenResult[] =>
  [
    { name: 'Lees hoofdstuk 4', ahead: 0 },
    { name: 'Maak je poster over water af', ahead: 5 },
  ].flatMap(({ name, ahead }) => {
    const dueOn = addDays(today, ahead)
    return pupils.map(
      (pupil): GivenResult => ({
        key: `${group}/${name}/${pupil.id}`,
        pupil: pupil.id,
        test: { key: `${group}/${name}`, subject: 'Opdrachten', name, goal: null, dueOn },
        on: dueOn,
        state: 'to-do',
        score: null,
        level: null,
        feedback: null,
        published: false,
      }),
    )
  })

/** A school year of results for some groups: tests every few weeks, a few not handed in, two children who need a look. */
export const writeResults = async (work: Work, part: Part): Promise<void> => {
  const { host } = part.organisation
  if (host === 'vuurtoren')
    await work.db
      .updateTable('organisation')
      .set(({ fn, val, ref }) => ({ modules_off: fn<string[]>('array_remove', [ref('modules_off'), val(HOME)]) }))
      .where('id', '=', work.organisation)
      .execute()
  for (const [school, key] of groups) {
    if (school !== host) continue
    const group = groupId(school, key, part.schoolYear.name)
    const pupils = part.pupils.filter((pupil) => pupil.groupId === group)
    const results = subjects
      .filter(({ from }) => Number(key) >= from)
      .flatMap((subject) => {
        const days = daysOf(subject, part.schoolYear.from, part.today)
        const tests = days.map((day, at) => ({
          key: `${group}/${subject.name}/${at + 1}`,
          subject: subject.name,
          name: `${subject.tests} ${at + 1}`,
          goal: subject.goal,
          dueOn: day,
        }))
        return pupils.flatMap((pupil, place) =>
          scoresOf(pupil, place, subject, days, part.schoolYear.from).map((value, at): GivenResult => {
            const chance = random(`results/feedback/${tests[at]!.key}/${pupil.id}`)
            const missing = subject.name === 'Rekenen' && at === days.length - 1 && place % 9 === 4
            return {
              key: `${tests[at]!.key}/${pupil.id}`,
              pupil: pupil.id,
              test: tests[at]!,
              on: days[at]!,
              state: missing ? 'missing' : 'scored',
              score: missing ? null : { value, min: 0, max: subject.max },
              level: null,
              feedback: !missing && chance.chance(0.2) ? chance.pick(feedbacks) : null,
              published: !missing && at < days.length - 1,
            }
          }),
        )
      })
    await takeInResults(work, { source: 'demo', results: [...results, ...homework(group, pupils, part.today)] })
  }
}
