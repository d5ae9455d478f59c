import type { Typed } from '#shared/access/form.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { schoolDays } from '../organisations/school-days.ts'
import { CheckStep } from './check-view.tsx'
import { forecast } from './forecast.ts'
import { inPlan, type PlanVisit } from './plan-routes.tsx'
import { yearOfToday } from './plans.ts'
import { preparePlan, unpreparePlan } from './preparing.ts'
import { pupilsOfPlan } from './pupils.ts'
import { preparing } from './schemas.ts'
import { groupsToBe } from './sizes.ts'
import { yearTexts } from './texts.ts'

type CheckVisit = PlanVisit<'/school-years/:id/check'>

const show = (visit: CheckVisit, typed: Typed = {}, problems: Readonly<Record<string, string>> = {}) =>
  inPlan(visit, async (plan) => {
    const { work, language } = visit
    const t = pick(language, yearTexts)
    const pupils = await pupilsOfPlan(work, plan.id)
    const days = await schoolDays(work)
    return visit.page(
      { title: t.stepCheck, bare: true, status: Object.keys(problems).length > 0 ? 422 : 200 },
      <CheckStep
        {...{ t, language, plan, typed, problems }}
        now={(await yearOfToday(work))?.startsOn ?? plan.startsOn}
        groups={await groupsToBe(work, plan.id, pupils)}
        forecast={await forecast(work, plan, pupils)}
        // Without the summer holiday in the calendar it would be a Monday in August.
        firstLessons={days.closure(plan.startsOn) ? days.orNext(plan.startsOn) : null}
      />,
    )
  })

/** Where each refusal is shown. */
const fieldOf = { early: 'day', past: 'day', late: 'day', undecided: 'without', 'no-groups': 'form', nobody: 'form' }

/** What the day brings, and choosing it. */
export const check = {
  show,

  prepare: async (visit: CheckVisit) => {
    const form = visit.form(preparing)
    if (!form.ok) return show(visit, form.typed, form.problems)
    const { day, without } = form.value
    const done = await preparePlan(visit.work, visit.params.id, { day, without: without === 'yes' })
    if (done === 'done') return visit.seeOther(urls.schoolYear(visit.params))
    return done === 'gone' ? visit.notFound() : show(visit, visit.typed, { [fieldOf[done]]: done })
  },
}

export const takeBack = async (visit: PlanVisit<'/school-years/:id/draft'>) =>
  (await unpreparePlan(visit.work, visit.params.id))
    ? visit.seeOther(urls.schoolYear({ id: visit.params.id }))
    : visit.notFound()
