import { z } from 'zod'
import { many, type Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { mayLookUpGroups, office } from '../people/rules.ts'
import { day, optionalDay } from '../typed.ts'
import { assignTeacher, colleaguesFor, endAssignment, findGroup, listGroups } from './queries.ts'
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

/** Groups of this school year: who is in them and who teaches them. */
export const groups = new Module('groups')
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
  .post(urls.endGroupTeacher, office, async (visit) => {
    const { id, person } = visit.params
    if (!(await findGroup(visit.work, visit.me, id))) return visit.notFound()
    await endAssignment(visit.work, id, person)
    return visit.seeOther(urls.group({ id }))
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
