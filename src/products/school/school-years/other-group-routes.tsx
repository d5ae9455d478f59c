import { randomUUID } from 'node:crypto'
import type { Typed } from '#shared/access/form.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { oneOf } from '../typed.ts'
import { NewOtherGroup, OtherGroupPupils } from './other-group-views.tsx'
import { addOtherGroup, choosePupils, othersOfPlan } from './other-groups.ts'
import { inPlan, type PlanVisit } from './plan-routes.tsx'
import { groupsOfPlan } from './plans.ts'
import { LEAVES, pupilsOfPlan } from './pupils.ts'
import { choosing, otherGroup as schema } from './schemas.ts'
import { groupsToBe } from './sizes.ts'
import { yearTexts } from './texts.ts'

type NewVisit = PlanVisit<'/school-years/:id/other-groups'>
type PupilsVisit = PlanVisit<'/school-years/:id/groups/:group/pupils'>

const showNew = (visit: NewVisit, typed: Typed = {}, problems: Readonly<Record<string, string>> = {}) =>
  inPlan(visit, async (plan) => {
    const { work, language } = visit
    const t = pick(language, yearTexts)
    const all = await groupsToBe(work, plan.id, await pupilsOfPlan(work, plan.id))
    return visit.page(
      { title: t.addOther, bare: true, status: Object.keys(problems).length > 0 ? 422 : 200 },
      <NewOtherGroup
        {...{ t, language, plan, typed, problems }}
        groups={all.filter(({ composed }) => !composed)}
        requestKey={oneOf(typed, 'requestKey') || randomUUID()}
      />,
    )
  })

/** A group beside the home groups, of several groups' pupils. */
export const newOtherGroup = {
  show: showNew,

  add: async (visit: NewVisit) => {
    const form = visit.form(schema)
    if (!form.ok) return showNew(visit, form.typed, form.problems)
    const { requestKey: key, ...wanted } = form.value
    const { id } = visit.params
    const added = await addOtherGroup(visit.work, id, wanted, key)
    if (added === 'there') return showNew(visit, visit.typed, { name: 'there' })
    if (added === 'gone') return visit.notFound()
    return visit.seeOther(
      wanted.of.length > 0 ? urls.schoolYearGroup({ id, group: key }) : urls.schoolYearGroupPupils({ id, group: key }),
    )
  },
}

/** Which pupils are in a group beside the home groups. */
export const otherGroupPupils = {
  show: (visit: PupilsVisit) =>
    inPlan(visit, async (plan) => {
      const { work, language, params } = visit
      const t = pick(language, yearTexts)
      const groups = await groupsOfPlan(work, plan.id)
      const group = groups.find(({ id, byHand }) => id === params.group && byHand)
      if (!group) return visit.notFound()
      const pupils = (await pupilsOfPlan(work, plan.id)).filter(({ goes }) => goes !== LEAVES)
      const within = (await othersOfPlan(work, plan.id, pupils)).get(group.id) ?? []
      return visit.page(
        { title: t.chooseTitle(group.name), bare: true },
        <OtherGroupPupils {...{ t, language, plan, group, groups, pupils, within }} />,
      )
    }),

  save: async (visit: PupilsVisit) => {
    const form = visit.form(choosing)
    if (!form.ok) return visit.notFound()
    const { id, group } = visit.params
    const stored = await choosePupils(visit.work, id, group, await pupilsOfPlan(visit.work, id), form.value)
    return stored === 'done' ? visit.seeOther(urls.schoolYearGroup({ id, group })) : visit.notFound()
  },
}
