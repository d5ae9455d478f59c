import { type Class, findClass, schoolYearOf } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { ClassResults, type Test } from './figures.ts'
import { type ResultRecord, resultRecord } from './personal-data.ts'

const resultsSince = prepared(({ db }, { pupils, since }: { pupils: readonly string[]; since: string }) =>
  db
    .selectFrom('result')
    .innerJoin('result_test as test', 'test.id', 'result.test_id')
    .select(['result.id', 'result.test_id', 'result.pupil_id', 'result.record', 'result.on_day'])
    .select(['test.goal', 'test.due_on'])
    .where('result.pupil_id', 'in', oneOf(pupils))
    .where('result.on_day', '>=', since)
    .orderBy('result.on_day')
    .orderBy('result.id'),
)

type Opened = {
  readonly id: string
  readonly test_id: string
  readonly pupil_id: string
  readonly on_day: string
  readonly goal: number | null
  readonly due_on: string | null
  readonly record: Pick<ResultRecord, 'subject' | 'test' | 'state' | 'score' | 'level'>
}

/** Results as pictures need them, of rows in the order of their days; a test is called what its newest result calls it. */
export const resultsIn = (rows: readonly Opened[]): ClassResults => {
  const tests = new Map(
    rows.map(({ test_id: id, goal, due_on: dueOn, record: { subject, test: name } }): [string, Test] => [
      id,
      { id, subject, name, goal, dueOn },
    ]),
  )
  const results = rows.map(({ id, pupil_id: pupil, test_id: test, on_day: on, record: { state, score, level } }) => ({
    ...{ id, pupil, test, on },
    ...{ state, score, level },
  }))
  return new ClassResults([...tests.values()], results)
}

/** A class and what it made this school year; pupils by given name, never by score. */
export type ClassPage = Class & {
  readonly since: string
  readonly found: ClassResults
}

const resultsOf = async (work: Work, pupils: readonly string[], since: string): Promise<ClassResults> =>
  resultsIn(
    await work.open(await resultsSince(work, { pupils, since }), {
      record: reading(resultRecord, 'id', 'subject', 'test', 'state', 'score', 'level'),
    }),
  )

/** The results of this school year of a group that I teach (a principal: of any); nothing for another. */
export const classOf = async (work: Work, me: Me, group: string): Promise<ClassPage | null> => {
  const found = await findClass(work, me, group)
  if (!found) return null
  const since = schoolYearOf(work.today).startsOn
  const ids = found.pupils.map(({ id }) => id)
  return { ...found, since, found: await resultsOf(work, ids, since) }
}

/** What the teacher wrote with a pupil's results, by result. */
export const feedbackOf = async (work: Work, pupil: string, since: string): Promise<ReadonlyMap<string, string>> => {
  const rows = await work.open(await resultsSince(work, { pupils: [pupil], since }), {
    record: reading(resultRecord, 'id', 'feedback'),
  })
  return new Map(rows.flatMap(({ id, record }) => (record.feedback ? [[id, record.feedback] as const] : [])))
}
