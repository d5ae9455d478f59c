import { randomUUID } from 'node:crypto'
import { asSystem } from '#shared/tenancy/transaction.ts'
import { urls } from '#src/urls.ts'
import { emptyRound, openRound, type Round } from './booking-school.ts'
import { loadOnce, type Target } from './load.ts'
import { type Goal, interleaved, type PageResult } from './rounds.ts'
import { type Kind, type Serving, startServer } from './serve.ts'
import { inWorld, type World } from './world.ts'

/** The worst second of a board of 25 schools has 200 bookings; so many forms at a time keep two processors busy. */
const CONNECTIONS = 20
const SHARE = 0.75
const WARM_MS = 3_000

const goal: Goal = {
  words: `of_reference ≥ ${SHARE}, p99 ≤ 100 ms`,
  met: ({ of_reference, p99_ms }) => of_reference >= SHARE && p99_ms <= 100,
}

type Opened = { readonly id: string; readonly host: string; readonly round: Round }

/** Every family of every school books its own time for its child, school by school in turn; each form has a key of its own. */
const formsOf = (opened: readonly Opened[], port: number): Target[] => {
  const most = Math.max(...opened.map(({ round }) => round.families.length))
  return Array.from({ length: most }, (_, at) => at).flatMap((at) =>
    opened.flatMap(({ host, round }) => {
      const family = round.families[at]
      if (!family) return []
      const { pupil, cookie, slots } = family
      const form = new URLSearchParams({
        requestKey: randomUUID(),
        [`was-${pupil}`]: '',
        [`slot-${pupil}`]: slots[at % 27]!,
      })
      return [{ port, host, cookie, path: urls.bookConversations({ round: round.id }), form: form.toString() }]
    }),
  )
}

const openAll = async ({ ground, ring, schools }: World): Promise<Opened[]> => {
  const opened: Opened[] = []
  for (const { id, host, ...school } of schools) {
    const round = await asSystem(ground, id, 'bench', (work) => openRound(work, ring, school as never))
    opened.push({ id, host, round })
  }
  return opened
}

/** Measures a booking (durable, with its line in the log) of twenty schools against its reference and the raw server. */
export const bookingBench = (say: (line: string) => void): Promise<PageResult> =>
  inWorld(async (world) => {
    const opened = await openAll(world)
    say('Twenty schools have a round open.')
    await using raw = await startServer('raw', world)
    await using reference = await startServer('reference', world)
    await using ours = await startServer('ours', world)
    const servers: Readonly<Record<Kind, Serving>> = { raw, reference, ours }
    const run = async (kind: Kind, milliseconds: number) => {
      const round = await loadOnce(formsOf(opened, servers[kind].port), CONNECTIONS, milliseconds)
      for (const {
        id,
        round: { id: made },
      } of opened)
        await asSystem(world.ground, id, 'bench', (work) => emptyRound(work, made))
      return round
    }
    const of = (kind: Kind) => ({
      warm: () => run(kind, WARM_MS),
      round: (milliseconds: number) => run(kind, milliseconds),
    })
    return await interleaved('booking', of, goal, say)
  })
