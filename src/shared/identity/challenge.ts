import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Work } from '#shared/tenancy/work.ts'
import { lookupHash } from '#shared/vault/crypto.ts'
import type { KeyRing } from '#shared/vault/ring.ts'

const KEPT = 5 * 60_000
const HEAD = 8 + 16

/** Whom a challenge is for and where; whether a key is made or used, WebAuthn itself tells apart. */
export type ChallengeFor = {
  readonly host: string
  /** Nobody yet, while somebody signs in. */
  readonly account: string | null
}

const seal = (ring: KeyRing, { host, account }: ChallengeFor, head: Buffer): Buffer =>
  Buffer.from(lookupHash(ring, 'passkey challenge', `${host} ${account} ${head.toString('hex')}`), 'hex')

/**
 * A random challenge for a passkey that expires after five minutes. It carries its own keyed proof, so that asking for one
 * stores nothing: strangers can ask as often as they like.
 */
export const newChallenge = (ring: KeyRing, now: Date, what: ChallengeFor): Buffer<ArrayBuffer> => {
  const head = Buffer.alloc(HEAD)
  head.writeBigUInt64BE(BigInt(now.getTime() + KEPT))
  randomBytes(HEAD - 8).copy(head, 8)
  return Buffer.concat([head, seal(ring, what, head)])
}

/** Whether a challenge (base64url) is ours, for this, not too old, and answered for the first time; it is used up then. */
export const useChallenge = async (
  work: Work,
  ring: KeyRing,
  challenge: string,
  what: ChallengeFor,
): Promise<boolean> => {
  const bytes = Buffer.from(challenge, 'base64url')
  const head = bytes.subarray(0, HEAD)
  const proof = bytes.subarray(HEAD)
  const expected = head.length === HEAD ? seal(ring, what, head) : Buffer.alloc(0)
  if (proof.length !== 32 || expected.length !== 32 || !timingSafeEqual(proof, expected)) return false
  const expires = new Date(Number(head.readBigUInt64BE()))
  if (expires <= work.now) return false
  const used = await work.db
    .insertInto('used_challenge')
    .values({ challenge_hash: createHash('sha256').update(bytes).digest('hex'), expires_at: expires })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return used.numInsertedOrUpdatedRows === 1n
}
