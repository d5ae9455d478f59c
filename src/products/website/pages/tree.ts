import { sql } from 'kysely'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { Asking, Work } from '#shared/tenancy/work.ts'

export type PageKind = 'home' | 'page' | 'newsroom' | 'article'

/** A page in the tree of the site. */
export type PageRow = {
  readonly id: string
  readonly parent: string | null
  readonly kind: PageKind
  readonly slug: string
  readonly path: string
  readonly position: number
  readonly inMenu: boolean
  readonly draft: number
  readonly published: number | null
  readonly publishedAt: Date | null
  readonly publishAt: Date | null
  readonly expiresOn: string | null
  readonly owner: string | null
  readonly reviewOn: string | null
}

type Row = Omit<PageRow, 'path'>

const withPaths = (rows: readonly Row[]): PageRow[] => {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const pathOf = (row: Row): string => {
    const parent = row.parent ? byId.get(row.parent) : undefined
    if (!parent) return row.kind === 'home' ? '/' : `/${row.slug}`
    const before = pathOf(parent)
    return before === '/' ? `/${row.slug}` : `${before}/${row.slug}`
  }
  return rows.map((row) => ({ ...row, path: pathOf(row) }))
}

const placed = ({ db }: Asking) =>
  db
    .selectFrom('site_page')
    .select(['id', 'parent_id as parent', 'kind', 'slug', 'position', 'in_menu as inMenu', 'draft', 'published'])
    .select(['published_at as publishedAt', 'publish_at as publishAt', 'expires_on as expiresOn'])
    .select(['owner_id as owner', 'review_on as reviewOn'])
    .where('removed_at', 'is', null)
    .orderBy('position')
    .orderBy('published_at', 'desc')
    .orderBy('made_at')

/** Every page of the site that was not removed, parents and older neighbours first; articles the newest first. */
export const pagesOf = async (work: Work): Promise<PageRow[]> => withPaths((await placed(work).execute()) as Row[])

const named = prepared((asking) =>
  placed(asking)
    .where('published', 'is not', null)
    .select(({ selectFrom }) =>
      selectFrom('site_revision')
        .whereRef('site_revision.page_id', '=', 'site_page.id')
        .whereRef('site_revision.number', '=', 'site_page.published')
        .select(sql<string>`${sql.ref('site_revision.content')} ->> 'title'`.as('title'))
        .as('title'),
    ),
)

/** The published pages with their titles, in the order of {@link pagesOf}: enough for a menu. */
export const publishedTitles = async (work: Work): Promise<readonly (PageRow & { readonly title: string })[]> => {
  const rows = (await named(work, {})) as unknown as (Row & { title: string })[]
  return withPaths(rows) as (PageRow & { title: string })[]
}

/** Whether strangers see a page on a day. */
export const isShown = ({ published, expiresOn }: Pick<PageRow, 'published' | 'expiresOn'>, today: string): boolean =>
  published !== null && (expiresOn === null || expiresOn >= today)

/** Whether its moment went by while something kept a page from the site. */
export const isMissed = ({ publishAt }: Pick<PageRow, 'publishAt'>, now: Date): boolean =>
  publishAt !== null && publishAt <= now

/** The pages that hold this one, from the home page down. */
export const above = <Page extends PageRow>(pages: readonly Page[], page: PageRow): Page[] => {
  const parent = pages.find(({ id }) => id === page.parent)
  return parent ? [...above(pages, parent), parent] : []
}
