import { allow, allowed } from '#shared/identity/microsoft/connection.ts'
import { OperatorError } from '#shared/operator-error.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import type { Command } from './command.ts'
import { withGround } from './ground.ts'
import { optionsOf } from './options.ts'
import { siteOn } from './organisation.ts'

/** The last way in: where a broken Microsoft keeps a school's team out, its password and passkey work again at once. */
export const microsoftOpenCommand: Command = {
  name: 'microsoft open',
  summary: 'let the team of a school sign in without Microsoft again',
  usage: '--organisation HOST',
  async run(context, args) {
    const { values } = optionsOf(args, { organisation: { type: 'string', default: '' } })
    return withGround(context, async (ground) => {
      const site = await siteOn(ground, values.organisation)
      const opened = await asSystem(ground, site.id, 'microsoft open', async (work) => {
        if ((await allowed(work)) !== 'team') return false
        await allow(work, 'offered')
        await work.audit('microsoft-offered', 'microsoft open')
        return true
      })
      if (!opened) throw new OperatorError(`The team of ${site.host} may sign in without Microsoft already.`)
      context.print(`The team of ${site.host} signs in with password or passkey again, beside Microsoft.`)
      return 0
    })
  },
}
