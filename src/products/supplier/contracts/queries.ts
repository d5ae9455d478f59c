import type { Work } from '#shared/tenancy/work.ts'
import type { ContractProduct, Dates, HoldReason } from './phases.ts'

/** What was found when nothing of a product was left; `hash` stands in the chained log as well. */
export type Certificate = {
  readonly product: string
  readonly customer: string
  readonly endedOn: string
  readonly destroyedAt: string
  readonly tables: readonly string[]
  readonly rows: number
  readonly keys: number
  readonly left: number
  readonly hash: string
}

export type Contract = Dates & {
  readonly customer: string
  readonly product: ContractProduct
  readonly beganOn: string
  readonly noticedAt: Date | null
  readonly heldFor: HoldReason | null
  readonly certificate: Certificate | null
}

/** The contracts this organisation may see: its own, and for a supplier those of every customer. */
export const contractsOf = async (work: Work): Promise<Contract[]> => {
  const rows = await work.db
    .selectFrom('contract')
    .select([
      'customer_id as customer',
      'product',
      'began_on as beganOn',
      'noticed_at as noticedAt',
      'ends_on as endsOn',
      'destroyed_from as destroyedFrom',
      'held_for as heldFor',
      'destroying_at as destroyingAt',
      'destroyed_at as destroyedAt',
      'certificate',
    ])
    .orderBy('customer_id')
    .orderBy('product')
    .execute()
  return rows as unknown as Contract[]
}

/** The contract of the organisation at work for a product. */
export const contractOf = async (work: Work, product: ContractProduct): Promise<Contract | undefined> =>
  (await contractsOf(work)).find((one) => one.customer === work.organisation && one.product === product)

/** The same, locked: a withdrawal, a hold and a destruction come one after the other. */
export const lockContract = async (work: Work, product: ContractProduct): Promise<Contract | undefined> => {
  await work.db
    .selectFrom('contract')
    .select('product')
    .where('customer_id', '=', work.organisation)
    .where('product', '=', product)
    .forUpdate()
    .execute()
  return contractOf(work, product)
}

/** A change of the contract of the organisation at work, to be completed. */
export const changeContract = (work: Work, product: ContractProduct) =>
  work.db.updateTable('contract').where('customer_id', '=', work.organisation).where('product', '=', product)
