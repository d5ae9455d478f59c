import { randomUUID } from 'node:crypto'
import type { Typed } from '#shared/access/form.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { oneOf } from '../typed.ts'
import { inPlan, type PlanVisit } from './plan-routes.tsx'
import { groupsOfPlan, type Plan, planTopic } from './plans.ts'
import { NewPupilForm, type Origin, OriginStep, PupilsStep } from './pupil-views.tsx'
import {
  addPlannedPupil,
  type Choice,
  type Destination,
  LEAVES,
  type Meanwhile,
  placePlanned,
  pupilsOfPlan,
} from './pupils.ts'
import { originsOf, placeIn } from './queries.ts'
import { newPupil as schema } from './schemas.ts'
import { yearTexts } from './texts.ts'

type OriginVisit<Rest extends string = ''> = PlanVisit<`/school-years/:id/pupils/:group${Rest}`>

/** Step 2: this year's groups, and how far each is. */
export const pupils = (visit: PlanVisit<'/school-years/:id/pupils'>) =>
  inPlan(visit, async (plan) => {
    const { work, language } = visit
    const t = pick(language, yearTexts)
    const origins = originsOf(await pupilsOfPlan(work, plan.id), t.newPupils)
    return visit.page(
      { title: t.stepPupils, live: planTopic(plan.id) },
      <PupilsStep {...{ t, language, plan, origins }} />,
    )
  })

type Shown = {
  readonly chosen?: ReadonlyMap<string, Destination>
  readonly meanwhile?: Meanwhile
  readonly problem?: boolean
}

/** The group of now that the page is about, as far as its reader may know who is in it. */
const findOrigin = async (visit: OriginVisit<string>, plan: Plan): Promise<Origin | undefined> => {
  const t = pick(visit.language, yearTexts)
  return originsOf(await pupilsOfPlan(visit.work, plan.id), t.newPupils).find(({ id }) => id === visit.params.group)
}

const showOrigin = (visit: OriginVisit<string>, { chosen, meanwhile, problem }: Shown = {}) =>
  inPlan(visit, async (plan) => {
    const { work, language } = visit
    const t = pick(language, yearTexts)
    const found = await findOrigin(visit, plan)
    if (!found) return visit.notFound()
    const refused = problem === true || (meanwhile?.size ?? 0) > 0
    return visit.page(
      { title: found.name, bare: true, status: refused ? 422 : 200, keeps: true, live: planTopic(plan.id) },
      <OriginStep
        {...{ t, language, plan, origin: found, groups: await groupsOfPlan(work, plan.id) }}
        chosen={chosen ?? new Map()}
        meanwhile={meanwhile ?? new Map()}
        problem={problem ?? false}
        saved={!refused && visit.query.has('saved')}
      />,
    )
  })

/** What was chosen in the list; only pupils of the list count. */
const choicesIn = (typed: Typed, { pupils: some }: Origin): Choice[] =>
  some.flatMap(({ id }) =>
    typed[`goes.${id}`] === undefined
      ? []
      : [{ pupil: id, seen: oneOf(typed, `seen.${id}`), chosen: oneOf(typed, `goes.${id}`) }],
  )

/** Where everyone of one group of now goes. */
export const origin = {
  show: showOrigin,

  save: (visit: OriginVisit) =>
    inPlan(visit, async (plan) => {
      const found = await findOrigin(visit, plan)
      if (!found) return visit.notFound()
      const groups = await groupsOfPlan(visit.work, plan.id)
      const choices = choicesIn(visit.typed, found)
      const meanwhile = await placePlanned(visit.work, plan.id, groups, choices)
      if (meanwhile === 'gone') return visit.notFound()
      if (meanwhile.size === 0) return visit.seeOther(urls.schoolYearPupilsOf(visit.params, { saved: 'yes' }))
      return showOrigin(visit, { meanwhile, chosen: new Map(choices.map(({ pupil, chosen }) => [pupil, chosen])) })
    }),
}

/** All of this group to one group, each in the year that fits. */
export const wholeGroup = (visit: OriginVisit<'/all'>) =>
  inPlan(visit, async (plan) => {
    const found = await findOrigin(visit, plan)
    if (!found) return visit.notFound()
    const groups = await groupsOfPlan(visit.work, plan.id)
    const to = oneOf(visit.typed, 'to')
    if (to === '') return showOrigin(visit, { problem: true })
    const target = to === LEAVES ? null : groups.find(({ id, kind }) => id === to && kind === 'home')
    if (target === undefined) return visit.notFound()
    const choices = found.pupils.map((pupil) => ({ pupil: pupil.id, seen: pupil.goes, chosen: placeIn(target, pupil) }))
    const stored = await placePlanned(visit.work, plan.id, groups, choices)
    if (stored === 'gone') return visit.notFound()
    if (stored.size > 0) return showOrigin(visit, { meanwhile: stored })
    const { id, group } = visit.params
    return visit.seeOther(urls.schoolYearPupilsOf({ id, group }, { saved: 'yes' }))
  })

const showNew = (
  visit: PlanVisit<'/school-years/:id/new-pupil'>,
  typed: Typed = {},
  problems: Readonly<Record<string, string>> = {},
) =>
  inPlan(visit, async (plan) => {
    const { work, language } = visit
    const t = pick(language, yearTexts)
    return visit.page(
      { title: t.addPupil, bare: true, status: Object.keys(problems).length > 0 ? 422 : 200 },
      <NewPupilForm
        {...{ t, language, plan, typed, problems }}
        groups={await groupsOfPlan(work, plan.id)}
        requestKey={oneOf(typed, 'requestKey') || randomUUID()}
      />,
    )
  })

/** A pupil who comes next year. */
export const newPupil = {
  show: showNew,

  add: async (visit: PlanVisit<'/school-years/:id/new-pupil'>) => {
    const form = visit.form(schema)
    if (!form.ok) return showNew(visit, form.typed, form.problems)
    const { requestKey: key, ...pupil } = form.value
    const { id } = visit.params
    const added = await addPlannedPupil(visit.work, id, await groupsOfPlan(visit.work, id), { ...pupil, key })
    return added === 'done' ? visit.seeOther(urls.schoolYearPupilsOf({ id, group: 'new' })) : visit.notFound()
  },
}
