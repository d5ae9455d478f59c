import type { FamilyKind } from './kinds.ts'
import type { Origin, Surname } from './names.ts'
import type { HostLabel, SchoolHost, Sex, Year } from './types.ts'

export type ChildPlan = { given: string; sex: Sex; host: SchoolHost; group: string; year: Year }

export type FamilyPlan = {
  /** Stable: the ids of the family's people are made of it. */
  key: string
  origin: Origin
  kind: FamilyKind
  surname: Surname
  children: ChildPlan[]
  /** Names of the adults in the order of their kind; who is missing gets one. */
  adults: string[]
  protectedIdentity?: true
  /** The second adult is under a restriction: from and until as days from today. */
  restriction?: { kind: 'no-information' | 'no-collection'; from: number; until: number }
  /** The first adult works at a school: that one's account serves both. */
  worksAt?: HostLabel
  /** The children with an account of the school, by given name. */
  pupilsSignIn?: readonly string[]
}

/** A child in one line; the year is that of the group unless the group has two. */
export type Child = [given: string, sex: 'g' | 'b', host: SchoolHost, group: string, year?: Year]

const child = ([given, sex, host, group, year]: Child): ChildPlan => ({
  given,
  sex: sex === 'g' ? 'girl' : 'boy',
  host,
  group,
  year: year ?? (Number(group) as Year),
})

/** A family in a few lines; `surname` as in the name lists, `Kowalski/Kowalska`. */
export function family(
  key: string,
  origin: Origin,
  kind: FamilyKind,
  surname: string,
  adults: string[],
  children: Child[],
  more: Pick<FamilyPlan, 'protectedIdentity' | 'restriction' | 'worksAt' | 'pupilsSignIn'> = {},
): FamilyPlan {
  const [men, women] = surname.split('/')
  const plans = children.map(child)
  return { key, origin, kind, surname: { men: men!, women: women ?? men! }, adults, children: plans, ...more }
}
