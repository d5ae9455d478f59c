import type { Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'

const LONGEST = 60

/** First parts of addresses that the application has itself: no page of a site may stand there. */
const taken: ReadonlySet<string> = new Set([
  'assets',
  'dev',
  'home',
  'media',
  'metrics',
  'mail',
  ...Object.values(urls).map(({ pattern }) => pattern.split('/')[1]!),
])

/** A title as the last part of an address: letters of every language in their plain form, words apart by a dash. */
export const slugOf = (title: string): string => {
  const plain = title
    .normalize('NFKD')
    .replaceAll('ß', 'ss')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '')
  return plain.slice(0, LONGEST).replace(/-+$/, '') || 'pagina'
}

/** The same, with a number behind it while another page stands there or the application does. */
export const freeSlug = async (work: Work, parent: string | null, title: string, but?: string): Promise<string> => {
  const wanted = slugOf(title)
  const rows = await work.db
    .selectFrom('site_page')
    .select(['slug', 'id'])
    .where('parent_id', parent ? '=' : 'is', parent)
    .where('removed_at', 'is', null)
    .execute()
  const atRoot = parent === null || (await isHome(work, parent))
  const used = new Set(rows.filter(({ id }) => id !== but).map(({ slug }) => slug))
  const free = (slug: string) => !used.has(slug) && !(atRoot && taken.has(slug))
  for (let number = 1; ; number++) {
    const slug = number === 1 ? wanted : `${wanted}-${number}`
    if (free(slug)) return slug
  }
}

const isHome = async (work: Work, id: string): Promise<boolean> => {
  const row = await work.db.selectFrom('site_page').select('kind').where('id', '=', id).executeTakeFirst()
  return row?.kind === 'home'
}
