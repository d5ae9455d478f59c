import { destroyEnded, type Ended } from '#products/supplier/contracts/destroying.ts'
import { openFileStore } from '#shared/files/index.ts'
import { OperatorError } from '#shared/operator-error.ts'
import { dryRun, type Ran, runRetention } from '#shared/retention/run.ts'
import { Sites } from '#shared/tenancy/sites.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import { dayOf, type Ground } from '#shared/tenancy/work.ts'
import { readMarker } from '../demo/marker.ts'
import { type Command, WrongUse } from './command.ts'
import { withGround } from './ground.ts'
import { optionsOf } from './options.ts'
import { siteOn } from './organisation.ts'
import '../app.ts'

/** Each organisation once, by its main host; only the one that was named where one was. */
const organisationsOf = async (ground: Ground, host: string | undefined): Promise<Map<string, string>> => {
  if (host !== undefined) {
    const site = await siteOn(ground, host)
    return new Map([[site.id, site.main]])
  }
  const sites = await new Sites(ground.pool, ground.now).all()
  return new Map([...sites.values()].map((site) => [site.id, site.main]))
}

/** The night of a day: what is due then is due at its end. Refuses what is no day of these two centuries, as wrong use. */
const endOfDay = (day: string): Date => {
  const moment = new Date(`${day}T22:30:00Z`)
  if (
    !/^2[01]\d{2}-\d{2}-\d{2}$/.test(day) ||
    Number.isNaN(moment.getTime()) ||
    moment.toISOString().slice(0, 10) !== day
  )
    throw new WrongUse('--as-of takes a day from 2000-01-01 to 2199-12-31, written as 2027-01-31.')
  return new Date(moment.getTime() - (dayOf(moment) === day ? 0 : 3_600_000))
}

const inWords = (host: string, ran: Ran): string[] => {
  const said = ran.state === 'dry-run' ? 'nothing was changed' : ran.state
  const lines = ran.steps
    .filter(({ due, done, held, remaining }) => due + done + held + (remaining ?? 0) > 0)
    .map(({ rule, due, done, held, remaining }) => {
      const left = remaining ? `, ${remaining} LEFT` : ''
      return `  ${rule}: ${due} due, ${done} done, ${held} held${left}`
    })
  const resumed = ran.resumed ? ', resumed' : ''
  return [`${host}: ${ran.due} due, ${ran.done} done, ${ran.held} held: ${said}${resumed}`, ...lines]
}

/** Carries out what the declarations promise and proves it; fails when something that should be gone is found. */
export const retentionRunCommand: Command = {
  name: 'retention run',
  summary: 'erase what is due, or say what is (--dry-run), and prove that it is gone; goes on where one broke off',
  usage: '[--organisation HOST] [--dry-run] [--as-of DATE] [--json]',
  async run(context, args) {
    const { values } = optionsOf(args, {
      organisation: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      'as-of': { type: 'string' },
      json: { type: 'boolean', default: false },
    })
    const { dataDir } = context.configuration
    const asOf = values['as-of'] === undefined ? new Date() : endOfDay(values['as-of'])
    if (!values['dry-run'] && dayOf(asOf) > dayOf(new Date()) && !readMarker(dataDir)?.demo)
      throw new OperatorError(
        'That day has yet to come: add --dry-run to see what will be due, nothing goes before its time.',
      )
    const files = await openFileStore(process.env, dataDir)
    const table = await withGround(context, async (ground) => {
      const then: Ground = { ...ground, now: () => asOf, ...(values['dry-run'] ? {} : { wall: ground.now }) }
      const ran: ({ organisation: string; contracts: readonly Ended[] } & Ran)[] = []
      for (const [id, host] of await organisationsOf(ground, values.organisation)) {
        const parts = {
          files,
          inOrganisation: <T>(run: Parameters<typeof asSystem<T>>[3]) => asSystem(then, id, 'retention run', run),
        }
        const contracts = values['dry-run'] ? [] : await destroyEnded(parts.inOrganisation)
        const done = await (values['dry-run'] ? dryRun(parts) : runRetention(parts))
        ran.push({ organisation: host, contracts, ...done })
      }
      return ran
    })
    if (values.json) context.print(JSON.stringify(table))
    else
      for (const { organisation, contracts, ...ran } of table) {
        for (const line of inWords(organisation, ran)) context.print(line)
        for (const { product, state, rows, keys, left } of contracts)
          context.print(`  contract ${product}: ${state}, ${rows} rows and ${keys} keys gone, ${left} left`)
      }
    const failed = table.some(({ state, contracts }) =>
      [state, ...contracts.map((one) => one.state)].includes('failed'),
    )
    return failed ? 1 : 0
  },
}
