import { namesOf, placesToday } from '#products/school/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { ageOf, lookAtAge } from '../ages.ts'
import { answer, type Came, type Channel } from '../answering.ts'
import type { Outcome } from '../outcome.ts'
import { findPurpose, type Purpose, purposesAsked } from '../purposes/queries.ts'
import { standingOf } from '../standing.ts'
import { type ConsentWords, hashOf } from '../words.ts'

export type Given = {
  readonly purpose: string
  readonly title: ConsentWords
  readonly person: string
  readonly name: string | null
  readonly yes: boolean
  readonly withdraws: boolean
  readonly channel: Channel
  readonly givenOn: string
  readonly number: number
  readonly endedAt: Date | null
}

export type PupilConsents = {
  readonly id: string
  readonly name: string
  readonly givenName: string
  readonly age: { readonly own: boolean; readonly known: boolean }
  /** Those who decide today. */
  readonly deciders: readonly { readonly id: string; readonly name: string }[]
  readonly asked: readonly { readonly purpose: Purpose; readonly outcome: Outcome | null }[]
  /** Every answer there was, the newest first. */
  readonly given: readonly Given[]
}

const answersOf = (work: Work, pupil: string) =>
  work.db
    .selectFrom('consent_answer as answer')
    .innerJoin('consent_text as text', (join) =>
      join.onRef('text.purpose_id', '=', 'answer.purpose_id').onRef('text.number', '=', 'answer.number'),
    )
    .select(['answer.purpose_id', 'answer.person_id', 'answer.yes', 'answer.withdraws', 'answer.channel'])
    .select(['answer.given_on', 'answer.recorded_at', 'answer.recorded_by', 'answer.number', 'answer.language'])
    .select(['answer.text_hash', 'answer.ended_at', 'text.words'])
    .where('answer.pupil_id', '=', pupil)
    .orderBy('answer.recorded_at', 'desc')
    .execute()

const isPupil = async (work: Work, id: string): Promise<boolean> =>
  (await placesToday(work)).some(({ pupil }) => pupil === id) || (await answersOf(work, id)).length > 0

/** Who answered what about a pupil, when and how; nothing for who is no pupil, or is not to be known. */
export const pupilConsents = async (work: Work, pupil: string): Promise<PupilConsents | null> => {
  if (!(await isPupil(work, pupil))) return null
  const purposes = await purposesAsked(work)
  const standings = await standingOf(work, { pupils: [pupil] })
  const answers = await answersOf(work, pupil)
  const deciders = [...new Set(standings.flatMap(({ said }) => said.map(({ person }) => person)))]
  const names = await namesOf(work, [pupil, ...deciders, ...answers.map((row) => row.person_id)])
  const child = names.get(pupil)
  if (!child) return null
  const outcomes = new Map(standings.map((one) => [one.purpose, one.outcome]))
  return {
    id: pupil,
    name: child.name,
    givenName: child.givenName,
    age: await ageOf(work, pupil),
    deciders: deciders.flatMap((id) => (names.has(id) ? [{ id, name: names.get(id)!.name }] : [])),
    asked: purposes.map((purpose) => ({ purpose, outcome: outcomes.get(purpose.id) ?? null })),
    given: answers.map((row) => ({
      purpose: row.purpose_id,
      title: row.words as ConsentWords,
      person: row.person_id,
      name: names.get(row.person_id)?.name ?? null,
      yes: row.yes,
      withdraws: row.withdraws,
      channel: row.channel as Channel,
      givenOn: row.given_on,
      number: row.number,
      endedAt: row.ended_at,
    })),
  }
}

export type Letter = {
  readonly person: string
  readonly channel: 'paper' | 'phone'
  readonly givenOn: string
  readonly answers: readonly { readonly purpose: string; readonly number: number; readonly yes: boolean }[]
}

/**
 * Writes down what somebody answered on paper or by phone, all of it or nothing. Refuses who does not decide about this
 * pupil today (`not-deciding`), a letter without an answer (`empty`), and what an answer in the app is refused for.
 */
export const recordLetter = async (
  work: Work,
  pupil: string,
  letter: Letter,
): Promise<Came | 'empty' | 'not-deciding'> => {
  await lookAtAge(work, pupil)
  const standings = await standingOf(work, { pupils: [pupil] })
  if (!standings.some(({ said }) => said.some(({ person }) => person === letter.person))) return 'not-deciding'
  if (letter.answers.length === 0) return 'empty'
  for (const { purpose, number, yes } of letter.answers) {
    const words = (await findPurpose(work, purpose))?.words
    const hash = words ? hashOf(words.nl) : ''
    const { person, channel, givenOn } = letter
    const came = await answer(work, { purpose, pupil, person, number, hash, yes, channel, givenOn })
    if (came !== 'done') return came
  }
  return 'done'
}

/**
 * What proves consent about one pupil: every answer with the words it was given to and their hash, who by number, when and
 * how; no name, so that the proof is no new personal data (art. 7(1) GDPR). `hash` is SHA-256 of title, line break, text.
 */
export const proofOf = async (work: Work, pupil: string) => {
  if (!(await isPupil(work, pupil))) return null
  const answers = await answersOf(work, pupil)
  return {
    organisation: work.organisation,
    pupil,
    made: work.now.toISOString(),
    answers: answers.map((row) => ({
      purpose: row.purpose_id,
      version: row.number,
      language: row.language,
      words: (row.words as ConsentWords)[row.language as 'nl' | 'en'],
      hash: row.text_hash,
      person: row.person_id,
      answer: row.yes ? 'yes' : row.withdraws ? 'withdrawn' : 'no',
      how: row.channel,
      givenOn: row.given_on,
      recordedAt: row.recorded_at.toISOString(),
      recordedBy: row.recorded_by,
      replacedAt: row.ended_at?.toISOString() ?? null,
    })),
  }
}
