import { verifyChain } from '#shared/audit/verify.ts'
import { OperatorError } from '#shared/operator-error.ts'
import { Sites } from '#shared/tenancy/sites.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import type { Ground } from '#shared/tenancy/work.ts'
import type { Command } from './command.ts'
import { withGround } from './ground.ts'
import { optionsOf } from './options.ts'

/** Each organisation once, by one of its hosts; only the one of `host` where that is given. */
const organisationsOf = async (ground: Ground, host: string | undefined) => {
  const sites = await new Sites(ground.pool, ground.now).all()
  if (host === undefined) return new Map([...sites.values()].map((site) => [site.id, site.host]))
  const site = sites.get(host)
  if (!site) throw new OperatorError(`No organisation answers on ${host}.`)
  return new Map([[site.id, host]])
}

/** Walks the chain of the log of each organisation; fails when one line is not as it was written. */
export const auditVerifyCommand: Command = {
  name: 'audit verify',
  summary: 'check that no line of the log was changed, dropped or cut off',
  usage: '[--organisation HOST] [--json]',
  async run(context, args) {
    const { values } = optionsOf(args, { organisation: { type: 'string' }, json: { type: 'boolean', default: false } })
    const table = await withGround(context, async (ground) => {
      const checked = []
      for (const [organisation, host] of await organisationsOf(ground, values.organisation))
        checked.push({ host, ...(await asSystem(ground, organisation, 'audit verify', verifyChain)) })
      return checked
    })
    if (values.json) context.print(JSON.stringify(table))
    else
      for (const { host, lines, waiting, sequence, hash, broken } of table) {
        const said = broken === null ? `holds up to ${sequence} ${hash}` : `BROKEN at line ${broken}`
        context.print(`${host}: ${lines} lines, ${waiting} waiting: ${said}`)
      }
    return table.some(({ broken }) => broken !== null) ? 1 : 0
  },
}
