import type { Typed } from '#shared/access/form.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { dayLong, type Language, pick } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import {
  Actions,
  BackLink,
  Button,
  ButtonLink,
  Empty,
  Field,
  Form,
  FormErrors,
  List,
  Notice,
  PageHead,
  Row,
  Section,
  Select,
  Tag,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { typedText } from '../blocks/typed.ts'
import { fullPages } from '../publishing/loading.ts'
import { siteOf } from '../publishing/site.ts'
import { siteManager } from '../rules.ts'
import { type PageTexts, pageTexts } from './texts.ts'
import { isMissed, type PageRow } from './tree.ts'

/** All pages of the site with where they stand, or the beginning of a site. */
export const overview = async (visit: Visit<string, Me>): Promise<Response> => {
  const { work, language, me } = visit
  const t = pick(language, pageTexts)
  const site = await siteOf(work)
  const pages = site ? await fullPages(work, 'draft') : []
  if (!site)
    return visit.page(
      { title: t.title },
      <>
        <PageHead title={t.title} text={t.text} />
        <Empty title={t.none}>{t.noneText}</Empty>
        {siteManager(me) && <ButtonLink to={urls.startSite()}>{t.start}</ButtonLink>}
      </>,
    )
  return visit.page(
    { title: t.title },
    <>
      <PageHead title={t.title} text={t.text} end={<ButtonLink to={urls.newSitePage()}>{t.newPage}</ButtonLink>} />
      {!site.live && <Notice kind="waiting">{t.notLive}</Notice>}
      {siteManager(me) && !site.live && (
        <Form action={urls.siteLive()} hidden={{ live: 'yes' }}>
          <Button>{t.goLive}</Button>
        </Form>
      )}
      <Actions>
        {site.live && (
          <ButtonLink to={urls.siteHome()} look="line" icon="eye" plain>
            {t.see}
          </ButtonLink>
        )}
        <ButtonLink to={urls.sitePictures()} look="line" icon="image">
          {t.pictures}
        </ButtonLink>
        <ButtonLink to={urls.siteDocuments()} look="line" icon="file-text">
          {t.documents}
        </ButtonLink>
        <ButtonLink to={urls.siteEvents()} look="line" icon="calendar">
          {t.agenda}
        </ButtonLink>
        {siteManager(me) && (
          <ButtonLink to={urls.siteSettings()} look="line" icon="settings">
            {t.lookOf}
          </ButtonLink>
        )}
      </Actions>
      <Section heading={t.pages} count={pages.length}>
        <List label={t.pages}>
          {inOrder(pages).map((page) => {
            const state = page.published === null ? 'draft' : page.published === page.draft ? 'live' : 'changed'
            return (
              <Row
                key={page.id}
                title={page.title}
                to={urls.sitePage({ page: page.id })}
                text={[page.path, ...daysOf(t, language, page, work)].join(' · ')}
                plain
                end={<Tag kind={state === 'live' ? 'here' : 'plain'}>{t.states[state]}</Tag>}
              />
            )
          })}
        </List>
      </Section>
    </>,
  )
}

/** Every page followed by what stands under it. */
const inOrder = <Page extends PageRow>(pages: readonly Page[], parent: string | null = null): Page[] =>
  pages.filter((page) => page.parent === parent).flatMap((page) => [page, ...inOrder(pages, page.id)])

/** The days that matter of a page: when it comes, goes, and is looked at again. */
const daysOf = (t: PageTexts, language: Language, page: PageRow, { today, now }: Work): string[] => [
  ...(page.publishAt ? [(isMissed(page, now) ? t.missed : t.planned)(dayLong(language, page.publishAt))] : []),
  ...(page.expiresOn ? [t.expires(dayLong(language, page.expiresOn))] : []),
  ...(page.reviewOn ? [page.reviewOn <= today ? t.due : t.review(dayLong(language, page.reviewOn))] : []),
]

type Problems = { readonly typed: Typed; readonly problems: Readonly<Record<string, string>> }

/** The form for a page that is not there yet: only what is needed to make it. */
export const newPage = async (
  visit: Visit<string, Me>,
  { typed, problems }: Problems = { typed: {}, problems: {} },
) => {
  const t = pick(visit.language, pageTexts)
  const pages = await fullPages(visit.work, 'draft')
  const home = pages.find(({ kind }) => kind === 'home')
  const problem = (name: string) => t.problems[problems[name] as keyof typeof t.problems]
  const refused = Object.keys(problems).length > 0
  return visit.page(
    { title: t.newPage, status: refused ? 422 : 200 },
    <>
      <BackLink to={urls.website()}>{t.back}</BackLink>
      <PageHead title={t.newPage} />
      <Form action={urls.newSitePage()}>
        {refused && <FormErrors />}
        <Field
          name="title"
          label={t.pageTitle}
          value={typedText(typed.title)}
          error={problem('title')}
          maxLength={120}
        />
        <Select
          name="parent"
          label={t.parent}
          options={pages.filter(({ kind }) => kind !== 'article').map(({ id, title }) => ({ value: id, label: title }))}
          value={typedText(typed.parent) ?? visit.query.get('parent') ?? home?.id}
          error={problem('parent')}
        />
        <Button>{t.newPage}</Button>
      </Form>
    </>,
  )
}
