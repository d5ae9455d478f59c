import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { daysUntil } from '../../requests/clock.ts'
import { answerGiven, received } from '../personal-data.ts'
import { put } from '../post.ts'

/** A complaint that came in, as the supplier's list shows it. */
export type Received = {
  readonly id: string
  readonly name: string
  readonly school: string
  readonly receivedOn: string
  readonly dueOn: string
  readonly left: number
  readonly answeredAt: Date | null
}

const all = (work: Work) =>
  work.db
    .selectFrom('complaint_received')
    .innerJoin('organisation', 'organisation.id', 'complaint_received.from_organisation')
    .select(['complaint_received.id', 'content', 'organisation.name as school', 'received_on as receivedOn'])
    .select(['due_on as dueOn', 'answered_at as answeredAt'])

/** What came in: those that wait, the least time first; then those that were answered, the latest first. */
export const complaintsReceived = async (work: Work): Promise<{ open: Received[]; answered: Received[] }> => {
  const rows = await work.open(await all(work).orderBy('due_on').orderBy('complaint_received.id').execute(), {
    content: reading(received, 'id', 'name'),
  })
  const complaints = rows.map(({ content, ...one }) => ({
    ...one,
    name: content.name,
    left: daysUntil(work.today, one.dueOn),
  }))
  return {
    open: complaints.filter(({ answeredAt }) => !answeredAt),
    answered: complaints
      .filter(({ answeredAt }) => answeredAt)
      .sort((one, other) => other.answeredAt!.getTime() - one.answeredAt!.getTime()),
  }
}

export type ReceivedWhole = Received & { readonly text: string; readonly answer: string | null }

/** One of them with its words and the answer. */
export const complaintReceived = async (work: Work, id: string): Promise<ReceivedWhole | null> => {
  const rows = await all(work).select('answer').where('complaint_received.id', '=', id).execute()
  const [row] = await work.open(rows, {
    content: reading(received, 'id', 'name', 'text'),
    answer: reading(answerGiven, 'id', 'text'),
  })
  if (!row) return null
  const { content, answer, ...one } = row
  return { ...one, ...content, answer: answer?.text ?? null, left: daysUntil(work.today, one.dueOn) }
}

/** Answers a complaint, once: the answer goes to who wrote it. Answers whether it did. */
export const answer = async (work: Work, me: Me, id: string, text: string): Promise<boolean> => {
  const row = await work.db
    .updateTable('complaint_received')
    .set({
      answer: await work.seal(answerGiven, { subject: id, row: id }, { text }),
      answered_at: work.now,
      answered_by: me.id,
    })
    .where('id', '=', id)
    .where('answered_at', 'is', null)
    .returning('from_organisation')
    .executeTakeFirst()
  if (!row) return false
  await put(work, row.from_organisation, id, 'answer', { name: me.name, text })
  await work.audit('answered-complaint', 'complaints')
  await work.notify('complaints')
  return true
}
