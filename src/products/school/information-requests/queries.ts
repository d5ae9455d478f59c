import { randomUUID } from 'node:crypto'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { fullName } from '../people/names.ts'
import { personRecord } from '../people/personal-data.ts'
import { childNamesOf } from '../people/ties.ts'
import { withRoleToday } from '../people/with-role.ts'
import { answerText, type Outcome, requestText } from './personal-data.ts'

/** Keeps a request and tells the office that there is one. */
export const sendRequest = async (work: Work, me: Me, text: string): Promise<void> => {
  const id = randomUUID()
  await work.db
    .insertInto('information_request')
    .values({
      id,
      guardian_id: me.id,
      request: await work.seal(requestText, { subject: me.id, row: id }, { text }),
      created_at: work.now,
    })
    .execute()
  await work.audit('asked-for-information', 'information-requests', [me.id])
  await work.enqueue('information-request-arrived', { request: id })
  await work.notify('information-requests')
}

/** What somebody asked before, the latest first, with the day on which the office handled it. */
export const myRequests = async (work: Work, me: Me) => {
  const rows = await work.db
    .selectFrom('information_request')
    .select(['id', 'request', 'created_at', 'handled_at', 'outcome', 'answer'])
    .where('guardian_id', '=', me.id)
    .orderBy('created_at', 'desc')
    .execute()
  const opened = await work.open(rows, {
    request: reading(requestText, 'id', 'text'),
    answer: reading(answerText, 'id', 'text'),
  })
  return opened.map((row) => ({
    id: row.id,
    text: row.request.text,
    sent: row.created_at,
    handled: row.handled_at,
    outcome: row.outcome as Outcome | null,
    answer: row.answer?.text ?? null,
  }))
}

/** How many requests wait for the office. */
export const countWaiting = async (work: Work): Promise<number> => {
  const row = await work.db
    .selectFrom('information_request')
    .innerJoin('person', 'person.id', 'information_request.guardian_id')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('information_request.handled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return row.count
}

/** Requests for the office: those that wait, the oldest first, then those that were handled, the latest first. */
export const listRequests = async (work: Work) => {
  const rows = await work.db
    .selectFrom('information_request')
    .innerJoin('person', 'person.id', 'information_request.guardian_id')
    .select(['information_request.id as request_id', 'information_request.request', 'information_request.created_at'])
    .select(['information_request.handled_at', 'information_request.outcome', 'information_request.answer'])
    .select(['person.id', 'person.record'])
    .orderBy('information_request.created_at')
    .execute()
  const opened = await work.open(rows, {
    request: reading(requestText, 'request_id', 'text'),
    answer: reading(answerText, 'request_id', 'text'),
    record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname'),
  })
  const children = await childNamesOf(
    work,
    opened.map((row) => row.id),
  )
  const all = opened.map((row) => ({
    id: row.request_id,
    person: row.id,
    name: fullName(row.record),
    children: children.get(row.id) ?? [],
    text: row.request.text,
    sent: row.created_at,
    handled: row.handled_at,
    outcome: row.outcome as Outcome | null,
    answer: row.answer?.text ?? null,
  }))
  return { waiting: all.filter((one) => !one.handled), handled: all.filter((one) => one.handled).reverse() }
}

/** One request that waits, for the page on which somebody looks at what may be told. */
export const waitingRequest = async (work: Work, id: string) =>
  (await listRequests(work)).waiting.find((one) => one.id === id) ?? null

/** Answers a request: what is told stands with it for who asked. Nothing when there is none that waits. */
export const answerRequest = async (
  work: Work,
  me: Me,
  id: string,
  { outcome, text }: { outcome: Outcome; text: string },
): Promise<boolean> => {
  const waiting = await work.db
    .selectFrom('information_request')
    .select('guardian_id')
    .where('id', '=', id)
    .where('handled_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  if (!waiting) return false
  const answer = await work.seal(answerText, { subject: waiting.guardian_id, row: id }, { text })
  await work.db
    .updateTable('information_request')
    .set({ handled_at: work.now, handled_by: me.id, outcome, answer })
    .where('id', '=', id)
    .execute()
  await work.audit('handled-information-request', 'information-requests', [waiting.guardian_id])
  await work.notify('information-requests')
  return true
}

/** Who waits for information and since when, for who watches over the clocks: ids only. */
export const waitingForInformation = async (work: Work): Promise<{ id: string; person: string; since: Date }[]> => {
  const rows = await work.db
    .selectFrom('information_request')
    .select(['id', 'guardian_id as person', 'created_at as since'])
    .where('handled_at', 'is', null)
    .orderBy('created_at')
    .execute()
  return rows
}

/** The addresses of the office, to tell that there is something to read. For a job: nobody is signed in. */
export const officeAddresses = async (work: Work): Promise<string[]> => {
  const rows = await withRoleToday(work, ['administrator'])
  const people = await work.open(rows, { record: reading(personRecord, 'id', 'email') })
  return people.flatMap(({ record }) => record.email ?? [])
}
