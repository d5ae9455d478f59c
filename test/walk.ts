import type { Route } from '#shared/access/module.ts'
import { isOn } from '#shared/access/switch.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import type { Browser, FrontDoor } from './front-door.ts'
import { world } from './world.ts'

type Ids = readonly string[]

const idsOf = (part: Record<string, string>): Ids => Object.values(part)
const molen: Ids = [
  world.pupils.emre,
  world.guardians.fennaAtMolen,
  world.staff.sem,
  world.staff.gerrit,
  world.groups.molenSeven,
]

/** Ids of De Vuurtoren, and those of another board's school. */
export const ids = {
  own: [...idsOf(world.pupils), ...idsOf(world.guardians), ...idsOf(world.staff), ...idsOf(world.groups)].filter(
    (id) => !molen.includes(id),
  ),
  foreign: molen,
}

/** Every address that a route has for these ids; days are today, other words are the ids too. */
export const addressesOf = (route: Route, today: string, some: Ids): string[] => {
  const names = [...route.pattern.matchAll(/:([a-zA-Z]+)/g)].map((match) => match[1]!)
  if (names.length === 0) return [route.pattern]
  const at = (id: string) =>
    route.pattern.replace(/:([a-zA-Z]+)/g, (_, name: string) => (/day|date/i.test(name) ? today : id))
  return [...new Set(some.map(at))]
}

/** Routes that keep their answer open for as long as the page stands. */
const streams = new Set(['/live'])

/** What is there at an organisation of a kind with every module on. */
export const walkable = (front: FrontDoor, kind: Site['kind'] = 'school'): readonly Route[] =>
  front.application.routes.filter(
    (route) => !streams.has(route.pattern) && isOn(route.module, { kind, modulesOff: [] }),
  )

/** Opens every page for these ids and answers what came back, address by address. */
export async function* walk(
  front: FrontDoor,
  browser: Browser,
  some: Ids,
  kind: Site['kind'] = 'school',
): AsyncGenerator<{ address: string; status: number; body: string }> {
  const today = dayOf(new Date())
  for (const route of walkable(front, kind)) {
    if (route.method !== 'GET') continue
    for (const address of addressesOf(route, today, some)) {
      const response = await browser.get(address)
      yield { address, status: response.status, body: await response.text() }
    }
  }
}
