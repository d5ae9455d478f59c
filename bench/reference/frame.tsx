import { pageOf } from '#shared/access/page.tsx'
import { isOn } from '#shared/access/switch.ts'
import { hopRoutes } from '#shared/identity/hop/routes.tsx'
import { Me } from '#shared/identity/me.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import { products } from '#src/products.ts'
import { urls } from '#src/urls.ts'
import type { Made } from './page.ts'

type Frame = readonly [before: string, after: string]

const CONTENT = '\u{e000}'
const places = products
  .flatMap(({ modules }) => modules)
  .filter(({ name }) => isOn(name, { kind: 'school', modulesOff: [] }))
  .flatMap((module) => module.places)
  .concat(hopRoutes({} as never).places)
const frames = new Map<string, Frame>()

/**
 * The document around the content: head, menu, who is signed in. It comes once from the application, so that a new place
 * in the menu changes both; from then on it is constant text, as a template by hand would be.
 */
export const frameOf = (
  site: Site,
  who: { id: string; name: string; givenName: string; roles: readonly string[]; elsewhere?: boolean },
  path: string,
  { title, wide, live, count, otherThemes }: Made,
  markOf: (topic: string) => string,
): Frame => {
  const key = [site.id, who.id, who.name, who.roles, path, title, live, count].join('\n')
  const known = frames.get(key)
  if (known) return known
  const me = new Me({
    ...who,
    account: '',
    language: site.language,
    strong: true,
    roles: who.roles as never,
    accessVersion: 0,
  })
  const html = pageOf({
    visit: { site, language: site.language, me, request: new Request(`http://${site.host}${path}`) },
    places,
    options: { title, ...(wide ? { wide } : {}), ...(count ? { count } : {}), ...(otherThemes ? { otherThemes } : {}) },
    live: live && urls.live({ topic: live, mark: markOf(live) }),
    content: CONTENT,
  })
  const [before, after] = html.split(CONTENT) as [string, string]
  frames.set(key, [before, after])
  return [before, after]
}
