import { registerOf } from '#products/privacy/index.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import { type Command, WrongUse } from './command.ts'
import { withGround } from './ground.ts'
import { optionsOf } from './options.ts'
import { siteOn } from './organisation.ts'
import '../app.ts'

/** The register of processing of an organisation (art. 30 GDPR): one entry per purpose, and for a supplier per customer. */
export const privacyRegisterCommand: Command = {
  name: 'privacy register',
  summary: 'the register of processing: purposes, grounds, kinds, tables and columns, recipients, periods',
  usage: '--organisation HOST [--json]',
  async run(context, args) {
    const { values } = optionsOf(args, { organisation: { type: 'string' }, json: { type: 'boolean', default: false } })
    const host = values.organisation
    if (!host) throw new WrongUse()
    const lines = await withGround(context, async (ground) => {
      const site = await siteOn(ground, host)
      return asSystem(ground, site.id, 'privacy register', registerOf)
    })
    if (values.json) context.print(JSON.stringify(lines, null, 2))
    else
      for (const { role, controller, name, ground, kinds, tables, sealed, period } of lines) {
        context.print(`${controller}, as ${role}: ${name.en}`)
        context.print(`  ground: ${ground}; kinds: ${kinds.join(', ')}`)
        context.print(`  tables: ${tables.map(({ table }) => table).join(', ') || 'none'}`)
        context.print(`  encrypted: ${sealed.sealed} of ${sealed.columns} columns`)
        for (const one of period) context.print(`  kept: ${one.en}`)
      }
    return 0
  },
}
