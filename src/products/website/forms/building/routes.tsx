import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { namesWithRoleToday } from '#products/school/index.ts'
import type { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me, Role } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { BackLink, PageHead } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { publishSite } from '../../publishing/publish.ts'
import {
  addForm,
  changeForm,
  dropForm,
  findForm,
  listForms,
  namedReaders,
  type SiteForm,
  setFormState,
  setReaders,
} from '../queries.ts'
import { formEditor } from '../rules.ts'
import { templateOf, templates } from './templates.ts'
import { buildingTexts } from './texts.ts'
import { afterDeed, type BuildingProblems, problemsOf, typedForm } from './typed.ts'
import { ChooseTemplate, EditForm, FormList } from './views.tsx'

const TEAM: readonly Role[] = [
  'teacher',
  'support',
  'principal',
  'administrator',
  'ict',
  'privacy-officer',
  'board',
  'supplier',
]

type Of = Visit<string, Me> & { readonly params: { readonly id: string } }

const withForm = async (visit: Of, run: (form: SiteForm) => Promise<Response>): Promise<Response> => {
  const form = await findForm(visit.work, visit.params.id)
  return form ? run(form) : visit.notFound()
}

type Shown = { form: ReturnType<typeof typedForm>; version: number; problems?: BuildingProblems }

const edit = async (visit: Of, { id, state }: SiteForm, { form, version, problems = {} }: Shown): Promise<Response> => {
  const { work, language, query } = visit
  const t = pick(language, buildingTexts)
  const done = query.get('done')
  return visit.page(
    { title: t.title, status: Object.keys(problems).length > 0 ? 422 : 200 },
    <EditForm
      {...{ t, language, id, state, form, version, problems }}
      team={await namesWithRoleToday(work, TEAM)}
      said={done === 'saved' || done === 'opened' ? done : null}
    />,
  )
}

const asMade = async (visit: Of, form: SiteForm): Promise<Shown> => ({
  form: { ...form, readers: await namedReaders(visit.work, form.id) },
  version: form.version,
})

/** A free address that begins like this one. */
const freeSlug = async (visit: Visit<string, Me>, wish: string): Promise<string> => {
  const taken = new Set((await listForms(visit.work)).map(({ slug }) => slug))
  const names = [wish, ...Array.from({ length: 100 }, (_, at) => `${wish}-${at + 2}`)]
  return names.find((name) => !taken.has(name)) ?? randomUUID()
}

/** Where the office makes the forms of the site: their questions, who reads what is sent, and how long it stays. */
export const buildingRoutes = (module: Module): Module =>
  module
    .about({ nl: 'Formulieren van de website maken', en: 'Making the forms of the website' })
    .setting({
      order: 60,
      section: 'school',
      address: urls.siteForms(),
      word: { nl: buildingTexts.nl.title, en: buildingTexts.en.title },
      text: { nl: buildingTexts.nl.text, en: buildingTexts.en.text },
      icon: 'file-text',
      rule: formEditor,
    })
    .get(urls.siteForms, formEditor, async (visit) => {
      const t = pick(visit.language, buildingTexts)
      return visit.page({ title: t.title }, <FormList t={t} forms={await listForms(visit.work)} />)
    })
    .get(urls.newSiteForm, formEditor, (visit) => {
      const t = pick(visit.language, buildingTexts)
      return visit.page({ title: t.new }, [
        <BackLink key="back" to={urls.siteForms()}>
          {t.back}
        </BackLink>,
        <PageHead key="head" title={t.new} />,
        <ChooseTemplate key="choose" t={t} />,
      ])
    })
    .post(urls.newSiteForm, formEditor, async (visit) => {
      const asked = visit.form(z.object({ template: z.enum(templates) }))
      if (!asked.ok) return visit.seeOther(urls.newSiteForm())
      const t = pick(visit.language, buildingTexts)
      const draft = templateOf(visit.site.language, asked.value.template)
      const id = randomUUID()
      const slug = await freeSlug(visit, draft.slug || (visit.site.language === 'nl' ? 'formulier' : 'form'))
      await addForm(visit.work, visit.me.id, id, { ...draft, slug, title: draft.title || t.new })
      await visit.work.audit('made-form', 'site-forms')
      return visit.seeOther(urls.editSiteForm({ id }))
    })
    .get(urls.editSiteForm, formEditor, (visit) =>
      withForm(visit, async (form) => edit(visit, form, await asMade(visit, form))),
    )
    .post(urls.editSiteForm, formEditor, (visit) =>
      withForm(visit, async (made) => {
        const { work, me, typed } = visit
        const { readers, ...draft } = typedForm(typed)
        const version = Number(typed.version)
        const deed = String(typed.deed ?? 'save')
        if (deed !== 'save')
          return edit(visit, made, { form: { ...draft, fields: afterDeed(draft.fields, deed), readers }, version })
        const problems = problemsOf(draft)
        if (Object.keys(problems).length > 0)
          return edit(visit, made, { form: { ...draft, readers }, version, problems })
        const team = new Set((await namesWithRoleToday(work, TEAM)).map(({ id }) => id))
        if (readers.some((id) => !team.has(id)))
          return edit(visit, made, { form: { ...draft, readers }, version, problems: { form: 'reader' } })
        const done = await changeForm(work, me.id, { id: made.id, version }, draft)
        if (done === 'taken')
          return edit(visit, made, { form: { ...draft, readers }, version, problems: { slug: 'taken' } })
        if (done === 'meanwhile')
          return edit(visit, made, {
            form: { ...draft, readers },
            version: made.version,
            problems: { form: 'meanwhile' },
          })
        await setReaders(work, made.id, readers)
        await publishSite(work)
        return visit.seeOther(urls.editSiteForm({ id: made.id }, { done: 'saved' }))
      }),
    )
    .post(urls.siteFormState, formEditor, (visit) =>
      withForm(visit, async (made) => {
        const asked = visit.form(z.object({ state: z.enum(['open', 'closed']) }))
        if (!asked.ok) return visit.notFound()
        await setFormState(visit.work, visit.me.id, made.id, asked.value.state)
        await publishSite(visit.work)
        const { id } = made
        return visit.seeOther(
          asked.value.state === 'open' ? urls.editSiteForm({ id }, { done: 'opened' }) : urls.editSiteForm({ id }),
        )
      }),
    )
    .post(urls.dropSiteForm, formEditor, (visit) =>
      withForm(visit, async (made) => {
        if (await dropForm(visit.work, made.id)) return visit.seeOther(urls.siteForms())
        const shown = await asMade(visit, made)
        return edit(visit, made, { ...shown, problems: { form: 'hasMessages' } })
      }),
    )
