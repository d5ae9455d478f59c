import type { Me } from '#shared/identity/me.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import { transaction } from '#shared/tenancy/transaction.ts'
import type { Ground, Work } from '#shared/tenancy/work.ts'
import type { Kind } from '#shared/vault/declaration.ts'
import { actingRole } from './acting-role.ts'
import type { Route } from './module.ts'

/** A window that is open at this moment: whose data, and which kinds. */
export type OpenWindow = { readonly id: string; readonly person: string; readonly kinds: readonly Kind[] }

/** Where the window is: at which organisation. */
export type Where = { readonly organisation: string; readonly id: string }

export type ThroughWindow = <T>(
  me: Me,
  where: Where,
  run: (work: Work, window: OpenWindow) => Promise<T>,
) => Promise<T | null>

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/**
 * The only way in which a request of the supplier reaches another organisation (DESIGN.md, "Across organisations", 3; PROMISES
 * P32): in a transaction there, and only while a window for this supplier is open there; the row is held, so that closing
 * waits for a look that is under way and no look begins after it. Whoever has a protected identity is not there. The line in
 * that organisation's log names who looked, about whom, which kinds and which window. Answers null when there is no such
 * window, when it is another's, and when it is over: nobody can tell which. To be called only while no transaction is open.
 */
export const throughWindow = async <T>(
  ground: Ground,
  route: Pick<Route, 'method' | 'pattern' | 'rule'>,
  site: Site,
  me: Me,
  { organisation, id }: Where,
  run: (work: Work, window: OpenWindow) => Promise<T>,
): Promise<T | null> => {
  if (![organisation, id].every((one) => UUID.test(one)) || !me.strong) return null
  const place = `${route.method} ${route.pattern} ${id}`
  return transaction(ground, { organisation }, place, async (work) => {
    const window = await work.db
      .selectFrom('support_window')
      .innerJoin('person', 'person.id', 'support_window.person_id')
      .select(['support_window.id', 'support_window.person_id as person', 'support_window.kinds'])
      .where('support_window.id', '=', id)
      .where('support_window.supplier_id', '=', site.id)
      .where('support_window.closed_at', 'is', null)
      .where('support_window.opened_at', '<=', work.now)
      .where('support_window.ends_at', '>', work.now)
      .forShare('support_window')
      .executeTakeFirst()
    if (!window) return null
    work.person = me.id
    work.role = actingRole(route.rule, me)
    work.named = [window.person]
    const { person, kinds } = window
    // Also of what is not sealed a line stands: the window is what was looked through.
    for (const kind of kinds) work.opened(person, kind as Kind)
    return run(work, { id, person, kinds: kinds as Kind[] })
  })
}
