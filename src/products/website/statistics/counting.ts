import { sql } from 'kysely'
import { networkOf } from '#shared/identity/network.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import { dayOf, type Ground, type Work } from '#shared/tenancy/work.ts'
import { numberOf, saltOfToday } from '../salt.ts'
import { countryOf, type Device, deviceOf } from './telling-apart.ts'

/** How long a view waits in memory: what a process loses at most when it is killed. */
const FLUSH_MS = 5_000

/** Views that wait at most; beyond these a storm is not counted, so that it fills no memory. */
const MOST_WAITING = 50_000

export type By = 'all' | 'page' | 'country' | 'referrer' | 'device'

/** One view of a page, as long as it waits. The address and the browser go into the visitor's number and are never stored. */
export type View = {
  readonly page: string
  readonly from: string
  readonly agent: string
  readonly referrer: string | null
}

type Counted = { views: number; visitors: number }

const add = (counts: Map<string, Counted>, by: By, value: string, { views, visitors }: Counted): void => {
  const key = `${by} ${value.slice(0, 200)}`
  const before = counts.get(key) ?? { views: 0, visitors: 0 }
  counts.set(key, { views: before.views + views, visitors: before.visitors + visitors })
}

/** Whom the day did not know yet: one row each, so that several processes count somebody once. */
const newAmong = async (work: Work, visitors: readonly string[]): Promise<Set<string>> => {
  const rows = await work.db
    .insertInto('site_visitor')
    .values(visitors.map((visitor) => ({ day: work.today, visitor })))
    .onConflict((conflict) => conflict.doNothing())
    .returning('visitor')
    .execute()
  return new Set(rows.map(({ visitor }) => visitor))
}

const store = async (work: Work, counts: ReadonlyMap<string, Counted>): Promise<void> => {
  // In one order, so that two processes never wait for each other.
  const rows = [...counts].sort(([one], [other]) => (one < other ? -1 : 1))
  await work.db
    .insertInto('site_count')
    .values(
      rows.map(([key, counted]) => ({
        day: work.today,
        by_what: key.slice(0, key.indexOf(' ')),
        value: key.slice(key.indexOf(' ') + 1),
        ...counted,
      })),
    )
    .onConflict((same) =>
      same.columns(['organisation_id', 'day', 'by_what', 'value']).doUpdateSet({
        views: sql<number>`site_count.views + excluded.views`,
        visitors: sql<number>`site_count.visitors + excluded.visitors`,
      }),
    )
    .execute()
}

/** What may not outlive its day: the salt, and the numbers that were made with it. */
export const forgetYesterday = async (work: Work): Promise<void> => {
  await work.db.deleteFrom('site_visitor').where('day', '<', work.today).execute()
  await work.db.deleteFrom('site_salt').where('day', '<', work.today).execute()
}

/** Stores views: each under one thing at a time, and a visitor once a day, with what they came with first. */
const storeViews = async (work: Work, views: readonly View[]): Promise<void> => {
  await forgetYesterday(work)
  const salt = await saltOfToday(work)
  const numbers = views.map(({ from, agent }) => numberOf(salt, work.organisation, `${networkOf(from) ?? ''} ${agent}`))
  const unseen = await newAmong(work, [...new Set(numbers)])
  const counts = new Map<string, Counted>()
  for (const [at, { page, from, agent, referrer }] of views.entries()) {
    const counted = { views: 1, visitors: unseen.delete(numbers[at]!) ? 1 : 0 }
    const device: Device = deviceOf(agent)
    add(counts, 'all', 'all', counted)
    add(counts, 'page', page, { views: 1, visitors: 0 })
    add(counts, 'country', countryOf(from), counted)
    add(counts, 'device', device, counted)
    if (referrer || counted.visitors) add(counts, 'referrer', referrer ?? 'direct', counted)
  }
  await store(work, counts)
}

/**
 * Counts views of published pages: in memory, so that a page that is served from memory stays as fast, and stored together every
 * five seconds. A process that is killed loses what came since (docs/decisions/0053).
 */
export class Counting {
  static readonly #kept = new WeakMap<Ground['pool'], Counting>()
  readonly #ground: Ground
  readonly #waiting = new Map<string, View[]>()
  /** Organisations that were counted since midnight: their day is forgotten on time, also when nobody comes any more. */
  readonly #days = new Map<string, string>()
  #count = 0

  constructor(ground: Ground) {
    this.#ground = ground
    setInterval(() => void this.flush().catch(() => {}), FLUSH_MS).unref()
  }

  /** The one of this process. */
  static of(ground: Ground): Counting {
    const found = Counting.#kept.get(ground.pool) ?? new Counting(ground)
    Counting.#kept.set(ground.pool, found)
    return found
  }

  note(organisation: string, view: View): void {
    if (this.#count >= MOST_WAITING) return
    this.#count++
    const waiting = this.#waiting.get(organisation)
    if (waiting) waiting.push(view)
    else this.#waiting.set(organisation, [view])
  }

  /** Stores what waits. While the database is away it goes on waiting, up to its limit. */
  async flush(): Promise<void> {
    const taken = [...this.#waiting]
    this.#waiting.clear()
    this.#count = 0
    let failure: unknown
    for (const [organisation, views] of taken) {
      try {
        await this.#within(organisation, (work) => storeViews(work, views))
      } catch (error) {
        for (const view of views) this.note(organisation, view)
        failure = error
      }
    }
    if (failure) throw failure
    const today = this.#today()
    for (const [organisation, day] of this.#days)
      if (day !== today) await this.#within(organisation, forgetYesterday).then(() => this.#days.delete(organisation))
  }

  #within(organisation: string, run: (work: Work) => Promise<void>): Promise<void> {
    return asSystem(this.#ground, organisation, 'statistics', async (work) => {
      await run(work)
      this.#days.set(organisation, work.today)
    })
  }

  #today(): string {
    return dayOf(this.#ground.now())
  }
}
