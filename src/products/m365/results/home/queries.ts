import { childrenOf, namesOf, schoolYearOf } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import type { ClassResults } from '../figures.ts'
import { resultRecord } from '../personal-data.ts'
import { resultsIn } from '../queries.ts'

/** Whose released results somebody reads: the children over whom a guardian has a say today, and a pupil's own. */
const ownPupils = async (work: Work, me: Me): Promise<string[]> => {
  const children = me.is('guardian') ? await childrenOf(work, me.id).execute() : []
  return [...new Set([...children.map(({ pupil_id }) => pupil_id), ...(me.is('pupil') ? [me.id] : [])])]
}

const released = (work: Work, pupils: readonly string[]) =>
  work.db
    .selectFrom('result')
    .innerJoin('result_test as test', 'test.id', 'result.test_id')
    .where('result.pupil_id', 'in', oneOf(pupils))
    .where('result.published_at', '<=', work.now)
    .where('result.on_day', '>=', schoolYearOf(work.today).startsOn)

export type Child = { readonly id: string; readonly name: string; readonly givenName: string }
export type HomeResults = {
  readonly children: readonly Child[]
  readonly found: ClassResults
  /** What the teacher wrote with a result, by result. */
  readonly feedback: ReadonlyMap<string, string>
}

/** What was released this school year about my children, or about me. */
export const myResults = async (work: Work, me: Me): Promise<HomeResults> => {
  const pupils = await ownPupils(work, me)
  const names = await namesOf(work, pupils)
  const rows = await released(work, [...names.keys()])
    .select(['result.id', 'result.pupil_id', 'result.test_id', 'result.on_day', 'result.record'])
    .select(['test.goal', 'test.due_on'])
    .orderBy('result.on_day')
    .orderBy('result.id')
    .execute()
  const opened = await work.open(rows, {
    record: reading(resultRecord, 'id', 'subject', 'test', 'state', 'score', 'level', 'feedback'),
  })
  return {
    children: [...names]
      .map(([id, { name, givenName }]) => ({ id, name, givenName }))
      .sort((one, other) => one.givenName.localeCompare(other.givenName, 'nl')),
    found: resultsIn(opened),
    feedback: new Map(opened.flatMap(({ id, record }) => (record.feedback ? [[id, record.feedback] as const] : []))),
  }
}

/** Of these tests: which were released, about whom of mine. Names only; what came of it is not opened. */
export const releasedOf = async (work: Work, me: Me, tests: readonly string[]) => {
  const pupils = await ownPupils(work, me)
  const rows = await released(work, pupils)
    .select(['result.id', 'result.test_id', 'result.pupil_id', 'result.record'])
    .where('test.id', 'in', oneOf(tests))
    .execute()
  const opened = await work.open(rows, { record: reading(resultRecord, 'id', 'subject', 'test') })
  const names = await namesOf(
    work,
    opened.map(({ pupil_id }) => pupil_id),
  )
  return [...Map.groupBy(opened, ({ test_id }) => test_id)].map(([id, ofTest]) => ({
    id,
    subject: ofTest[0]!.record.subject,
    name: ofTest[0]!.record.test,
    names: ofTest.flatMap(({ pupil_id }) => names.get(pupil_id)?.givenName ?? []),
  }))
}
