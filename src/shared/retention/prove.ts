import { type RawBuilder, sql } from 'kysely'
import { countExpired } from '#shared/audit/expiry.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { allDeclarations } from '#shared/vault/declaration.ts'
import { countDue, type Looking, momentFor } from './due.ts'
import { endsAt } from './ends.ts'
import type { Rule } from './rules.ts'

const count = async (work: Work, query: RawBuilder<{ count: string }>): Promise<number> =>
  Number((await query.execute(work.db)).rows[0]!.count)

/** How many rows a rule should have reached, asked in another way: no plugin, the row policies alone hold it to the school. */
const stillThere = (work: Work, rule: Rule, asOf: Date): Promise<number> => {
  const joins = rule.steps.map(
    ({ column, to, key }, at) =>
      sql`join ${sql.table(to)} as ${sql.ref(`p${at + 1}`)} on ${sql.ref(`p${at + 1}.${key}`)} = ${sql.ref(`p${at}.${column}`)}`,
  )
  const { empties, finally: then } = rule.retention
  const conditions = [
    sql<boolean>`${endsAt(rule, `p${rule.steps.length}`)} <= ${asOf}::timestamptz at time zone 'Europe/Amsterdam'`,
    ...(empties ? [sql<boolean>`num_nonnulls(${sql.join(empties.map((one) => sql.ref(`p0.${one}`)))}) > 0`] : []),
    ...(then === 'destroy-key'
      ? [
          sql<boolean>`not exists (select from ${sql.table('vault_key')} k where k.subject_id = p0.id and k.destroyed_at is not null)`,
        ]
      : []),
  ]
  return count(
    work,
    sql`select count(*) from ${sql.table(rule.declaration.table)} as p0 ${sql.join(joins, sql` `)}
      where ${sql.join(conditions, sql` and `)}`,
  )
}

/** What is left of a rule: due by the second way of asking, and not held. */
export const remainingOf = async (work: Work, rule: Rule, looking: Looking): Promise<number> => {
  const there = await stillThere(work, rule, momentFor(rule, looking))
  return there === 0 ? 0 : Math.max(0, there - (await countDue(work, rule, looking)).held)
}

/** Values that were sealed under a key that is destroyed, but for a row that others refer to. */
const sealedLeft = async (work: Work, keys: readonly string[]): Promise<number> => {
  let left = 0
  for (const { table, columns, stays } of allDeclarations()) {
    if (table === 'person' || stays) continue
    for (const [column, said] of Object.entries(columns))
      if ('name' in said)
        left += await count(
          work,
          sql`select count(*) from ${sql.table(table)} where ${sql.ref(column)} is not null
            and encode(substr(${sql.ref(column)}, 2, 16), 'hex')::uuid = any(${keys}::uuid[])`,
        )
  }
  return left
}

/** Rows of files and pictures of somebody who was erased. */
const filesLeft = (work: Work, people: readonly string[]): Promise<number> =>
  count(
    work,
    sql`select (select count(*) from ${sql.table('file')} where subject_id = any(${people}::uuid[]))
      + (select count(*) from ${sql.table('image')} where subject_id = any(${people}::uuid[])) as count`,
  )

/** Jobs that wait and name somebody who was erased; a mail that waits is one. */
const jobsLeft = (work: Work, people: readonly string[]): Promise<number> =>
  count(work, sql`select graphile_worker.jobs_about(${people}::uuid[]) as count`)

/** Places besides the rows of a rule, and what is left there of whom was erased since a moment. */
export const placesLeft = async (work: Work, since: Date): Promise<Record<string, number>> => {
  const gone = await work.db
    .selectFrom('vault_key')
    .select(['id', 'subject_id'])
    .where('destroyed_at', '>=', since)
    .execute()
  const people = gone.map(({ subject_id }) => subject_id)
  return {
    sealed: await sealedLeft(
      work,
      gone.map(({ id }) => id),
    ),
    files: await filesLeft(work, people),
    queue: await jobsLeft(work, people),
    log: await countExpired(work),
  }
}
