import type { Me } from '#shared/identity/me.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import type { Route } from './module.ts'
import type { Path } from './path.ts'

/** Where people are sent instead. */
export type Asides = {
  readonly secondFactor: Path<string>
  readonly throughMicrosoft: Path<string>
  readonly terms: Path<string>
  readonly restriction: Path<string>
}

/**
 * Where somebody who works here goes first: to the school's Microsoft where there is no other way, or to their second
 * factor. The office and ICT pass with a second factor of their own, so that a broken Microsoft locks nobody out.
 */
const provesMore = (me: Me, site: Site, serving: Asides): Path<string> | undefined => {
  const only = site.microsoft === 'team' && me.tenant === null && !(me.ownFactor && me.is('administrator', 'ict'))
  if (only) return serving.throughMicrosoft
  return me.strong ? undefined : serving.secondFactor
}

/**
 * Where somebody goes instead, and the only place that says so: to prove better who they are, to what the school restricted
 * them to, or to the terms of use (PROMISES P08).
 */
export const standsAside = (
  me: Me,
  site: Site,
  route: Pick<Route, 'rule' | 'options' | 'method'>,
  serving: Asides,
): Path<string> | undefined => {
  if (route.rule.open) return undefined
  const { beforeSecondFactor, staysOpen } = route.options
  const more = me.staff && !beforeSecondFactor ? provesMore(me, site, serving) : undefined
  if (more || staysOpen === 'always') return more
  if (me.barred === 'everything') return serving.restriction
  if (me.owesTerms) return serving.terms
  const writes = route.method === 'POST' && staysOpen !== 'to-readers'
  return me.barred === 'writing' && writes ? serving.restriction : undefined
}
