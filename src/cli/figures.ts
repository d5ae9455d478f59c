import { figuresFile, figuresOf, mayLeave } from '#products/privacy/index.ts'
import { OperatorError } from '#shared/operator-error.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import { type Command, WrongUse } from './command.ts'
import { withGround } from './ground.ts'
import { optionsOf } from './options.ts'
import { siteOn } from './organisation.ts'

/** Prints the anonymous figures of an organisation, byte for byte what its own page shows; refused while it says no. */
export const privacyFiguresCommand: Command = {
  name: 'privacy figures',
  summary: 'print the anonymous figures of last month, when the organisation allows it',
  usage: '--organisation HOST [--json]',
  async run(context, args) {
    const { values } = optionsOf(args, { organisation: { type: 'string' }, json: { type: 'boolean', default: false } })
    const host = values.organisation
    if (host === undefined) throw new WrongUse()
    const found = await withGround(context, async (ground) => {
      const site = await siteOn(ground, host)
      return asSystem(ground, site.id, 'privacy figures', async (work) =>
        (await mayLeave(work)) ? figuresOf(work) : null,
      )
    })
    if (!found) throw new OperatorError(`${host} does not allow anonymous figures to leave.`)
    if (values.json) context.print(figuresFile(found))
    else for (const { part, who, people } of found.figures) context.print(`${found.month} ${part} ${who}: ${people}`)
    return 0
  },
}
