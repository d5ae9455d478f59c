import type { Me } from '#shared/identity/me.ts'
import type { Language } from '#shared/language/index.ts'
import { hashOf } from '#shared/language/prose.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { type Audience, audiencesOf } from '../audiences.ts'
import { versionsOf } from '../in-force.ts'
import type { Words } from '../words.ts'

/** A version as a reader meets it. */
export type Due = {
  readonly audience: Audience
  readonly number: number
  readonly words: Words
  readonly inForceOn: string
  /** The words of the version that the reader agreed to before. */
  readonly before: Words | null
}

const newest = async (work: Work, audience: Audience) =>
  versionsOf(work, audience)
    .select(['version.number', 'version.words', 'version.in_force_on'])
    .where('version.in_force_on', '<=', work.today)
    .limit(1)
    .executeTakeFirst()

const wordsOf = async (work: Work, version: { audience: string; number: number } | undefined) => {
  if (!version) return null
  const { words } = await work.db
    .selectFrom('terms_version')
    .select('words')
    .where('audience', '=', version.audience)
    .where('number', '=', version.number)
    .executeTakeFirstOrThrow()
  return words as Words
}

const acceptedBy = (work: Work, me: Me) =>
  work.db
    .selectFrom('terms_acceptance')
    .select(['audience', 'number', 'language', 'text_hash', 'accepted_at'])
    .where('person_id', '=', me.id)
    .orderBy('number', 'desc')
    .execute()

/** The version somebody has to agree to first; nothing when they owe none. */
export const dueFor = async (work: Work, me: Me): Promise<Due | null> => {
  const accepted = await acceptedBy(work, me)
  for (const audience of audiencesOf([...me.roles])) {
    const version = await newest(work, audience)
    const before = accepted.find((one) => one.audience === audience)
    if (version && (before?.number ?? 0) < version.number) {
      const { number, words, in_force_on: inForceOn } = version
      return { audience, number, words: words as Words, inForceOn, before: await wordsOf(work, before) }
    }
  }
  return null
}

export type Agreed = { readonly audience: Audience; readonly number: number; readonly hash: string }

/**
 * Keeps that somebody agreed, once per version: to the version that is in force for them and to the words that were shown,
 * which the hash tells. Answers false, and keeps nothing, for any other: the text changed meanwhile, or was never theirs.
 */
export const agree = async (work: Work, me: Me, { audience, number, hash }: Agreed): Promise<boolean> => {
  const version = audiencesOf([...me.roles]).includes(audience) ? await newest(work, audience) : undefined
  if (!version || version.number !== number) return false
  const words = version.words as Words
  const language = (['nl', 'en'] as const).find((one) => words[one] !== null && hashOf(words[one]) === hash)
  if (!language) return false
  const { numInsertedOrUpdatedRows: kept } = await work.db
    .insertInto('terms_acceptance')
    .values({ person_id: me.id, audience, number, language, text_hash: hash, accepted_at: work.now })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (kept === 1n) {
    await work.audit('agreed-to-terms', 'terms', [me.id])
    await work.notify('terms')
  }
  return true
}

/** What somebody agreed to, the newest version of each first, with its words. */
export const agreedBy = async (work: Work, me: Me) => {
  const rows = await work.db
    .selectFrom('terms_acceptance as accepted')
    .innerJoin('terms_version as version', (join) =>
      join.onRef('version.audience', '=', 'accepted.audience').onRef('version.number', '=', 'accepted.number'),
    )
    .select(['accepted.audience', 'accepted.number', 'accepted.language', 'accepted.accepted_at', 'version.words'])
    .where('accepted.person_id', '=', me.id)
    .orderBy('accepted.accepted_at', 'desc')
    .execute()
  return rows.map((row) => ({
    audience: row.audience as Audience,
    number: row.number,
    language: row.language as Language,
    at: row.accepted_at,
    text: (row.words as Words)[row.language as Language] ?? '',
  }))
}
