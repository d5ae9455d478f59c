import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { newsForSite } from '#products/portal/index.ts'
import { namesOf } from '#products/school/index.ts'
import type { Typed } from '#shared/access/form.ts'
import { parseForm } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { differenceOf } from '#shared/language/prose.ts'
import { beginningOf } from '#shared/rich-text/index.ts'
import { Difference } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { headForm, headOf } from '../blocks/content.ts'
import { kindOf } from '../blocks/kinds.ts'
import { joinedLinks } from '../blocks/link-fields.tsx'
import { typedText } from '../blocks/typed.ts'
import { PHOTOS_OF_NEWS } from '../pictures/from-news.ts'
import { editor } from '../rules.ts'
import { withBlock, withHead, withMoved, withoutBlock } from './blocks-of.ts'
import { isStopped } from './checks.ts'
import { changePage, stepPage } from './editing.ts'
import { openedBy, showEditor } from './editor.tsx'
import { ConflictNotice, type Open } from './editor-view.tsx'
import { makePage } from './making.ts'
import { newPage, overview } from './overview.tsx'
import { publishPage, withdrawPage } from './publication.ts'
import { contentOf, draftOf } from './revisions.ts'
import { pageTexts } from './texts.ts'
import { pagesOf } from './tree.ts'
import { linesOf } from './versions.ts'

const based = z.object({ base: z.coerce.number().int().min(0) })
const baseOf = (typed: Typed): number => based.safeParse(typed).data?.base ?? 0

/** Keeps a change and shows the page again; with what somebody else wrote meanwhile when both changed the same part. */
const keep = async (
  visit: Visit<string, Me>,
  page: string,
  open: Open,
  apply: Parameters<typeof changePage>[1]['apply'],
): Promise<Response> => {
  const { work, typed, language } = visit
  const part = open.part === 'new' ? null : open.part
  const kept = await changePage(work, { page, base: baseOf(typed), part, apply })
  if (kept === null) return visit.notFound()
  const anchor = typeof open.part === 'object' ? `#b-${open.part.block.slice(0, 8)}` : ''
  if (kept === 'kept') return visit.seeOther(urls.sitePage({ page }) + anchor)
  const t = pick(language, pageTexts)
  const who = kept.by ? (await namesOf(work, [kept.by])).get(kept.by)?.name : undefined
  const [mine, theirs] = [linesOf(apply(kept.now)), linesOf(kept.now)]
  const conflict = (
    <ConflictNotice text={t.conflict(who ?? t.somebody)}>
      <Difference changes={differenceOf(mine, theirs)} words={{ gone: t.mine, new: t.theirs }} />
    </ConflictNotice>
  )
  return showEditor(visit, page, { ...open, base: kept.number, conflict })
}

/** The pages of the site: made, changed where they stand, and put on the site. */
export const pages = new Module('website', { nl: 'De website van school maken', en: 'Make the website of the school' })
  .switchable({
    word: { nl: 'Website', en: 'Website' },
    text: {
      nl: 'Een openbare website van school, op het eigen adres.',
      en: 'A public website of the school, at its own address.',
    },
    kinds: ['school', 'board', 'partner', 'supplier'],
  })
  .place({
    order: 45,
    address: urls.website(),
    word: { nl: 'Website', en: 'Website' },
    icon: 'newspaper',
    rule: editor,
    railOnly: true,
  })
  .get(urls.website, editor, (visit) => overview(visit))
  .get(urls.newSitePage, editor, (visit) => newPage(visit))
  .post(urls.newSitePage, editor, async (visit) => {
    const form = parseForm(z.object({ title: headForm.shape.title, parent: z.uuid('parent') }), visit.typed)
    if (!form.ok) return newPage(visit, form)
    const { title, parent } = form.value
    const above = (await pagesOf(visit.work)).find(({ id }) => id === parent)
    if (!above) return newPage(visit, { typed: visit.typed, problems: { parent: 'parent' } })
    const content = { title, summary: '', action: null, picture: null, blocks: [] }
    const kind = above.kind === 'newsroom' ? 'article' : 'page'
    const page = await makePage(visit.work, { parent, kind, content })
    return visit.seeOther(urls.sitePage({ page }, { add: 'first' }))
  })
  // News of the portal becomes an article that only editors see, until the consent for the site was looked at; its photos follow.
  .post(urls.newsToSite, editor, async (visit) => {
    const { work, me, params } = visit
    const item = await newsForSite(work, me, params.news)
    const newsroom = (await pagesOf(work)).find(({ kind }) => kind === 'newsroom')
    if (!item?.document || !newsroom) return visit.notFound()
    const summary = beginningOf(item.document, 200)
    const block = { id: randomUUID(), type: 'text', data: { text: item.document } }
    const title = item.title.slice(0, 120)
    const content = { title, summary, action: null, picture: null, blocks: [block] }
    const page = await makePage(work, { parent: newsroom.id, kind: 'article', content })
    if (item.photos.length > 0) await work.enqueue(PHOTOS_OF_NEWS, { page, news: item.id })
    return visit.seeOther(urls.sitePage({ page }))
  })
  .get(urls.sitePage, editor, async (visit) => {
    const { page } = visit.params
    return showEditor(visit, page, await openedBy(visit, page))
  })
  .post(urls.sitePage, editor, async (visit) => {
    const typed = joinedLinks(visit.typed)
    const form = parseForm(headForm, typed)
    const open: Open = { part: 'head', after: null, typed, problems: {}, base: baseOf(typed) }
    const { page } = visit.params
    if (!form.ok) return showEditor(visit, page, { ...open, problems: form.problems })
    return keep(visit, page, open, withHead(headOf(form.value)))
  })
  .post(urls.siteBlock, editor, async (visit) => {
    const { page, block: id } = visit.params
    const typed = joinedLinks(visit.typed)
    const kind = kindOf(typedText(typed.type) ?? '')
    if (!kind || !z.uuid().safeParse(id).success) return visit.notFound()
    const after = typedText(typed.after) || null
    const open: Open = { part: { block: id }, type: kind.type, after, typed, problems: {}, base: baseOf(typed) }
    const form = parseForm(kind.form, typed)
    if (!form.ok) return showEditor(visit, page, { ...open, problems: form.problems })
    return keep(visit, page, open, withBlock({ id, type: kind.type, data: form.value }, after))
  })
  .post(urls.moveSiteBlock, editor, async (visit) => {
    const { page, block } = visit.params
    const way = visit.typed.way === 'up' ? 'up' : 'down'
    const kept = await changePage(visit.work, {
      page,
      base: baseOf(visit.typed),
      part: null,
      apply: withMoved(block, way),
    })
    return kept === null ? visit.notFound() : visit.seeOther(`${urls.sitePage({ page })}#b-${block.slice(0, 8)}`)
  })
  .post(urls.removeSiteBlock, editor, async (visit) => {
    const { page, block } = visit.params
    const kept = await changePage(visit.work, {
      page,
      base: baseOf(visit.typed),
      part: null,
      apply: withoutBlock(block),
    })
    return kept === null ? visit.notFound() : visit.seeOther(urls.sitePage({ page }))
  })
  .post(urls.undoSitePage, editor, async (visit) => {
    const { page } = visit.params
    const way = visit.typed.step === 'forward' ? 'forward' : 'back'
    const stepped = await stepPage(visit.work, page, way)
    return stepped ? visit.seeOther(urls.sitePage({ page })) : visit.notFound()
  })
  .post(urls.repairSiteBlock, editor, async (visit) => {
    const { page, block: id } = visit.params
    const content = await draftOf(visit.work, page)
    const block = content?.blocks.find((one) => one.id === id)
    const data = block && kindOf(block.type)?.repair?.(block.data)
    if (!data) return visit.notFound()
    const apply = withBlock({ ...block, data }, null)
    await changePage(visit.work, { page, base: baseOf(visit.typed), part: null, apply })
    return visit.seeOther(urls.sitePage({ page }))
  })
  .post(urls.publishSitePage, editor, async (visit) => {
    const { page } = visit.params
    const { work } = visit
    const there = (await pagesOf(work)).find(({ id }) => id === page)
    const content = there && (await contentOf(work, page, there.draft))
    if (!content) return visit.notFound()
    if (visit.typed.withdraw) {
      await withdrawPage(work, page)
      return visit.seeOther(urls.sitePage({ page }))
    }
    if ('base' in visit.typed && baseOf(visit.typed) !== there.draft) return showEditor(visit, page, null, 'changed')
    if (await isStopped(work, content)) return showEditor(visit, page, null, 'stopped')
    await publishPage(work, page)
    return visit.seeOther(urls.sitePage({ page }))
  })
