import { load, type Round, type Target } from './load.ts'

const ROUNDS = 5
const ROUND_MS = 5_000
/** Enough for the engine to have compiled what runs, however slow the machine is at the moment. */
const WARM_UP = 3_000

const median = (numbers: readonly number[]): number =>
  [...numbers].sort((one, other) => one - other)[Math.floor(numbers.length / 2)]!

/** What `bin/bench NAME --json` prints on its last line (DESIGN.md). */
export type PageResult = {
  readonly name: string
  readonly raw_rps: number
  readonly reference_rps: number
  readonly ours_rps: number
  readonly of_reference: number
  readonly of_raw: number
  readonly p50_ms: number
  readonly p99_ms: number
  readonly errors: number
  readonly target: string
  readonly met: boolean
}

/** The same pages on each of the three servers. */
export type Targets = Readonly<Record<'raw' | 'reference' | 'ours', readonly Target[]>>

/** What has to be reached, in words and as a question. */
export type Goal = {
  readonly words: string
  readonly met: (figures: { of_reference: number; of_raw: number; p50_ms: number; p99_ms: number }) => boolean
}

const rounded = (number: number, digits = 0) => Number(number.toFixed(digits))

const kinds = ['raw', 'reference', 'ours'] as const
type Kind = (typeof kinds)[number]

/** How one server is loaded: until it is warm, and for a round. */
export type Measured = {
  readonly warm: () => Promise<unknown>
  readonly round: (milliseconds: number) => Promise<Round>
}

/** The same pages asked of each server over and over. */
export const compare = (
  name: string,
  targets: Targets,
  connections: number,
  goal: Goal,
  say: (line: string) => void,
): Promise<PageResult> => {
  const of = (kind: Kind): Measured => ({
    warm: () => load(targets[kind], connections, { requests: WARM_UP }),
    round: (milliseconds) => load(targets[kind], connections, { milliseconds }),
  })
  return interleaved(name, of, goal, say)
}

/**
 * Measures three servers interleaved in one run, so that what else the machine does hits all three: five rounds of five
 * seconds each after a warm-up; medians.
 */
export const interleaved = async (
  name: string,
  of: (kind: Kind) => Measured,
  goal: Goal,
  say: (line: string) => void,
): Promise<PageResult> => {
  for (const kind of kinds) await of(kind).warm()
  const rounds: Record<Kind, Round[]> = { raw: [], reference: [], ours: [] }
  for (let round = 1; round <= ROUNDS; round++) {
    for (const kind of kinds) rounds[kind].push(await of(kind).round(ROUND_MS))
    const line = kinds.map((kind) => `${kind} ${Math.round(rounds[kind].at(-1)!.rps)}/s`).join('  ')
    say(`round ${round} of ${ROUNDS}: ${line}  p99 ${Math.round(rounds.ours.at(-1)!.p99)} ms`)
  }
  const rps = (kind: Kind) => median(rounds[kind].map((round) => round.rps))
  const figures = {
    raw_rps: rounded(rps('raw')),
    reference_rps: rounded(rps('reference')),
    ours_rps: rounded(rps('ours')),
    of_reference: rounded(rps('ours') / rps('reference'), 3),
    of_raw: rounded(rps('ours') / rps('raw'), 4),
    p50_ms: rounded(median(rounds.ours.map((round) => round.p50)), 1),
    p99_ms: rounded(median(rounds.ours.map((round) => round.p99)), 1),
    errors: rounds.ours.concat(rounds.reference).reduce((sum, round) => sum + round.errors, 0),
  }
  return { name, ...figures, target: goal.words, met: goal.met(figures) && figures.errors === 0 }
}
