import { z } from 'zod'
import { namesWithRoleToday } from '#products/school/index.ts'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { clock, dayLong, pick } from '#shared/language/index.ts'
import { differenceOf } from '#shared/language/prose.ts'
import {
  Actions,
  BackLink,
  Button,
  Check,
  DateField,
  Difference,
  Field,
  Form,
  FormErrors,
  List,
  PageHead,
  Row,
  Section,
  Select,
  Text,
  TimeField,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { typedText } from '../blocks/typed.ts'
import { publishSite } from '../publishing/publish.ts'
import { editor } from '../rules.ts'
import { isStopped } from './checks.ts'
import { showEditor } from './editor.tsx'
import { momentOf } from './moment.ts'
import { duplicatePage, placePage, placesFor, removePage, reorderPage } from './placing.ts'
import { placingTexts } from './placing-texts.ts'
import { planPage } from './publication.ts'
import { addRevision, contentOf, draftOf, showDraft } from './revisions.ts'
import { type PageRow, pagesOf } from './tree.ts'
import { linesOf, versionsOf } from './versions.ts'

const day = z.union([z.literal(''), z.iso.date('day')], 'day').optional()

const placingForm = z
  .object({
    parent: z.uuid('parent').optional(),
    slug: z.string('slug').max(200, 'slug').optional(),
    inMenu: z.string().optional(),
    owner: z.union([z.literal(''), z.uuid()]).optional(),
    reviewOn: day,
    expiresOn: day,
  })
  .transform(({ parent, slug, inMenu, owner, reviewOn, expiresOn }) => ({
    parent: parent ?? '',
    slug: slug ?? '',
    inMenu: inMenu === 'yes',
    owner: owner || null,
    reviewOn: reviewOn || null,
    expiresOn: expiresOn || null,
  }))

type Problems = { readonly typed: Typed; readonly problems: Readonly<Record<string, string>> }

const find = async (visit: Visit<string, Me>, id: string): Promise<PageRow | undefined> =>
  (await pagesOf(visit.work)).find((page) => page.id === id)

const show = async (visit: Visit<string, Me>, id: string, refused?: Problems): Promise<Response> => {
  const { work, language } = visit
  const pages = await pagesOf(work)
  const page = pages.find((one) => one.id === id)
  if (!page) return visit.notFound()
  const t = pick(language, placingTexts)
  const content = await contentOf(work, id, page.draft)
  const titles = new Map<string, string>()
  for (const one of pages) titles.set(one.id, (await contentOf(work, one.id, one.draft))?.title ?? one.path)
  const people = await namesWithRoleToday(work, [
    'teacher',
    'principal',
    'administrator',
    'ict',
    'board',
    'partner',
    'supplier',
  ])
  const typed: Typed = refused?.typed ?? {
    parent: page.parent ?? '',
    slug: page.slug,
    inMenu: page.inMenu ? 'yes' : '',
    owner: page.owner ?? '',
    reviewOn: page.reviewOn ?? '',
    expiresOn: page.expiresOn ?? '',
  }
  const value = (name: string) => typedText(typed[name])
  const problem = (name: string) => t.problems[refused?.problems[name] as keyof typeof t.problems]
  const moves = page.kind !== 'home'
  const options = placesFor(pages, page).map((one) => ({ value: one.id, label: titles.get(one.id)! }))
  return visit.page(
    { title: t.title, status: refused ? 422 : 200 },
    <>
      <BackLink to={urls.sitePage({ page: id })}>{t.back}</BackLink>
      <PageHead title={t.title} text={content?.title} />
      <Form action={urls.sitePageSettings({ page: id })}>
        {refused && <FormErrors />}
        {moves && (
          <>
            <Select
              name="parent"
              label={t.parent}
              options={options}
              value={value('parent')}
              error={problem('parent')}
            />
            <Field
              name="slug"
              label={t.slug}
              hint={t.slugHint(page.path)}
              value={value('slug')}
              error={problem('slug')}
              maxLength={80}
            />
            <Check name="inMenu" value="yes" checked={value('inMenu') === 'yes'} label={t.inMenu} />
          </>
        )}
        <Select
          name="owner"
          label={t.owner}
          options={people.map((one) => ({ value: one.id, label: one.name }))}
          value={value('owner')}
          optional
        />
        <DateField name="reviewOn" label={t.review} value={value('reviewOn')} error={problem('reviewOn')} optional />
        {moves && (
          <DateField
            name="expiresOn"
            label={t.expires}
            hint={t.expiresHint}
            value={value('expiresOn')}
            error={problem('expiresOn')}
            optional
          />
        )}
        <Button>{t.keep}</Button>
      </Form>
      <Section heading={t.schedule}>
        {page.publishAt && (
          <Text>{t.planned(`${dayLong(language, page.publishAt)}, ${clock(language, page.publishAt)}`)}</Text>
        )}
        <Form action={urls.scheduleSitePage({ page: id })}>
          <DateField name="day" label={t.when} value={value('day')} error={problem('day')} min={work.today} />
          <TimeField name="time" label={t.at} value={value('time') ?? '08:00'} />
          <Button look="line">{t.plan}</Button>
        </Form>
        {page.publishAt && (
          <Form action={urls.scheduleSitePage({ page: id })} hidden={{ drop: 'yes' }}>
            <Button look="text">{t.unplan}</Button>
          </Form>
        )}
      </Section>
      {moves && (
        <Section heading={t.order}>
          <Form action={urls.orderSitePage({ page: id })}>
            <Actions>
              <Button name="way" value="up" look="line">
                {t.up}
              </Button>
              <Button name="way" value="down" look="line">
                {t.down}
              </Button>
            </Actions>
          </Form>
        </Section>
      )}
      {moves && (
        <Section>
          <Form action={urls.duplicateSitePage({ page: id })}>
            <Button look="line" icon="copy">
              {t.duplicate}
            </Button>
          </Form>
          {page.published !== null && (
            <Form action={urls.publishSitePage({ page: id })} hidden={{ withdraw: 'yes' }}>
              <Button look="line">{t.withdraw}</Button>
            </Form>
          )}
          <Form action={urls.removeSitePage({ page: id })}>
            <Button
              look="alert-line"
              icon="trash-2"
              {...(pages.some(({ parent }) => parent === id) ? { off: t.cannotRemove } : {})}
            >
              {t.remove}
            </Button>
          </Form>
        </Section>
      )}
    </>,
  )
}

const showVersions = async (visit: Visit<string, Me>, id: string, number: number | null): Promise<Response> => {
  const { work, language } = visit
  const page = await find(visit, id)
  if (!page) return visit.notFound()
  const t = pick(language, placingTexts)
  const versions = await versionsOf(work, id)
  const chosen = number === null ? null : await contentOf(work, id, number)
  if (number !== null && !chosen) return visit.notFound()
  const now = await contentOf(work, id, page.draft)
  const changes = chosen && now ? differenceOf(linesOf(chosen), linesOf(now)) : []
  const stateOf = (one: (typeof versions)[number]) =>
    one.number === page.published
      ? t.versionNow
      : one.number === page.draft
        ? t.versionDraft
        : one.publishedAt
          ? t.versionWas(dayLong(language, one.publishedAt))
          : ''
  return visit.page(
    { title: t.versions },
    <>
      <BackLink to={number === null ? urls.sitePage({ page: id }) : urls.sitePageVersions({ page: id })}>
        {number === null ? t.back : t.versions}
      </BackLink>
      <PageHead title={number === null ? t.versions : t.version(number)} text={now?.title} />
      {number === null ? (
        <List label={t.versions}>
          {versions.map((one) => (
            <Row
              key={one.number}
              title={t.version(one.number)}
              to={urls.sitePageVersion({ page: id, number: String(one.number) })}
              text={t.by(one.by, `${dayLong(language, one.at)}, ${clock(language, one.at)}`)}
              more={stateOf(one) || undefined}
            />
          ))}
        </List>
      ) : (
        <Section heading={t.difference}>
          {changes.every(({ kind }) => kind === 'same') ? (
            <Text>{t.same}</Text>
          ) : (
            <Difference changes={changes} words={{ gone: t.gone, new: t.fresh }} />
          )}
          <Form action={urls.restoreSitePage({ page: id, number: String(number) })}>
            <Button icon="undo-2">{t.restore}</Button>
          </Form>
        </Section>
      )}
    </>,
  )
}

const numberIn = (text: string): number | null => (/^\d{1,9}$/.test(text) ? Number(text) : null)

/** Where a page stands, who looks after it and until when; its versions. */
export const placing = new Module('website', {
  nl: 'Pagina’s verplaatsen en oude versies terugzetten',
  en: 'Move pages and put old versions back',
})
  .get(urls.sitePageSettings, editor, (visit) => show(visit, visit.params.page))
  .post(urls.sitePageSettings, editor, async (visit) => {
    const { work, params } = visit
    if (!(await find(visit, params.page))) return visit.notFound()
    const form = visit.form(placingForm)
    if (!form.ok) return show(visit, params.page, form)
    const placed = await placePage(work, params.page, form.value)
    if (!placed) return show(visit, params.page, { typed: visit.typed, problems: { parent: 'parent' } })
    await publishSite(work)
    return visit.seeOther(urls.sitePage({ page: params.page }))
  })
  .post(urls.scheduleSitePage, editor, async (visit) => {
    const { work, params, typed } = visit
    const content = await draftOf(work, params.page)
    if (!content) return visit.notFound()
    const at = typed.drop ? null : momentOf(typedText(typed.day), typedText(typed.time))
    if (at === undefined) return show(visit, params.page, { typed, problems: { day: 'day' } })
    if (at && at <= work.now) return show(visit, params.page, { typed, problems: { day: 'later' } })
    if (at && (await isStopped(work, content))) return showEditor(visit, params.page, null, 'stopped')
    await planPage(work, params.page, at)
    return visit.seeOther(urls.sitePageSettings({ page: params.page }))
  })
  .post(urls.orderSitePage, editor, async (visit) => {
    const { work, params, typed } = visit
    const done = await reorderPage(work, params.page, typed.way === 'up' ? 'up' : 'down')
    if (!done) return visit.notFound()
    await publishSite(work)
    return visit.seeOther(urls.sitePageSettings({ page: params.page }))
  })
  .post(urls.duplicateSitePage, editor, async (visit) => {
    const made = await duplicatePage(visit.work, visit.params.page, pick(visit.language, placingTexts).copyOf)
    return made ? visit.seeOther(urls.sitePage({ page: made })) : visit.notFound()
  })
  .post(urls.removeSitePage, editor, async (visit) => {
    if (!(await removePage(visit.work, visit.params.page))) return visit.notFound()
    await visit.work.audit('removed-page', 'website', [])
    await publishSite(visit.work)
    return visit.seeOther(urls.website())
  })
  .get(urls.sitePageVersions, editor, (visit) => showVersions(visit, visit.params.page, null))
  .get(urls.sitePageVersion, editor, (visit) => {
    const number = numberIn(visit.params.number)
    return number === null ? visit.notFound() : showVersions(visit, visit.params.page, number)
  })
  .post(urls.restoreSitePage, editor, async (visit) => {
    const { work, params } = visit
    const page = await find(visit, params.page)
    const number = numberIn(params.number)
    const content = page && number !== null ? await contentOf(work, page.id, number) : null
    if (!page || !content) return visit.notFound()
    await showDraft(work, page.id, await addRevision(work, page.id, { content, previous: page.draft }))
    return visit.seeOther(urls.sitePage({ page: page.id }))
  })
