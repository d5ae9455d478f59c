import { Me } from '#shared/identity/me.ts'
import type { Site, Sites } from '#shared/tenancy/sites.ts'
import { transaction } from '#shared/tenancy/transaction.ts'
import type { Ground } from '#shared/tenancy/work.ts'
import { actingRole } from './acting-role.ts'
import { type Asides, standsAside } from './aside.ts'
import type { There } from './attention.ts'
import type { WhoIs } from './identify.ts'
import type { Route } from './module.ts'
import type { Offer } from './offer.ts'

/** Somebody at another organisation, of the same account. */
export type Elsewhere = { readonly organisation: string; readonly person: string }

/** What was found at another organisation; nothing while that asks something of the person first (its terms, a second factor). */
export type Found<T> = { readonly site: Site; readonly found: T | null }

export type Across = <T>(me: Me, others: readonly Elsewhere[], run: (there: There) => Promise<T>) => Promise<Found<T>[]>

type Serving = Ground &
  Asides & {
    readonly sites: Sites
    readonly whoIs: WhoIs
    readonly offer: (site: Site) => Offer
    readonly newDay: (organisation: string) => Promise<void>
  }

/**
 * Runs the same question at other organisations of one account: a transaction for each (organisation, person), with that
 * person's rights and a line of its own in that organisation's log; merged in memory (DESIGN.md, "Across organisations").
 * `others` are the account's own (`peopleElsewhere`). To be called only while no transaction is open.
 */
export const across = async <T>(
  serving: Serving,
  route: Pick<Route, 'method' | 'pattern' | 'rule' | 'options'>,
  me: Me,
  others: readonly Elsewhere[],
  run: (there: There) => Promise<T>,
): Promise<Found<T>[]> => {
  const sites = [...(await serving.sites.all()).values()]
  const asked = others.map(async ({ organisation, person }): Promise<Found<T> | null> => {
    const site = sites.find(({ id, host, main }) => id === organisation && host === main)
    if (!site) return null
    await serving.newDay(organisation)
    const place = `${route.method} ${route.pattern}`
    const context = { organisation, person, plannedOnce: route.options.plannedOnce }
    return transaction(serving, context, place, async (work) => {
      const who = await serving.whoIs(work)
      const { account, language, ownFactor } = me
      const there =
        who && new Me({ account, language, strong: ownFactor, ownFactor, ...who, roles: [...who.roles] as never })
      if (!there || !route.rule(there)) return null
      work.role = actingRole(route.rule, there)
      if (standsAside(there, site, route, serving)) return { site, found: null }
      return { site, found: await run({ work, me: there, site, language, attentions: serving.offer(site).attentions }) }
    })
  })
  return (await Promise.all(asked)).filter((one) => one !== null)
}
