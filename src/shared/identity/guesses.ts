import type { Work } from '#shared/tenancy/work.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import { networkOf } from './network.ts'
import { Throttle } from './throttle.ts'

export type Guesser = {
  /** What is guessed: the address's keyed hash stands for the account, so that an address nobody has counts the same. */
  readonly addressHash: string
  readonly what: 'password' | 'code' | 'mail'
  /** The browser's mark, when the account signed in with it before. */
  readonly knownDevice: string | undefined
  /** The address the request comes from. */
  readonly from: string
}

/**
 * The counts that one guess falls under. A known device has a count of its own: whatever others try, from wherever, its
 * owner never waits for it. Anything else counts for the account and for the network it comes from.
 */
export class Guesses {
  readonly #account: Throttle
  readonly #network: Throttle | undefined

  constructor(work: Work, ring: KeyRing, { addressHash, what, knownDevice, from }: Guesser) {
    const who = `${what} ${addressHash}`
    const network = networkOf(from)
    const kind = what === 'mail' ? 'mail' : 'account'
    this.#account = new Throttle(work, ring, kind, knownDevice ? `${who} ${knownDevice}` : who)
    this.#network = knownDevice || !network ? undefined : new Throttle(work, ring, 'network', network)
  }

  /** From when on a guess is looked at; nothing when it may be now. */
  async waitUntil(): Promise<Date | null> {
    return (await this.#network?.waitUntil()) ?? (await this.#account.waitUntil({ oneByOne: true }))
  }

  /** Counts a wrong guess, or a mail that was asked for; the answer must be one that is kept. */
  async failed(): Promise<void> {
    await this.#account.failed()
    await this.#network?.failed()
  }
}
