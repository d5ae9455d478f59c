import type { Work } from '#shared/tenancy/work.ts'
import type { Content } from '../blocks/content.ts'
import { addRevision, contentOf, showDraft } from './revisions.ts'

/** The head of a page, or one of its blocks by id. */
type Part = 'head' | { readonly block: string }

/** Two editors changed the same part: what stands there now, who wrote it, and the number of that version. */
export type Conflict = { readonly now: Content; readonly number: number; readonly by: string | null }

type Change = {
  readonly page: string
  /** The version that the editor had before their eyes. */
  readonly base: number
  /** What they changed; nothing for a change of the order, which fits any version. */
  readonly part: Part | null
  readonly apply: (content: Content) => Content
}

const partOf = (content: Content | null, part: Part): string => {
  if (!content) return ''
  if (part !== 'head') return JSON.stringify(content.blocks.find(({ id }) => id === part.block) ?? null)
  const { blocks: _, ...head } = content
  return JSON.stringify(head)
}

/**
 * Keeps a change of a page as its next version. When somebody else changed another part meanwhile both changes stand; when it was
 * the same part nothing is overwritten: the change is kept as a version beside the page, and the answer says what stands there
 * now. Answers null for a page that is not there.
 */
export const changePage = async (work: Work, change: Change): Promise<'kept' | Conflict | null> => {
  const page = await work.db
    .selectFrom('site_page')
    .select('draft')
    .where('id', '=', change.page)
    .where('removed_at', 'is', null)
    .forUpdate()
    .executeTakeFirst()
  const now = page && (await contentOf(work, change.page, page.draft))
  if (!page || !now) return null
  const before = change.base === page.draft ? now : await contentOf(work, change.page, change.base)
  if (change.part && before !== now && partOf(before, change.part) !== partOf(now, change.part)) {
    // It comes of no version: undoing and doing again go past it.
    await addRevision(work, change.page, { content: change.apply(before ?? now), previous: null })
    return { now, number: page.draft, by: await writerOf(work, change, page.draft) }
  }
  const content = change.apply(now)
  if (JSON.stringify(content) === JSON.stringify(now)) return 'kept'
  await showDraft(work, change.page, await addRevision(work, change.page, { content, previous: page.draft }))
  return 'kept'
}

/** Who changed the part last: the newest version since `base` in which it differs from the one before. */
const writerOf = async (work: Work, { page, base, part }: Change, draft: number): Promise<string | null> => {
  const rows = await work.db
    .selectFrom('site_revision')
    .select(['number', 'previous', 'content', 'made_by'])
    .where('page_id', '=', page)
    .where('number', '>=', base)
    .where('number', '<=', draft)
    .execute()
  const byNumber = new Map(rows.map((row) => [row.number, row]))
  const said = (number: number | null) =>
    partOf((byNumber.get(number ?? -1)?.content as Content | undefined) ?? null, part!)
  for (let at = byNumber.get(draft); at; at = byNumber.get(at.previous ?? -1))
    if (said(at.number) !== said(at.previous)) return at.made_by
  return null
}

/** Goes back to the version before, or forward again to the newest that came of this one; false when there is none. */
export const stepPage = async (work: Work, page: string, step: 'back' | 'forward'): Promise<boolean> => {
  const to = (await stepsOf(work, page))[step]
  if (to === null) return false
  await showDraft(work, page, to)
  return true
}

/** The versions to which undoing and doing again would go. */
export const stepsOf = async (
  work: Work,
  page: string,
): Promise<{ readonly back: number | null; readonly forward: number | null }> => {
  const row = await work.db
    .selectFrom('site_page')
    .innerJoin('site_revision', (join) =>
      join.onRef('site_revision.page_id', '=', 'site_page.id').onRef('site_revision.number', '=', 'site_page.draft'),
    )
    .select(['site_revision.previous', 'site_revision.number'])
    .where('site_page.id', '=', page)
    .where('site_page.removed_at', 'is', null)
    .executeTakeFirst()
  if (!row) return { back: null, forward: null }
  const next = await work.db
    .selectFrom('site_revision')
    .select((eb) => eb.fn.max('number').as('number'))
    .where('page_id', '=', page)
    .where('previous', '=', row.number)
    .executeTakeFirst()
  return { back: row.previous, forward: next?.number ?? null }
}
