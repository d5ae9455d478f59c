import { randomUUID } from 'node:crypto'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { Notice } from '#shared/ui/index.ts'
import type { OnSite } from '../blocks/block.ts'
import { kindOf } from '../blocks/kinds.ts'
import { factsOf, fullPages, onSite } from '../publishing/loading.ts'
import { renderEditor } from '../publishing/page.tsx'
import { siteOf } from '../publishing/site.ts'
import { faultsIn, stopsIn } from './checks.ts'
import { stepsOf } from './editing.ts'
import { Editable, EditBar, type Open, Stopped } from './editor-view.tsx'
import { pageTexts } from './texts.ts'
import { isMissed } from './tree.ts'

/**
 * The page with the site around it as it will be, to be changed where it stands. `open` says which part is a form; with a
 * problem or a conflict in it the answer is 422. Answers 404 for a page that is not there.
 */
export const showEditor = async (
  visit: Visit<string, Me>,
  id: string,
  open: Open | null = null,
  /** Publishing was refused: for what keeps the page from the site, or because somebody changed it meanwhile. */
  publishing?: 'stopped' | 'changed',
): Promise<Response> => {
  const { work, language } = visit
  const site = await siteOf(work)
  const pages = await fullPages(work, 'draft')
  const page = pages.find((one) => one.id === id)
  if (!site || !page) return visit.notFound()
  const facts = await factsOf(work, page.content.blocks)
  const on: OnSite = { ...(await onSite(work, site, pages, 'editors')), language }
  const steps = await stepsOf(work, id)
  const t = pick(language, pageTexts)
  const stopped =
    publishing === 'stopped' || isMissed(page, work.now) ? (
      <Stopped t={t} page={page} faults={faultsIn(page.content, on)} stops={await stopsIn(work, page.content)} />
    ) : null
  const document = renderEditor(page, {
    site,
    pages,
    bar: <EditBar t={t} page={page} back={steps.back !== null} forward={steps.forward !== null} />,
    children: (
      <>
        {publishing === 'changed' && <Notice kind="waiting">{t.changedSince}</Notice>}
        {stopped}
        <Editable t={t} page={page} content={page.content} on={on} facts={facts} open={open} />
      </>
    ),
  })
  const refused = publishing || (open && (open.conflict || Object.keys(open.problems).length > 0))
  return visit.html(document, { status: refused ? 422 : 200, keeps: Boolean(open?.conflict) })
}

/** The part of a page that its address says stands open, as it is now. */
export const openedBy = async (visit: Visit<string, Me>, id: string): Promise<Open | null> => {
  const { query, work } = visit
  const edit = query.get('edit')
  const add = query.get('add')
  if (!edit && !add) return null
  const page = (await fullPages(work, 'draft')).find((one) => one.id === id)
  if (!page) return null
  const { content, draft } = page
  const fresh = { problems: {}, base: draft, after: null }
  if (edit === 'head') {
    const { title, summary, action, picture } = content
    const typed = {
      title,
      summary,
      actionWords: action?.words ?? '',
      actionTo: action?.to ?? '',
      picture: picture ?? '',
    }
    return { ...fresh, part: 'head', typed }
  }
  const block = content.blocks.find((one) => one.id === edit)
  if (block) {
    const kind = kindOf(block.type)
    return kind ? { ...fresh, part: { block: block.id }, typed: kind.typedOf(block.data) } : null
  }
  if (!add) return null
  const kind = kindOf(query.get('type') ?? '')
  const after = add === 'first' ? null : add
  if (!kind) return { ...fresh, part: 'new', after, typed: {} }
  return { ...fresh, part: { block: randomUUID() }, after, type: kind.type, typed: kind.typedOf(kind.empty) }
}
