import { randomUUID } from 'node:crypto'
import { type Merged, whenMerged } from '#products/school/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { hold, settle } from './settling.ts'

/** The answers that stand under the id that goes: only those that would have been there twice are still there. */
const standing = (work: Work, column: 'person_id' | 'pupil_id', id: string) =>
  work.db
    .selectFrom('consent_answer as answer')
    .innerJoin('consent_purpose as purpose', 'purpose.id', 'answer.purpose_id')
    .selectAll('answer')
    .select('purpose.asks_from')
    .where(`answer.${column}`, '=', id)
    .where('answer.ended_at', 'is', null)
    .execute()

type Answer = Awaited<ReturnType<typeof standing>>[number]

/** Of two answers of one person to one question the no holds; and the one to the question as it stands above an older one. */
const holds = (one: Answer, other: Answer): boolean => {
  const [counts, otherCounts] = [one, other].map(({ number, asks_from }) => number >= asks_from)
  return counts === otherCounts ? !one.yes && other.yes : counts!
}

const end = (work: Work, id: string) =>
  work.db.updateTable('consent_answer').set({ ended_at: work.now }).where('id', '=', id).execute()

/** Leaves one answer where both records gave one: who said no anywhere did not say yes (art. 7(3) GDPR). */
const joinAnswers = async (work: Work, column: 'person_id' | 'pupil_id', { kept, gone }: Merged) => {
  const stays = await standing(work, column, kept)
  for (const one of await standing(work, column, gone)) {
    const moved = { ...one, [column]: kept }
    const other = stays.find(
      ({ purpose_id, pupil_id, person_id }) =>
        purpose_id === moved.purpose_id && pupil_id === moved.pupil_id && person_id === moved.person_id,
    )
    await end(work, one.id)
    if (other && !holds(one, other)) continue
    if (other) await end(work, other.id)
    // An answer is never rewritten: the same words stand once more, under the id that stays.
    const { asks_from: _, organisation_id: __, ...same } = moved
    await work.db
      .insertInto('consent_answer')
      .values({ ...same, id: randomUUID() })
      .execute()
  }
}

whenMerged('consents', async (work, merged) => {
  await hold(work)
  for (const column of ['person_id', 'pupil_id'] as const) await joinAnswers(work, column, merged)
  const rows = await work.db
    .selectFrom('consent_answer')
    .select('pupil_id')
    .distinct()
    .where((or) => or.or([or('person_id', '=', merged.kept), or('pupil_id', '=', merged.kept)]))
    .execute()
  if (rows.length > 0) await settle(work, { pupils: [...rows.map(({ pupil_id }) => pupil_id), merged.gone] })
})
