import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Asking, Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { peopleInReachOf } from '../../people/reach.ts'
import { objectionAnswer, objectionWords } from '../personal-data.ts'
import { tellPerson } from './jobs.ts'

export type Objection = {
  readonly text: string
  readonly at: Date
  readonly answer: { readonly text: string; readonly at: Date; readonly by: string | null } | null
}

/** What was said against these restrictions, by their id. `by` of an answer is a person's id. */
export const objectionsTo = async (
  work: Work,
  restrictions: readonly string[],
): Promise<ReadonlyMap<string, Objection>> => {
  if (restrictions.length === 0) return new Map()
  const rows = await work.db
    .selectFrom('terms_objection')
    .select(['restriction_id as id', 'words', 'sent_at', 'answer', 'answered_by', 'answered_at'])
    .where('restriction_id', 'in', oneOf(restrictions))
    .execute()
  const answered = rows.flatMap(({ id, answer }) => (answer === null ? [] : [{ id, answer }]))
  const words = await work.open(
    rows.map(({ answer: _, ...row }) => row),
    { words: reading(objectionWords, 'id', 'text') },
  )
  const answers = new Map(
    (await work.open(answered, { answer: reading(objectionAnswer, 'id', 'text') })).map((one) => [one.id, one.answer]),
  )
  return new Map(
    words.map(({ id, words: { text }, sent_at: at, answered_by, answered_at }) => {
      const answer = answers.get(id)
      return [id, { text, at, answer: answer ? { text: answer.text, at: answered_at!, by: answered_by } : null }]
    }),
  )
}

/** Says something against what is kept from me now or later; once, so that a form sent twice is one. Nothing for another's. */
export const object = async (work: Work, me: Me, restriction: string, text: string): Promise<boolean> => {
  const mine = await work.db
    .selectFrom('terms_restriction')
    .select('id')
    .where('id', '=', restriction)
    .where('person_id', '=', me.id)
    .where('state', '=', 'in-force')
    .where('to_on', '>=', work.today)
    .executeTakeFirst()
  if (!mine) return false
  const { numInsertedOrUpdatedRows } = await work.db
    .insertInto('terms_objection')
    .values({
      restriction_id: restriction,
      person_id: me.id,
      words: await work.seal(objectionWords, { subject: me.id, row: restriction }, { text }),
      sent_at: work.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return true
  await work.audit('objected-to-restriction', 'breaches', [me.id])
  await work.notify('breaches')
  return true
}

/** What somebody in reach said against a restriction of this breach, while nobody answered; never the own one. */
const unanswered = (work: Work, me: Me) =>
  work.db
    .selectFrom('terms_objection')
    .where('terms_objection.answer', 'is', null)
    .where('terms_objection.person_id', '!=', me.id)
    .where('terms_objection.person_id', 'in', peopleInReachOf(work, me))

/** How many objections wait for an answer of the office. */
export const countObjections = async (work: Work, me: Me): Promise<number> =>
  (await unanswered(work, me).select('terms_objection.restriction_id').execute()).length

/** Answers an objection and tells the person that there is something to read. Nothing when it was answered meanwhile. */
export const answerObjection = async (
  work: Work,
  me: Me,
  breach: string,
  { restriction, text }: { restriction: string; text: string },
): Promise<boolean> => {
  const row = await unanswered(work, me)
    .innerJoin('terms_restriction', 'terms_restriction.id', 'terms_objection.restriction_id')
    .select('terms_objection.person_id')
    .where('terms_objection.restriction_id', '=', restriction)
    .where('terms_restriction.breach_id', '=', breach)
    .forUpdate('terms_objection')
    .executeTakeFirst()
  if (!row) return false
  const person = row.person_id
  await work.db
    .updateTable('terms_objection')
    .set({
      answer: await work.seal(objectionAnswer, { subject: person, row: restriction }, { text }),
      answered_by: me.id,
      answered_at: work.now,
    })
    .where('restriction_id', '=', restriction)
    .execute()
  await work.audit('answered-objection', 'breaches', [person])
  await tellPerson(work, { person, about: restriction, moment: 'answered' })
  await work.notify('breaches')
  return true
}

/** The answers that wait for somebody to read them, as a part of a query. */
export const unreadAnswers = ({ db }: Asking, person: string) =>
  db
    .selectFrom('terms_objection')
    .select('restriction_id as id')
    .where('person_id', '=', person)
    .where('answer', 'is not', null)
    .where('read_at', 'is', null)

/** Notes that I read what was answered. */
export const answersRead = (work: Work, me: Me) =>
  work.db
    .updateTable('terms_objection')
    .set({ read_at: work.now })
    .where('person_id', '=', me.id)
    .where('answer', 'is not', null)
    .where('read_at', 'is', null)
    .execute()
