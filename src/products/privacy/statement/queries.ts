import type { Json } from '#shared/database/schema.generated.ts'
import type { Me } from '#shared/identity/me.ts'
import { hashOf } from '#shared/language/prose.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { choiceOf } from '../choices/choices.ts'
import { consentedEntries } from '../register/consented.ts'
import { ownEntries } from '../register/entries.ts'
import { ownOrganisation, supplierOf } from '../register/organisation.ts'
import { publishProcessing } from '../register/published.ts'
import { controlled } from '../register/register.ts'
import { tellEveryone } from './telling.ts'
import { coreOf, type Facts, writeStatement } from './write.ts'

export type Version = {
  readonly number: number
  readonly words: { readonly nl: string; readonly en: string }
  /** Whether what is processed changed, and not only how it is told. */
  readonly material: boolean
  readonly at: Date
}

/** What the statement of this organisation is made of, as it is now. */
const factsOf = async (work: Work): Promise<Facts> => {
  const organisation = await ownOrganisation(work)
  return {
    organisation,
    supplier: await supplierOf(work),
    contact: (await choiceOf(work, 'contact'))?.value ?? null,
    entries: [...(await ownEntries(work, organisation)), ...(await consentedEntries(work))],
  }
}

const wordsOf = (facts: Facts) => ({ nl: writeStatement('nl', facts), en: writeStatement('en', facts) })

const versions = (work: Work) =>
  work.db
    .selectFrom('privacy_statement')
    .select(['number', 'words', 'material', 'published_at as at'])
    .orderBy('number', 'desc')

/** Every version, the newest first. */
export const listVersions = async (work: Work): Promise<Version[]> => (await versions(work).execute()) as never

/** A version and the one before it. */
export const versionWithBefore = async (work: Work, number: number): Promise<readonly Version[]> =>
  (await versions(work)
    .where('number', 'in', [number, number - 1])
    .execute()) as never

/** The words as they would be published now: what a new organisation shows until its first version is stored. */
export const wordsNow = async (work: Work): Promise<Version['words']> => wordsOf(await factsOf(work))

/** Publishes a new version when the words are no longer those of the last one, and tells the processor what changed for it. */
export const publishStatement = async (work: Work): Promise<Pick<Version, 'number' | 'material'> | null> => {
  const facts = await factsOf(work)
  if (facts.organisation.kind === 'school' || facts.organisation.kind === 'board')
    await publishProcessing(work, await controlled(work))
  const words = wordsOf(facts)
  const hash = hashOf(`${words.nl}\n${words.en}`)
  const coreHash = hashOf(coreOf(facts))
  const last = await work.db
    .selectFrom('privacy_statement')
    .select(['number', 'hash', 'core_hash'])
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (last?.hash === hash) return null
  const number = (last?.number ?? 0) + 1
  const material = last !== undefined && last.core_hash !== coreHash
  const { numInsertedOrUpdatedRows } = await work.db
    .insertInto('privacy_statement')
    .values({
      number,
      words: JSON.stringify(words) as unknown as Json,
      hash,
      core_hash: coreHash,
      material,
      published_at: work.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (!numInsertedOrUpdatedRows) return null
  await work.audit('published-privacy-statement', 'privacy')
  return { number, material }
}

/**
 * Brings the statement up to date: after a choice, and every day, since a new release may declare something else. When what is
 * processed changed, everyone with an account is told (PROMISES P43). Answers the number of the new version, or null when
 * nothing changed.
 */
export const renewStatement = async (work: Work): Promise<number | null> => {
  const published = await publishStatement(work)
  if (published?.material) await tellEveryone(work, published.number)
  return published?.number ?? null
}

/** How long somebody's first page says that there is something to read. */
const TOLD_DAYS = 60

const unseen = prepared(({ db }, { person, since }: { person: string; since: Date }) =>
  db
    .selectFrom('privacy_statement')
    .select('number')
    .where('material', '=', true)
    .where('published_at', '>', since)
    .where(({ selectFrom, not, exists, ref }) =>
      not(
        exists(
          selectFrom('privacy_statement_seen as seen')
            .select('seen.number')
            .where('seen.person_id', '=', person)
            .where('seen.number', '>=', ref('privacy_statement.number')),
        ),
      ),
    )
    .where(({ exists, or, selectFrom, ref }) =>
      or([
        exists(selectFrom('privacy_statement_seen').select('number').where('person_id', '=', person)),
        exists(
          selectFrom('person')
            .select('person.id')
            .where('person.id', '=', person)
            .where('person.created_at', '<', ref('privacy_statement.published_at')),
        ),
      ]),
    )
    .orderBy('number', 'desc')
    .limit(1),
)

/** The newest change that I was not told of yet: of the last two months, and of after I came here or read it. */
export const unseenChange = async (work: Work, me: Me): Promise<number | null> => {
  const since = new Date(work.now.getTime() - TOLD_DAYS * 86_400_000)
  const [row] = await unseen(work, { person: me.id, since })
  return row?.number ?? null
}

/** I have seen this version, and with it all before. */
export const markSeen = async (work: Work, me: Me, number: number): Promise<void> => {
  await work.db
    .insertInto('privacy_statement_seen')
    .values({ person_id: me.id, number, seen_at: work.now })
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'person_id'])
        .doUpdateSet({ number, seen_at: work.now })
        .where('privacy_statement_seen.number', '<', number),
    )
    .execute()
}
