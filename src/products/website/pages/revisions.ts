import type { Json } from '#shared/database/schema.generated.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Content } from '../blocks/content.ts'

const asJson = (content: Content): Json => JSON.stringify(content) as unknown as Json

/** What a page said in one of its revisions; nothing when it has none of that number. */
export const contentOf = async (work: Work, page: string, number: number): Promise<Content | null> => {
  const row = await work.db
    .selectFrom('site_revision')
    .select('content')
    .where('page_id', '=', page)
    .where('number', '=', number)
    .executeTakeFirst()
  return (row?.content as Content | undefined) ?? null
}

/** What editors see of a page; nothing for one that is not there. */
export const draftOf = async (work: Work, page: string): Promise<Content | null> => {
  const row = await work.db
    .selectFrom('site_page')
    .select('draft')
    .where('id', '=', page)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row ? contentOf(work, page, row.draft) : null
}

/** Writes a next revision after another one and answers its number; the page does not show it yet. */
export const addRevision = async (
  work: Work,
  page: string,
  { content, previous }: { readonly content: Content; readonly previous: number | null },
): Promise<number> => {
  const newest = await work.db
    .selectFrom('site_revision')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('page_id', '=', page)
    .executeTakeFirst()
  const number = (newest?.number ?? 0) + 1
  await work.db
    .insertInto('site_revision')
    .values({ page_id: page, number, previous, content: asJson(content), made_by: work.person, made_at: work.now })
    .execute()
  return number
}

/** Lets editors see another revision: after a change, undoing one, putting an old version back. */
export const showDraft = async (work: Work, page: string, number: number): Promise<void> => {
  await work.db.updateTable('site_page').set({ draft: number }).where('id', '=', page).execute()
  await markReplaced(work, page)
}

/** Notes since when neither editors nor strangers see a revision: from then its period counts. */
export const markReplaced = async (work: Work, page: string): Promise<void> => {
  const { draft, published } = await work.db
    .selectFrom('site_page')
    .select(['draft', 'published'])
    .where('id', '=', page)
    .executeTakeFirstOrThrow()
  const shown = [draft, ...(published === null ? [] : [published])]
  const revisions = work.db.updateTable('site_revision').where('page_id', '=', page)
  await revisions.set({ replaced_at: null }).where('number', 'in', shown).where('replaced_at', 'is not', null).execute()
  await revisions
    .set({ replaced_at: work.now })
    .where('number', 'not in', shown)
    .where('replaced_at', 'is', null)
    .execute()
}
