import { sql } from 'kysely'
import { takeSiteDown } from '#products/website/index.ts'
import { removeAlone } from '#shared/files/orphans.ts'
import { hashOf } from '#shared/language/prose.ts'
import { type Catalogue, childrenFirst, readCatalogue } from '#shared/retention/catalogue.ts'
import { placesLeft } from '#shared/retention/prove.ts'
import { anyTable, standsAt } from '#shared/retention/walk.ts'
import { dayOf, type Work } from '#shared/tenancy/work.ts'
import { allDeclarations } from '#shared/vault/declaration.ts'
import { type ContractProduct, contractProducts, deeds, phaseOf } from './phases.ts'
import { type Certificate, type Contract, changeContract, contractOf, lockContract } from './queries.ts'
import { tablesOf } from './tables.ts'

/** Rows of one transaction: it takes some tens of milliseconds. */
const AT_ONCE = 1_000

type InOrganisation = <T>(run: (work: Work) => Promise<T>) => Promise<T>

/** What became of a product whose contract ended: destroyed and proven, kept by a hold, or found not to be gone. */
export type Ended = {
  readonly product: ContractProduct
  readonly state: 'destroyed' | 'held' | 'failed'
  readonly rows: number
  readonly keys: number
  readonly left: number
}

/** What a product left elsewhere than in its rows: strangers get the site from memory and from copies on disk. */
const elsewhereGone: Partial<Record<ContractProduct, (work: Work) => Promise<void>>> = { website: takeSiteDown }

/** The contract while it may be destroyed, locked. */
const dueNow = async (work: Work, product: ContractProduct): Promise<Contract | undefined> => {
  const contract = await lockContract(work, product)
  const phase = contract && phaseOf(contract, dayOf(work.now))
  return phase && (deeds.destroy as readonly string[]).includes(phase) ? contract : undefined
}

/** Some rows of a table, with the keys that are theirs and the pictures and documents that only they led to. */
const someOf = async (work: Work, catalogue: Catalogue, table: string) => {
  const declaration = allDeclarations().find((one) => one.table === table)!
  const leads = catalogue.leads.filter((lead) => lead.table === table && ['image', 'stored_file'].includes(lead.to))
  const places = anyTable(work).selectFrom(`${table} as t`).select(sql`t.ctid`.as('ctid')).limit(AT_ONCE)
  const returned = [
    sql<string | null>`${declaration.ownKey ? sql.ref(`${table}.id`) : sql`null`}`.as('subject'),
    ...leads.map(({ column }, at) => sql<string | null>`${sql.ref(`${table}.${column}`)}`.as(`file${at}`)),
  ]
  const gone: Record<string, string | null>[] = await anyTable(work)
    .deleteFrom(table)
    .where(standsAt(table, places))
    .returning(returned)
    .execute()
  const keys = gone.flatMap(({ subject }) => subject ?? [])
  for (const key of keys) await work.destroyKey(key)
  if (keys.length > 0) await work.forgetJobs(keys)
  for (const [at, { to }] of leads.entries())
    await removeAlone(work, to as 'image' | 'stored_file', [...new Set(gone.flatMap((row) => row[`file${at}`] ?? []))])
  return { rows: gone.length, keys: keys.length }
}

/** One short transaction of the destruction: what went and the count of it stand both or neither. False once all went. */
const step = async (work: Work, catalogue: Catalogue, product: ContractProduct): Promise<boolean> => {
  if (!(await dueNow(work, product))) return false
  await changeContract(work, product).set({ destroying_at: new Date() }).where('destroying_at', 'is', null).execute()
  const tables = new Set(tablesOf[product])
  for (const table of childrenFirst(catalogue).filter((one) => tables.has(one))) {
    const { rows, keys } = await someOf(work, catalogue, table)
    if (rows === 0) continue
    await changeContract(work, product)
      .set((eb) => ({ rows_gone: eb('rows_gone', '+', rows), keys_gone: eb('keys_gone', '+', keys) }))
      .execute()
    return true
  }
  return false
}

/** Counts what is left in another way: no plugin, the row policies alone hold it; and what a destroyed key still sealed. */
const leftOf = async (work: Work, product: ContractProduct, since: Date): Promise<number> => {
  const { log: _, ...places } = await placesLeft(work, since)
  let left = Object.values(places).reduce((sum, one) => sum + one, 0)
  for (const table of tablesOf[product]) {
    const { rows } = await sql<{ count: string }>`select count(*) from ${sql.table(table)}`.execute(work.db)
    left += Number(rows[0]!.count)
  }
  return left
}

/** Asks a second time whether anything is left; only when nothing is, writes the certificate, its hash in the chained log. */
const certify = async (work: Work, product: ContractProduct): Promise<Ended | null> => {
  const contract = await dueNow(work, product)
  if (!contract) return null
  const counts = await work.db
    .selectFrom('contract')
    .select(['rows_gone as rows', 'keys_gone as keys'])
    .where('customer_id', '=', work.organisation)
    .where('product', '=', product)
    .executeTakeFirstOrThrow()
  const left = await leftOf(work, product, contract.destroyingAt!)
  const said = {
    product,
    customer: work.organisation,
    endedOn: contract.endsOn!,
    destroyedAt: work.now.toISOString(),
    tables: [...tablesOf[product]],
    ...counts,
    left,
  }
  if (left > 0) {
    await work.audit('contract-not-destroyed', `contract ${product} left ${left}`)
    return { product, state: 'failed', ...counts, left }
  }
  const hash = hashOf(JSON.stringify(said))
  const certificate: Certificate = { ...said, hash }
  await elsewhereGone[product]?.(work)
  await changeContract(work, product)
    .set({ destroyed_at: work.now, certificate: JSON.stringify(certificate) as never })
    .execute()
  await work.audit('contract-destroyed', `contract ${product} rows ${said.rows} keys ${said.keys} ${hash}`)
  return { product, state: 'destroyed', ...counts, left }
}

/**
 * Destroys what is due of the organisation's ended contracts (two months after the end; PROMISES P21), and proves it. In short
 * transactions; killed at any moment, the next call goes on where it was. What is held or was withdrawn stays.
 */
export const destroyEnded = async (inOrganisation: InOrganisation): Promise<Ended[]> => {
  const ended: Ended[] = []
  for (const product of contractProducts) {
    const contract = await inOrganisation((work) => contractOf(work, product))
    if (!contract) continue
    const phase = await inOrganisation(async (work) => phaseOf(contract, dayOf(work.now)))
    if (phase === 'held') ended.push({ product, state: 'held', rows: 0, keys: 0, left: 0 })
    if (phase !== 'due' && phase !== 'destroying') continue
    const catalogue = await inOrganisation(readCatalogue)
    while (await inOrganisation((work) => step(work, catalogue, product)));
    const certified = await inOrganisation((work) => certify(work, product))
    if (certified) ended.push(certified)
  }
  return ended
}
