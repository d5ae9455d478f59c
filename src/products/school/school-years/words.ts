import { clock, dayShort, type Language } from '#shared/language/index.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import type { PlannedGroup } from './plans.ts'
import { type Destination, destinationOf, LEAVES } from './pupils.ts'
import type { YearTexts } from './texts.ts'

/** "di 24 nov, 9.30 uur". */
export const momentInWords = (language: Language, at: Date): string =>
  `${dayShort(language, dayOf(at))}, ${clock(language, at)}`

/** A place of a group as it is chosen: "Groep 3/4, leerjaar 3" where the group holds more than one year. */
const placeName = (t: YearTexts, group: PlannedGroup, year: string): string =>
  group.levels.length > 1 ? `${group.name}, ${t.levelShort(year)}` : group.name

const byHow = (t: YearTexts, name: string, year: string, own: string | null): string => {
  const step = Number(year) - Number(own)
  if (own === null || Number.isNaN(step) || step === 1) return name
  if (step === 0) return t.repeats(name)
  return step < 0 ? t.lower(name) : t.skips(name)
}

/**
 * The choice list of one pupil: what is usual first, then staying and skipping, then the rest, and leaving. What was chosen is
 * in it, also when a file said a year that its group does not hold.
 */
export const destinationsFor = (
  t: YearTexts,
  groups: readonly PlannedGroup[],
  own: string | null,
  chosen: Destination = '',
) => {
  const away = (year: string) => {
    const step = own === null ? 1 : Number(year) - Number(own)
    return step === 1 ? 0 : step === 0 ? 1 : step > 1 ? step : 10 - step
  }
  const places = groups
    .flatMap((group) => group.levels.map((year) => ({ group, year })))
    .toSorted((one, other) => away(one.year) - away(other.year))
    .map(({ group, year }) => ({
      value: destinationOf(group.id, year),
      label: byHow(t, placeName(t, group, year), year, own),
    }))
  const unusual = groups
    .filter(({ id }) => chosen.startsWith(id) && !places.some(({ value }) => value === chosen))
    .map(({ name }) => ({ value: chosen, label: name }))
  const leaves = { value: LEAVES, label: t.leaves }
  return own === '8' ? [leaves, ...unusual, ...places] : [...unusual, ...places, leaves]
}
