import { randomBytes, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { LRUCache } from 'lru-cache'
import type { Database } from '#shared/database/schema.generated.ts'
import { type DataKey, unwrapKey, wrapKey } from './crypto.ts'
import type { KeyRing } from './ring.ts'

const KEYS_IN_MEMORY = 20_000
const AT_ONCE = 1_000

/** Raw data keys of this process, by organisation and key id. Emptied at once when a subject's key is destroyed. */
export class KeyMemory {
  readonly #byId = new LRUCache<string, DataKey>({ max: KEYS_IN_MEMORY })
  readonly #bySubject = new LRUCache<string, DataKey>({ max: KEYS_IN_MEMORY })

  byId(organisation: string, id: string): DataKey | undefined {
    return this.#byId.get(organisation + id)
  }
  bySubject(organisation: string, subject: string): DataKey | undefined {
    return this.#bySubject.get(organisation + subject)
  }
  keep(organisation: string, key: DataKey): void {
    this.#byId.set(organisation + key.id, key)
    this.#bySubject.set(organisation + key.subject, key)
  }
  forget(organisation: string, subject: string): void {
    const key = this.#bySubject.get(organisation + subject)
    this.#bySubject.delete(organisation + subject)
    if (key) this.#byId.delete(organisation + key.id)
    key?.raw.fill(0)
  }
  clear(): void {
    this.#byId.clear()
    this.#bySubject.clear()
  }
}

const dashed = (hex: string) =>
  `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`

/**
 * The data keys that one transaction uses. Keys it makes reach the process's memory only after `COMMIT`
 * ({@link TransactionKeys.keep}): a value sealed under a key that was rolled back would be lost.
 */
export class TransactionKeys {
  readonly #db: Kysely<Database>
  readonly #ring: KeyRing
  readonly #memory: KeyMemory
  readonly #organisation: string
  readonly #made = new Map<string, DataKey>()

  constructor(db: Kysely<Database>, ring: KeyRing, memory: KeyMemory, organisation: string) {
    this.#db = db
    this.#ring = ring
    this.#memory = memory
    this.#organisation = organisation
  }

  /** Keys by the hexadecimal id that a sealed value carries. A destroyed key is absent from the answer. */
  async byIds(hexIds: Iterable<string>): Promise<Map<string, DataKey>> {
    const found = new Map<string, DataKey>()
    const missing: string[] = []
    for (const hex of hexIds) {
      if (found.has(hex)) continue
      const id = dashed(hex)
      const key = this.#memory.byId(this.#organisation, id) ?? this.#madeWith(id)
      if (key) found.set(hex, key)
      else missing.push(id)
    }
    if (missing.length > 0) {
      for (const key of await this.#read('id', missing)) found.set(key.id.replaceAll('-', ''), key)
    }
    return found
  }

  /** Keys by subject; makes those that do not exist yet. Refuses a subject whose key was destroyed. */
  async ofSubjects(subjects: readonly string[]): Promise<Map<string, DataKey>> {
    const found = new Map<string, DataKey>()
    const missing = new Set<string>()
    for (const subject of subjects) {
      const key = this.#made.get(subject) ?? this.#memory.bySubject(this.#organisation, subject)
      if (key) found.set(subject, key)
      else missing.add(subject)
    }
    if (missing.size > 0) {
      for (const key of await this.#read('subject_id', [...missing])) {
        found.set(key.subject, key)
        missing.delete(key.subject)
      }
    }
    if (missing.size > 0) for (const key of await this.#make([...missing])) found.set(key.subject, key)
    return found
  }

  /** After `COMMIT`: the keys this transaction made are real now. */
  keep(): void {
    for (const key of this.#made.values()) this.#memory.keep(this.#organisation, key)
  }

  #madeWith(id: string): DataKey | undefined {
    for (const key of this.#made.values()) if (key.id === id) return key
    return undefined
  }

  async #read(column: 'id' | 'subject_id', values: readonly string[]): Promise<DataKey[]> {
    const rows = await this.#db
      .selectFrom('vault_key')
      .select(['id', 'subject_id as subject', 'wrapped', 'generation'])
      .where(column, '=', sql<string>`any(${values}::uuid[])`)
      .where('destroyed_at', 'is', null)
      .execute()
    return rows.map((row) => {
      const key = unwrapKey(this.#ring, this.#organisation, {
        id: row.id,
        subject: row.subject,
        wrapped: row.wrapped!,
        generation: row.generation!,
      })
      // A key of this very transaction is not committed yet and must not outlive a roll-back.
      if (!this.#made.has(key.subject)) this.#memory.keep(this.#organisation, key)
      return key
    })
  }

  async #make(subjects: readonly string[]): Promise<DataKey[]> {
    const keys: DataKey[] = []
    for (let from = 0; from < subjects.length; from += AT_ONCE) {
      const batch = subjects.slice(from, from + AT_ONCE)
      const fresh = batch.map((subject) => ({ id: randomUUID(), subject, raw: randomBytes(32) }))
      const stored = await this.#store(fresh).catch(async (error) => {
        if (!isGenerationGone(error)) throw error
        await sql`rollback to savepoint vault_keys`.execute(this.#db)
        this.#ring.reload()
        return this.#store(fresh)
      })
      const mine = fresh.filter((key) => stored.has(key.id))
      for (const key of mine) this.#made.set(key.subject, key)
      keys.push(...mine)
      if (mine.length < fresh.length) {
        const others = fresh.filter((key) => !stored.has(key.id)).map((key) => key.subject)
        keys.push(...(await this.#read('subject_id', others)))
      }
    }
    return keys
  }

  /** The savepoint is for one moment only: another process may drop the generation between our reading and writing. */
  async #store(keys: readonly DataKey[]): Promise<Set<string>> {
    const generation = this.#ring.current
    const values = keys.map((key) => ({
      id: key.id,
      subject_id: key.subject,
      wrapped: wrapKey(this.#ring, this.#organisation, generation, key),
      generation,
    }))
    await sql`savepoint vault_keys`.execute(this.#db)
    const rows = await this.#db
      .insertInto('vault_key')
      .values(values)
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute()
    await sql`release savepoint vault_keys`.execute(this.#db)
    return new Set(rows.map((row) => row.id))
  }
}

const isGenerationGone = (error: unknown) =>
  error instanceof Error && 'constraint' in error && String(error.constraint).includes('generation')
