import { randomUUID } from 'node:crypto'
import type { Work } from '#shared/tenancy/work.ts'
import { CONSENTS, consentsOf, hold, settle } from './settling.ts'
import { standingOf } from './standing.ts'
import { type ConsentWords, languageOf } from './words.ts'

export type Channel = 'app' | 'paper' | 'phone'

/** An answer as it was given: to which words (their hash), by whom, about whom. */
export type Answering = {
  readonly purpose: string
  readonly pupil: string
  readonly person: string
  readonly number: number
  readonly hash: string
  readonly yes: boolean
  readonly channel: Channel
  readonly givenOn: string
}

/** The words an answer is given to: those of the newest version of a question that is asked; nothing when it is not. */
const asked = (work: Work, purpose: string) =>
  work.db
    .selectFrom('consent_purpose as purpose')
    .innerJoin('consent_text as text', (join) =>
      join.onRef('text.purpose_id', '=', 'purpose.id').onRef('text.number', '=', 'purpose.number'),
    )
    .select(['purpose.number', 'purpose.asks_from', 'text.words'])
    .where('purpose.id', '=', purpose)
    .where('purpose.ended_at', 'is', null)
    .executeTakeFirst()

const standsNow = (work: Work, { purpose, pupil, person }: Answering) =>
  work.db
    .selectFrom('consent_answer')
    .select(['id', 'yes', 'number', 'given_on'])
    .where('purpose_id', '=', purpose)
    .where('pupil_id', '=', pupil)
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .executeTakeFirst()

export type Came = 'done' | 'gone' | 'changed' | 'later'

/**
 * Keeps an answer beside the ones before it, and tells modules what that changes, at once. The same answer twice is one.
 * Refuses, and keeps nothing: a question that is not there or ended (`gone`), other words than it has now (`changed`), and a
 * letter that is older than what the same person said since (`later`).
 * Whose word counts is the caller's to ask first. The log holds version, hash and way (art. 7(1) GDPR).
 */
export const answer = async (work: Work, given: Answering): Promise<Came> => {
  await hold(work)
  const question = await asked(work, given.purpose)
  if (!question) return 'gone'
  const language = languageOf(question.words as ConsentWords, given.hash)
  if (question.number !== given.number || !language) return 'changed'
  const before = await standsNow(work, given)
  const stands = before && before.number >= question.asks_from ? before : undefined
  if (stands && stands.given_on > given.givenOn) return 'later'
  if (stands?.yes === given.yes) return 'done'
  if (before)
    await work.db.updateTable('consent_answer').set({ ended_at: work.now }).where('id', '=', before.id).execute()
  const withdraws = stands?.yes === true
  await work.db
    .insertInto('consent_answer')
    .values({
      id: randomUUID(),
      purpose_id: given.purpose,
      pupil_id: given.pupil,
      person_id: given.person,
      number: given.number,
      language,
      text_hash: given.hash,
      yes: given.yes,
      withdraws,
      channel: given.channel,
      given_on: given.givenOn,
      recorded_by: work.person,
      recorded_at: work.now,
    })
    .execute()
  const deed = given.yes ? 'gave-consent' : withdraws ? 'withdrew-consent' : 'refused-consent'
  const place = `consents/${given.purpose}/${given.number}/${given.hash}/${given.channel}`
  await work.audit(deed, place, [...new Set([given.pupil, given.person])])
  const about = { purposes: [given.purpose], pupils: [given.pupil] }
  await settle(work, about)
  const said = (await standingOf(work, about)).flatMap((standing) => standing.said)
  for (const topic of [CONSENTS, ...said.map(({ person }) => consentsOf(person))]) await work.notify(topic)
  return 'done'
}
