import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { PlanView, Years } from './plan-views.tsx'
import {
  beginPlan,
  dropPlan,
  findPlan,
  listPlans,
  nextYear,
  type Plan,
  planTopic,
  restorePlan,
  yearOfToday,
} from './plans.ts'
import { pupilsOfPlan } from './pupils.ts'
import { namesOf } from './queries.ts'
import { groupsToBe } from './sizes.ts'
import { yearTexts } from './texts.ts'

/** A page about one plan. */
export type PlanVisit<Pattern extends string = '/school-years/:id'> = Visit<Pattern, Me>

/**
 * Shows a step of a plan. What can no longer be changed leads to the plan itself, and a plan that is not there is not found.
 */
export const inPlan = async <Pattern extends `/school-years/:id${string}`>(
  visit: Visit<Pattern, Me>,
  show: (plan: Plan) => Promise<Response>,
): Promise<Response> => {
  const { id } = visit.params as { id: string }
  const plan = await findPlan(visit.work, id)
  if (!plan || plan.state === 'dropped') return visit.notFound()
  return plan.state === 'in-force' ? visit.seeOther(urls.schoolYear({ id })) : show(plan)
}

/** The school year of now and what is being prepared. */
export const years = async (visit: Visit<string, Me>): Promise<Response> => {
  const { work, language, query } = visit
  const t = pick(language, yearTexts)
  const all = await listPlans(work)
  const plans = all.filter(({ state }) => state !== 'dropped')
  const next = await nextYear(work)
  const names = await namesOf(
    work,
    plans.map(({ changedBy }) => changedBy),
  )
  return visit.page(
    { title: t.title },
    <Years
      t={t}
      language={language}
      now={(await yearOfToday(work))?.startsOn ?? null}
      next={plans.some(({ startsOn }) => startsOn === next) ? null : next}
      plans={plans}
      names={names}
      dropped={all.find(({ id, state }) => state === 'dropped' && id === query.get('dropped')) ?? null}
    />,
  )
}

export const begin = async (visit: Visit<string, Me>): Promise<Response> =>
  visit.seeOther(urls.schoolYear({ id: await beginPlan(visit.work) }))

/** Three steps and how far they are. */
export const plan = async (visit: PlanVisit): Promise<Response> => {
  const { work, language, params } = visit
  const t = pick(language, yearTexts)
  const found = await findPlan(work, params.id)
  if (!found || found.state === 'dropped') return visit.notFound()
  const pupils = await pupilsOfPlan(work, found.id)
  const names = await namesOf(work, [found.changedBy, found.preparedBy])
  return visit.page(
    { title: t.title, live: planTopic(found.id) },
    <PlanView
      t={t}
      language={language}
      plan={found}
      names={names}
      groups={await groupsToBe(work, found.id, pupils)}
      undecided={pupils.filter(({ goes }) => goes === '').length}
    />,
  )
}

export const drop = async (visit: PlanVisit<'/school-years/:id/dropped'>): Promise<Response> =>
  (await dropPlan(visit.work, visit.params.id))
    ? visit.seeOther(urls.schoolYears({ dropped: visit.params.id }))
    : visit.notFound()

export const restore = async (visit: PlanVisit<'/school-years/:id/restored'>): Promise<Response> =>
  (await restorePlan(visit.work, visit.params.id))
    ? visit.seeOther(urls.schoolYear({ id: visit.params.id }))
    : visit.notFound()
