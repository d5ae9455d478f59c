import { sql } from 'kysely'
import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { idsOf } from './ids-of.ts'
import { fullName } from './names.ts'
import { personRecord } from './personal-data.ts'

/** What was done with somebody: what, when, and by whom (nobody where it happened by itself). */
export type Deed = { readonly id: string; readonly action: string; readonly at: Date; readonly by: string | null }

const SHOWN = 50

const deeds = (work: Work, people: readonly string[]) =>
  work.db
    .selectFrom('audit_line')
    .select(['id', 'action', 'at', 'person_id'])
    // Written out, so that the index of deeds serves it whatever is asked.
    .where(sql<boolean>`action <> 'opened' and subjects && ${people}::uuid[]`)
    .orderBy('at', 'desc')

const withNames = async (
  work: Work,
  lines: readonly { id: string; action: string; at: Date; person_id: string | null }[],
): Promise<Deed[]> => {
  const by = [...new Set(lines.flatMap(({ person_id }) => person_id ?? []))]
  const rows = await work.db.selectFrom('person').select(['id', 'record']).where('id', 'in', oneOf(by)).execute()
  const people = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  const names = new Map(people.map(({ id, record }) => [id, fullName(record)]))
  return lines.map(({ id, action, at, person_id }) => ({
    id,
    action,
    at,
    by: person_id && (names.get(person_id) ?? null),
  }))
}

/** What was done with somebody, the latest first; also under what turned out to be the same person. */
export const historyOf = async (work: Work, person: string): Promise<Deed[]> =>
  withNames(
    work,
    await deeds(work, await idsOf(work, [person]))
      .limit(SHOWN)
      .execute(),
  )

/** The latest of these deeds with somebody. */
export const latestDeed = async (work: Work, person: string, actions: readonly string[]): Promise<Deed | null> => {
  const lines = await deeds(work, [person]).where('action', 'in', actions).limit(1).execute()
  return (await withNames(work, lines))[0] ?? null
}
