import type { Site } from '#shared/tenancy/sites.ts'
import type { OfModule } from './attention.ts'
import type { Module, Route, Today } from './module.ts'
import type { Place } from './place.ts'
import type { DaysTold, Setting } from './setting.ts'
import { isOn } from './switch.ts'

/** What there is for an organisation: that of the modules that are on. */
export type Offer = {
  readonly routes: readonly Route[]
  readonly places: readonly Place[]
  readonly todays: readonly Today[]
  readonly settings: readonly Setting[]
  readonly daysTold: readonly DaysTold[]
  readonly attentions: readonly OfModule[]
}

const byOrder = <One extends { readonly order: number }>(some: readonly One[]): One[] =>
  some.toSorted((one, other) => one.order - other.order)

const offerOf = (modules: readonly Module[]): Offer => ({
  routes: modules.flatMap(({ routes }) => routes),
  places: modules.flatMap(({ places }) => places),
  todays: byOrder(modules.flatMap(({ todays }) => todays)),
  settings: byOrder(modules.flatMap(({ settings }) => settings)),
  daysTold: modules.flatMap(({ daysTold }) => daysTold),
  attentions: modules.flatMap(({ attentions }) => attentions),
})

/** What these modules offer where: put together once for each choice of modules. */
export const offering = (modules: readonly Module[]) => {
  const made = new Map<string, Offer>()
  return (site: Pick<Site, 'kind' | 'modulesOff'>): Offer => {
    const on = modules.filter(({ name }) => isOn(name, site))
    const key = String(on.map((module) => modules.indexOf(module)))
    const offer = made.get(key) ?? offerOf(on)
    made.set(key, offer)
    return offer
  }
}
