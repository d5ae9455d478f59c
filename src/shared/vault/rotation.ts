import type pg from 'pg'
import { asOwner, type OwnerConnection } from '#shared/database/migrate.ts'
import { inOrganisation, type Named, organisationsOf } from '#shared/tenancy/as-operator.ts'
import { readKeys, type WrappedKey, wrapKey } from './crypto.ts'
import { checkRing } from './generation.ts'
import { ACCOUNTS, type KeyRing, RING_CHANGED } from './ring.ts'

/** What a rotation has just done. */
export type Step =
  | { readonly step: 'added' | 'registered' | 'used'; readonly generation: number }
  | { readonly step: 'wrapped'; readonly name: string; readonly keys: number }
  | { readonly step: 'dropped' | 'shredded'; readonly generations: readonly number[] }

const LOCK = 7_103_010
const AT_ONCE = 500
const FOREIGN_KEY = '23503'

/** Waits until no rotation runs and holds off the next one for as long as the connection lives. */
export const holdGenerations = async (client: pg.ClientBase): Promise<void> => {
  await client.query('select pg_advisory_lock($1)', [LOCK])
}

const tellProcesses = (client: pg.ClientBase) =>
  client.query(`select pg_notify('schoolplein', $1)`, [JSON.stringify(['', RING_CHANGED])])

/** Where keys stand that are wrapped under one name of the ring. */
type Keys = { organisation: string; of: string; name: string; select: string; update: string }

const organisationKeys = ({ id, host }: Named): Keys => ({
  organisation: id,
  of: id,
  name: host,
  select: `select id, subject_id as subject, wrapped, generation from vault_key
    where organisation_id = '${id}' and generation = any($1) order by id limit ${AT_ONCE} for update`,
  update: `update vault_key k set wrapped = v.wrapped, generation = $3 from unnest($1::uuid[], $2::text[]) v (id, wrapped)
    where k.organisation_id = '${id}' and k.id = v.id`,
})

const accountKeys: Keys = {
  organisation: '',
  of: ACCOUNTS,
  name: ACCOUNTS,
  select: `select id, account_id as subject, wrapped, generation from account_key
    where generation = any($1) order by id limit ${AT_ONCE} for update`,
  update: `update account_key k set wrapped = v.wrapped, generation = $3 from unnest($1::uuid[], $2::text[]) v (id, wrapped)
    where k.id = v.id`,
}

/** Wraps a batch of living keys under the current generation; they stay locked for these milliseconds only. */
const wrapBatch = async (client: pg.ClientBase, ring: KeyRing, { of, select, update }: Keys): Promise<number> => {
  const old = ring.generations.filter((id) => id !== ring.current)
  const keys = await readKeys(ring, of, async () => (await client.query<WrappedKey>(select, [old])).rows)
  if (keys.length === 0) return 0
  const wrapped = keys.map((key) => wrapKey(ring, of, ring.current, key))
  await client.query(update, [keys.map(({ id }) => id), wrapped, ring.current])
  return keys.length
}

const wrapAll = async (client: pg.ClientBase, ring: KeyRing, report: (step: Step) => void) => {
  for (const where of [...(await organisationsOf(client)).map(organisationKeys), accountKeys]) {
    for (;;) {
      const keys = await inOrganisation(client, where.organisation, () => wrapBatch(client, ring, where))
      if (keys === 0) break
      report({ step: 'wrapped', name: where.name, keys })
    }
  }
}

/** The database refuses while one key still needs an old generation, however many servers are writing. */
const dropOld = async (client: pg.ClientBase, current: number): Promise<number[] | null> => {
  try {
    const { rows } = await client.query<{ id: number }>('delete from vault_generation where id <> $1 returning id', [
      current,
    ])
    return rows.map(({ id }) => id)
  } catch (error) {
    if ((error as pg.DatabaseError).code === FOREIGN_KEY) return null
    throw error
  }
}

/**
 * Makes a new generation of the ring with another master key, epoch key or both, wraps every living key of the vault
 * and of the accounts under it, and shreds the older ones: a copy of the ring from before opens nothing any more. Runs
 * beside serving processes and fails no request (decisions/0004). Broken off at any moment, the next rotation also does
 * what was left. Answers the new generation. Refuses a ring that is older than the database.
 */
export const rotate = (
  owner: OwnerConnection,
  ring: KeyRing,
  what: { readonly master?: boolean; readonly epoch?: boolean },
  report: (step: Step) => void = () => {},
): Promise<number> =>
  asOwner(owner, async (client) => {
    await holdGenerations(client)
    ring.reload()
    await checkRing(client, ring)
    const generation = ring.add(what)
    report({ step: 'added', generation })
    await client.query('insert into vault_generation (id, proof) values ($1, $2)', [generation, ring.proof(generation)])
    report({ step: 'registered', generation })
    ring.use(generation)
    await tellProcesses(client)
    report({ step: 'used', generation })
    let dropped: number[] | null
    do {
      await wrapAll(client, ring, report)
      dropped = await dropOld(client, generation)
    } while (!dropped)
    report({ step: 'dropped', generations: dropped })
    const old = ring.generations.filter((id) => id !== generation)
    for (const id of old) ring.shred(id)
    await tellProcesses(client)
    report({ step: 'shredded', generations: old })
    return generation
  })
