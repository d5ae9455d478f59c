import { placesToday } from '#products/school/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { type Purpose, purposesAsked } from '../purposes/queries.ts'
import { type Standing, standingOf } from '../standing.ts'

/** How many pupils; `open` waits for somebody's answer, and is a no until then. */
export type Counts = { readonly yes: number; readonly no: number; readonly open: number }

export type Coverage = {
  readonly pupils: number
  readonly purposes: readonly { readonly purpose: Purpose; readonly counts: Counts }[]
  readonly groups: readonly {
    readonly id: string
    readonly name: string
    readonly pupils: number
    readonly open: number
  }[]
  /** Pupils about whom nobody can answer, because school knows nobody with authority. */
  readonly undecided: number
}

const kindOf = (standing: Standing | undefined): keyof Counts => {
  if (standing?.outcome.may) return 'yes'
  return standing?.outcome.state === 'no' ? 'no' : 'open'
}

/** How consent stands in numbers: of the whole school, or of one group; from ids, nothing is opened. */
export const coverageOf = async (work: Work, group: string | null): Promise<Coverage> => {
  const places = await placesToday(work)
  const own = group ? places.filter((place) => place.group === group) : places
  const purposes = await purposesAsked(work)
  const standings = await standingOf(work, { pupils: places.map(({ pupil }) => pupil) })
  const found = new Map(standings.map((one) => [`${one.purpose} ${one.pupil}`, one]))
  const decided = new Set(standings.map(({ pupil }) => pupil))
  const kind = (purpose: Purpose, pupil: string) => kindOf(found.get(`${purpose.id} ${pupil}`))
  const isOpen = (pupil: string) => purposes.some((purpose) => kind(purpose, pupil) === 'open')
  const count = (purpose: Purpose, wanted: keyof Counts) =>
    own.filter(({ pupil }) => kind(purpose, pupil) === wanted).length
  return {
    pupils: own.length,
    purposes: purposes.map((purpose) => ({
      purpose,
      counts: { yes: count(purpose, 'yes'), no: count(purpose, 'no'), open: count(purpose, 'open') },
    })),
    groups: [...Map.groupBy(places, (place) => place.group).values()].map((pupils) => ({
      id: pupils[0]!.group,
      name: pupils[0]!.name,
      pupils: pupils.length,
      open: pupils.filter(({ pupil }) => isOpen(pupil)).length,
    })),
    undecided: purposes.length > 0 ? own.filter(({ pupil }) => !decided.has(pupil)).length : 0,
  }
}

/** How many questions about each of these pupils still wait for somebody's answer. */
export const openQuestions = async (work: Work, pupils: readonly string[]): Promise<ReadonlyMap<string, number>> => {
  const purposes = await purposesAsked(work)
  const standings = await standingOf(work, { pupils })
  const settled = new Map<string, number>()
  for (const one of standings) if (kindOf(one) !== 'open') settled.set(one.pupil, (settled.get(one.pupil) ?? 0) + 1)
  return new Map(pupils.map((pupil) => [pupil, purposes.length - (settled.get(pupil) ?? 0)]))
}
