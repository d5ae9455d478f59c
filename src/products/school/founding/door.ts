import { createHash, timingSafeEqual } from 'node:crypto'
import { newCode, readCode } from '../invitations/code.ts'

const FREE = 5
const MOST = 60_000
const ARRIVAL = 10 * 60_000

const digest = (text: string) => createHash('sha256').update(readCode(text)).digest()

/** Who was made by set-up and goes to the own host now, where a session can begin. */
export type Arrival = { readonly account: string; readonly organisation: string }

/**
 * What set-up keeps in memory: the one-time code of this start, how often somebody guessed wrong, and the way to the
 * school's host. A new start has a new code.
 */
export class SetUpDoor {
  /** Sixty random bits, printed on the terminal and nowhere else. */
  readonly code = newCode(12)
  readonly #now: () => Date
  readonly #arrivals = new Map<string, Arrival & { readonly until: number }>()
  #wrong = 0
  #waitUntil = 0

  constructor(now: () => Date) {
    this.#now = now
  }

  /** Whether this is the code: compared in constant time; after five wrong guesses one has to wait, ever longer. */
  admits(typed: string): 'yes' | 'no' | 'wait' {
    const now = this.#now().getTime()
    if (now < this.#waitUntil) return 'wait'
    if (timingSafeEqual(digest(typed), digest(this.code))) return 'yes'
    this.#wrong += 1
    if (this.#wrong >= FREE) this.#waitUntil = now + Math.min(1_000 * 2 ** (this.#wrong - FREE), MOST)
    return 'no'
  }

  /** A token that lets somebody arrive on another host, once, within ten minutes: cookies belong to one host. */
  send(arrival: Arrival): string {
    const token = newCode()
    this.#arrivals.set(token, { ...arrival, until: this.#now().getTime() + ARRIVAL })
    return token
  }

  /** Who arrives with a token; it works once. */
  receive(token: string): Arrival | null {
    const arrival = this.#arrivals.get(token)
    this.#arrivals.delete(token)
    return arrival && arrival.until > this.#now().getTime() ? arrival : null
  }
}
