import { type Class, findClass, schoolYearOf } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { ClassResults } from './figures.ts'
import { resultRecord } from './personal-data.ts'

const resultsSince = prepared(({ db }, { pupils, since }: { pupils: readonly string[]; since: string }) =>
  db
    .selectFrom('result')
    .select(['id', 'test_id', 'pupil_id', 'record', 'on_day'])
    .where('pupil_id', 'in', oneOf(pupils))
    .where('on_day', '>=', since)
    .orderBy('on_day')
    .orderBy('id'),
)

const testsNamed = prepared(({ db }, { ids }: { ids: readonly string[] }) =>
  db.selectFrom('result_test').select(['id', 'subject', 'name', 'goal', 'due_on']).where('id', 'in', oneOf(ids)),
)

/** A class and what it made this school year; pupils by given name, never by score. */
export type ClassPage = Class & {
  readonly since: string
  readonly found: ClassResults
}

const resultsOf = async (work: Work, pupils: readonly string[], since: string): Promise<ClassResults> => {
  const rows = await work.open(await resultsSince(work, { pupils, since }), {
    record: reading(resultRecord, 'id', 'state', 'score', 'level'),
  })
  const tests = await testsNamed(work, { ids: [...new Set(rows.map(({ test_id }) => test_id))] })
  return new ClassResults(
    tests.map(({ id, subject, name, goal, due_on }) => ({ id, subject, name, goal, dueOn: due_on })),
    rows.map(({ id, pupil_id, test_id, on_day, record }) => ({
      id,
      pupil: pupil_id,
      test: test_id,
      on: on_day,
      ...record,
    })),
  )
}

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
