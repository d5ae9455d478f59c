import { addOtherGroup, choosePupils } from '#products/school/school-years/other-groups.ts'
import { beginPlan, groupsOfPlan } from '#products/school/school-years/plans.ts'
import { placePlanned, pupilsOfPlan } from '#products/school/school-years/pupils.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Part } from './part.ts'
import { demoId } from './random.ts'

/** How many of group 5 nobody has decided about yet. */
const OPEN = 3

/** How many of each of the upper groups come in the plus class. */
const PLUS = 4

/**
 * At De Vuurtoren the office is preparing next year: one pupil repeats, three have no group yet. A plus class takes a part of
 * three groups, the choir one group whole.
 */
export const writePlan = async (work: Work, { organisation, staff }: Part): Promise<void> => {
  if (organisation.host !== 'vuurtoren') return
  work.person = staff.find(({ roles }) => roles.includes('administrator'))?.id ?? null
  const plan = await beginPlan(work)
  const groups = await groupsOfPlan(work, plan)
  const now = (name: string, all: Awaited<ReturnType<typeof pupilsOfPlan>>) =>
    all.filter((one) => one.now?.name === name)
  const pupils = await pupilsOfPlan(work, plan)
  const four = groups.find(({ name }) => name === 'Groep 4')
  const repeats = now('Groep 4', pupils).slice(0, 1)
  await placePlanned(work, plan, groups, [
    ...now('Groep 5', pupils)
      .slice(0, OPEN)
      .map(({ id, goes }) => ({ pupil: id, seen: goes, chosen: '' })),
    ...repeats.map(({ id, goes }) => ({ pupil: id, seen: goes, chosen: `${four?.id} 4` })),
  ])
  const [plus, choir] = [demoId('vuurtoren plus class'), demoId('vuurtoren choir')]
  await addOtherGroup(work, plan, { name: 'Plusklas', of: [] }, plus)
  const chosen = ['Groep 4', 'Groep 5', 'Groep 6'].flatMap((name) => now(name, pupils).slice(-PLUS))
  await choosePupils(work, plan, plus, pupils, { seen: [], chosen: chosen.map(({ id }) => id) })
  const seven = groups.find(({ name }) => name === 'Groep 7')
  await addOtherGroup(work, plan, { name: 'Koor', of: seven ? [seven.id] : [] }, choir)
}
