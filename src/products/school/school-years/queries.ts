import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { fullName } from '../people/names.ts'
import { personRecord } from '../people/personal-data.ts'
import { byName, type PlannedGroup } from './plans.ts'
import type { Origin } from './pupil-views.tsx'
import { type Destination, destinationOf, LEAVES, NEW, type PlannedPupil } from './pupils.ts'

/** The names of those who changed or prepared something. */
export const namesOf = async (work: Work, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> => {
  const wanted = [...new Set(ids.filter((id) => id !== null))]
  if (wanted.length === 0) return new Map()
  const rows = await work.db.selectFrom('person').select(['id', 'record']).where('id', 'in', oneOf(wanted)).execute()
  const opened = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  return new Map(opened.map(({ id, record }) => [id, fullName(record)]))
}

/** The pupils by the group they are in now, those who are new last. */
export const originsOf = (pupils: readonly PlannedPupil[], newcomers: string): Origin[] => {
  const groups = [...Map.groupBy(pupils, ({ now }) => now?.id ?? NEW)].map(([id, some]) => ({
    id,
    name: some[0]!.now?.name ?? newcomers,
    pupils: some,
  }))
  return groups.sort((one, other) => Number(one.id === NEW) - Number(other.id === NEW) || byName(one, other))
}

/** Where a pupil comes in a group that all go to: the next year where the group holds it, else the nearest it has. */
export const placeIn = (group: PlannedGroup | null, { year }: PlannedPupil): Destination => {
  if (!group) return LEAVES
  const next = String(Number(year) + 1)
  const wanted = [next, year ?? ''].find((one) => group.levels.includes(one)) ?? group.levels[0] ?? null
  return destinationOf(group.id, wanted)
}
