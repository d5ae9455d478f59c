import { idsOf, type Named, namesOf, peopleNamed } from '#products/school/index.ts'
import { findLooks, type Wanted as Lines, type Look } from '#shared/audit/looks.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Wanted } from './asked.ts'

const ON_A_PAGE = 50
/** The most lines of one file; who needs more takes fewer days. */
export const IN_A_FILE = 20_000
const CHOICES = 20
const READ_AT_ONCE = 2_000

/** Of a list with more people than this only the number is told. */
export const NAMED_OF_EACH = 3

export type Found = { readonly looks: readonly Look[]; readonly names: ReadonlyMap<string, Named> }

const linesOf = async (work: Work, { subject, viewer, ...rest }: Wanted): Promise<Lines> => ({
  ...rest,
  subjects: subject === undefined ? undefined : await idsOf(work, [subject]),
  viewers: viewer === undefined ? undefined : await idsOf(work, [viewer]),
})

/** Whoever is searched for is told: the search becomes a line about them, also when it finds nothing. */
const tellOfSearch = (work: Work, { subject, viewer }: Wanted): void => {
  for (const person of [subject, viewer]) if (person) work.opened(person, 'activity')
}

const withNames = async (work: Work, { subject, viewer }: Wanted, looks: readonly Look[]): Promise<Found> => {
  const shown = looks.flatMap((look) => [
    ...(look.viewer ? [look.viewer] : []),
    ...(look.subjects.length > NAMED_OF_EACH ? [] : look.subjects),
  ])
  const asked = [subject, viewer].filter((one) => one !== undefined)
  return { looks, names: await namesOf(work, [...shown, ...asked]) }
}

/** One page of the whole log of looks, for the privacy officer. */
export const searchLooks = async (work: Work, wanted: Wanted): Promise<Found & { next: string | null }> => {
  tellOfSearch(work, wanted)
  const rows = await findLooks(work, await linesOf(work, wanted), ON_A_PAGE + 1)
  const looks = rows.slice(0, ON_A_PAGE)
  return {
    ...(await withNames(work, wanted, looks)),
    next: rows.length > ON_A_PAGE ? looks.at(-1)!.cursor : null,
  }
}

/** The same for a file: up to {@link IN_A_FILE} lines; the deed stands in the log. */
export const allLooks = async (work: Work, wanted: Wanted): Promise<Found> => {
  tellOfSearch(work, wanted)
  const lines = await linesOf(work, wanted)
  const looks: Look[] = []
  for (let after = wanted.after; looks.length < IN_A_FILE; ) {
    const some = await findLooks(work, { ...lines, after }, READ_AT_ONCE)
    looks.push(...some)
    after = some.at(-1)?.cursor
    if (some.length < READ_AT_ONCE) break
  }
  const { subject, viewer } = wanted
  await work.audit(
    'downloaded-looks',
    'who-looked',
    [subject, viewer].filter((one) => one !== undefined),
  )
  return withNames(work, wanted, looks)
}

/** Whom somebody may mean with the beginning of a name. */
export const whomMeant = (work: Work, typed: string) => peopleNamed(work, typed, CHOICES)
