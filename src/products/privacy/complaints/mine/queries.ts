import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { clockOf } from '../../requests/clock.ts'
import { supplierOf } from '../../requests/supplier.ts'
import { ownAnswer, ownWords } from '../personal-data.ts'
import { put } from '../post.ts'

/** A complaint of mine to the supplier, as a list shows it. */
export type MyComplaint = {
  readonly id: string
  readonly supplier: string
  readonly sentAt: Date
  readonly dueOn: string
  readonly answeredAt: Date | null
}

/**
 * Sends a complaint to the supplier, sealed for me here and on its way to them. `id` is the random key of the form: sent twice
 * it is one complaint. Answers false, and stores nothing, where nobody else supplies.
 */
export const complain = async (work: Work, me: Me, id: string, text: string): Promise<boolean> => {
  const supplier = await supplierOf(work)
  if (!supplier) return false
  const added = await work.db
    .insertInto('complaint_to_supplier')
    .values({
      id,
      asked_by: me.id,
      supplier_id: supplier.id,
      words: await work.seal(ownWords, { subject: me.id, row: id }, { text }),
      sent_at: work.now,
      due_on: clockOf(work.today).due,
    })
    .onConflict((one) => one.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return true
  await put(work, supplier.id, id, 'complaint', { name: me.name, text })
  await work.audit('complained-to-supplier', 'complaints', [me.id])
  return true
}

const mine = (work: Work, me: Me) =>
  work.db
    .selectFrom('complaint_to_supplier')
    .innerJoin('organisation', 'organisation.id', 'complaint_to_supplier.supplier_id')
    .select(['complaint_to_supplier.id', 'organisation.name as supplier', 'sent_at as sentAt', 'due_on as dueOn'])
    .select('answered_at as answeredAt')
    .where('asked_by', '=', me.id)
    .orderBy('sent_at', 'desc')

/** What I wrote to the supplier, the latest first. */
export const myComplaints = (work: Work, me: Me): Promise<MyComplaint[]> => mine(work, me).execute()

/** One of them with its words and the answer. */
export const myComplaint = async (
  work: Work,
  me: Me,
  id: string,
): Promise<(MyComplaint & { readonly text: string; readonly answer: string | null }) | null> => {
  const rows = await mine(work, me).select(['words', 'answer']).where('complaint_to_supplier.id', '=', id).execute()
  const [row] = await work.open(rows, {
    words: reading(ownWords, 'id', 'text'),
    answer: reading(ownAnswer, 'id', 'text'),
  })
  return row ? { ...row, text: row.words.text, answer: row.answer?.text ?? null } : null
}

/** Takes a complaint back: it is gone here and at the supplier. Answers whether there was one of mine. */
export const takeBack = async (work: Work, me: Me, id: string): Promise<boolean> => {
  const gone = await work.db
    .deleteFrom('complaint_to_supplier')
    .where('id', '=', id)
    .where('asked_by', '=', me.id)
    .returning('id')
    .executeTakeFirst()
  if (gone) await work.audit('took-complaint-back', 'complaints', [me.id])
  return gone !== undefined
}
