import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { number, pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { plusDays } from '../../organisations/school-days.ts'
import { settingUp } from '../../settings/rules.ts'
import { type Audience, audiences } from '../audiences.ts'
import { countAgreed, whoDidNot } from './counts.ts'
import { findDraft, listVersions, publish, saveDraft, withdraw } from './queries.ts'
import { termsSettingsTexts } from './texts.ts'
import { DraftPage, PeoplePage, PublishPage, TermsHome, TermsPage, VersionPage } from './views.tsx'

type Of = Visit<string, Me> & { readonly params: { readonly audience: string } }
type Problems = Readonly<Record<string, string>>

/** Letters outside Latin take up to twelve bytes as a form sends them. */
const TWO_TEXTS = 256 * 1_024
const text = z.string('short').min(40, 'short').max(8_000, 'long')
const revision = z.coerce.number().int().nonnegative().catch(0)
const draft = z.object({
  nl: text,
  en: z.preprocess((typed) => (typed === '' || typed === undefined ? null : typed), text.nullable()),
  revision,
})

/** Whose terms the address is about; nothing for anything else in its place. */
const audienceOf = ({ params }: Of): Audience | undefined => audiences.find((one) => one === params.audience)

const statusOf = (problems: Problems) => (Object.keys(problems).length > 0 ? 422 : 200)

const inForceOf = async (work: Visit['work'], audience: Audience) => {
  const version = (await listVersions(work, audience)).find(({ state }) => state === 'in-force')
  return version ? { version, counts: await countAgreed(work, audience, version.number) } : null
}

const draftPage = async (visit: Of, audience: Audience, typed: Typed = {}, problems: Problems = {}) => {
  const { work, language } = visit
  const t = pick(language, termsSettingsTexts)
  const page = { t, language, audience, typed, problems, draft: await findDraft(work, audience) }
  return visit.page({ title: t.draftTitle, status: statusOf(problems) }, <DraftPage {...page} />)
}

const publishPage = async (visit: Of, audience: Audience, typed: Typed = {}, problems: Problems = {}) => {
  const { work, language } = visit
  const t = pick(language, termsSettingsTexts)
  const versions = await listVersions(work, audience)
  const next = (versions[0]?.number ?? 0) + 1
  const { words, revision } = await findDraft(work, audience)
  const before = versions.find(({ state }) => state === 'in-force')
  return visit.page(
    { title: t.publishTitle(String(next)), status: statusOf(problems) },
    <PublishPage {...{ t, language, audience, words, revision, before, next, typed, problems }} today={work.today} />,
  )
}

/** The school's terms of use: the text, its versions, and who agreed. */
export const termsSettings = new Module('terms-settings', {
  nl: 'De gebruiksregels van school',
  en: 'The terms of use of the school',
})
  .setting({
    order: 60,
    section: 'school',
    address: urls.termsSettings(),
    word: { nl: termsSettingsTexts.nl.title, en: termsSettingsTexts.en.title },
    text: { nl: termsSettingsTexts.nl.text, en: termsSettingsTexts.en.text },
    icon: 'file-text',
    rule: settingUp,
    kinds: ['school'],
    now: async ({ work, language }) => {
      const t = pick(language, termsSettingsTexts)
      const all = (await Promise.all(audiences.map((audience) => inForceOf(work, audience)))).filter((one) => one)
      if (all.length === 0) return t.none
      const sum = (of: 'of' | 'agreed') => all.reduce((total, one) => total + Number(one!.counts[of]), 0)
      return t.stands(number(language, sum('agreed')), number(language, sum('of')))
    },
  })
  .get(urls.termsSettings, settingUp, async (visit) => {
    const { work, language } = visit
    const t = pick(language, termsSettingsTexts)
    const now = { guardian: await inForceOf(work, 'guardian'), team: await inForceOf(work, 'team') }
    return visit.page({ title: t.title, live: 'terms' }, <TermsHome {...{ t, language, now }} />)
  })
  .get(urls.termsFor, settingUp, async (visit) => {
    const audience = audienceOf(visit)
    if (!audience) return visit.notFound()
    const { work, language } = visit
    const t = pick(language, termsSettingsTexts)
    const versions = await listVersions(work, audience)
    const counts = (await inForceOf(work, audience))?.counts ?? null
    return visit.page(
      { title: t.audience[audience], live: 'terms' },
      <TermsPage {...{ t, language, audience, versions, counts }} />,
    )
  })
  .get(urls.termsDraft, settingUp, (visit) => {
    const audience = audienceOf(visit)
    return audience ? draftPage(visit, audience) : visit.notFound()
  })
  .post(
    urls.termsDraft,
    settingUp,
    async (visit) => {
      const audience = audienceOf(visit)
      if (!audience) return visit.notFound()
      const form = visit.form(draft)
      if (!form.ok) return draftPage(visit, audience, form.typed, form.problems)
      const { revision, ...words } = form.value
      const saved = await saveDraft(visit.work, audience, words, revision)
      return saved
        ? visit.seeOther(urls.publishTerms({ audience }))
        : draftPage(visit, audience, visit.typed, { form: 'moved' })
    },
    { maxBytes: TWO_TEXTS },
  )
  .get(urls.publishTerms, settingUp, (visit) => {
    const audience = audienceOf(visit)
    return audience ? publishPage(visit, audience) : visit.notFound()
  })
  .post(urls.publishTerms, settingUp, async (visit) => {
    const audience = audienceOf(visit)
    if (!audience) return visit.notFound()
    const { work } = visit
    const inTime = (day: string) => day >= work.today && day <= plusDays(work.today, 366)
    const form = visit.form(z.object({ from: z.iso.date('day').refine(inTime, 'day'), revision }))
    if (!form.ok) return publishPage(visit, audience, form.typed, form.problems)
    const result = await publish(work, audience, form.value)
    return result === 'done'
      ? visit.seeOther(urls.termsFor({ audience }))
      : publishPage(visit, audience, visit.typed, { form: result })
  })
  .get(urls.termsVersion, settingUp, async (visit) => {
    const audience = audienceOf(visit)
    const { work, language, params } = visit
    const versions = audience ? await listVersions(work, audience) : []
    const version = versions.find((one) => String(one.number) === params.number)
    if (!audience || !version) return visit.notFound()
    const t = pick(language, termsSettingsTexts)
    const before = versions.find((one) => one.number < version.number && one.state !== 'withdrawn')
    return visit.page(
      { title: t.versionTitle(params.number) },
      <VersionPage {...{ t, language, audience, version, before }} />,
    )
  })
  .post(urls.withdrawTerms, settingUp, async (visit) => {
    const audience = audienceOf(visit)
    const { params, work } = visit
    if (!audience || !/^\d{1,6}$/.test(params.number)) return visit.notFound()
    const withdrawn = await withdraw(work, audience, Number(params.number))
    return withdrawn ? visit.seeOther(urls.termsFor({ audience })) : visit.notFound()
  })
  .get(urls.termsPeople, settingUp, async (visit) => {
    const audience = audienceOf(visit)
    const now = audience && (await inForceOf(visit.work, audience))
    if (!audience || !now) return visit.notFound()
    const { work, language } = visit
    const t = pick(language, termsSettingsTexts)
    const people = await whoDidNot(work, audience, now.version.number)
    return visit.page({ title: t.people, live: 'terms' }, <PeoplePage {...{ t, language, audience, people }} />)
  })
