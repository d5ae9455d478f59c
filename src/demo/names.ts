import { dutch, frisian } from './names/dutch.ts'
import { chinese, eritrean, ghanaian, persian, polish, syrian, ukrainian } from './names/far.ts'
import { antillean, indonesian, moroccan, surinamese, turkish } from './names/near.ts'
import type { NameList } from './names/origin.ts'
import type { Random } from './random.ts'
import type { SchoolHost, Sex } from './types.ts'

const origins = {
  dutch,
  frisian,
  turkish,
  moroccan,
  surinamese,
  antillean,
  indonesian,
  polish,
  ukrainian,
  syrian,
  persian,
  ghanaian,
  eritrean,
  chinese,
} satisfies Record<string, NameList>

export type Origin = keyof typeof origins

/** Of a hundred families. A harbour town by the sea, its newer quarter, and a village between the bulb fields. */
const weights: Record<SchoolHost, readonly (readonly [Origin, number])[]> = {
  vuurtoren: mix(52, 6, 8, 8, 6, 2, 2, 4, 2, 4, 2, 2, 1, 1),
  zeester: mix(38, 4, 10, 12, 8, 4, 3, 5, 3, 5, 2, 3, 2, 1),
  molen: mix(64, 9, 4, 3, 2, 1, 1, 9, 3, 2, 1, 0, 1, 0),
}

function mix(...shares: number[]): readonly (readonly [Origin, number])[] {
  return (Object.keys(origins) as Origin[]).map((origin, place) => [origin, shares[place]!] as const)
}

/** The origin of a family's names, by what is usual near the school. */
export const originNear = (school: SchoolHost, random: Random): Origin => random.weighted(weights[school])

/** A surname as the men of a family carry it, and as the women do; the same for most origins. */
export type Surname = { men: string; women: string }

export function surname(origin: Origin, random: Random): Surname {
  const { surnames, men: fathers } = origins[origin]
  const [men, women] = random.pick(surnames.length > 0 ? surnames : fathers).split('/')
  return { men: men!, women: women ?? men! }
}

export const childName = (origin: Origin, sex: Sex, random: Random): string =>
  random.pick(sex === 'girl' ? origins[origin].girls : origins[origin].boys)

export const adultName = (origin: Origin, sex: 'woman' | 'man', random: Random): string =>
  random.pick(sex === 'woman' ? origins[origin].women : origins[origin].men)

/** Born between 1945 and 1962. */
export const grandparentName = (sex: 'woman' | 'man', random: Random): string =>
  random.pick(sex === 'woman' ? grandmothers : grandfathers)
const grandmothers = ['Ria', 'Truus', 'Corrie', 'Wil', 'Gré', 'Joke', 'Tineke', 'Riet', 'Ans', 'Els', 'Nel', 'Bep']
const grandfathers = ['Henk', 'Cor', 'Piet', 'Jan', 'Gerrit', 'Wim', 'Theo', 'Kees', 'Joop', 'Aad', 'Bertus', 'Leen']

/** In Eritrean families the father's given name is the child's surname. */
export const isPatronym = (origin: Origin): boolean => origins[origin].surnames.length === 0
export const takesName = (origin: Origin): number => origins[origin].takesName
export const speaksEnglish = (origin: Origin): number => origins[origin].english

/** `van der Meulen` as prefix and surname; capitals as in `El Amrani` belong to the surname. */
export function splitSurname(whole: string): { prefix: string | null; surname: string } {
  const prefix = /^(?:(?:'t|in|de|den|der|het|te|ten|ter|van) |van 't |in 't )+/.exec(whole)?.[0]
  return prefix ? { prefix: prefix.trim(), surname: whole.slice(prefix.length) } : { prefix: null, surname: whole }
}

/** Latin letters without marks, for addresses: `Yıldız` gives `yildiz`, `van 't Hof` gives `vanthof`. */
export function plain(name: string): string {
  return name
    .toLowerCase()
    .normalize('NFD')
    .replace(/ł/g, 'l')
    .replace(/ı/g, 'i')
    .replace(/[^a-z]/g, '')
}
