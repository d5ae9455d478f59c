import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { fullName } from '../../people/names.ts'
import { personRecord } from '../../people/personal-data.ts'
import type { Audience } from '../audiences.ts'
import { defaultWords } from '../default-words.ts'
import type { Words } from '../words.ts'

export type Version = {
  readonly number: number
  readonly words: Words
  readonly inForceOn: string
  readonly publishedAt: Date
  readonly publishedBy: string | null
  readonly state: 'in-force' | 'earlier' | 'planned' | 'withdrawn'
}

/** Names of colleagues, by id: who wrote and who published. */
const namesOf = async (work: Work, ids: readonly (string | null)[]): Promise<ReadonlyMap<string, string>> => {
  const known = ids.filter((id) => id !== null)
  if (known.length === 0) return new Map()
  const rows = await work.db.selectFrom('person').select(['id', 'record']).where('id', 'in', known).execute()
  const people = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  return new Map(people.map(({ id, record }) => [id, fullName(record)]))
}

/** Every version, the newest first. */
export const listVersions = async (work: Work, audience: Audience): Promise<Version[]> => {
  const rows = await work.db
    .selectFrom('terms_version')
    .select(['number', 'words', 'in_force_on', 'published_at', 'published_by', 'withdrawn_at'])
    .where('audience', '=', audience)
    .orderBy('number', 'desc')
    .execute()
  const names = await namesOf(work, [...new Set(rows.map((row) => row.published_by))])
  const current = rows.find((row) => !row.withdrawn_at && row.in_force_on <= work.today)?.number
  return rows.map((row) => ({
    number: row.number,
    words: row.words as Words,
    inForceOn: row.in_force_on,
    publishedAt: row.published_at,
    publishedBy: (row.published_by && names.get(row.published_by)) || null,
    state: row.withdrawn_at
      ? 'withdrawn'
      : row.in_force_on > work.today
        ? 'planned'
        : row.number === current
          ? 'in-force'
          : 'earlier',
  }))
}

/** The text the school works on, and who saved it; what was published last, or the text to begin with, when nobody did. */
export const findDraft = async (work: Work, audience: Audience) => {
  const row = await work.db
    .selectFrom('terms_draft')
    .select(['words', 'revision', 'changed_by', 'changed_at'])
    .where('audience', '=', audience)
    .executeTakeFirst()
  if (!row) {
    const [last] = await listVersions(work, audience)
    return { words: last?.words ?? defaultWords[audience], revision: 0, saved: null }
  }
  const name = (await namesOf(work, [row.changed_by])).get(row.changed_by ?? '') ?? null
  return { words: row.words as Words, revision: row.revision, saved: { name, at: row.changed_at } }
}

/** Saves the draft, when nobody else saved it since it was shown (`revision`). */
export const saveDraft = async (work: Work, audience: Audience, words: Words, revision: number): Promise<boolean> => {
  const values = { words: JSON.stringify(words), changed_by: work.person, changed_at: work.now }
  const { numUpdatedRows } = await work.db
    .updateTable('terms_draft')
    .set({ ...values, revision: revision + 1 })
    .where('audience', '=', audience)
    .where('revision', '=', revision)
    .executeTakeFirst()
  if (numUpdatedRows === 1n) return true
  if (revision !== 0) return false
  const { numInsertedOrUpdatedRows } = await work.db
    .insertInto('terms_draft')
    .values({ ...values, audience, revision: 1 })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return numInsertedOrUpdatedRows === 1n
}

const sameWords = (one: Words, other: Words) => one.nl === other.nl && one.en === other.en

/** One at a time: two who publish at once must not both make the next number. */
const hold = (work: Work) =>
  work.db
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', work.organisation)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()

/**
 * Publishes what stands in the draft as the next version, from a day on. Refuses while another one waits for its day, a text
 * that is in force already (published twice is once), and another draft than the one that was read (`revision`).
 */
export const publish = async (
  work: Work,
  audience: Audience,
  { from, revision }: { from: string; revision: number },
): Promise<'done' | 'planned' | 'same' | 'meanwhile'> => {
  await hold(work)
  const versions = await listVersions(work, audience)
  if (versions.some(({ state }) => state === 'planned')) return 'planned'
  const { words, revision: now } = await findDraft(work, audience)
  const current = versions.find(({ state }) => state === 'in-force')
  if (current && sameWords(current.words, words)) return 'same'
  if (now !== revision) return 'meanwhile'
  await work.db
    .insertInto('terms_version')
    .values({
      audience,
      number: (versions[0]?.number ?? 0) + 1,
      words: JSON.stringify(words),
      in_force_on: from,
      published_by: work.person,
      published_at: work.now,
    })
    .execute()
  await work.db.deleteFrom('terms_draft').where('audience', '=', audience).execute()
  await work.audit('published-terms', 'terms')
  await work.notify('terms')
  return 'done'
}

/** Withdraws a version before its day; afterwards nobody can. Its text becomes the draft again. */
export const withdraw = async (work: Work, audience: Audience, number: number): Promise<boolean> => {
  const row = await work.db
    .updateTable('terms_version')
    .set({ withdrawn_at: work.now })
    .where('audience', '=', audience)
    .where('number', '=', number)
    .where('in_force_on', '>', work.today)
    .where('withdrawn_at', 'is', null)
    .returning('number')
    .executeTakeFirst()
  if (!row) return false
  await work.audit('withdrew-terms', 'terms')
  await work.notify('terms')
  return true
}
