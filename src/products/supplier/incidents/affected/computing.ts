import { randomUUID } from 'node:crypto'
import { subjectsOpened } from '#shared/audit/looks.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { dataKinds } from '../kinds.ts'
import { findIncident } from '../reading.ts'
import { TOPIC } from '../reporting.ts'
import { tellCount } from '../sharing/letters.ts'
import { type Affected, peopleBehind, peopleIn } from './people.ts'

/** What to look for in the log: who looked, on which pages, in which period, which kinds. */
type LogSearch = {
  readonly source: 'log'
  /** Everybody, unless said; ids of one person. */
  readonly viewers?: readonly string[] | undefined
  readonly places?: readonly string[] | undefined
  /** What one does on those pages, to show it again. */
  readonly about?: string | undefined
  readonly from: Date
  readonly until: Date
  readonly kinds?: readonly string[] | undefined
}
/** Everybody about whom a table of the data map holds something. */
type MapSearch = { readonly source: 'map'; readonly table: string }
export type Search = LogSearch | MapSearch

const AT_ONCE = 5_000

const peopleFound = async (work: Work, search: Search): Promise<Affected> =>
  search.source === 'map' ? peopleIn(work, search.table) : peopleBehind(work, await subjectsOpened(work, search))

/** Those who are affected by now, by id, with the kinds of their data. */
export const affectedBy = async (work: Work, incident: string): Promise<Affected> => {
  const rows = await work.db
    .selectFrom('incident_affected')
    .select(['person_id', 'kinds'])
    .where('incident_id', '=', incident)
    .execute()
  return new Map(rows.map(({ person_id, kinds }) => [person_id, new Set(kinds)]))
}

const clear = (work: Work, incident: string) =>
  work.db.deleteFrom('incident_affected').where('incident_id', '=', incident).execute()

const store = async (work: Work, incident: string, people: Affected): Promise<void> => {
  await clear(work, incident)
  const rows = [...people].map(([person, kinds]) => ({ incident_id: incident, person_id: person, kinds: [...kinds] }))
  for (let at = 0; at < rows.length; at += AT_ONCE)
    await work.db
      .insertInto('incident_affected')
      .values(rows.slice(at, at + AT_ONCE))
      .execute()
}

/** The count and the kinds become items of the incident. */
const writeItems = async (work: Work, incident: string, people: Affected): Promise<void> => {
  const known = new Set([...people.values()].flatMap((kinds) => [...kinds]))
  const kinds = dataKinds.filter((kind) => known.has(kind))
  await work.db
    .updateTable('incident')
    .set({ group_size: people.size, ...(kinds.length > 0 ? { kinds } : {}) })
    .where('id', '=', incident)
    .execute()
}

/**
 * Computes whom an incident affects, and adds them to who was found before; size and kinds of the incident follow. `me`: who
 * searches; nobody for a job. Answers how many were found; null when the incident is not there or closed.
 */
export const searchAffected = async (
  work: Work,
  me: Me | null,
  incident: string,
  search: Search,
): Promise<number | null> => {
  const found = await findIncident(work, incident)
  if (!found || found.closedAt) return null
  const people = await peopleFound(work, search)
  const all = await affectedBy(work, incident)
  for (const [person, kinds] of people) all.set(person, new Set([...(all.get(person) ?? []), ...kinds]))
  const log = search.source === 'log' ? search : null
  await work.db
    .insertInto('incident_search')
    .values({
      ...{ id: randomUUID(), incident_id: incident, source: search.source, found: people.size },
      ...{ viewer_id: log?.viewers?.[0] ?? null, about: log?.about ?? null, kinds: [...(log?.kinds ?? [])] },
      ...{ from_at: log?.from ?? null, until_at: log?.until ?? null },
      ...{ table_name: search.source === 'map' ? search.table : null, made_at: work.now, made_by: me?.id ?? null },
    })
    .execute()
  await store(work, incident, all)
  await writeItems(work, incident, all)
  await tellCount(work, incident, all.size)
  await work.audit('searched-affected', `incidents/${incident}`, log?.viewers ?? [])
  await work.notify(TOPIC)
  return people.size
}

/** Begins anew: nobody was found, nothing was searched. Answers whether there was such an incident that still runs. */
export const clearAffected = async (work: Work, incident: string): Promise<boolean> => {
  const found = await findIncident(work, incident)
  if (!found || found.closedAt) return false
  await clear(work, incident)
  await work.db.deleteFrom('incident_search').where('incident_id', '=', incident).execute()
  await work.audit('cleared-affected', `incidents/${incident}`)
  await work.notify(TOPIC)
  return true
}
