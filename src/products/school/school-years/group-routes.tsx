import type { Typed } from '#shared/access/form.ts'
import { pick } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import { colleaguesFor } from '../groups/queries.ts'
import { GroupStep, GroupsStep, TeacherStep } from './group-views.tsx'
import { addPlannedGroup, removePlannedGroup, renamePlannedGroup } from './groups.ts'
import { othersOfPlan } from './other-groups.ts'
import { inPlan, type PlanVisit } from './plan-routes.tsx'
import { groupsOfPlan } from './plans.ts'
import { pupilsOfPlan } from './pupils.ts'
import { assignment, naming, renaming, renamingOther } from './schemas.ts'
import { groupsToBe } from './sizes.ts'
import { assignPlanned, teachersOfPlan, unassignPlanned } from './teachers.ts'
import { yearTexts } from './texts.ts'

type Problems = Readonly<Record<string, string>>
type GroupVisit<Rest extends string = ''> = PlanVisit<`/school-years/:id/groups/:group${Rest}`>
type TeacherVisit<Rest extends string = ''> = PlanVisit<`/school-years/:id/teachers/:group${Rest}`>

const status = (problems: Problems) => (Object.keys(problems).length > 0 ? 422 : 200)

const findGroup = async (work: Work, plan: string, id: string) =>
  (await groupsOfPlan(work, plan)).find((one) => one.id === id)

/** Step 1: the groups of next year. */
export const groups = (visit: PlanVisit<'/school-years/:id/groups'>, typed: Typed = {}, problems: Problems = {}) =>
  inPlan(visit, async (plan) => {
    const { work, language } = visit
    const t = pick(language, yearTexts)
    const all = await groupsToBe(work, plan.id, await pupilsOfPlan(work, plan.id))
    return visit.page(
      { title: t.stepGroups, status: status(problems) },
      <GroupsStep {...{ t, language, plan, groups: all, typed, problems }} />,
    )
  })

export const addGroup = async (visit: PlanVisit<'/school-years/:id/groups'>) => {
  const form = visit.form(naming)
  if (!form.ok) return groups(visit, form.typed, form.problems)
  const added = await addPlannedGroup(visit.work, visit.params.id, form.value)
  if (added === 'there') return groups(visit, visit.typed, { name: 'there' })
  return added === 'done' ? visit.seeOther(urls.schoolYearGroups(visit.params)) : visit.notFound()
}

/** One group of next year. */
export const group = (visit: GroupVisit, typed?: Typed, problems: Problems = {}) =>
  inPlan(visit, async (plan) => {
    const { work, language, params } = visit
    const t = pick(language, yearTexts)
    const found = await findGroup(work, plan.id, params.group)
    if (!found) return visit.notFound()
    const everyone = await pupilsOfPlan(work, plan.id)
    const pupils =
      found.kind === 'home'
        ? everyone.filter(({ goes }) => goes.startsWith(found.id))
        : ((await othersOfPlan(work, plan.id, everyone)).get(found.id) ?? [])
    const homes = new Map((await groupsOfPlan(work, plan.id)).map(({ id, name }) => [id, name]))
    const teachers = (await teachersOfPlan(work, [found.id])).get(found.id) ?? []
    const shown = typed ?? { name: found.name, year: found.year ?? '' }
    return visit.page(
      { title: found.name, status: status(problems) },
      <GroupStep {...{ t, language, plan, group: found, homes, pupils, teachers, typed: shown, problems }} />,
    )
  })

export const renameGroup = async (visit: GroupVisit) => {
  const { id, group: of } = visit.params
  const found = await findGroup(visit.work, id, of)
  if (!found || (found.kind !== 'home' && !found.byHand)) return visit.notFound()
  const form = visit.form(found.kind === 'home' ? renaming : renamingOther)
  if (!form.ok) return group(visit, form.typed, form.problems)
  const { seenName, seenYear, ...wanted } = form.value
  const done = await renamePlannedGroup(visit.work, id, of, wanted, { name: seenName, year: seenYear })
  if (done === 'there') return group(visit, visit.typed, { name: 'there' })
  if (done === 'gone') return visit.notFound()
  return done === 'done'
    ? visit.seeOther(urls.schoolYearGroup(visit.params))
    : group(visit, undefined, { form: 'meanwhile' })
}

export const removeGroup = async (visit: GroupVisit<'/removed'>) => {
  const { id, group: of } = visit.params
  return (await removePlannedGroup(visit.work, id, of))
    ? visit.seeOther(urls.schoolYearGroups({ id }))
    : visit.notFound()
}

const showTeacher = (visit: TeacherVisit, typed: Typed = {}, problems: Problems = {}) =>
  inPlan(visit, async (plan) => {
    const { work, language, params } = visit
    const t = pick(language, yearTexts)
    const found = await findGroup(work, plan.id, params.group)
    if (!found) return visit.notFound()
    const colleagues = await colleaguesFor(work)
    return visit.page(
      { title: t.addTeacher, bare: true, status: status(problems) },
      <TeacherStep {...{ t, language, plan, group: found, colleagues, typed, problems }} />,
    )
  })

/** Who teaches a group of next year. */
export const teacher = {
  show: showTeacher,

  assign: async (visit: TeacherVisit) => {
    const form = visit.form(assignment)
    if (!form.ok) return showTeacher(visit, form.typed, form.problems)
    const { work, params } = visit
    const found = await findGroup(work, params.id, params.group)
    const colleagues = await colleaguesFor(work)
    if (!found || !colleagues.some((one) => one.id === form.value.person)) return visit.notFound()
    return (await assignPlanned(work, params.id, found.id, form.value))
      ? visit.seeOther(urls.schoolYearGroup(params))
      : visit.notFound()
  },

  remove: async (visit: TeacherVisit<'/:person/removed'>) => {
    const { work, params } = visit
    const found = await findGroup(work, params.id, params.group)
    return found && (await unassignPlanned(work, params.id, found.id, params.person))
      ? visit.seeOther(urls.schoolYearGroup(params))
      : visit.notFound()
  },
}
