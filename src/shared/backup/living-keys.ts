import type pg from 'pg'
import { inOrganisation, organisationsOf } from '#shared/tenancy/as-operator.ts'
import { type DataKey, readKeys, type WrappedKey } from '#shared/vault/crypto.ts'
import { ACCOUNTS, type KeyRing } from '#shared/vault/ring.ts'
import { readKeysCopy } from './keys.ts'
import { rowsOf } from './rows.ts'

/** A key of somebody: raw where it still can be had. `within`: the organisation it is bound to, or `accounts`. */
export type SubjectKey = {
  readonly id: string
  readonly subject: string
  readonly within: string
  readonly raw: Buffer | null
  readonly destroyedAt: Date | null
}

type Stored = Omit<WrappedKey, 'wrapped' | 'generation'> & {
  wrapped: string | null
  generation: number | null
  destroyed_at: Date | null
}

const unwrapped = async (ring: KeyRing, within: string, key: Stored): Promise<SubjectKey> => {
  const { id, subject, wrapped, generation, destroyed_at: destroyedAt } = key
  const unwrap = async (): Promise<DataKey[]> =>
    wrapped === null || generation === null
      ? []
      : readKeys(ring, within, async () => [{ id, subject, wrapped, generation }])
  // Another ring, or a generation that was shredded: it opens nothing, which is what is asked.
  const [found] = await unwrap().catch(() => [])
  return { id, subject, within, raw: found?.raw ?? null, destroyedAt }
}

const KEYS = `select id, subject_id as subject, wrapped, generation, destroyed_at from vault_key
  where organisation_id = $1 and subject_id = any($2::uuid[])`
const ACCOUNT_KEYS = `select id, account_id as subject, wrapped, generation, null as destroyed_at from account_key
  where account_id = any($1::uuid[])`

/** The living keys of these subjects, tombstones too, at whatever organisation. */
export const livingKeys = async (client: pg.ClientBase, ring: KeyRing, subjects: readonly string[]) => {
  const keys: SubjectKey[] = []
  for (const { id } of await organisationsOf(client)) {
    const { rows } = await inOrganisation(client, id, () => client.query<Stored>(KEYS, [id, subjects]))
    for (const row of rows) keys.push(await unwrapped(ring, id, row))
  }
  const { rows } = await client.query<Stored>(ACCOUNT_KEYS, [subjects])
  for (const row of rows) keys.push(await unwrapped(ring, ACCOUNTS, row))
  return keys
}

/** The keys of these subjects in a copy that was made beside a backup, as far as the living ring still unwraps them. */
export const copiedKeys = async (folder: string, ring: KeyRing, subjects: readonly string[]) => {
  const copy = await readKeysCopy(folder)
  const keys: SubjectKey[] = []
  for (const table of copy.tables.filter(({ name }) => name !== 'vault_generation')) {
    const ofAccount = table.columns.includes('account_id')
    for await (const row of rowsOf(copy.folder, table, (line) => subjects.some((id) => line.includes(id)))) {
      const subject = row.get(ofAccount ? 'account_id' : 'subject_id')!
      const stored = { id: row.get('id')!, subject, wrapped: row.get('wrapped') ?? null, destroyed_at: null }
      const generation = row.get('generation')
      const within = ofAccount ? ACCOUNTS : row.get('organisation_id')!
      keys.push(await unwrapped(ring, within, { ...stored, generation: generation ? Number(generation) : null }))
    }
  }
  return keys
}

/** The ids of all keys that live, of subjects and accounts: bare, as a sealed value carries them. */
export const livingKeyIds = async (client: pg.ClientBase): Promise<ReadonlySet<string>> => {
  const ids = new Set<string>()
  const add = (rows: readonly { id: string }[]) => {
    for (const { id } of rows) ids.add(id.replaceAll('-', ''))
  }
  for (const { id } of await organisationsOf(client))
    add(
      (
        await inOrganisation(client, id, () =>
          client.query('select id from vault_key where organisation_id = $1 and wrapped is not null', [id]),
        )
      ).rows,
    )
  add((await client.query('select id from account_key')).rows)
  return ids
}
