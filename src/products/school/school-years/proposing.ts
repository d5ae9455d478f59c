/** A home group of this year, with its pupils and the year of each. */
export type Present = {
  readonly id: string
  readonly name: string
  readonly year: string | null
  readonly pupils: readonly { readonly id: string; readonly year: string | null }[]
}

/** Where a pupil goes; no group for who leaves the school. */
export type Proposed = { readonly pupil: string; readonly group: string | null; readonly year: string | null }

/** The years of primary education. */
export const schoolYears = ['1', '2', '3', '4', '5', '6', '7', '8'] as const
const isSchoolYear = (year: string | null): year is (typeof schoolYears)[number] =>
  (schoolYears as readonly (string | null)[]).includes(year)

/**
 * The years that a group takes pupils of: its own, and for a combination those in its name ("3/4", "Groep 1-2 A"). A
 * combination that is called after a dolphin takes every year.
 */
export const levelsOf = ({ name, year }: { name: string; year: string | null }): readonly string[] => {
  if (isSchoolYear(year)) return [year]
  const inName = schoolYears.filter((level) => new RegExp(`(?<!\\d)${level}(?!\\d)`).test(name))
  return inName.length > 0 ? inName : schoolYears
}

/** What tells parallel groups apart: the "a" of "Groep 5a", the "geel" of "1/2 geel". */
const signOf = (name: string) => name.toLowerCase().replaceAll(/groep|[\d\s/+-]/g, '')

/**
 * Where everyone of this year's groups goes when nothing is unusual: the same groups stay, each pupil goes one year up, and
 * who did year 8 leaves. A combination stays together where it holds the next year too; parallel groups are told apart by
 * their sign. Where more than one group fits, and for other years than 1 to 8, nothing is proposed.
 */
export const propose = (groups: readonly Present[]): Proposed[] => {
  const holding = Map.groupBy(
    groups.flatMap((group) => levelsIn(group).map((level) => ({ level, group }))),
    ({ level }) => level,
  )
  return groups.flatMap((group) =>
    group.pupils.flatMap(({ id, year: own }): Proposed[] => {
      const year = own ?? group.year
      if (!isSchoolYear(year)) return []
      if (year === '8') return [{ pupil: id, group: null, year: null }]
      const next = String(Number(year) + 1)
      const fitting = (holding.get(next) ?? []).map((one) => one.group)
      const alike = fitting.filter(({ name }) => signOf(name) === signOf(group.name))
      const target = fitting.length === 1 ? fitting[0] : (fitting.find((one) => one === group) ?? only(alike))
      return target ? [{ pupil: id, group: target.id, year: next }] : []
    }),
  )
}

const only = <T>(list: readonly T[]): T | undefined => (list.length === 1 ? list[0] : undefined)

/** For this year the pupils themselves say which years a group holds. */
const levelsIn = (group: Present): readonly string[] => {
  const years = new Set(group.pupils.map(({ year }) => year ?? group.year).filter(isSchoolYear))
  return years.size > 0 ? [...years] : levelsOf(group)
}
