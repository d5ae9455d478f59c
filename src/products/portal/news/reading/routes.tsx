import { z } from 'zod'
import type { Module } from '#shared/access/module.ts'
import { sendFile } from '#shared/access/send-file.ts'
import { sendImage } from '#shared/access/send-image.ts'
import { isOn } from '#shared/access/switch.ts'
import { answerItem, readItems } from '#shared/attention/item.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { Notice, Section } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { imageShown, NEWS } from '../photos.ts'
import { editable, readable } from '../readable.ts'
import { reader, writer } from '../rules.ts'
import { newsTexts } from '../texts.ts'
import { newsPhoto } from '../uploads.ts'
import { MODULE } from '../writing/publishing.ts'
import { waitingToAppear } from '../writing/queries.ts'
import { NewsList, Stories } from './list-views.tsx'
import { findNews, groupsOfNews, latestNews, listNews } from './queries.ts'
import { figuresOf, noteRead, react } from './reactions.ts'
import { NewsPage } from './views.tsx'

const WEEKS = 3
const pageNumber = z.coerce.number().int().min(1).max(10_000).catch(1)
const reaction = z.object({ reaction: z.enum(['thanks', 'lovely', 'proud'], 'reaction') })

/** Whether I may write on this news. */
const mayEdit = async (work: Work, me: Me, id: string): Promise<boolean> =>
  writer(me) && (await editable(work, me).select('news.id').where('news.id', '=', id).executeTakeFirst()) !== undefined

/** The picture of a photo: what may be seen now, and, for who writes it, what nobody else can see yet. */
const pictureFor = async (work: Work, me: Me, news: string, photo: string): Promise<string | null> => {
  const published = await readable(work, me).select('news.id').where('news.id', '=', news).executeTakeFirst()
  const shown = published ? await imageShown(work, news, photo) : null
  if (shown || !writer(me)) return shown
  const row = await work.db
    .selectFrom('news_photo')
    .select('image_id')
    .where('id', '=', photo)
    .where('news_id', '=', news)
    .where(({ or, and, eb }) =>
      or([
        eb('news_id', 'in', editable(work, me).select('news.id').where('news.published_at', 'is', null)),
        and([eb('people', 'is', null), eb('news_id', 'in', editable(work, me).select('news.id'))]),
      ]),
    )
    .executeTakeFirst()
  return row?.image_id ?? null
}

/** Reading: the list, one news, its photos and files. */
export const readingRoutes = (module: Module): Module =>
  module
    .place({
      order: 20,
      address: urls.news(),
      word: { nl: newsTexts.nl.place, en: newsTexts.en.place },
      icon: 'newspaper',
      rule: reader,
    })
    .today({
      order: 60,
      rule: reader,
      show: async ({ work, me, language }) => {
        if (!me.is('guardian')) return null
        const since = new Date(work.now.getTime() - WEEKS * 7 * 86_400_000)
        const stories = await latestNews(work, me, since)
        const t = pick(language, newsTexts)
        return (
          stories.length > 0 && (
            <Section heading={t.title}>
              <Stories t={t} language={language} stories={stories} />
            </Section>
          )
        )
      },
    })
    .get(urls.news, reader, async (visit) => {
      const { work, me, language, query } = visit
      const t = pick(language, newsTexts)
      const page = pageNumber.parse(query.get('page') ?? '1')
      const writes = writer(me)
      const { stories, pages } = await listNews(work, me, page)
      return visit.page(
        { title: t.title, live: NEWS },
        <NewsList
          {...{ t, language, stories, page, pages, writes }}
          drafts={writes ? await waitingToAppear(work, me) : []}
          showDrafts={writes && query.get('show') === 'drafts'}
          said={query.get('done') === 'saved' ? t.compose.saved : null}
        />,
      )
    })
    .get(urls.newsItem, reader, async (visit) => {
      const { work, me, language, params, query } = visit
      const item = await findNews(work, me, params.id)
      if (!item) return visit.notFound()
      const t = pick(language, newsTexts)
      await noteRead(work, me, item.id)
      await readItems(work, me, MODULE, [item.id])
      if (item.class === 'urgent') await answerItem(work, { module: MODULE, subject: item.id, by: me.id })
      const edits = await mayEdit(work, me, item.id)
      const figures = edits ? await figuresOf(work, item, await groupsOfNews(work, item.id)) : null
      const done = query.get('done')
      const words = done === 'published' ? t.compose.published : done === 'corrected' ? t.compose.correctedNow : null
      return visit.page(
        { title: t.title, live: NEWS },
        <NewsPage
          {...{ t, language, item, figures, edits }}
          toSite={edits && isOn('website', visit.site)}
          asks={me.is('guardian')}
          said={words && <Notice kind="received">{words}</Notice>}
        />,
      )
    })
    .post(urls.reactToNews, reader, async (visit) => {
      const { work, me, params } = visit
      const form = visit.form(reaction)
      const may = await readable(work, me).select('news.id').where('news.id', '=', params.id).executeTakeFirst()
      if (!may || !form.ok) return visit.notFound()
      await react(work, me, params.id, form.value.reaction)
      await work.notify(NEWS)
      return visit.seeOther(urls.newsItem({ id: params.id }))
    })
    .post(urls.confirmNews, reader, async (visit) => {
      const { work, me, params } = visit
      const may = await readable(work, me).select('news.id').where('news.id', '=', params.id).executeTakeFirst()
      if (!may) return visit.notFound()
      await noteRead(work, me, params.id, true)
      await answerItem(work, { module: MODULE, subject: params.id, by: me.id })
      return visit.seeOther(urls.newsItem({ id: params.id }))
    })
    .get(urls.newsPicture, reader, async (visit) => {
      const { work, me, params } = visit
      if (!(params.size in newsPhoto.variants)) return visit.notFound()
      const image = await pictureFor(work, me, params.id, params.photo)
      return image ? sendImage(visit, image, params.size, { withdrawn: true }) : visit.notFound()
    })
    .get(urls.newsFile, reader, async (visit) => {
      const { work, me, params } = visit
      const mine = await work.db
        .selectFrom('news_file')
        .select('stored_file_id')
        .where('news_id', '=', params.id)
        .where('stored_file_id', '=', params.file)
        .where(({ or, eb }) =>
          or([
            eb('news_id', 'in', readable(work, me).select('news.id')),
            ...(writer(me) ? [eb('news_id', 'in', editable(work, me).select('news.id'))] : []),
          ]),
        )
        .executeTakeFirst()
      return mine ? sendFile(visit, mine.stored_file_id) : visit.notFound()
    })
