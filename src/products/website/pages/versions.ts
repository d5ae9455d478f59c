import { namesOf } from '#products/school/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Content } from '../blocks/content.ts'
import { kindOf } from '../blocks/kinds.ts'

export type Version = {
  readonly number: number
  readonly by: string
  readonly at: Date
  readonly publishedAt: Date | null
}

const MOST = 200

/** The versions of a page, the newest first, with who wrote each. */
export const versionsOf = async (work: Work, page: string): Promise<Version[]> => {
  const rows = await work.db
    .selectFrom('site_revision')
    .select(['number', 'made_by', 'made_at', 'published_at'])
    .where('page_id', '=', page)
    .orderBy('number', 'desc')
    .limit(MOST)
    .execute()
  const names = await namesOf(
    work,
    rows.flatMap(({ made_by }) => made_by ?? []),
  )
  return rows.map(({ number, made_by, made_at, published_at }) => ({
    number,
    by: (made_by && names.get(made_by)?.name) || '—',
    at: made_at,
    publishedAt: published_at,
  }))
}

/** A page in plain lines, to be compared with another version of it. */
export const linesOf = ({ title, summary, action, blocks }: Content): string =>
  [
    title,
    summary,
    action ? `[${action.words}]` : '',
    ...blocks.flatMap(({ type, data }) => kindOf(type)?.words(data).split('\n') ?? []),
  ]
    .filter(Boolean)
    .join('\n')
