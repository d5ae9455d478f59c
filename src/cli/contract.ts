import {
  beginContract,
  endContract,
  holdContract,
  type Refused,
  withdrawNotice,
} from '#products/supplier/contracts/changes.ts'
import {
  type ContractProduct,
  contractProducts,
  type HoldReason,
  holdReasons,
  isContractProduct,
  phaseOf,
} from '#products/supplier/contracts/phases.ts'
import { contractsOf } from '#products/supplier/contracts/queries.ts'
import { OperatorError } from '#shared/operator-error.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import { dayOf, type Work } from '#shared/tenancy/work.ts'
import { type Command, type Context, WrongUse } from './command.ts'
import { withGround } from './ground.ts'
import { optionsOf } from './options.ts'
import { siteOn } from './organisation.ts'
import '../app.ts'

type Given = {
  readonly organisation?: string | undefined
  readonly product?: string | undefined
  readonly json: boolean
}
type Doing = (work: Work, product: ContractProduct) => Promise<Refused | null>

const day = (given: string | undefined): string => {
  const moment = new Date(`${given}T12:00:00Z`)
  if (!given || Number.isNaN(moment.getTime()) || moment.toISOString().slice(0, 10) !== given)
    throw new WrongUse('--date takes a day, written as 2027-01-31.')
  return given
}

/** One product, or all that the organisation has a contract for. One transaction: refused for one is done for none. */
const onContracts = async (context: Context, { organisation, product, json }: Given, doing: Doing): Promise<number> => {
  if (organisation === undefined) throw new WrongUse()
  if (product !== undefined && !isContractProduct(product))
    throw new WrongUse(`--product is one of ${contractProducts.join(', ')}.`)
  const table = await withGround(context, async (ground) => {
    const { id } = await siteOn(ground, organisation)
    return asSystem(ground, id, 'contract', async (work) => {
      const mine = (await contractsOf(work)).filter(({ customer }) => customer === id)
      const asked = product ? [product] : mine.map((one) => one.product)
      if (asked.length === 0) throw new OperatorError(`${organisation} has no contract.`)
      for (const one of asked) {
        const answer = await doing(work, one)
        if (answer) throw new OperatorError(answer.refused)
      }
      return (await contractsOf(work))
        .filter(({ customer, product: one }) => customer === id && (!product || one === product))
        .map((one) => ({ ...one, phase: phaseOf(one, dayOf(work.now)) }))
    })
  })
  if (json) context.print(JSON.stringify(table))
  else
    for (const { product: one, phase, beganOn, endsOn, destroyedFrom, heldFor, certificate } of table) {
      const ends = endsOn ? `, ends ${endsOn}, destroyed from ${destroyedFrom}` : ''
      const held = heldFor ? `, held for ${heldFor}` : ''
      context.print(
        `${one}: ${phase}, since ${beganOn}${ends}${held}${certificate ? `, certificate ${certificate.hash}` : ''}`,
      )
    }
  return 0
}

const shared = {
  organisation: { type: 'string' },
  product: { type: 'string' },
  json: { type: 'boolean', default: false },
} as const

const HERE = '--organisation HOST [--product PRODUCT]'

export const contractCommands: readonly Command[] = [
  {
    name: 'contract show',
    summary:
      'say which products an organisation takes, in which phase each is, and the certificates of what was destroyed',
    usage: `${HERE} [--json]`,
    run: (context, args) => onContracts(context, optionsOf(args, shared).values, async () => null),
  },
  {
    name: 'contract begin',
    summary: 'write down that an organisation takes a product from a day on',
    usage: '--organisation HOST --product PRODUCT --date DATE [--json]',
    run: (context, args) => {
      const { values } = optionsOf(args, { ...shared, date: { type: 'string' } })
      if (values.product === undefined) throw new WrongUse()
      const from = day(values.date)
      return onContracts(context, values, async (work, product) => {
        await beginContract(work, product, from)
        return null
      })
    },
  },
  {
    name: 'contract end',
    summary:
      'give notice: from that day a product (all, unless said) only reads, two months later nothing of it is left',
    usage: `${HERE} --date DATE [--json]`,
    run: (context, args) => {
      const { values } = optionsOf(args, { ...shared, date: { type: 'string' } })
      const on = day(values.date)
      return onContracts(context, values, (work, product) => endContract(work, product, on))
    },
  },
  {
    name: 'contract withdraw',
    summary: 'take a notice back, as long as nothing was destroyed',
    usage: `${HERE} [--json]`,
    run: (context, args) => onContracts(context, optionsOf(args, shared).values, withdrawNotice),
  },
  {
    name: 'contract hold',
    summary: `keep what will be due for a reason (${holdReasons.join(', ')}), or let it go again (--release)`,
    usage: `${HERE} --reason REASON|--release [--json]`,
    run: (context, args) => {
      const { values } = optionsOf(args, {
        ...shared,
        reason: { type: 'string' },
        release: { type: 'boolean', default: false },
      })
      const reason = holdReasons.find((one) => one === values.reason)
      if (values.release === (reason !== undefined)) throw new WrongUse(`--reason is one of ${holdReasons.join(', ')}.`)
      const held: HoldReason | null = reason ?? null
      return onContracts(context, values, (work, product) => holdContract(work, product, held))
    },
  },
]
