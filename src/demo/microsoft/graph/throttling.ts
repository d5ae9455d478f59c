import { Refusal } from './failing.ts'
import type { Manners } from './types.ts'

/** One limit of a service: a window that begins with its first call. Refused calls count too. */
class Window {
  readonly #limit: number
  readonly #ms: number
  #began = Number.NEGATIVE_INFINITY
  used = 0

  constructor(limit: number, seconds: number) {
    this.#limit = limit
    this.#ms = seconds * 1_000
  }

  /** Whether it fits; if not, after how many seconds to come back. */
  take(cost: number, now: number): number | null {
    if (now - this.#began >= this.#ms) {
      this.#began = now
      this.used = 0
    }
    this.used += cost
    return this.used <= this.#limit ? null : Math.max(1, Math.ceil((this.#began + this.#ms - now) / 1_000))
  }

  get share(): number {
    return this.used / this.#limit
  }
}

/** What one tenant may ask of each service. `allowed`, `written` and `refused` count calls, for whoever measures. */
export class Throttle {
  readonly #directory: Window
  readonly #writes: Window
  readonly #assignments: Window
  allowed = 0
  written = 0
  refused = 0

  constructor({ limits }: Manners) {
    this.#directory = new Window(limits.directory.units, limits.directory.seconds)
    this.#writes = new Window(limits.writes.calls, limits.writes.seconds)
    this.#assignments = new Window(limits.assignments.calls, limits.assignments.seconds)
  }

  /** Lets a call pass or refuses it (429). Answers how full the directory's window is. */
  pass(method: string, path: readonly string[], query: URLSearchParams, now: number): number {
    const assignments = path.includes('assignments') || path.includes('getRecentlyModifiedSubmissions')
    const wait = assignments ? this.#assignments.take(1, now) : this.#directoryCall(method, query, now)
    if (wait === null) {
      this.allowed += 1
      if (method !== 'GET') this.written += 1
      return this.#directory.share
    }
    this.refused += 1
    throw new Refusal(429, 'TooManyRequests', 'Too many requests.', { retryAfter: wait })
  }

  /** `$select` makes a call one unit cheaper, `$expand` one dearer (Microsoft Graph throttling, identity service). */
  #directoryCall(method: string, query: URLSearchParams, now: number): number | null {
    const units = Math.max(1, 2 - (query.has('$select') ? 1 : 0) + (query.has('$expand') ? 1 : 0))
    const wait = this.#directory.take(units, now)
    return wait ?? (method === 'GET' ? null : this.#writes.take(1, now))
  }
}
