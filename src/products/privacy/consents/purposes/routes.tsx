import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { audiences, templateKinds, templates, type Use } from '../kinds.ts'
import { consentRules } from '../outcome.ts'
import { office } from '../rules.ts'
import { CONSENTS } from '../settling.ts'
import { consentTexts } from '../texts.ts'
import { bothOrNone, englishProblem, type Problems, wordsFields, wordsOf } from './form.tsx'
import { beginPurpose, endPurpose, findPurpose, purposesAsked, purposesEnded, reword, versionsOf } from './queries.ts'
import { purposeTexts } from './texts.ts'
import { NewPurpose, PurposePage, Purposes } from './views.tsx'

const uses = [...templates, 'own'] as const
const use = z.enum(uses)
const begun = z
  .object({
    ...wordsFields,
    template: use,
    rule: z.enum(consentRules, 'choose'),
    audience: z.enum(audiences, 'choose').optional(),
    pictures: z.literal('yes').optional(),
  })
  .refine(bothOrNone, englishProblem)
  .refine(({ template, audience }) => template !== 'own' || audience, { message: 'choose', path: ['audience'] })
const reworded = z
  .object({ ...wordsFields, meaning: z.enum(['same', 'changed'], 'choose'), number: z.coerce.number().int().catch(0) })
  .refine(bothOrNone, englishProblem)

const wording = (language: Visit['language']) => ({
  t: pick(language, purposeTexts),
  c: pick(language, consentTexts),
  language,
})
const statusOf = (problems: Problems) => (Object.keys(problems).length > 0 ? 422 : 200)

const newPage = (visit: Visit<string, Me>, chosen: Use, typed: Typed = {}, problems: Problems = {}) => {
  const words = wording(visit.language)
  return visit.page(
    { title: words.t.newTitle, status: statusOf(problems) },
    <NewPurpose {...words} use={chosen} typed={typed} problems={problems} />,
  )
}

const purposePage = async (visit: Visit<string, Me>, id: string, typed: Typed = {}, problems: Problems = {}) => {
  const { work, query } = visit
  const purpose = await findPurpose(work, id)
  if (!purpose) return visit.notFound()
  const words = wording(visit.language)
  const versions = await versionsOf(work, id)
  return visit.page(
    { title: purpose.words.nl.title, status: statusOf(problems) },
    <PurposePage {...words} {...{ purpose, versions, typed, problems }} saved={query.has('saved')} />,
  )
}

/** What the school asks consent for, in its own words; each version is kept. */
export const consentPurposes = new Module('consent-purposes', {
  nl: 'Waarvoor school toestemming vraagt',
  en: 'What school asks consent for',
})
  .setting({
    order: 62,
    section: 'school',
    address: urls.consentPurposes(),
    word: { nl: purposeTexts.nl.title, en: purposeTexts.en.title },
    text: { nl: purposeTexts.nl.text, en: purposeTexts.en.text },
    icon: 'shield-check',
    rule: office,
    kinds: ['school'],
    now: async ({ work, language }) => {
      const count = (await purposesAsked(work)).length
      const t = pick(language, purposeTexts)
      return count > 0 ? t.asks(count) : t.nothing
    },
  })
  .get(urls.consentPurposes, office, async (visit) => {
    const { work } = visit
    const words = wording(visit.language)
    const [asked, ended] = [await purposesAsked(work), await purposesEnded(work)]
    return visit.page({ title: words.t.title, live: CONSENTS }, <Purposes {...words} asked={asked} ended={ended} />)
  })
  .get(urls.newConsentPurpose, office, (visit) => {
    const chosen = use.safeParse(visit.query.get('template') ?? 'own')
    return chosen.success ? newPage(visit, chosen.data) : visit.notFound()
  })
  .post(urls.newConsentPurpose, office, async (visit) => {
    const form = visit.form(begun)
    if (!form.ok) return newPage(visit, use.catch('own').parse(form.typed.template), form.typed, form.problems)
    const { template, rule, audience, pictures, ...words } = form.value
    const kind = template === 'own' ? { audience: audience!, pictures: pictures === 'yes' } : templateKinds[template]
    const made = await beginPurpose(visit.work, { ...kind, use: template, rule, words: wordsOf(words) })
    if (made === 'asked') return newPage(visit, template, visit.typed, { form: 'asked' })
    return visit.seeOther(urls.consentPurpose({ id: made.id }))
  })
  .get(urls.consentPurpose, office, (visit) => purposePage(visit, visit.params.id))
  .post(urls.consentPurpose, office, async (visit) => {
    const { work, params } = visit
    if (!(await findPurpose(work, params.id))) return visit.notFound()
    const form = visit.form(reworded)
    if (!form.ok) return purposePage(visit, params.id, form.typed, form.problems)
    const { meaning, number, ...words } = form.value
    const text = { words: wordsOf(words), asksAgain: meaning === 'changed', number }
    const came = await reword(work, params.id, text)
    if (came === 'gone') return visit.notFound()
    if (came !== 'done') return purposePage(visit, params.id, visit.typed, { form: came })
    return visit.seeOther(urls.consentPurpose({ id: params.id }, { saved: 'yes' }))
  })
  .post(urls.endConsentPurpose, office, async (visit) => {
    const ended = await endPurpose(visit.work, visit.params.id)
    return ended || (await findPurpose(visit.work, visit.params.id))
      ? visit.seeOther(urls.consentPurpose({ id: visit.params.id }))
      : visit.notFound()
  })
