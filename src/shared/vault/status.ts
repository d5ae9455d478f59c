import { asOwner, type OwnerConnection } from '#shared/database/migrate.ts'
import { inOrganisation, organisationsOf } from '#shared/tenancy/as-operator.ts'
import { EPOCH_DAYS, epochDays } from './epoch.ts'
import { checkRing } from './generation.ts'
import type { KeyRing } from './ring.ts'

/** How the vault stands. More than one generation means that a rotation runs or was broken off. */
export type VaultStatus = {
  readonly generations: readonly { readonly id: number; readonly current: boolean; readonly keys: number }[]
  readonly tombstones: number
  readonly epochSince: string
  readonly epochDays: number
  readonly epochOverdue: boolean
}

const KEYS = `select generation, count(*)::int as count from vault_key where organisation_id = $1 group by generation`
const ACCOUNT_KEYS = `select generation, count(*)::int as count from account_key group by generation`

type Count = { generation: number | null; count: number }

/** Counts living keys (of subjects and accounts) per generation, and tombstones. Refuses a ring of another database. */
export const vaultStatus = (owner: OwnerConnection, ring: KeyRing, now: Date): Promise<VaultStatus> =>
  asOwner(owner, async (client) => {
    await checkRing(client, ring)
    const counts = new Map<number | null, number>()
    const add = (rows: readonly Count[]) => {
      for (const { generation, count } of rows) counts.set(generation, (counts.get(generation) ?? 0) + count)
    }
    for (const { id } of await organisationsOf(client)) {
      add((await inOrganisation(client, id, () => client.query<Count>(KEYS, [id]))).rows)
    }
    add((await client.query<Count>(ACCOUNT_KEYS)).rows)
    const days = epochDays(ring, now)
    return {
      generations: ring.generations.map((id) => ({ id, current: id === ring.current, keys: counts.get(id) ?? 0 })),
      tombstones: counts.get(null) ?? 0,
      epochSince: ring.epochSince.toISOString(),
      epochDays: days,
      epochOverdue: days > EPOCH_DAYS,
    }
  })
