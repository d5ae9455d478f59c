import { createHash, randomUUID } from 'node:crypto'
import { answerItem, takeItemBack } from '#shared/attention/item.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import type { RichText } from '#shared/rich-text/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { TeamRole } from '../rules.ts'
import { ask, give, MODULE, notYet, peopleAsked, topicOf } from './asking.ts'
import { mustReadWords } from './personal-data.ts'

export type Words = { readonly title: string; readonly text: RichText }
export type Begun = Words & { readonly roles: readonly TeamRole[]; readonly dueOn: string }

/** SHA-256 of a version, as it is printed under it. */
export const fingerprint = ({ title, text }: Words): string =>
  createHash('sha256')
    .update(JSON.stringify([title, text]))
    .digest('hex')

const addVersion = async (
  work: Work,
  { id, version }: { readonly id: string; readonly version: number },
  words: Words & { readonly why: string | null },
): Promise<void> => {
  const row = randomUUID()
  const { title, text, why } = words
  await work.db
    .insertInto('must_read_version')
    .values({
      id: row,
      must_read_id: id,
      version,
      words: await work.seal(mustReadWords, { subject: id, row }, { title, text: JSON.stringify(text), why }),
      words_hash: fingerprint(words),
      published_at: work.now,
    })
    .execute()
}

/** Gives the team something to read. The same form once more is the same one. Answers its id. */
export const begin = async (work: Work, me: Me, begun: Begun, requestKey: string): Promise<string> => {
  const id = randomUUID()
  const row = await work.db
    .insertInto('must_read')
    .values({
      id,
      author_id: me.id,
      roles: [...begun.roles],
      due_on: begun.dueOn,
      version: 1,
      begun_at: work.now,
      request_key: requestKey,
    })
    .onConflict((same) => same.columns(['organisation_id', 'request_key']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!row) {
    const before = await work.db
      .selectFrom('must_read')
      .select('id')
      .where('request_key', '=', requestKey)
      .executeTakeFirstOrThrow()
    return before.id
  }
  await addVersion(work, { id, version: 1 }, { ...begun, why: null })
  const people = (await peopleAsked(work, begun.roles)).map((one) => one.id)
  const asked = await ask(
    work,
    { id, version: 1, due_on: begun.dueOn },
    people.filter((person) => person !== me.id),
  )
  await work.audit('gave-must-read', MODULE, asked)
  return id
}

/**
 * A new version: whoever works here reads again, by the new day. What was confirmed of an older one stays. Answers false when
 * `from` is not the newest version any more (somebody else was first), or when it is closed.
 */
export const addNewVersion = async (
  work: Work,
  me: Me,
  id: string,
  changed: Words & { readonly why: string; readonly dueOn: string; readonly from: number },
): Promise<boolean> => {
  const row = await work.db
    .updateTable('must_read')
    .set({ version: changed.from + 1, due_on: changed.dueOn })
    .where('id', '=', id)
    .where('version', '=', changed.from)
    .where('closed_at', 'is', null)
    .returning(['id', 'version', 'due_on', 'roles'])
    .executeTakeFirst()
  if (!row) return false
  await addVersion(work, row, changed)
  await takeItemBack(work, { module: MODULE, subject: id })
  const people = (await peopleAsked(work, row.roles)).map((one) => one.id)
  const asked = await ask(
    work,
    row,
    people.filter((person) => person !== me.id),
  )
  await work.audit('changed-must-read', MODULE, asked)
  await work.notify(topicOf(id))
  return true
}

/** It need not be read any more; what was read stays to be shown. Answers false when it is not there. */
export const close = async (work: Work, id: string): Promise<boolean> => {
  const row = await work.db
    .updateTable('must_read')
    .set({ closed_at: work.now })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!row) return false
  await takeItemBack(work, { module: MODULE, subject: id })
  await work.audit('closed-must-read', MODULE)
  await work.notify(topicOf(id))
  return true
}

/** Undoes `close`: who had not read it is asked again. */
export const reopen = async (work: Work, id: string): Promise<boolean> => {
  const row = await work.db
    .updateTable('must_read')
    .set({ closed_at: null })
    .where('id', '=', id)
    .where('closed_at', 'is not', null)
    .returning(['id', 'version', 'due_on', 'roles'])
    .executeTakeFirst()
  if (!row) return false
  await give(work, row, await notYet(work, row, row.roles))
  await work.audit('reopened-must-read', MODULE)
  await work.notify(topicOf(id))
  return true
}

/** I read this version. Answers false when I was not asked for it; once more changes nothing. */
export const confirm = async (work: Work, me: Me, id: string, version: number): Promise<boolean> => {
  const asked = work.db
    .selectFrom('must_read_reading')
    .select('confirmed_at')
    .where('must_read_id', '=', id)
    .where('version', '=', version)
    .where('person_id', '=', me.id)
  const row = await asked.executeTakeFirst()
  if (!row) return false
  if (row.confirmed_at) return true
  await work.db
    .updateTable('must_read_reading')
    .set({ confirmed_at: work.now })
    .where('must_read_id', '=', id)
    .where('version', '=', version)
    .where('person_id', '=', me.id)
    .execute()
  await answerItem(work, { module: MODULE, subject: id, by: me.id })
  // In the log too, which is chained: a moment that is set back later does not fit it.
  await work.audit(`read-version-${version}`, `${MODULE}/${id}`, [me.id])
  await work.notify(topicOf(id))
  return true
}

/** Takes back that I read it, while its version is the newest. */
export const unconfirm = async (work: Work, me: Me, id: string): Promise<boolean> => {
  const row = await work.db
    .updateTable('must_read_reading')
    .from('must_read')
    .set({ confirmed_at: null })
    .whereRef('must_read.id', '=', 'must_read_reading.must_read_id')
    .whereRef('must_read.version', '=', 'must_read_reading.version')
    .where('must_read.closed_at', 'is', null)
    .where('must_read_reading.must_read_id', '=', id)
    .where('must_read_reading.person_id', '=', me.id)
    .where('must_read_reading.confirmed_at', 'is not', null)
    .returning(['must_read.id', 'must_read.version', 'must_read.due_on'])
    .executeTakeFirst()
  if (!row) return false
  await work.audit('took-reading-back', `${MODULE}/${id}`, [me.id])
  await takeMine(work, me, id)
  await give(work, row, [me.id])
  await work.notify(topicOf(id))
  return true
}

/** An answered item is not given again: it is taken out of my own list first. */
const takeMine = (work: Work, me: Me, id: string) =>
  work.db
    .deleteFrom('attention_item')
    .where('module', '=', MODULE)
    .where('subject_id', '=', id)
    .where('person_id', 'in', oneOf([me.id]))
    .execute()
