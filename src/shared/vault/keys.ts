import { randomBytes, randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { sql } from 'kysely'
import { LRUCache } from 'lru-cache'
import type { Database } from '#shared/database/schema.generated.ts'
import { type DataKey, readKeys, wrapKey } from './crypto.ts'
import { underCurrentGeneration } from './generation.ts'
import type { KeyRing } from './ring.ts'

const KEYS_IN_MEMORY = 20_000
const AT_ONCE = 1_000

/** A subject whose key was destroyed: nothing can be sealed for it any more. */
export class Destroyed extends Error {
  constructor() {
    super('The key of this subject was destroyed: nothing more can be kept about it')
  }
}

/** Raw data keys of this process, by organisation and key id. Emptied at once when a subject's key is destroyed. */
export class KeyMemory {
  readonly #idOf = new Map<string, string>()
  readonly #byId = new LRUCache<string, DataKey>({
    max: KEYS_IN_MEMORY,
    dispose: ({ subject, id }, name) => this.#idOf.delete(name.slice(0, -id.length) + subject),
  })
  #forgotten = 0

  /** Take this before reading keys: what was forgotten since then is not kept after all. */
  get mark(): number {
    return this.#forgotten
  }
  byId(organisation: string, id: string): DataKey | undefined {
    return this.#byId.get(organisation + id)
  }
  bySubject(organisation: string, subject: string): DataKey | undefined {
    const id = this.#idOf.get(organisation + subject)
    return id === undefined ? undefined : this.byId(organisation, id)
  }
  keep(organisation: string, key: DataKey, mark: number): void {
    if (mark !== this.#forgotten) return
    this.#byId.set(organisation + key.id, key)
    this.#idOf.set(organisation + key.subject, key.id)
  }
  /** The bytes are left to the garbage collector: a transaction under way that still seals must not do so under zeros. */
  forget(organisation: string, subject: string): void {
    this.#forgotten++
    const id = this.#idOf.get(organisation + subject)
    if (id !== undefined) this.#byId.delete(organisation + id)
  }
  clear(): void {
    this.#forgotten++
    this.#byId.clear()
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
  readonly #begun: number

  constructor(db: Kysely<Database>, ring: KeyRing, memory: KeyMemory, organisation: string) {
    this.#db = db
    this.#ring = ring
    this.#memory = memory
    this.#organisation = organisation
    this.#begun = memory.mark
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
    for (const key of this.#made.values()) this.#memory.keep(this.#organisation, key, this.#begun)
  }

  #madeWith(id: string): DataKey | undefined {
    for (const key of this.#made.values()) if (key.id === id) return key
    return undefined
  }

  async #read(column: 'id' | 'subject_id', values: readonly string[]): Promise<DataKey[]> {
    const mark = this.#memory.mark
    const keys = await readKeys(this.#ring, this.#organisation, async () => {
      const rows = await this.#db
        .selectFrom('vault_key')
        .select(['id', 'subject_id as subject', 'wrapped', 'generation'])
        .where(column, '=', sql<string>`any(${values}::uuid[])`)
        .where('destroyed_at', 'is', null)
        .execute()
      return rows.map((row) => ({ ...row, wrapped: row.wrapped!, generation: row.generation! }))
    })
    for (const key of keys) {
      // A key of this very transaction is not committed yet and must not outlive a roll-back.
      if (!this.#made.has(key.subject)) this.#memory.keep(this.#organisation, key, mark)
    }
    return keys
  }

  async #make(subjects: readonly string[]): Promise<DataKey[]> {
    const keys: DataKey[] = []
    for (let from = 0; from < subjects.length; from += AT_ONCE) {
      const batch = subjects.slice(from, from + AT_ONCE)
      const fresh = batch.map((subject) => ({ id: randomUUID(), subject, raw: randomBytes(32) }))
      const stored = await underCurrentGeneration(this.#db, this.#ring, (generation) => this.#store(fresh, generation))
      const mine = fresh.filter((key) => stored.has(key.id))
      for (const key of mine) this.#made.set(key.subject, key)
      keys.push(...mine)
      if (mine.length < fresh.length) {
        const others = fresh.filter((key) => !stored.has(key.id)).map((key) => key.subject)
        keys.push(...(await this.#read('subject_id', others)))
      }
    }
    if (keys.length < subjects.length) throw new Destroyed()
    return keys
  }

  /** A subject has one key for ever, so that one whose key was destroyed never gets another. */
  async #store(keys: readonly DataKey[], generation: number): Promise<Set<string>> {
    const values = keys.map((key) => ({
      id: key.id,
      subject_id: key.subject,
      wrapped: wrapKey(this.#ring, this.#organisation, generation, key),
      generation,
    }))
    const rows = await this.#db
      .insertInto('vault_key')
      .values(values)
      .onConflict((conflict) => conflict.doNothing())
      .returning('id')
      .execute()
    return new Set(rows.map((row) => row.id))
  }
}
