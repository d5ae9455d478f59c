import { randomUUID } from 'node:crypto'
import type { Work } from '#shared/tenancy/work.ts'
import type { Audience, Use } from '../kinds.ts'
import type { ConsentRule } from '../outcome.ts'
import { CONSENTS, hold, settle } from '../settling.ts'
import { type ConsentWords, hashOf } from '../words.ts'

export type Purpose = {
  readonly id: string
  readonly use: Use
  readonly audience: Audience
  readonly rule: ConsentRule
  readonly pictures: boolean
  readonly number: number
  readonly words: ConsentWords
  readonly endedAt: Date | null
}

const withWords = (work: Work) =>
  work.db
    .selectFrom('consent_purpose as purpose')
    .innerJoin('consent_text as text', (join) =>
      join.onRef('text.purpose_id', '=', 'purpose.id').onRef('text.number', '=', 'purpose.number'),
    )
    .select(['purpose.id', 'purpose.template', 'purpose.audience', 'purpose.rule', 'purpose.pictures'])
    .select(['purpose.number', 'purpose.ended_at', 'text.words'])
    .orderBy('purpose.position')

const shaped = (row: Awaited<ReturnType<ReturnType<typeof withWords>['execute']>>[number]): Purpose => ({
  id: row.id,
  use: row.template as Use,
  audience: row.audience as Audience,
  rule: row.rule as ConsentRule,
  pictures: row.pictures,
  number: row.number,
  words: row.words as ConsentWords,
  endedAt: row.ended_at,
})

/** What the school asks now, in its order. */
export const purposesAsked = async (work: Work): Promise<Purpose[]> =>
  (await withWords(work).where('purpose.ended_at', 'is', null).execute()).map(shaped)

/** What the school asked before. */
export const purposesEnded = async (work: Work): Promise<Purpose[]> =>
  (await withWords(work).where('purpose.ended_at', 'is not', null).execute()).map(shaped)

/** One question, also one that ended. */
export const findPurpose = async (work: Work, id: string): Promise<Purpose | null> => {
  const row = await withWords(work).where('purpose.id', '=', id).executeTakeFirst()
  return row ? shaped(row) : null
}

export type Version = {
  readonly number: number
  readonly words: ConsentWords
  readonly asksAgain: boolean
  readonly at: Date
}

/** Every version of a question's words, the newest first. */
export const versionsOf = async (work: Work, purpose: string): Promise<Version[]> => {
  const rows = await work.db
    .selectFrom('consent_text')
    .select(['number', 'words', 'asks_again', 'published_at'])
    .where('purpose_id', '=', purpose)
    .orderBy('number', 'desc')
    .execute()
  return rows.map((row) => ({
    number: row.number,
    words: row.words as ConsentWords,
    asksAgain: row.asks_again,
    at: row.published_at,
  }))
}

const nextPosition = async (work: Work): Promise<number> => {
  const last = await work.db
    .selectFrom('consent_purpose')
    .select(({ fn }) => fn.max('position').as('position'))
    .executeTakeFirst()
  return (last?.position ?? 0) + 1
}

export type NewPurpose = Pick<Purpose, 'use' | 'audience' | 'rule' | 'pictures' | 'words'> & { readonly id?: string }

/** Begins to ask something. Answers `asked`, and begins nothing, when the school asks from this template already. */
export const beginPurpose = async (work: Work, purpose: NewPurpose): Promise<{ id: string } | 'asked'> => {
  await hold(work)
  const id = purpose.id ?? randomUUID()
  const made = await work.db
    .insertInto('consent_purpose')
    .values({
      id,
      template: purpose.use,
      audience: purpose.audience,
      rule: purpose.rule,
      pictures: purpose.pictures,
      position: await nextPosition(work),
      number: 1,
      asks_from: 1,
      created_by: work.person,
      created_at: work.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return 'asked'
  await addText(work, id, { number: 1, words: purpose.words, asksAgain: true })
  await work.audit('began-consent-purpose', `consents/${id}`)
  await work.notify(CONSENTS)
  return { id }
}

const addText = (work: Work, purpose: string, text: { number: number; words: ConsentWords; asksAgain: boolean }) =>
  work.db
    .insertInto('consent_text')
    .values({
      purpose_id: purpose,
      number: text.number,
      words: JSON.stringify(text.words),
      asks_again: text.asksAgain,
      published_by: work.person,
      published_at: work.now,
    })
    .execute()

const sameWords = (one: ConsentWords, other: ConsentWords) =>
  hashOf(one.nl) === hashOf(other.nl) && (one.en && hashOf(one.en)) === (other.en && hashOf(other.en))

/**
 * Gives a question other words. Answers stay with the words they were given to; with `asksAgain`, because the meaning
 * changed, they no longer count and everyone is asked anew. Refuses words that are the same (`same`), another version than
 * was shown (`meanwhile`) and a question that ended (`gone`).
 */
export const reword = async (
  work: Work,
  id: string,
  text: { words: ConsentWords; asksAgain: boolean; number: number },
): Promise<'done' | 'same' | 'meanwhile' | 'gone'> => {
  await hold(work)
  const purpose = await findPurpose(work, id)
  if (!purpose || purpose.endedAt) return 'gone'
  if (sameWords(purpose.words, text.words)) return 'same'
  if (purpose.number !== text.number) return 'meanwhile'
  const number = purpose.number + 1
  await addText(work, id, { ...text, number })
  await work.db
    .updateTable('consent_purpose')
    .set(text.asksAgain ? { number, asks_from: number } : { number })
    .where('id', '=', id)
    .execute()
  await work.audit('reworded-consent-purpose', `consents/${id}/${number}`)
  await settle(work, { purposes: [id] })
  await work.notify(CONSENTS)
  return 'done'
}

/** Stops asking, for good: school may no longer, for anybody, and modules hear it at once. Answers stay as proof. */
export const endPurpose = async (work: Work, id: string): Promise<boolean> => {
  await hold(work)
  const ended = await work.db
    .updateTable('consent_purpose')
    .set({ ended_at: work.now, ended_by: work.person })
    .where('id', '=', id)
    .where('ended_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!ended) return false
  await work.audit('ended-consent-purpose', `consents/${id}`)
  await settle(work, { purposes: [id] })
  await work.notify(CONSENTS)
  return true
}
