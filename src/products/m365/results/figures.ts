import type { ResultRecord } from './personal-data.ts'

/** A result as a picture needs it: dates as `YYYY-MM-DD`. */
export type Result = Pick<ResultRecord, 'state' | 'score' | 'level'> & {
  readonly id: string
  readonly pupil: string
  readonly test: string
  readonly on: string
}
export type Test = {
  readonly id: string
  readonly subject: string
  readonly name: string
  readonly goal: number | null
  readonly dueOn: string | null
}

/** Five steps, for levels that count from the top as the Dutch pupil monitoring systems do. */
const LEVELS: Readonly<Record<string, number>> = {
  ...{ I: 90, II: 70, III: 50, IV: 30, V: 10 },
  ...{ A: 90, B: 70, C: 50, D: 30, E: 10 },
}

/** How far along its scale a result is, in percent; nothing where the source gave no figure that can be compared. */
export const percentOf = ({ state, score, level }: Pick<Result, 'state' | 'score' | 'level'>): number | null => {
  if (state !== 'scored') return null
  if (score && score.max > score.min) {
    const part = (score.value - score.min) / (score.max - score.min)
    return Math.round(Math.min(1, Math.max(0, part)) * 100)
  }
  return level === null ? null : (LEVELS[level.trim().toUpperCase()] ?? null)
}

/** 0 (under the goal, or the lowest fifth) to 4. */
export type Step = 0 | 1 | 2 | 3 | 4

/** On which of five steps a share of the scale is: under the goal, and four above it; without a goal the fifths of the scale. */
export const stepOf = (percent: number, goal: number | null): Step => {
  const over = goal === null ? Math.floor(percent / 20) : 1 + Math.floor(((percent - goal) / (100 - goal || 1)) * 4)
  return Math.min(4, Math.max(0, goal !== null && percent < goal ? 0 : over)) as Step
}

/** The value below which a share of them lies; between two of them in between. Nothing for none. */
const quantile = (sorted: readonly number[], share: number): number => {
  const at = (sorted.length - 1) * share
  const [low, high] = [sorted[Math.floor(at)]!, sorted[Math.ceil(at)]!]
  return low + (high - low) * (at - Math.floor(at))
}

/** The middle half of a group: from a quarter to three quarters. Nothing for fewer than four, of whom one could be read off. */
export const middleHalf = (values: readonly number[]): { readonly from: number; readonly to: number } | null => {
  if (values.length < 4) return null
  const sorted = [...values].sort((one, other) => one - other)
  return { from: quantile(sorted, 0.25), to: quantile(sorted, 0.75) }
}

/** The results of a class, each test and pupil found at once; the tests of a subject in the order of their days, of one day by name. */
export class ClassResults {
  readonly tests: readonly Test[]
  readonly subjects: readonly string[]
  readonly #bySubject: ReadonlyMap<string, readonly Test[]>
  readonly #results: ReadonlyMap<string, Result>
  readonly #first: ReadonlyMap<string, string>

  constructor(tests: readonly Test[], results: readonly Result[]) {
    const made = results.filter(({ state }) => state !== 'to-do')
    this.#results = new Map(made.map((one) => [`${one.test} ${one.pupil}`, one]))
    const first = new Map<string, string>()
    for (const { test, on } of made) if (!first.has(test) || on < first.get(test)!) first.set(test, on)
    this.#first = first
    this.tests = tests
      .filter(({ id }) => first.has(id))
      .sort(
        (one, other) =>
          first.get(one.id)!.localeCompare(first.get(other.id)!) ||
          one.name.localeCompare(other.name, 'nl', { numeric: true }),
      )
    this.#bySubject = Map.groupBy(this.tests, ({ subject }) => subject)
    this.subjects = [...this.#bySubject.keys()].sort((one, other) => one.localeCompare(other, 'nl'))
  }

  of(subject: string): readonly Test[] {
    return this.#bySubject.get(subject) ?? []
  }

  /** The first day on which somebody of the class made a test. */
  day(test: string): string {
    return this.#first.get(test)!
  }

  at(test: string, pupil: string): Result | null {
    return this.#results.get(`${test} ${pupil}`) ?? null
  }

  percent(test: string, pupil: string): number | null {
    const found = this.at(test, pupil)
    return found && percentOf(found)
  }

  /** The newest test of a subject for which something of this pupil is there. */
  newest(subject: string, pupil: string): { readonly test: Test; readonly result: Result } | null {
    const test = this.of(subject).findLast(({ id }) => this.at(id, pupil))
    return test ? { test, result: this.at(test.id, pupil)! } : null
  }

  /** A pupil's way through a subject: the tests with a figure, in order. */
  way(subject: string, pupil: string): { readonly test: Test; readonly percent: number }[] {
    return this.of(subject).flatMap((test) => {
      const percent = this.percent(test.id, pupil)
      return percent === null ? [] : [{ test, percent }]
    })
  }
}

/** How much lower two tests after each other have to be before it says something. */
const FALL = 8
/** How long something that was not handed in is of today. */
const DAYS_MISSED = 21

/** Whether a pupil's last two tests of a subject were both lower than the one before. */
export const falls = (way: readonly { readonly percent: number }[]): boolean => {
  const [one, two, three] = way.slice(-3).map(({ percent }) => percent)
  return three !== undefined && two! < one! && three < two! && one! - three >= FALL
}

/** What needs a look today, from the figures alone; nobody is compared to anybody. */
export type Attention =
  | { readonly kind: 'missing'; readonly test: Test; readonly pupils: readonly string[] }
  | { readonly kind: 'falls'; readonly subject: string; readonly pupils: readonly string[] }
  | {
      readonly kind: 'grows'
      readonly subject: string
      readonly now: number
      readonly of: number
      readonly before: number
      readonly since: string
    }

const missingOf = (found: ClassResults, pupils: readonly string[], today: string): Attention[] => {
  const from = new Date(Date.parse(today) - DAYS_MISSED * 86_400_000).toISOString().slice(0, 10)
  return found.tests.flatMap((test): Attention[] => {
    const missed = pupils.filter((pupil) => found.at(test.id, pupil)?.state === 'missing')
    const day = test.dueOn ?? found.day(test.id)
    return missed.length > 0 && day >= from && day <= today ? [{ kind: 'missing', test, pupils: missed }] : []
  })
}

const growsOf = (
  found: ClassResults,
  pupils: readonly string[],
  subject: string,
): (Attention & { kind: 'grows' }) | null => {
  const tests = found.of(subject).filter(({ goal }) => goal !== null)
  const [first, last] = [tests[0], tests.at(-1)]
  if (!first || !last || first === last) return null
  const reached = (test: Test) => {
    const made = pupils.flatMap((pupil) => found.percent(test.id, pupil) ?? [])
    return { of: made.length, count: made.filter((percent) => percent >= test.goal!).length }
  }
  const [before, now] = [reached(first), reached(last)]
  if (before.of === 0 || now.of === 0) return null
  return { kind: 'grows', subject, now: now.count, of: now.of, before: before.count, since: found.day(first.id) }
}

/** What was not handed in, who falls twice in a row, and where most reached the goal who had not: at most one of each but the first. */
export const attentionOf = (found: ClassResults, pupils: readonly string[], today: string): Attention[] => {
  const falling = found.subjects
    .map((subject) => ({ subject, pupils: pupils.filter((pupil) => falls(found.way(subject, pupil))) }))
    .filter((one) => one.pupils.length > 0)
  const growing = found.subjects
    .flatMap((subject) => growsOf(found, pupils, subject) ?? [])
    .filter(({ now, before }) => now > before)
    .sort((one, other) => other.now - other.before - (one.now - one.before))
  const missing = missingOf(found, pupils, today).reverse()
  return [
    ...missing.slice(0, 2),
    ...falling.slice(0, 2).map((one) => ({ kind: 'falls' as const, ...one })),
    ...growing.slice(0, 1),
  ]
}
