import { dayOf, type Work } from '#shared/tenancy/work.ts'
import { type ContractProduct, type Deed, deeds, type HoldReason, phaseOf } from './phases.ts'
import { type Contract, changeContract, contractOf, lockContract } from './queries.ts'

/** Why a deed on a contract was not done, in a sentence; nothing was changed. */
export type Refused = { readonly refused: string }

/** The contract, locked, if its phase allows this deed. */
const contractFor = async (work: Work, product: ContractProduct, deed: Deed): Promise<Contract | Refused> => {
  const contract = await lockContract(work, product)
  if (!contract) return { refused: `There is no contract for ${product}: begin it first.` }
  const phase = phaseOf(contract, dayOf(work.now))
  if ((deeds[deed] as readonly string[]).includes(phase)) return contract
  return { refused: `The contract for ${product} is ${phase}: too late for that.` }
}

/** Writes down that the organisation takes a product from a day on. What is there already stays as it is. */
export const beginContract = async (work: Work, product: ContractProduct, day: string): Promise<void> => {
  const { numInsertedOrUpdatedRows } = await work.db
    .insertInto('contract')
    .values({ customer_id: work.organisation, product, began_on: day })
    .onConflict((known) => known.doNothing())
    .executeTakeFirstOrThrow()
  if (numInsertedOrUpdatedRows) await work.audit('contract-begun', `contract ${product}`)
}

/** Gives notice: the first day without. Twice the same is once; refuses a day that is not after the beginning. */
export const endContract = async (work: Work, product: ContractProduct, day: string): Promise<Refused | null> => {
  const contract = await contractFor(work, product, 'notice')
  if ('refused' in contract) return (await contractOf(work, product))?.endsOn === day ? null : contract
  if (day <= contract.beganOn)
    return { refused: `The contract for ${product} began on ${contract.beganOn}: it cannot end before or on that day.` }
  if (contract.endsOn === day) return null
  await changeContract(work, product).set({ ends_on: day, noticed_at: work.now }).execute()
  await work.audit('contract-ends', `contract ${product} ${day}`)
  return null
}

/** Takes the notice back: the product goes on as it was. Refuses once anything was destroyed. */
export const withdrawNotice = async (work: Work, product: ContractProduct): Promise<Refused | null> => {
  const contract = await contractFor(work, product, 'withdraw')
  if ('refused' in contract) return contract
  await changeContract(work, product).set({ ends_on: null, noticed_at: null }).execute()
  await work.audit('contract-goes-on', `contract ${product}`)
  return null
}

/** Keeps what will be due for a reason, or with `null` no longer. */
export const holdContract = async (
  work: Work,
  product: ContractProduct,
  reason: HoldReason | null,
): Promise<Refused | null> => {
  const contract = await contractFor(work, product, reason ? 'hold' : 'release')
  if ('refused' in contract) return contract
  if (contract.heldFor === reason) return null
  await changeContract(work, product)
    .set({ held_for: reason, held_at: reason && work.now })
    .execute()
  await work.audit(reason ? 'contract-held' : 'contract-released', `contract ${product} ${reason ?? ''}`.trim())
  return null
}
