import { namesOf } from '#products/school/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { affectedBy } from './computing.ts'

/** How many were found: for everybody who keeps the register. Nothing when nobody searched yet. */
export const countAffected = async (work: Work, incident: string): Promise<number | null> => {
  const row = await work.db
    .selectFrom('incident_search')
    .select(({ fn }) => fn.countAll<string>().as('searches'))
    .select(({ selectFrom, fn }) =>
      selectFrom('incident_affected')
        .select(fn.countAll<string>().as('people'))
        .where('incident_affected.incident_id', '=', incident)
        .as('people'),
    )
    .where('incident_search.incident_id', '=', incident)
    .executeTakeFirstOrThrow()
  return Number(row.searches) > 0 ? Number(row.people ?? 0) : null
}

export type Person = { readonly id: string; readonly name: string | null; readonly kinds: readonly string[] }

/** Who was found, by name, for the privacy officer; each of them can see that this was opened. */
export const affectedPeople = async (work: Work, incident: string): Promise<Person[]> => {
  const people = await affectedBy(work, incident)
  const names = await namesOf(work, [...people.keys()])
  return [...people]
    .map(([id, kinds]) => ({ id, name: names.get(id)?.name ?? null, kinds: [...kinds] }))
    .sort((one, other) => (one.name ?? '').localeCompare(other.name ?? '', 'nl'))
}

export type Searched = {
  readonly id: string
  readonly source: 'log' | 'map'
  readonly viewer: string | null
  readonly about: string | null
  readonly from: Date | null
  readonly until: Date | null
  readonly kinds: readonly string[]
  readonly table: string | null
  readonly found: number
}

/** How it was searched so far, the first first. */
export const searchesOf = async (work: Work, incident: string): Promise<Searched[]> => {
  const rows = await work.db
    .selectFrom('incident_search')
    .select(['id', 'source', 'viewer_id', 'about', 'from_at as from', 'until_at as until', 'kinds', 'found'])
    .select('table_name as table')
    .where('incident_id', '=', incident)
    .orderBy('made_at')
    .execute()
  const names = await namesOf(
    work,
    rows.flatMap(({ viewer_id }) => viewer_id ?? []),
  )
  return rows.map(({ viewer_id, source, ...row }) => ({
    ...row,
    source: source as Searched['source'],
    viewer: viewer_id && (names.get(viewer_id)?.name ?? null),
  }))
}
