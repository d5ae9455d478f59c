import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import { freeRows, type Looking } from './due.ts'
import { eraseEverywhere } from './erase.ts'
import type { Rule } from './rules.ts'
import { anyTable, standsAt } from './walk.ts'

/** Rows of one transaction: it takes some tens of milliseconds. A person takes as many rows along as there are. */
const AT_ONCE = { delete: 2_000, anonymise: 2_000, 'destroy-key': 20 } as const

const noted = (work: Work, run: string, files: readonly string[]) =>
  files.length === 0
    ? undefined
    : work.db
        .insertInto('retention_file')
        .values(files.map((file) => ({ run_id: run, file_id: file })))
        .onConflict((conflict) => conflict.doNothing())
        .execute()

const deleteSome = async (work: Work, run: string, rule: Rule, looking: Looking): Promise<number> => {
  const { table, file, ownKey } = rule.declaration
  const places = freeRows(work, rule, looking).select(sql`t.ctid`.as('ctid')).limit(AT_ONCE.delete)
  const query = anyTable(work).deleteFrom(table).where(standsAt(table, places))
  if (ownKey) {
    const subjects: { id: string }[] = await query.returning('id').execute()
    for (const { id } of subjects) await work.destroyKey(id)
    return subjects.length
  }
  if (!file) return Number((await query.executeTakeFirstOrThrow()).numDeletedRows)
  const gone: { file: string | null }[] = await query
    .returning(sql<string | null>`${sql.ref(`${table}.${file}`)}`.as('file'))
    .execute()
  await noted(
    work,
    run,
    gone.flatMap((one) => one.file ?? []),
  )
  return gone.length
}

const emptySome = async (work: Work, rule: Rule, looking: Looking): Promise<number> => {
  const { table } = rule.declaration
  const places = freeRows(work, rule, looking).select(sql`t.ctid`.as('ctid')).limit(AT_ONCE.anonymise)
  const nothing = Object.fromEntries(rule.retention.empties!.map((column) => [column, null]))
  const { numUpdatedRows } = await anyTable(work)
    .updateTable(table)
    .set(nothing)
    .where(standsAt(table, places))
    .executeTakeFirstOrThrow()
  return Number(numUpdatedRows)
}

const eraseSome = async (work: Work, run: string, rule: Rule, looking: Looking): Promise<number> => {
  const people = await freeRows(work, rule, looking).select('t.id').limit(AT_ONCE['destroy-key']).execute()
  for (const { id } of people)
    await eraseEverywhere(work, looking.catalogue, id, async (files) => void (await noted(work, run, files)))
  if (people.length > 0)
    await work.audit(
      'erased',
      'retention',
      people.map(({ id }) => id),
    )
  return people.length
}

/** Carries out a rule on some of the rows that are due and free. Answers how many; fewer than it could means: all. */
export const carryOutSome = async (
  work: Work,
  run: string,
  rule: Rule,
  looking: Looking,
): Promise<{ readonly done: number; readonly more: boolean }> => {
  const then = rule.retention.finally
  const done =
    then === 'delete'
      ? await deleteSome(work, run, rule, looking)
      : then === 'anonymise'
        ? await emptySome(work, rule, looking)
        : await eraseSome(work, run, rule, looking)
  return { done, more: done === AT_ONCE[then] }
}
