import { z } from 'zod'
import { many, type Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { mayLookUpGroups, office } from '../people/rules.ts'
import { allOf, day, optionalDay } from '../typed.ts'
import { assignTeacher, colleaguesFor, endAssignment, findGroup, listGroups } from './queries.ts'
import { SubstituteForm } from './substitute-view.tsx'
import { daysToCome, substitute, whoCanSubstitute } from './substitutions.ts'
import { groupTexts } from './texts.ts'
import { AssignmentForm, GroupList, GroupView } from './views.tsx'

const assignment = z
  .object({
    person: z.uuid('person'),
    weekdays: many(z.coerce.number().int().min(1).max(7)),
    from: day(),
    to: optionalDay(),
  })
  .refine(({ from, to }) => to === null || to >= from, { path: ['to'], message: 'order' })

const showForm = async (
  visit: Visit<'/groups/:id/teachers/new', Me>,
  typed: Typed,
  problems: Readonly<Record<string, string>> = {},
) => {
  const group = await findGroup(visit.work, visit.me, visit.params.id)
  if (!group) return visit.notFound()
  const t = pick(visit.language, groupTexts)
  const colleagues = await colleaguesFor(visit.work)
  return visit.page(
    { title: t.add, bare: true, status: Object.keys(problems).length > 0 ? 422 : 200 },
    <AssignmentForm {...{ t, language: visit.language, group, colleagues, typed, problems }} />,
  )
}

const showSubstitutes = async (
  visit: Visit<'/groups/:id/substitute', Me>,
  chosen?: readonly string[],
  problems: Readonly<Record<string, string>> = {},
) => {
  const { work, me, language } = visit
  const group = await findGroup(work, me, visit.params.id)
  if (!group) return visit.notFound()
  const t = pick(language, groupTexts)
  const [offered, people] = [await daysToCome(work), await whoCanSubstitute(work, group)]
  const days = chosen ?? offered.slice(0, 1)
  return visit.page(
    { title: t.substitute.title, bare: true, status: Object.keys(problems).length > 0 ? 422 : 200 },
    <SubstituteForm {...{ t, language, group, offered, days, people, problems }} today={work.today} />,
  )
}

/** Groups of this school year: who is in them and who teaches them. */
export const groups = new Module('groups', { nl: 'Groepen', en: 'Groups' })
  .place({
    order: 20,
    address: urls.groups(),
    word: { nl: groupTexts.nl.groups, en: groupTexts.en.groups },
    icon: 'users',
    rule: mayLookUpGroups,
  })
  .get(urls.groups, mayLookUpGroups, async (visit) => {
    const t = pick(visit.language, groupTexts)
    const found = await listGroups(visit.work, visit.me)
    return visit.page(
      { title: t.groups },
      <GroupList t={t} language={visit.language} groups={found} all={office(visit.me)} />,
    )
  })
  .get(urls.group, mayLookUpGroups, async (visit) => {
    const t = pick(visit.language, groupTexts)
    const group = await findGroup(visit.work, visit.me, visit.params.id)
    if (!group) return visit.notFound()
    return visit.page(
      { title: t.groups },
      <GroupView t={t} language={visit.language} group={group} today={visit.work.today} mayChange={office(visit.me)} />,
    )
  })
  .about({ nl: 'Iemand voor een groep zetten', en: 'Putting somebody before a group' })
  .get(urls.newGroupTeacher, office, (visit) => showForm(visit, { from: visit.work.today }))
  .post(urls.newGroupTeacher, office, async (visit) => {
    const form = visit.form(assignment)
    if (!form.ok) return showForm(visit, form.typed, form.problems)
    const { id } = visit.params
    const group = await findGroup(visit.work, visit.me, id)
    const colleagues = await colleaguesFor(visit.work)
    if (!group || !colleagues.some((one) => one.id === form.value.person)) return visit.notFound()
    const result = await assignTeacher(visit.work, id, form.value)
    return result === 'done' ? visit.seeOther(urls.group({ id })) : showForm(visit, visit.typed, { person: 'already' })
  })
  .get(urls.substitute, office, (visit) => showSubstitutes(visit))
  .post(urls.substitute, office, async (visit) => {
    const { work, me, params, typed } = visit
    const form = visit.form(z.object({ person: z.uuid('person'), days: many(day('days')) }))
    if (!form.ok) return showSubstitutes(visit, allOf(typed, 'days'), form.problems)
    const group = await findGroup(work, me, params.id)
    const offered = await daysToCome(work)
    const colleagues = await colleaguesFor(work)
    if (!group || !colleagues.some((one) => one.id === form.value.person)) return visit.notFound()
    const days = form.value.days.filter((one) => offered.includes(one))
    if (days.length === 0 || days.length < form.value.days.length) return showSubstitutes(visit, days, { days: 'days' })
    const result = await substitute(work, group.id, { person: form.value.person, days })
    if (result === 'already') return showSubstitutes(visit, days, { days: 'there' })
    return visit.seeOther(urls.group({ id: group.id }))
  })
  .post(urls.endGroupTeacher, office, async (visit) => {
    const { id, person } = visit.params
    if (!(await findGroup(visit.work, visit.me, id))) return visit.notFound()
    const form = visit.form(z.object({ from: optionalDay(), back: z.literal('rights').optional() }))
    if (!form.ok) return visit.notFound()
    await endAssignment(visit.work, id, person, form.value.from)
    return visit.seeOther(form.value.back ? urls.rights() : urls.group({ id }))
  })
