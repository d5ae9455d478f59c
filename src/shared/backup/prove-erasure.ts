import { open } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { OperatorError } from '#shared/operator-error.ts'
import { openText } from '#shared/vault/crypto.ts'
import { allDeclarations } from '#shared/vault/declaration.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import { SealedValue } from '#shared/vault/sealed.ts'
import { copiedKeys, livingKeyIds, livingKeys, type SubjectKey } from './living-keys.ts'
import { readManifest } from './manifest.ts'
import { type Row, rowsOf } from './rows.ts'
import type { Table } from './tables.ts'

/** The most days after an erasure in which the last keys that could open an old copy are gone (decisions/0010). */
const GONE_WITHIN_DAYS = 35

/** What of somebody stands in a table of a backup besides what is sealed under their own key. */
type Remains = {
  readonly table: string
  readonly rows: number
  readonly unsealed: readonly string[]
  readonly hashed: readonly string[]
  /** Values sealed under the key of somebody else, who is in the same row: theirs, and as long as theirs. */
  readonly underAnothersKey: number
  readonly from: string | null
  readonly to: string | null
}

/** What a backup still says of somebody. `opens` is what the keys that were tried still open. */
export type Proof = {
  readonly person: string
  readonly made: string
  readonly erasedOn: string | null
  readonly proven: boolean
  readonly opens: readonly { readonly table: string; readonly column: string; readonly values: number }[]
  readonly unreadable: number
  readonly files: { readonly opens: number; readonly unreadable: number }
  readonly remains: readonly Remains[]
  /** Until when a copy of the keys from before the erasure could still be unwrapped; nothing once the epoch key is renewed. */
  readonly olderKeysUntil: string | null
}

export type Proving = {
  readonly client: pg.ClientBase
  readonly ring: KeyRing
  readonly person: string
  readonly backup: string
  /** A copy of the keys of back then, to try those too. */
  readonly keys: string | undefined
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const DATE = /^\d{4}-\d{2}-\d{2}/
const bare = (id: string) => id.replaceAll('-', '')
const names = (value: string | null, ids: ReadonlySet<string>) =>
  value !== null &&
  (ids.has(value) ||
    (value.startsWith('{') &&
      value
        .slice(1, -1)
        .split(',')
        .some((one) => ids.has(one))))

/** Accounts that the backup knows the person by, and of which no key lives: those that went with the person. */
const accountsGone = async (proving: Proving, tables: readonly Table[]): Promise<string[]> => {
  const table = tables.find(({ name }) => name === 'account_person')
  const accounts: string[] = []
  if (table)
    for await (const row of rowsOf(proving.backup, table, (line) => line.includes(proving.person)))
      accounts.push(row.get('account_id')!)
  const living = new Set((await livingKeys(proving.client, proving.ring, accounts)).map(({ subject }) => subject))
  return accounts.filter((account) => !living.has(account))
}

/** Whether a value really opens: it is bound to its row, whose id is one of the ids that stand there. */
const reallyOpens = (key: SubjectKey, field: string, row: Row, value: SealedValue): boolean => {
  if (!key.raw) return false
  for (const id of row.values()) {
    if (id === null || !UUID.test(id)) continue
    try {
      openText(key.raw, key.within, field, id, value)
      return true
    } catch {
      // Bound to another id.
    }
  }
  return false
}

type Read = { opens: Map<string, number>; unreadable: number; remains: Remains | null }

const readTable = async (
  folder: string,
  table: Table,
  ids: ReadonlySet<string>,
  keys: ReadonlyMap<string, readonly SubjectKey[]>,
  all: ReadonlySet<string>,
): Promise<Read> => {
  const declared = allDeclarations().find((one) => one.table === table.name)?.columns ?? {}
  const words = [...ids, ...[...keys.keys()].map(bare)]
  const opens = new Map<string, number>()
  const [unsealed, hashed, dates] = [new Set<string>(), new Set<string>(), [] as string[]]
  let [rows, unreadable, underAnothersKey] = [0, 0, 0]
  for await (const row of rowsOf(folder, table, (line) => words.some((word) => line.includes(word)))) {
    const isNamed = [...row.values()].some((value) => names(value, ids))
    if (isNamed) rows++
    for (const [column, value] of row) {
      if (value === null) continue
      const said = declared[column]
      if (said && 'name' in said) {
        const sealed = SealedValue.fromHex(value)
        const own = [...keys.entries()].find(([id]) => bare(id) === sealed.keyId)?.[1]
        if (!own && !isNamed) continue
        if (!own && all.has(sealed.keyId)) underAnothersKey++
        else if (own?.some((key) => reallyOpens(key, said.name, row, sealed)))
          opens.set(column, (opens.get(column) ?? 0) + 1)
        else unreadable++
      } else if (isNamed && column !== 'organisation_id') {
        if (said?.kind === 'credential' || column.endsWith('_hash')) hashed.add(column)
        else unsealed.add(column)
        if (DATE.test(value)) dates.push(value.slice(0, 10))
      }
    }
  }
  dates.sort()
  const remains = { table: table.name, rows, unsealed: [...unsealed], hashed: [...hashed], underAnothersKey }
  return {
    opens,
    unreadable,
    remains: rows === 0 ? null : { ...remains, from: dates[0] ?? null, to: dates.at(-1) ?? null },
  }
}

/** Files of the backup that were sealed under these keys: a sealed file carries the id of its key behind its version. */
const readFiles = async (
  folder: string,
  files: readonly string[],
  keys: ReadonlyMap<string, readonly SubjectKey[]>,
) => {
  const found = { opens: 0, unreadable: 0 }
  const byHex = new Map([...keys].map(([id, some]) => [bare(id), some]))
  for (const file of files.filter((name) => name.startsWith('files/'))) {
    await using handle = await open(join(folder, file))
    const { buffer } = await handle.read(Buffer.alloc(17), 0, 17, 0)
    const own = byHex.get(buffer.toString('hex', 1))
    if (own) found[own.some(({ raw }) => raw) ? 'opens' : 'unreadable']++
  }
  return found
}

const untilWhen = (ring: KeyRing, erasedOn: Date | null): string | null => {
  if (!erasedOn || ring.epochSince > erasedOn) return null
  return new Date(erasedOn.getTime() + GONE_WITHIN_DAYS * 86_400_000).toISOString().slice(0, 10)
}

/**
 * Opens a backup with the living keys and shows what it still says of somebody: nothing that was sealed, once they are
 * erased, and which numbers, dates and hashes remain. With a copy of the keys of back then, what the living ring unwraps
 * of it is tried too: that ends when the epoch key is renewed. Refuses a damaged backup, and an id that neither the
 * backup nor the key store knows (PROMISES P62).
 */
export const proveErasure = async (proving: Proving): Promise<Proof> => {
  const { client, ring, person, backup } = proving
  if (!UUID.test(person)) throw new OperatorError('A person is named by the id that the log gives: a uuid.')
  const data = await readManifest(backup)
  if (data.kind !== 'data') throw new OperatorError(`${backup} holds no backup of data.`)
  const ids = new Set([person, ...(await accountsGone(proving, data.tables))])
  const living = await livingKeys(client, ring, [...ids])
  const copied = proving.keys ? await copiedKeys(proving.keys, ring, [...ids]) : []
  const all = await livingKeyIds(client)
  const keys = Map.groupBy([...living, ...copied], ({ id }) => id)
  const opens: { table: string; column: string; values: number }[] = []
  const remains: Remains[] = []
  let unreadable = 0
  for (const table of data.tables) {
    const read = await readTable(backup, table, ids, keys, all)
    for (const [column, values] of read.opens) opens.push({ table: table.name, column, values })
    unreadable += read.unreadable
    if (read.remains) remains.push(read.remains)
  }
  if (remains.length === 0 && keys.size === 0)
    throw new OperatorError('Neither this installation nor the backup knows anybody with that id.')
  const files = await readFiles(backup, data.files, keys)
  const erasedOn = living.find(({ subject }) => subject === person)?.destroyedAt ?? null
  return {
    person,
    made: data.made,
    erasedOn: erasedOn?.toISOString() ?? null,
    proven: opens.length === 0 && files.opens === 0 && living.every(({ raw }) => raw === null),
    opens,
    unreadable,
    files,
    remains,
    olderKeysUntil: untilWhen(ring, erasedOn),
  }
}
