import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import { dayBefore, notEnded } from '../people/in-force.ts'

type Which = { readonly groups?: readonly string[]; readonly people?: readonly string[] }

const PERSON = { group_pupil: 'pupil_id', group_teacher: 'person_id' } as const
const any = (ids: readonly string[]) => sql<string>`any(${ids}::uuid[])`

/**
 * Ends places in groups, of these people and in these groups (all where one is not given): the day before `from` is the
 * last day. What would begin later was never there.
 */
export const endPlacements = async (
  work: Work,
  table: 'group_pupil' | 'group_teacher',
  from: string,
  { groups, people }: Which,
): Promise<void> => {
  if (groups?.length === 0 || people?.length === 0) return
  const begun = sql<boolean>`${sql.ref(`${table}.from_on`)} < ${from}::date`
  const mine = (column: 'group_id' | 'person', ids: readonly string[] | undefined) =>
    ids === undefined
      ? sql<boolean>`true`
      : sql<boolean>`${sql.ref(`${table}.${column === 'group_id' ? column : PERSON[table]}`)} = ${any(ids)}`
  await work.db
    .deleteFrom(table)
    .where(mine('group_id', groups))
    .where(mine('person', people))
    .where(sql<boolean>`not ${begun}`)
    .execute()
  await work.db
    .updateTable(table)
    .set({ to_on: dayBefore(from) })
    .where(mine('group_id', groups))
    .where(mine('person', people))
    .where(notEnded(table, from))
    .execute()
}
