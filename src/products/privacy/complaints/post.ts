import { randomUUID } from 'node:crypto'
import type { Work } from '#shared/tenancy/work.ts'
import { inThePost } from './personal-data.ts'

type What = 'complaint' | 'answer' | 'withdrawn'
type Content = { readonly name: string; readonly text: string }

/** Something that lay in the post for this organisation, and does no longer. */
export type Taken = {
  readonly complaint: string
  readonly from: string
  readonly what: What
  readonly content: Content | null
}

/**
 * Puts something in the post for another organisation: its job takes it in after, and only if, this transaction commits.
 * What is in it opens there only; nothing of the other organisation is read or written here (docs/decisions/0036).
 */
export const put = async (
  work: Work,
  to: string,
  complaint: string,
  what: 'complaint' | 'answer',
  content: Content,
): Promise<void> => {
  const id = randomUUID()
  await work.db
    .insertInto('complaint_post')
    .values({
      id,
      complaint_id: complaint,
      from_organisation: work.organisation,
      to_organisation: to,
      what,
      content: work.sealFor(inThePost, { organisation: to, code: id, row: id }, content),
      sent_at: work.now,
    })
    .execute()
}

/** Takes everything out of the post that lies there for this organisation, the oldest first. */
export const takeAll = async (work: Work): Promise<Taken[]> => {
  const rows = await work.db
    .deleteFrom('complaint_post')
    .where('to_organisation', '=', work.organisation)
    .returning(['id', 'complaint_id', 'from_organisation', 'what', 'content', 'sent_at'])
    .execute()
  return rows
    .sort((one, other) => one.sent_at.getTime() - other.sent_at.getTime())
    .map(({ id, complaint_id, from_organisation, what, content }) => ({
      complaint: complaint_id,
      from: from_organisation,
      what: what as What,
      content: content && work.openWithCode(inThePost, { code: id, row: id }, content),
    }))
}
