/** Too many are waiting already; with a ticket, which one in the line outside one is. */
export class QueueFull extends Error {
  override readonly name = 'QueueFull'
  readonly place: number | null

  constructor(place: number | null = null) {
    super('All places are taken')
    this.place = place
  }
}

/** How long somebody who is outside keeps the place without asking again. */
const REMEMBERED = 60_000

/**
 * Lets a few do something at once and a bounded number wait for it, in order; the next one is refused at once. Who is refused
 * with a ticket stands in a line outside: asked again with the same ticket it is let in before who came later.
 */
export class Queue {
  readonly #atOnce: number
  readonly #places: number
  readonly #waiting: (() => void)[] = []
  readonly #outside = new Map<string, number>()
  readonly #now: () => number
  #busy = 0

  constructor(atOnce: number, places: number, now: () => number = () => performance.now()) {
    this.#atOnce = atOnce
    this.#places = places
    this.#now = now
  }

  /** Runs `job` when its turn comes. Throws {@link QueueFull} without waiting when all places are taken. */
  async run<T>(job: () => Promise<T>, ticket?: string): Promise<T> {
    await this.#turn(ticket)
    try {
      return await job()
    } finally {
      // The turn is handed on rather than given back, so that nobody who comes later passes those who wait.
      const next = this.#waiting.shift()
      if (next) next()
      else this.#busy--
    }
  }

  #turn(ticket: string | undefined): Promise<void> | undefined {
    const free = this.#atOnce - this.#busy + this.#places - this.#waiting.length
    const before = this.#before(ticket)
    if (free <= before) throw new QueueFull(this.#stay(ticket, before))
    if (ticket) this.#outside.delete(ticket)
    if (this.#busy < this.#atOnce) {
      this.#busy++
      return undefined
    }
    return new Promise((begin) => this.#waiting.push(begin))
  }

  /** How many stand outside before this ticket, or before somebody new; who did not ask again has gone. */
  #before(ticket: string | undefined): number {
    const now = this.#now()
    let before = 0
    for (const [other, asked] of this.#outside) {
      if (other === ticket) break
      if (asked + REMEMBERED > now) before++
      else this.#outside.delete(other)
    }
    return before
  }

  #stay(ticket: string | undefined, before: number): number | null {
    if (ticket === undefined) return null
    this.#outside.set(ticket, this.#now())
    return this.#waiting.length + before + 1
  }
}
