import { isDeepStrictEqual } from 'node:util'
import type { Json } from '#shared/database/schema.generated.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Ground, PurposeName } from '#shared/vault/purpose.ts'

/** Who is responsible and how to reach them: what the organisation fills in of its statement. */
export type Contact = {
  readonly controller: string
  readonly address: string
  readonly mail: string
  readonly phone: string
  readonly officer: string
  readonly officerMail: string
  readonly officerPhone: string
  /** In which country the data stand. */
  readonly storage: string
  /** How they are protected there, when that is outside the EEA. */
  readonly safeguard?: string
}

/** What an organisation decides, by what it is about. */
export type Choices = { readonly contact: Contact; readonly modules: { readonly off: readonly string[] } } & {
  readonly [Purpose in PurposeName]: {
    readonly ground: Ground
    readonly recipients: string
    /** What goes outside the EEA: to which country, and how it is protected there. */
    readonly outside?: string
  }
}

export type Choice<About extends keyof Choices = keyof Choices> = {
  readonly about: About
  readonly number: number
  readonly value: Choices[About]
  readonly reason: string
  readonly by: string | null
  readonly at: Date
}

/** The decisions about one thing, or about everything, the newest first. What counts is the first of each. */
export const choicesOf = async <About extends keyof Choices>(work: Work, about?: About): Promise<Choice<About>[]> => {
  const rows = await work.db
    .selectFrom('privacy_choice')
    .select(['about', 'number', 'value', 'reason', 'chosen_by as by', 'chosen_at as at'])
    .$if(about !== undefined, (query) => query.where('about', '=', about as string))
    .orderBy('chosen_at', 'desc')
    .orderBy('number', 'desc')
    .execute()
  return rows as unknown as Choice<About>[]
}

/** What counts now about one thing; nothing when it was never decided. */
export const choiceOf = async <About extends keyof Choices>(work: Work, about: About): Promise<Choice<About> | null> =>
  (await choicesOf(work, about))[0] ?? null

type Decision<About extends keyof Choices> = {
  readonly value: Choices[About]
  readonly reason: string
  /** The number of the newest decision that whoever decides has seen. */
  readonly seen: number
}

/** One after the other per organisation, without holding up whoever only refers to it. */
const lock = (work: Work) =>
  work.db
    .selectFrom('organisation')
    .select('id')
    .where('id', '=', work.organisation)
    .forNoKeyUpdate()
    .executeTakeFirstOrThrow()

/**
 * Decides something, with a reason; what counted before stays in the history. Nothing is kept when it is the same already, or when
 * somebody else decided since.
 */
export const choose = async <About extends keyof Choices>(
  work: Work,
  about: About,
  { value, reason, seen }: Decision<About>,
): Promise<'kept' | 'same' | 'meanwhile'> => {
  await lock(work)
  const now = await choiceOf(work, about)
  if ((now?.number ?? 0) !== seen) return 'meanwhile'
  if (now && isDeepStrictEqual(now.value, value)) return 'same'
  await work.db
    .insertInto('privacy_choice')
    .values({
      about,
      number: seen + 1,
      value: JSON.stringify(value) as unknown as Json,
      reason,
      chosen_by: work.person,
      chosen_at: work.now,
    })
    .execute()
  await work.audit('chose', `privacy-${about}`)
  return 'kept'
}
