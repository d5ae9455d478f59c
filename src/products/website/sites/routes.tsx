import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import {
  BackLink,
  Button,
  Choice,
  Field,
  Form,
  FormErrors,
  PageHead,
  Section,
  siteThemeNames,
  TextArea,
} from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { typedText } from '../blocks/typed.ts'
import { pageTexts } from '../pages/texts.ts'
import { publishSite } from '../publishing/publish.ts'
import { siteOf } from '../publishing/site.ts'
import { siteManager } from '../rules.ts'
import { answersForm, detailsForm, type QuestionTexts, questionTexts } from './questions.ts'
import { siteFromAnswers } from './starting.ts'

type Problems = { readonly typed: Typed; readonly problems: Readonly<Record<string, string>> }
type Fields = {
  readonly t: QuestionTexts
  readonly typed: Typed
  readonly problem: (name: string) => string | undefined
}

const WayIn = ({ t, typed, problem }: Fields) => (
  <>
    <TextArea
      name="address"
      label={t.address}
      hint={t.addressHint}
      value={typedText(typed.address)}
      error={problem('address')}
      rows={2}
    />
    <Field name="phone" label={t.phone} type="tel" value={typedText(typed.phone)} error={problem('phone')} optional />
    <Field name="email" label={t.email} type="email" value={typedText(typed.email)} error={problem('email')} optional />
    <Choice
      name="theme"
      legend={t.theme}
      options={siteThemeNames.map((value) => ({ value, label: t.themes[value][0], text: t.themes[value][1] }))}
      chosen={typedText(typed.theme)}
      error={problem('theme')}
      columns={2}
    />
  </>
)

const fieldsOf = (t: QuestionTexts, { typed, problems }: Problems): Fields => ({
  t,
  typed,
  problem: (name) => t.problems[problems[name] as keyof typeof t.problems],
})

const questions = async (visit: Visit<string, Me>, refused?: Problems) => {
  const t = pick(visit.language, questionTexts)
  const fields = fieldsOf(t, refused ?? { typed: {}, problems: {} })
  const { typed, problem } = fields
  const value = (name: string) => typedText(typed[name])
  return visit.page(
    { title: t.start, status: refused ? 422 : 200 },
    <>
      <BackLink to={urls.website()}>{t.back}</BackLink>
      <PageHead title={t.start} text={t.startText} />
      <Form action={urls.startSite()}>
        {refused && <FormErrors />}
        <Field
          name="headline"
          label={t.headline}
          hint={t.headlineHint}
          value={value('headline')}
          error={problem('headline')}
          maxLength={120}
        />
        <TextArea
          name="about"
          label={t.about}
          hint={t.aboutHint}
          value={value('about')}
          error={problem('about')}
          maxLength={300}
        />
        <Field
          name="size"
          label={t.size}
          hint={t.sizeHint}
          value={value('size')}
          error={problem('size')}
          maxLength={300}
        />
        <TextArea name="hours" label={t.hours} value={value('hours')} error={problem('hours')} maxLength={500} />
        <TextArea name="visit" label={t.visit} value={value('visit')} error={problem('visit')} maxLength={500} />
        <TextArea
          name="team"
          label={t.team}
          hint={t.teamHint}
          value={value('team')}
          error={problem('team')}
          rows={5}
          optional
        />
        <WayIn {...fields} />
        <Button>{t.make}</Button>
      </Form>
    </>,
  )
}

const settings = async (visit: Visit<string, Me>, refused?: Problems) => {
  const site = await siteOf(visit.work)
  if (!site) return visit.notFound()
  const t = pick(visit.language, questionTexts)
  const { theme, tagline, address, phone, email } = site
  const fields = fieldsOf(t, refused ?? { typed: { theme, tagline, address, phone, email }, problems: {} })
  return visit.page(
    { title: t.settings, status: refused ? 422 : 200 },
    <>
      <BackLink to={urls.website()}>{t.back}</BackLink>
      <PageHead title={t.settings} text={t.settingsText} />
      <Form action={urls.siteSettings()}>
        {refused && <FormErrors />}
        <Field
          name="tagline"
          label={t.tagline}
          value={typedText(fields.typed.tagline)}
          error={fields.problem('tagline')}
          maxLength={200}
          optional
        />
        <WayIn {...fields} />
        <Button>{t.keep}</Button>
      </Form>
      {site.live && (
        <Section>
          <Form action={urls.siteLive()} hidden={{ live: 'no' }}>
            <Button look="alert-line">{pick(visit.language, pageTexts).stopLive}</Button>
          </Form>
        </Section>
      )}
    </>,
  )
}

/** A whole site from ten questions, how it looks, and whether strangers see it. */
export const sites = new Module('website', {
  nl: 'De website beginnen en aanzetten',
  en: 'Begin the website and switch it on',
})
  .get(urls.startSite, siteManager, (visit) => questions(visit))
  .post(urls.startSite, siteManager, async (visit) => {
    const form = visit.form(answersForm)
    if (!form.ok) return questions(visit, form)
    await siteFromAnswers(visit.work, visit.site.language, form.value)
    await visit.work.audit('began-website', 'website', [])
    return visit.seeOther(urls.website())
  })
  .get(urls.siteSettings, siteManager, (visit) => settings(visit))
  .post(urls.siteSettings, siteManager, async (visit) => {
    const form = visit.form(detailsForm)
    if (!form.ok) return settings(visit, form)
    await visit.work.db.updateTable('site').set(form.value).execute()
    await publishSite(visit.work)
    return visit.seeOther(urls.website())
  })
  .post(urls.siteLive, siteManager, async (visit) => {
    const { work, typed } = visit
    await work.db
      .updateTable('site')
      .set({ live: typed.live === 'yes' })
      .execute()
    await work.audit('switched-website', 'website', [])
    await publishSite(work)
    return visit.seeOther(urls.website())
  })
