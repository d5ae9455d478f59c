import { randomUUID } from 'node:crypto'
import { removeFiles } from '#shared/files/jobs.ts'
import { dayOf, type Work } from '#shared/tenancy/work.ts'
import type { Question } from '../reading.ts'

/** The task that makes a copy. */
export const MAKE = 'make-data-copy'
/** The task that says that one is ready. */
export const READY = 'data-copy-ready'
/** The task that tells the school that one waits for it. */
export const WAITS = 'data-copy-waits'
const DAY = 86_400_000
/** How long a copy can be fetched. */
export const KEPT = 7 * DAY
/** Within four weeks somebody has an answer; the law allows a month (art. 12(3) GDPR; PROMISES P65). */
const ANSWERED = 28 * DAY

/** The day before which somebody who asked then has an answer. */
export const answerBy = (asked: Date): string => dayOf(new Date(asked.getTime() + ANSWERED))

export type Copy = {
  readonly id: string
  readonly state: 'making' | 'review' | 'ready'
  readonly step: number
  readonly answerBy: string
  readonly lastDay: string
}

/** Under which the school's pages hear that a copy waits for them, or no longer. */
export const REVIEWS = 'data-copy-reviews'

/** Under which this person's pages hear how far a copy is. */
export const copyTopic = (asker: string) => `data-copies/${asker}`

/** The copies that are being made, looked at or ready, of somebody who asked. */
const openCopies = (work: Work, asker: string) =>
  work.db
    .selectFrom('data_copy')
    .select(['id', 'person_id', 'state', 'step', 'asked_at', 'expires_at', 'file_id', 'bytes'])
    .where('asked_by', '=', asker)
    .where('state', '!=', 'ended')
    .where((or) => or.or([or('expires_at', 'is', null), or('expires_at', '>', work.now)]))

/** The copy that somebody asked about somebody, with how it stands. */
export const copyAbout = async (
  work: Work,
  { subject, asker }: Pick<Question, 'subject' | 'asker'>,
): Promise<Copy | null> => {
  const row = await openCopies(work, asker).where('person_id', '=', subject).executeTakeFirst()
  if (!row) return null
  return {
    id: row.id,
    state: row.state as Copy['state'],
    step: row.step,
    answerBy: answerBy(row.asked_at),
    lastDay: dayOf(row.expires_at ?? work.now),
  }
}

/** A copy that is ready, for who asked for it; nobody else ever gets one. */
export const readyCopy = (work: Work, asker: string, id: string) =>
  openCopies(work, asker).where('id', '=', id).where('state', '=', 'ready').executeTakeFirst()

/** Asks for a copy. Asking again while there is one changes nothing, so a form sent twice makes one. */
export const askForCopy = async (
  work: Work,
  { subject, asker }: Pick<Question, 'subject' | 'asker'>,
): Promise<void> => {
  await endExpired(work)
  const id = randomUUID()
  const made = await work.db
    .insertInto('data_copy')
    .values({ id, person_id: subject, asked_by: asker, asked_at: work.now, state: 'making' })
    // Without a target: a prepared statement finds no partial index by a predicate that is a parameter.
    .onConflict((on) => on.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!made) return
  await work.audit('asked-data-copy', 'my-data', [subject])
  await work.enqueue(MAKE, { copy: id })
}

const endAll = async (work: Work, rows: readonly { id: string; file_id: string | null }[]): Promise<void> => {
  const files = rows.flatMap(({ file_id }) => file_id ?? [])
  for (const { id } of rows) {
    await work.db.updateTable('data_copy').set({ state: 'ended', file_id: null }).where('id', '=', id).execute()
    await work.db.deleteFrom('data_copy_text').where('copy_id', '=', id).execute()
  }
  await removeFiles(work, files)
}

/** Ends a copy that is not ready: it will not be made. */
export const endCopy = (work: Work, id: string): Promise<void> => endAll(work, [{ id, file_id: null }])

/** Throws a copy away that somebody asked for; answers who it was about, or nothing. */
export const dropCopy = async (work: Work, asker: string, id: string): Promise<string | null> => {
  const row = await openCopies(work, asker).where('id', '=', id).executeTakeFirst()
  if (row) await endAll(work, [row])
  return row?.person_id ?? null
}

/** Copies of which the days are over go, with their files. */
export const endExpired = async (work: Work): Promise<void> => {
  const rows = await work.db
    .selectFrom('data_copy')
    .select(['id', 'file_id'])
    .where('state', '=', 'ready')
    .where('expires_at', '<=', work.now)
    .execute()
  await endAll(work, rows)
}
