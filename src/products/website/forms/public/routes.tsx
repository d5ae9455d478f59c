import type { Typed } from '#shared/access/form.ts'
import type { Module } from '#shared/access/module.ts'
import { anyone } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import { pick } from '#shared/language/index.ts'
import { blocksOf } from '#shared/language/prose.ts'
import { ButtonLink, Prose, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { publicPage } from '../../public-page.tsx'
import { doubtAbout, rateOf } from '../doubt.ts'
import { openForm, type SiteForm } from '../queries.ts'
import { send } from '../sending.ts'
import { linkToken, makeStamp, readStamp, stampField } from '../stamp.ts'
import { formTexts } from '../texts.ts'
import { filledIn } from './filled.ts'
import { type FormProblems, FormView, trapField } from './form-view.tsx'
import { readersLine } from './readers-line.ts'

type Shown = { typed?: Typed; problems?: FormProblems; status?: 200 | 422 | 429; before?: string; title?: string }

const show = async (visit: Visit, form: SiteForm, shown: Shown = {}): Promise<Response> => {
  const { typed = {}, problems = {}, status = 200, before, title } = shown
  visit.header('Cache-Control', 'no-store')
  return publicPage(visit, { title: form.title, status, keeps: status === 429, found: true }, title ?? form.title, [
    before ? <Text key="before">{before}</Text> : <Prose key="intro" blocks={blocksOf(form.intro)} />,
    <FormView
      key="form"
      t={pick(visit.language, formTexts)}
      language={visit.language}
      form={form}
      readers={await readersLine(visit.work, visit.language, form)}
      typed={typed}
      problems={problems}
      stamp={makeStamp(visit.work, form.id)}
    />,
  ])
}

/** The forms of the site for visitors: each on its own page, without script, cookie or puzzle. */
export const publicFormRoutes = (module: Module): Module =>
  module
    .get(urls.siteForm, anyone, async (visit) => {
      const form = await openForm(visit.work, visit.params.slug)
      return form ? show(visit, form) : visit.notFound()
    })
    // For a form on a page that is the same for everyone: its script asks when somebody begins to type.
    .get(urls.siteFormStamp, anyone, async (visit) => {
      const form = await openForm(visit.work, visit.params.slug)
      if (!form) return visit.notFound()
      visit.header('Cache-Control', 'no-store')
      return visit.send(makeStamp(visit.work, form.id), 'text/plain; charset=utf-8')
    })
    .post(urls.siteForm, anyone, async (visit) => {
      const { work, me, typed, language } = visit
      const t = pick(language, formTexts)
      const form = await openForm(work, visit.params.slug)
      if (!form) return visit.notFound()
      const filled = filledIn(form, typed)
      if (!filled.ok) return show(visit, form, { typed, problems: filled.problems, status: 422 })
      const stamp = readStamp(work, form.id, String(typed[stampField] ?? ''))
      if (!stamp) return show(visit, form, { typed, title: t.check.title, before: t.check.text, status: 422 })
      const rate = await rateOf(work, visit.from)
      if (rate === 'too-many') return show(visit, form, { typed, before: t.tooMany, status: 429 })
      const { message } = filled
      const doubt = doubtAbout({
        stamp,
        hidden: String(typed[trapField] ?? ''),
        many: rate === 'many',
        name: message.name,
        texts: message.answers.map(({ value }) => value),
      })
      const id = await send(work, { form, key: stamp.key, message, sender: me?.id ?? null, language, doubt })
      // Without an address there is no mail to find the way back by.
      const next = message.mail
        ? urls.siteFormSent({ slug: form.slug })
        : urls.sentMessage({ token: linkToken(work, id) })
      return visit.seeOther(next)
    })
    .get(urls.siteFormSent, anyone, async (visit) => {
      const form = await openForm(visit.work, visit.params.slug)
      if (!form) return visit.notFound()
      const t = pick(visit.language, formTexts).thanks
      return publicPage(visit, { title: t.title }, t.title, [
        <Prose key="thanks" blocks={blocksOf(form.thanks)} />,
        <Text key="copy">{t.copy}</Text>,
        <ButtonLink key="back" to={urls.home()} look="line" icon="house">
          {t.back}
        </ButtonLink>,
      ])
    })
