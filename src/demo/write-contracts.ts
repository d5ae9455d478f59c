import { contractProducts } from '#products/supplier/contracts/phases.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { addDays } from './calendar.ts'
import type { Part } from './part.ts'

/** Days until a contract ends, where notice was given: one that reads only since six weeks, and one that ends in two months. */
const ends: Readonly<Record<string, number>> = { 'molen plaza': -42, 'zeester m365': 60 }

/** Every school takes all products. */
export const writeContracts = async (work: Work, { organisation: { kind, host }, today }: Part): Promise<void> => {
  if (kind !== 'school') return
  const rows = contractProducts.map((product) => {
    const days = ends[`${host} ${product}`]
    const notice = days === undefined ? null : { ends_on: addDays(today, days), noticed_at: work.now }
    return {
      customer_id: work.organisation,
      product,
      began_on: addDays(today, -700),
      ends_on: null,
      noticed_at: null,
      ...notice,
    }
  })
  await work.db.insertInto('contract').values(rows).execute()
}
