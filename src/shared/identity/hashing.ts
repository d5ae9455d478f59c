import { randomBytes } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { hash, type Options, verify } from '@node-rs/argon2'
import type { KeyRing } from '#shared/vault/ring.ts'
import { Queue } from './queue.ts'

/** OWASP's figures for argon2id (the library's own kind): 19 MiB, two passes, one lane. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
const CURRENT = '$argon2id$v=19$m=19456,t=2,p=1$'

/** A core always stays free for who is signed in, and threads of Node's pool (four) for files and names. */
const atOnce = Math.max(1, Math.min(availableParallelism() - 1, 3))
const hashing = new Queue(atOnce, 64)

/**
 * The queue in front of every route that hashes: give it to the route as `turns`. Whoever waits here holds no connection,
 * so that a storm of sign-ins never stands in the way of who is signed in. A few more than may hash at once, so that others
 * read and write meanwhile; 500 waiting is some five seconds on two cores.
 */
export const passwordTurns = new Queue(atOnce + 2, 500)

let count = 0

/** How many passwords this process has hashed. */
export const hashesMade = (): number => count

/**
 * A key outside the database that every hash needs as well ("pepper"): it costs nothing, it is lost only together with
 * everything else, and a copy of the database alone cannot be guessed against.
 */
const withPepper = (ring: KeyRing): Options => ({ ...COST, secret: ring.lookup('password') })

/** Outer spaces never count (forms take them off), and one letter typed in two ways is one letter. */
const oneForm = (password: string) => password.trim().normalize('NFC')

const counted = <T>(job: () => Promise<T>): Promise<T> =>
  hashing.run(() => {
    count++
    return job()
  })

/** Hashes a password off the main thread, in PHC's text form. */
export const hashPassword = (ring: KeyRing, password: string): Promise<string> =>
  counted(() => hash(oneForm(password), withPepper(ring)))

const base64 = (bytes: number) => randomBytes(bytes).toString('base64').replaceAll('=', '')
/** Looks like a hash of today and is none: nobody knows a password that belongs to it. */
const NOBODYS = `${CURRENT}${base64(16)}$${base64(32)}`

/**
 * Whether a password belongs to a hash. Without a hash (nobody has the address) it does the same work and answers no.
 */
export const checkPassword = async (ring: KeyRing, stored: string | null, password: string): Promise<boolean> => {
  const right = await counted(() => verify(stored ?? NOBODYS, oneForm(password), withPepper(ring)))
  return right && stored !== null
}

/** Whether a hash was made with other figures than those of today. */
export const isOutdated = (stored: string): boolean => !stored.startsWith(CURRENT)
