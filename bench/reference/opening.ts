import { createDecipheriv } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type pg from 'pg'
import type { KeyRing } from '#shared/vault/ring.ts'
import { statement } from './database.ts'

type Key = { readonly subject: string; readonly raw: Buffer }

const KEYS = statement(
  `select "id", "subject_id" as "subject", "wrapped", "generation" from "vault_key"
where "id" = any($1::uuid[]) and "destroyed_at" is null and "vault_key"."organisation_id" = $2`,
)
const NONCE = 12
const TAG = 16
const HEAD = 17

const bound = (organisation: string, field: string, row: string) => Buffer.from(`${organisation}\0${field}\0${row}`)

const unwrap = (ring: KeyRing, organisation: string, key: pg.QueryResultRow): Key => {
  const bytes = Buffer.from(key.wrapped, 'base64')
  const cipher = createDecipheriv('aes-256-gcm', ring.wrapping(organisation, key.generation)!, bytes.subarray(0, NONCE))
  cipher.setAAD(bound(organisation, key.subject, key.id))
  cipher.setAuthTag(bytes.subarray(bytes.length - TAG))
  const raw = cipher.update(bytes.subarray(NONCE, bytes.length - TAG))
  cipher.final()
  return { subject: key.subject, raw }
}

/** The hexadecimal id of the key of a sealed value, as it stands behind `\x01`. */
const keyIdOf = (sealed: string) => sealed.slice(4, 36)

/** Opens sealed records with keys that are kept in memory. */
export class Opener {
  readonly #ring: KeyRing
  readonly #keys = new LRUCache<string, Key>({ max: 20_000 })

  constructor(ring: KeyRing) {
    this.#ring = ring
  }

  /** Reads the keys of these values that are not known yet. */
  async prepare(client: pg.ClientBase, organisation: string, values: readonly (string | null)[]): Promise<void> {
    const missing = new Set<string>()
    for (const value of values) if (value && !this.#keys.has(keyIdOf(value))) missing.add(keyIdOf(value))
    if (missing.size === 0) return
    const { rows } = await client.query({ ...KEYS, values: [[...missing], organisation] })
    for (const row of rows) this.#keys.set(row.id.replaceAll('-', ''), unwrap(this.#ring, organisation, row))
  }

  /** What a value holds; `opened` gets its subject. Its key was prepared. */
  open<Record>(organisation: string, field: string, row: string, sealed: string, opened: Set<string>): Record {
    const key = this.#keys.get(keyIdOf(sealed))!
    const bytes = Buffer.from(sealed.slice(2), 'hex')
    const cipher = createDecipheriv('aes-256-gcm', key.raw, bytes.subarray(HEAD, HEAD + NONCE))
    cipher.setAAD(bound(organisation, field, row))
    cipher.setAuthTag(bytes.subarray(bytes.length - TAG))
    const text = cipher.update(bytes.subarray(HEAD + NONCE, bytes.length - TAG)).toString('utf8')
    cipher.final()
    opened.add(key.subject)
    return JSON.parse(text) as Record
  }
}
