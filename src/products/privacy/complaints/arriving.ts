import type { Work } from '#shared/tenancy/work.ts'
import { clockOf } from '../requests/clock.ts'
import { ownAnswer, received } from './personal-data.ts'
import { type Taken, takeAll } from './post.ts'

/** What came in: the supplier is told of a complaint, and who complained of an answer. */
export type Arrived = { readonly complaints: readonly string[]; readonly answers: readonly string[] }

const receive = async (work: Work, { complaint: id, from, content }: Taken): Promise<string[]> => {
  if (!content) return []
  const added = await work.db
    .insertInto('complaint_received')
    .values({
      id,
      from_organisation: from,
      content: await work.seal(received, { subject: id, row: id }, content),
      received_on: work.today,
      due_on: clockOf(work.today).due,
    })
    .onConflict((one) => one.doNothing())
    .returning('id')
    .executeTakeFirst()
  return added ? [id] : []
}

const hear = async (work: Work, { complaint: id, from, content }: Taken): Promise<string[]> => {
  const asked = await work.db
    .selectFrom('complaint_to_supplier')
    .select('asked_by')
    .where('id', '=', id)
    .where('supplier_id', '=', from)
    .where('answered_at', 'is', null)
    .executeTakeFirst()
  if (!asked || !content) return []
  const answer = await work.seal(ownAnswer, { subject: asked.asked_by, row: id }, { text: content.text })
  await work.db
    .updateTable('complaint_to_supplier')
    .set({ answer, answered_at: work.now })
    .where('id', '=', id)
    .execute()
  return [id]
}

/** What was taken back goes whole, its key first, so that it goes from backups as well. Only who sent it can take it back. */
const forget = async (work: Work, { complaint: id, from }: Taken): Promise<void> => {
  const gone = await work.db
    .deleteFrom('complaint_received')
    .where('id', '=', id)
    .where('from_organisation', '=', from)
    .returning('id')
    .executeTakeFirst()
  if (gone) await work.destroyKey(id)
}

/** Takes in what lies in the post for this organisation: complaints for a supplier, answers for a school. */
export const takeIn = async (work: Work): Promise<Arrived> => {
  const [complaints, answers]: [string[], string[]] = [[], []]
  for (const one of await takeAll(work)) {
    if (one.what === 'complaint') complaints.push(...(await receive(work, one)))
    else if (one.what === 'answer') answers.push(...(await hear(work, one)))
    else await forget(work, one)
  }
  await work.notify('complaints')
  return { complaints, answers }
}
