import { createCipheriv, createDecipheriv, createHmac, randomFillSync } from 'node:crypto'
import type { KeyRing } from './ring.ts'
import { SealedValue } from './sealed.ts'

/** A subject's data key in memory. */
export type DataKey = {
  id: string
  subject: string
  raw: Buffer
  /** The subject's own records as they were opened last, by field. They leave memory with the key: at once when it is destroyed. */
  opened?: Map<string, OwnRecord>
}

/** A record that was opened, and the very bytes it came from, as the database wrote them. */
type OwnRecord = { readonly from: string; readonly record: Readonly<Record<string, unknown>> }

const CIPHER = 'aes-256-gcm'
const NONCE = 12
const pool = Buffer.alloc(4_096)
let used = pool.length

/** Nonces from a pool of random bytes: a system call per value would cost more than the sealing. */
const nonce = (): Buffer => {
  if (used + NONCE > pool.length) {
    randomFillSync(pool)
    used = 0
  }
  used += NONCE
  return Buffer.from(pool.subarray(used - NONCE, used))
}

const bare = (uuid: string) => uuid.replaceAll('-', '')

/** What a sealed value is bound to: moved to another organisation, field or row, it does not open. */
const binding = (organisation: string, field: string, row: string) => Buffer.from(`${organisation}\0${field}\0${row}`)

/** Seals text under a data key (AES-256-GCM), bound to organisation, permanent field name and row. */
export const sealText = (key: DataKey, organisation: string, field: string, row: string, text: string): SealedValue => {
  const iv = nonce()
  const cipher = createCipheriv(CIPHER, key.raw, iv)
  cipher.setAAD(binding(organisation, field, row))
  const ciphertext = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return SealedValue.fromParts(Buffer.from(bare(key.id), 'hex'), iv, ciphertext, cipher.getAuthTag())
}

/** Opens what {@link sealText} sealed. Throws when the key, the value or what it is bound to differs. */
export const openText = (
  raw: Buffer,
  organisation: string,
  field: string,
  row: string,
  sealed: SealedValue,
): string => {
  const { nonce: iv, ciphertext, tag } = sealed.parts()
  const decipher = createDecipheriv(CIPHER, raw, iv)
  decipher.setAAD(binding(organisation, field, row))
  decipher.setAuthTag(tag)
  const head = decipher.update(ciphertext)
  decipher.final()
  return head.toString('utf8')
}

/**
 * The record that a row's column holds. A person's own record, of which there is one per field, is on every page that
 * names them: it is opened once, and read from memory for as long as the database gives the very same bytes for the same
 * field and row (docs/decisions/0023).
 */
export const openRecord = (
  key: DataKey,
  organisation: string,
  field: string,
  row: string,
  sealed: SealedValue,
): Readonly<Record<string, unknown>> => {
  const from = row === key.subject ? sealed.hex : undefined
  const known = from && key.opened?.get(field)
  if (known && known.from === from) return known.record
  const record = JSON.parse(openText(key.raw, organisation, field, row, sealed))
  if (from) {
    key.opened ??= new Map()
    key.opened.set(field, { from, record: frozen(record) })
  }
  return record
}

/** Whoever would change what others read from memory is stopped. */
const frozen = <T>(value: T): T => {
  if (typeof value === 'object' && value !== null) for (const part of Object.values(Object.freeze(value))) frozen(part)
  return value
}

/** Wraps a data key for storing: base64 of nonce, ciphertext and tag, bound to its organisation, id and subject. */
export const wrapKey = (ring: KeyRing, organisation: string, generation: number, key: DataKey): string => {
  const iv = nonce()
  const cipher = createCipheriv(CIPHER, ring.wrapping(organisation, generation)!, iv)
  cipher.setAAD(binding(organisation, key.subject, key.id))
  return Buffer.concat([iv, cipher.update(key.raw), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

/** The stored form of a data key. */
export type WrappedKey = { id: string; subject: string; wrapped: string; generation: number }

/** A key was wrapped under a generation that the ring does not have (any more). */
class GenerationGone extends Error {
  constructor(generation: number) {
    super(`Generation ${generation} of the key ring is gone: what it wrapped cannot be opened`)
  }
}

/** Unwraps a stored data key. A generation that this process has not seen yet is read from the ring's file first. */
const unwrapKey = (ring: KeyRing, organisation: string, key: WrappedKey): DataKey => {
  let wrapping = ring.wrapping(organisation, key.generation)
  if (!wrapping) {
    ring.reload()
    wrapping = ring.wrapping(organisation, key.generation)
  }
  if (!wrapping) throw new GenerationGone(key.generation)
  const bytes = Buffer.from(key.wrapped, 'base64')
  const decipher = createDecipheriv(CIPHER, wrapping, bytes.subarray(0, NONCE))
  decipher.setAAD(binding(organisation, key.subject, key.id))
  decipher.setAuthTag(bytes.subarray(bytes.length - 16))
  const raw = Buffer.concat([decipher.update(bytes.subarray(NONCE, bytes.length - 16)), decipher.final()])
  return { id: key.id, subject: key.subject, raw }
}

/**
 * Reads stored keys and unwraps them. A rotation that ended between the reading and the unwrapping has wrapped them
 * anew by then: they are read once more.
 */
export const readKeys = async (
  ring: KeyRing,
  organisation: string,
  read: () => Promise<readonly WrappedKey[]>,
): Promise<DataKey[]> => {
  const unwrap = (keys: readonly WrappedKey[]) => keys.map((key) => unwrapKey(ring, organisation, key))
  const first = await read()
  try {
    return unwrap(first)
  } catch (error) {
    if (!(error instanceof GenerationGone)) throw error
    return unwrap(await read())
  }
}

/** A keyed hash for look-up (hex HMAC-SHA-256); nobody without the ring can test a guess against it. */
export const lookupHash = (ring: KeyRing, purpose: string, text: string): string =>
  createHmac('sha256', ring.lookup(purpose)).update(text.normalize('NFC')).digest('hex')
