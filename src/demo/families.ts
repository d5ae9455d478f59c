import { cast } from './cast.ts'
import type { ChildPlan, FamilyPlan } from './family-plan.ts'
import { groupPlans } from './groups.ts'
import { kindWeights } from './kinds.ts'
import { childName, originNear, surname } from './names.ts'
import { type Random, random } from './random.ts'
import type { SchoolHost, Sex, Year } from './types.ts'

type Place = Pick<ChildPlan, 'host' | 'group' | 'year'>

const twoSchoolFamilies = 6
const siblings = 0.15
const secondSibling = 0.15
const twins = 0.06

/** Every family with its children: the cast first, then as many as fill the groups. The same at every call. */
export function demoFamilies(): FamilyPlan[] {
  const places = openPlaces()
  const taken = new Set(
    cast.flatMap(({ children }) => children.map(({ host, given, group }) => `${host}/${group}/${given}`)),
  )
  const families = cast.map((plan) => {
    const source = random(`siblings/${plan.key}`)
    const only = plan.protectedIdentity || plan.children.length > 1 || plan.worksAt || !source.chance(siblings)
    const place = only ? undefined : siblingPlace(places, plan.children[0]!, source)
    return place ? { ...plan, children: [...plan.children, childAt(place, plan, taken, source)] } : plan
  })

  for (let number = 1; places.length > 0; number++) {
    const key = `family-${number}`
    const source = random(key)
    const first = number <= twoSchoolFamilies ? takeAt(places, 'vuurtoren') : places.shift()!
    const rest: Place[] = []
    if (number <= twoSchoolFamilies)
      rest.push(siblingPlace(places, { ...first, host: 'zeester' }, source) ?? places.shift()!)
    else if (source.chance(siblings)) {
      const second = siblingPlace(places, first, source)
      const third = second && source.chance(secondSibling) ? siblingPlace(places, second, source) : undefined
      rest.push(...[second, third].filter((place) => place !== undefined))
    }
    const origin = originNear(first.host, source)
    const plan: FamilyPlan = {
      key,
      origin,
      kind: source.weighted(kindWeights),
      surname: surname(origin, source),
      adults: [],
      children: [],
    }
    for (const place of [first, ...rest]) plan.children.push(childAt(place, plan, taken, source))
    families.push(plan)
  }
  return families
}

/** The places in the groups that the cast leaves open, in an order without order. */
function openPlaces(): Place[] {
  const filled = new Map<string, number>()
  const nameOf = ({ host, group, year }: Place) => `${host}/${group}/${year}`
  for (const one of cast.flatMap(({ children }) => children))
    filled.set(nameOf(one), (filled.get(nameOf(one)) ?? 0) + 1)

  const source = random('places')
  return groupPlans
    .flatMap(({ host, key, sizes }) =>
      Object.entries(sizes).flatMap(([year, size]) => {
        const place: Place = { host, group: key, year: Number(year) as Year }
        return Array<Place>(size - (filled.get(nameOf(place)) ?? 0)).fill(place)
      }),
    )
    .map((place) => ({ place, order: source.number() }))
    .sort((one, other) => one.order - other.order)
    .map(({ place }) => place)
}

function takeAt(places: Place[], host: SchoolHost): Place {
  return places.splice(
    places.findIndex((place) => place.host === host),
    1,
  )[0]!
}

/** A place at the same school for a brother or sister: some years apart, or for a few a twin in the same year. */
function siblingPlace(places: Place[], of: Place, source: Random): Place | undefined {
  const twin = source.chance(twins)
  const index = places.findIndex(({ host, year }) => {
    const apart = Math.abs(year - of.year)
    return host === of.host && (twin ? apart === 0 : apart >= 1 && apart <= 4)
  })
  return index < 0 ? undefined : places.splice(index, 1)[0]
}

/** Two children with one name in a group happen, but not in the demo: people would think it a mistake. */
function childAt(place: Place, plan: FamilyPlan, taken: Set<string>, source: Random): ChildPlan {
  const sex: Sex = source.chance(0.51) ? 'boy' : 'girl'
  const names = new Set(plan.children.map(({ given }) => given))
  let given = childName(plan.origin, sex, source)
  for (
    let attempt = 0;
    attempt < 40 && (names.has(given) || taken.has(`${place.host}/${place.group}/${given}`));
    attempt++
  ) {
    given = childName(plan.origin, sex, source)
  }
  taken.add(`${place.host}/${place.group}/${given}`)
  return { ...place, given, sex }
}
