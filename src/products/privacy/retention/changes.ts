import { sql } from 'kysely'
import { inDays } from '#shared/retention/periods.ts'
import { holdReason } from '#shared/retention/personal-data.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Period } from '#shared/vault/declaration.ts'
import { type PeriodLine, slugOf } from './queries.ts'

/** What is held: somebody, or everything of a rule. */
export type Held = { readonly person: string } | { readonly rule: string }

type Given = { readonly id: string; readonly held: Held; readonly reason: string; readonly until: string }

const isThere = async (work: Work, person: string): Promise<boolean> =>
  (await work.db.selectFrom('person').select('id').where('id', '=', person).executeTakeFirst()) !== undefined

/**
 * Holds what would go, until a day. The same form sent twice is one hold. Answers false for somebody who is not there.
 * Until is not before today; that is for the form.
 */
export const setHold = async (work: Work, { id, held, reason, until }: Given): Promise<boolean> => {
  const person = 'person' in held ? held.person : null
  if (person && !(await isThere(work, person))) return false
  const sealed = await work.seal(holdReason, { subject: person ?? work.organisation, row: id }, { text: reason })
  const row = await work.db
    .insertInto('retention_hold')
    .values({
      id,
      person_id: person,
      rule: 'rule' in held ? held.rule : null,
      reason: sealed,
      until_on: until,
      set_by: work.person,
      set_at: work.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (row) await work.audit('held', 'retention', person ? [person] : [])
  return true
}

/** Lifts a hold: from tonight on what is due goes. Answers false for one that is not there or was lifted. */
export const liftHold = async (work: Work, id: string): Promise<boolean> => {
  const row = await work.db
    .updateTable('retention_hold')
    .set({ lifted_at: work.now, lifted_by: work.person })
    .where('id', '=', id)
    .where('lifted_at', 'is', null)
    .returning('person_id')
    .executeTakeFirst()
  if (row) await work.audit('lifted-hold', 'retention', row.person_id ? [row.person_id] : [])
  return row !== undefined
}

/** One decision about a rule at a time. */
const holdRule = (work: Work, rule: string) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`period ${work.organisation} ${rule}`}, 0))`.execute(work.db)

const endCurrent = (work: Work, rule: string) =>
  work.db
    .updateTable('retention_deviation')
    .set({ ended_at: work.now, ended_by: work.person })
    .where('rule', '=', rule)
    .where('ended_at', 'is', null)
    .returning('number')
    .executeTakeFirst()

/**
 * Keeps to another period than the declared one, from tonight on. Refuses one that is shorter than a law demands, and one
 * that is in force already.
 */
export const choosePeriod = async (
  work: Work,
  { rule, declared }: PeriodLine,
  keep: Period,
  reason: string,
): Promise<'done' | 'too-short' | 'same'> => {
  const { atLeast } = rule.retention
  if (atLeast && inDays(keep) < inDays(atLeast.keep)) return 'too-short'
  if (!declared.until && inDays(keep) === inDays(declared)) return 'same'
  await holdRule(work, rule.name)
  await endCurrent(work, rule.name)
  const { last } = await work.db
    .selectFrom('retention_deviation')
    .select(({ fn }) => fn.max('number').as('last'))
    .where('rule', '=', rule.name)
    .executeTakeFirstOrThrow()
  const { years = 0, months = 0, days = 0 } = keep
  await work.db
    .insertInto('retention_deviation')
    .values({
      rule: rule.name,
      number: (last ?? 0) + 1,
      years,
      months,
      days,
      reason,
      set_by: work.person,
      set_at: work.now,
    })
    .execute()
  await work.audit('chose-period', slugOf(rule.name))
  return 'done'
}

/** Back to the declared period. Answers false when that is in force already. */
export const endPeriod = async (work: Work, rule: string): Promise<boolean> => {
  await holdRule(work, rule)
  const ended = await endCurrent(work, rule)
  if (ended) await work.audit('ended-period', slugOf(rule))
  return ended !== undefined
}
