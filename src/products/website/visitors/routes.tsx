import { z } from 'zod'
import { Module } from '#shared/access/module.ts'
import { anyone } from '#shared/access/rule.ts'
import { isOn } from '#shared/access/switch.ts'
import { cookieHeader, readCookie } from '#shared/identity/cookie.ts'
import { allKept } from '#shared/kept-in-browser.ts'
import { type Language, pick } from '#shared/language/index.ts'
import { Button, ForgetEmbeds, Form, Link, Notice, Section, Table, Text } from '#shared/ui/index.ts'
import '#shared/ui/kept.ts'
import { urls } from '#src/urls.ts'
import { providers } from '../embeds/providers.ts'
import { publicPage } from '../public-page.tsx'
import { uncounted } from '../statistics/objecting.ts'
import { type VisitorTexts, visitorTexts } from './texts.ts'

type Props = { t: VisitorTexts; language: Language }

const KeptList = ({ t, language }: Props) => (
  <Section heading={t.kept}>
    <Text>{t.keptText}</Text>
    <Table
      caption={t.kept}
      columns={[t.columns.name, t.columns.where, t.columns.why, t.columns.when, t.columns.until].map((heading) => ({
        heading,
      }))}
      rows={allKept().map(({ name, where, why, when, until }) => ({
        key: `${where} ${name}`,
        cells: [name, t.where[where], why[language], when[language], until[language]],
      }))}
    />
  </Section>
)

const Others = ({ t, language }: Props) => (
  <Section heading={t.others}>
    <Text>{t.othersText}</Text>
    <Table
      caption={t.others}
      columns={[t.company, t.kind, t.learns].map((heading) => ({ heading }))}
      rows={providers.map(({ name, company, kind, learns }) => ({
        key: name,
        cells: [company, t.kinds[kind], learns[language]],
      }))}
    />
    <ForgetEmbeds button={t.forget} forgotten={t.forgotten} />
  </Section>
)

type State = 'counted' | 'uncounted' | 'gpc'

const Counting = ({ t, state }: Pick<Props, 't'> & { state: State }) => (
  <Section heading={t.counting}>
    {t.countingText.map((text) => (
      <Text key={text}>{text}</Text>
    ))}
    <Notice kind={state === 'counted' ? 'waiting' : 'received'} icon={state === 'counted' ? 'eye' : 'eye-off'} still>
      {t[state]}
    </Notice>
    {state !== 'gpc' && (
      <Form action={urls.objectToCounting()}>
        <Button name="count" value={state === 'counted' ? 'no' : 'yes'} look="tinted">
          {state === 'counted' ? t.object : t.allow}
        </Button>
      </Form>
    )}
  </Section>
)

/** What a visitor's device holds of us, who else can be on a page, how is counted, and the way out of each (PROMISES P50 to P52). */
export const siteVisitors = new Module('site-visitors', {
  nl: 'Wat de website van bezoekers bewaart',
  en: 'What the website keeps of visitors',
})
  .get(urls.visitors, anyone, (visit) => {
    const { language, request, secure, site } = visit
    const t = pick(language, visitorTexts)
    const objected = readCookie(request.headers, secure, uncounted) !== undefined
    const state = request.headers.get('sec-gpc') === '1' ? 'gpc' : objected ? 'uncounted' : 'counted'
    visit.header('Cache-Control', 'no-store')
    return publicPage(visit, { title: t.title, found: true }, t.title, [
      <Text key="text">{t.text}</Text>,
      <KeptList key="kept" {...{ t, language }} />,
      <Others key="others" {...{ t, language }} />,
      isOn('site-statistics', site) ? <Counting key="counting" {...{ t, state }} /> : <Text key="off">{t.off}</Text>,
      <Text key="statement">
        <Link to={urls.privacy()}>{t.statement}</Link>
      </Text>,
    ])
  })
  .post(urls.objectToCounting, anyone, (visit) => {
    const form = visit.form(z.object({ count: z.enum(['yes', 'no']) }))
    if (form.ok)
      visit.header('Set-Cookie', cookieHeader(visit.secure, uncounted, form.value.count === 'no' ? 'yes' : undefined))
    return visit.seeOther(urls.visitors())
  })
