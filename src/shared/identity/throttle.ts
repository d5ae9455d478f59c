import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import { lookupHash } from '#shared/vault/crypto.ts'
import type { KeyRing } from '#shared/vault/ring.ts'

const HOUR = 3_600_000

/**
 * How long to wait after a number of wrong guesses. About an account: four are free, then one second, doubling up to
 * twenty minutes: 86 answers in the first day and 72 in each one after. From one network (a whole school may
 * be behind it): a hundred are free, then doubling up to a minute. About mails that somebody asks for: two are free, then
 * a minute, doubling up to an hour, which is as long as a mailed link lives: who waits has one that works.
 */
const KINDS = {
  account: { free: 4, first: 1_000, most: 20 * 60_000, keep: 24 * HOUR },
  network: { free: 100, first: 1_000, most: 60_000, keep: HOUR },
  mail: { free: 2, first: 60_000, most: HOUR, keep: 24 * HOUR },
} as const
export type ThrottleKind = keyof typeof KINDS

const waitAfter = (kind: ThrottleKind, failures: number): number => {
  const { free, first, most } = KINDS[kind]
  return failures <= free ? 0 : Math.min(2 ** (failures - free - 1) * first, most)
}

/**
 * One count of wrong guesses. Its key says in plain words what is counted; the database sees a keyed hash. What waits is
 * the guesser, never a connection: who comes too early is told when, and no guess is looked at.
 */
export class Throttle {
  readonly #work: Work
  readonly #kind: ThrottleKind
  readonly #key: string

  constructor(work: Work, ring: KeyRing, kind: ThrottleKind, what: string) {
    this.#work = work
    this.#kind = kind
    this.#key = lookupHash(ring, 'throttle', `${kind} ${what}`)
  }

  /** From when on a guess is looked at; nothing when it may be now. `oneByOne` lets no two guesses pass each other. */
  async waitUntil({ oneByOne } = { oneByOne: false }): Promise<Date | null> {
    await this.#reach()
    if (oneByOne) await this.#hold()
    const query = this.#work.db
      .selectFrom('throttle')
      .select(['failures', 'failed_at', 'expires_at'])
      .where('key', '=', this.#key)
    const row = await (oneByOne ? query.forUpdate() : query).executeTakeFirst()
    if (!row || row.expires_at <= this.#work.now) return null
    const until = new Date(row.failed_at.getTime() + waitAfter(this.#kind, row.failures))
    return until > this.#work.now ? until : null
  }

  /** Counts a wrong guess. The answer must be kept (`keeps`), or the count is rolled back with it. */
  async failed(): Promise<void> {
    const { now } = this.#work
    const expires = new Date(now.getTime() + KINDS[this.#kind].keep)
    await this.#reach()
    await this.#work.db
      .insertInto('throttle')
      .values({ key: this.#key, failures: 1, failed_at: now, expires_at: expires })
      .onConflict((conflict) =>
        conflict.column('key').doUpdateSet({
          failures: sql<number>`case when throttle.expires_at > ${now} then throttle.failures + 1 else 1 end`,
          failed_at: now,
          expires_at: expires,
        }),
      )
      .execute()
  }

  /** A row to lock, also where nothing was counted yet: else two first guesses would pass each other. */
  async #hold(): Promise<void> {
    const { now } = this.#work
    await this.#work.db
      .insertInto('throttle')
      .values({ key: this.#key, failures: 0, failed_at: now, expires_at: new Date(now.getTime() + HOUR) })
      .onConflict((conflict) => conflict.doNothing())
      .execute()
  }

  async #reach(): Promise<void> {
    await sql`select set_config('app.throttle', ${this.#key}, true)`.execute(this.#work.db)
  }
}
