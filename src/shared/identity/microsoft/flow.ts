import { createHash, randomBytes } from 'node:crypto'
import type { Work } from '#shared/tenancy/work.ts'
import { type DataKey, openText, sealText } from '#shared/vault/crypto.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import { SealedValue } from '#shared/vault/sealed.ts'

const KEPT = 10 * 60_000

/** What a browser takes along to Microsoft and back: what the answer must match, and where it was going. */
export type Flow = {
  readonly state: string
  readonly nonce: string
  readonly verifier: string
  readonly expires: number
  readonly next?: string | undefined
  /** The account that is being linked; nobody yet, while somebody signs in. */
  readonly account?: string | undefined
}

const FIELD = 'microsoft flow'
const keyOf = (ring: KeyRing): DataKey => ({
  id: '00000000-0000-0000-0000-000000000000',
  subject: FIELD,
  raw: ring.lookup(FIELD),
})

const random = () => randomBytes(32).toString('base64url')

/** A new one; it works for ten minutes. */
export const newFlow = (now: Date, more: Pick<Flow, 'next' | 'account'>): Flow => ({
  state: random(),
  nonce: random(),
  verifier: random(),
  expires: now.getTime() + KEPT,
  ...more,
})

/** The cookie that holds it: sealed, and bound to its host, so that asking for one stores nothing here. */
export const flowCookie = (ring: KeyRing, host: string, flow: Flow): string =>
  sealText(keyOf(ring), host, FIELD, 'cookie', JSON.stringify(flow)).bytes.toString('base64url')

/** What a cookie holds; nothing for one that is not ours, not of this host, or too old. */
export const readFlow = (ring: KeyRing, host: string, cookie: string | undefined, now: Date): Flow | null => {
  try {
    const sealed = SealedValue.fromHex(`\\x${Buffer.from(cookie ?? '', 'base64url').toString('hex')}`)
    const flow = JSON.parse(openText(keyOf(ring).raw, host, FIELD, 'cookie', sealed)) as Flow
    return flow.expires > now.getTime() ? flow : null
  } catch {
    return null
  }
}

/** Whether this is the first answer to it: each is looked at once. */
export const useFlow = async (work: Work, flow: Flow): Promise<boolean> => {
  const used = await work.db
    .insertInto('used_challenge')
    .values({
      challenge_hash: createHash('sha256').update(flow.state).digest('hex'),
      expires_at: new Date(flow.expires),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return used.numInsertedOrUpdatedRows === 1n
}
