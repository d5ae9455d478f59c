import { randomUUID } from 'node:crypto'
import { whenSomethingArrives } from '#shared/jobs/arrivals.ts'
import type { Job } from '#shared/jobs/task.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { letter } from './personal-data.ts'

/** What organisations tell each other, by kind. A module adds its kinds: what is in them is JSON. */
// biome-ignore lint/suspicious/noEmptyInterface: modules merge their kinds into it
export interface PostKinds {}

type Kind = keyof PostKinds
/** A letter as its receiver sees it. Who it is from is certain (a row policy says so); what it says is only what they say. */
export type Letter<K extends Kind> = { readonly id: string; readonly from: string; readonly content: PostKinds[K] }
type Taker = (work: Work, letter: Letter<never>) => Promise<void>

const takers = new Map<string, Taker>()

/**
 * Tells another organisation something, after and only if this transaction commits. Nothing of the other organisation is
 * read or written here: it takes the letter in itself (docs/decisions/0079).
 */
export const put = async <K extends Kind>(
  work: Work,
  { to, kind, content }: { readonly to: string; readonly kind: K; readonly content: PostKinds[K] },
): Promise<void> => {
  const id = randomUUID()
  await work.db
    .insertInto('post')
    .values({
      id,
      from_organisation: work.organisation,
      to_organisation: to,
      kind,
      content: work.sealFor(letter, { organisation: to, code: id, row: id }, { json: JSON.stringify(content) }),
      sent_at: work.now,
    })
    .execute()
}

/**
 * Says what is done with letters of a kind: in a transaction of the receiver's for each, so each exactly once, in the order in
 * which they were sent. Whether the sender may say such a thing is for the module to judge. A kind twice throws.
 */
export const whenPosted = <K extends Kind>(kind: K, take: (work: Work, letter: Letter<K>) => Promise<void>): void => {
  if (takers.has(kind)) throw new Error(`Letters of kind ${kind} are taken in twice`)
  takers.set(kind, take as Taker)
}

const takeOne = async (work: Work, id: string): Promise<void> => {
  const row = await work.db
    .deleteFrom('post')
    .where('id', '=', id)
    .returning(['from_organisation', 'kind', 'content'])
    .executeTakeFirst()
  if (!row) return
  const { json } = work.openWithCode(letter, { code: id, row: id }, row.content)
  await takers.get(row.kind)!(work, { id, from: row.from_organisation, content: JSON.parse(json) as never })
}

/** Takes in what lies there; a letter that cannot be taken in now stays, does not hold up the others, and is tried again. */
const takeIn = async (job: Job<never>): Promise<void> => {
  const waiting = await job.inOrganisation(({ db, organisation }) =>
    db
      .selectFrom('post')
      .select('id')
      .where('to_organisation', '=', organisation)
      .where('kind', 'in', [...takers.keys()])
      .orderBy('number')
      .execute(),
  )
  const failures: unknown[] = []
  for (const { id } of waiting) {
    await job.inOrganisation((work) => takeOne(work, id)).catch((failure: unknown) => failures.push(failure))
  }
  if (failures.length) throw new AggregateError(failures, `${failures.length} letters could not be taken in`)
}
whenSomethingArrives('post', takeIn)
