import { randomUUID } from 'node:crypto'
import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { tellReleased } from './home/telling.ts'
import { type ResultRecord, resultRecord } from './personal-data.ts'

/** A test or assignment as its source knows it. */
export type GivenTest = {
  readonly key: string
  readonly subject: string
  readonly name: string
  /** What counts as reached, in percent of the scale; nothing where the source does not say. */
  readonly goal: number | null
  /** `YYYY-MM-DD` */
  readonly dueOn: string | null
}

/** A result as its source gives it. */
export type GivenResult = Omit<ResultRecord, 'subject' | 'test'> & {
  /** Its key at the source: the same key again is the same result, perhaps with other words. */
  readonly key: string
  /** The id of the pupil here. */
  readonly pupil: string
  readonly test: GivenTest
  /** `YYYY-MM-DD` */
  readonly on: string
  /** Released to the pupil at the source. What was only marked is for the teacher. */
  readonly published: boolean
}

export type Came = 'new' | 'changed' | 'same' | 'unknown-pupil'

const recordOf = ({ test, state, score, level, feedback }: GivenResult): ResultRecord => ({
  subject: test.subject,
  test: test.name,
  state,
  score,
  level,
  feedback,
})

const storeTests = async (work: Work, source: string, given: readonly GivenResult[]) => {
  const tests = new Map(given.map(({ test }) => [test.key, test]))
  const rows = await work.db
    .insertInto('result_test')
    .values(
      [...tests.values()].map(({ key, goal, dueOn }) => ({
        id: randomUUID(),
        source,
        source_key: key,
        goal,
        due_on: dueOn,
      })),
    )
    .onConflict((same) =>
      same.columns(['organisation_id', 'source', 'source_key']).doUpdateSet(({ ref }) => ({
        goal: ref('excluded.goal'),
        due_on: ref('excluded.due_on'),
      })),
    )
    .returning(['id', 'source_key'])
    .execute()
  return new Map(rows.map((row) => [row.source_key, row.id]))
}

const pupilsAmong = async (work: Work, ids: readonly string[]): Promise<ReadonlySet<string>> => {
  const rows = await work.db
    .selectFrom('person')
    .innerJoin('group_pupil', 'group_pupil.pupil_id', 'person.id')
    .select('person.id')
    .distinct()
    .where('person.id', 'in', oneOf(ids))
    .where('person.state', '=', 'active')
    .execute()
  return new Set(rows.map(({ id }) => id))
}

/**
 * Takes in what a source says of tests, and says of each result, in the order given, what became of it. The same again
 * changes nothing, so a delivery can be repeated after a fault; what changed at the source replaces what stood here. A result
 * once released stays as it was until something else is released: families would read what was only marked. A result for somebody who is no pupil here is left out. Of one key twice the last counts.
 */
export const takeInResults = async (
  work: Work,
  { source, results }: { readonly source: string; readonly results: readonly GivenResult[] },
): Promise<Came[]> => {
  const pupils = await pupilsAmong(work, [...new Set(results.map(({ pupil }) => pupil))])
  const known = results.filter(({ pupil }) => pupils.has(pupil))
  if (known.length === 0) return results.map(() => 'unknown-pupil')
  const tests = await storeTests(work, source, known)
  const keyOf = ({ test, key }: GivenResult) => `${tests.get(test.key)} ${work.hash('result key', key)}`
  const stood = await work.db
    .selectFrom('result')
    .select(['id', 'test_id', 'source_hash', 'record_hash', 'pupil_id', 'published_at'])
    .where('test_id', 'in', oneOf([...tests.values()]))
    .execute()
  const before = new Map(stood.map((row) => [`${row.test_id} ${row.source_hash}`, row]))
  const last = new Map(known.map((one) => [keyOf(one), one]))
  const sealer = await work.sealer([...pupils])
  const came = new Map<string, Came>()
  const rows = [...last].flatMap(([key, one]) => {
    const was = before.get(key)
    const said = work.hash('result', JSON.stringify([one.pupil, one.on, one.published, recordOf(one)]))
    const stays = was?.pupil_id === one.pupil && was.published_at !== null && !one.published
    came.set(key, !was ? 'new' : stays || was.record_hash === said ? 'same' : 'changed')
    if (stays || was?.record_hash === said) return []
    const id = was && was.pupil_id === one.pupil ? was.id : randomUUID()
    return [
      {
        id,
        test_id: tests.get(one.test.key)!,
        pupil_id: one.pupil,
        source_hash: work.hash('result key', one.key),
        record_hash: said,
        record: sealer(resultRecord, { subject: one.pupil, row: id }, recordOf(one)),
        on_day: one.on,
        published_at: one.published ? ((was?.id === id ? was.published_at : null) ?? work.now) : null,
        taken_in_at: work.now,
      },
    ]
  })
  if (rows.length > 0) {
    const moved = rows.flatMap(({ id, test_id, source_hash }) => {
      const was = before.get(`${test_id} ${source_hash}`)
      return was && was.id !== id ? [was.id] : []
    })
    if (moved.length > 0) await work.db.deleteFrom('result').where('id', 'in', oneOf(moved)).execute()
    await work.db
      .insertInto('result')
      .values(rows)
      .onConflict((same) =>
        same.columns(['organisation_id', 'test_id', 'source_hash']).doUpdateSet(({ ref }) => ({
          record: ref('excluded.record'),
          record_hash: ref('excluded.record_hash'),
          on_day: ref('excluded.on_day'),
          published_at: ref('excluded.published_at'),
          taken_in_at: ref('excluded.taken_in_at'),
        })),
      )
      .execute()
    const released = rows.filter((row) => row.published_at === work.now)
    await tellReleased(
      work,
      released.map(({ test_id, pupil_id }) => ({ test: test_id, pupil: pupil_id })),
    )
  }
  return results.map((one) => (pupils.has(one.pupil) ? came.get(keyOf(one))! : 'unknown-pupil'))
}
