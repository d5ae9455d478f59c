import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { wholeSchool } from '../imports/whole-school.ts'
import { inForce, notEnded } from '../people/in-force.ts'
import { byGivenName, fullName } from '../people/names.ts'
import { personRecord } from '../people/personal-data.ts'
import { type Plan, presentGroups } from './plans.ts'
import { LEAVES, type PlannedPupil } from './pupils.ts'

/** What happens on the day, in numbers and names, before anybody says yes. */
export type Forecast = {
  /** This year's groups: from the day on they can be looked back at and no longer changed. */
  readonly ending: number
  readonly leavers: readonly PlannedPupil[]
  /** Guardians who have no other child at school then, and no role of their own. */
  readonly lastGuardians: number
  /** Who teaches a group now and none next year. */
  readonly withoutGroup: readonly string[]
  /** Assignments of some days that would have gone on past the day. */
  readonly substitutions: number
  readonly undecided: readonly PlannedPupil[]
  /** Pupils nobody has decided about whom the reader may not know. */
  readonly hidden: number
}

export const forecast = async (work: Work, plan: Plan, pupils: readonly PlannedPupil[]): Promise<Forecast> => {
  const leavers = pupils.filter(({ goes }) => goes === LEAVES)
  const undecided = pupils.filter(({ goes }) => goes === '')
  const everyone = await wholeSchool(work, () => undecidedOf(work, plan))
  const known = new Set(undecided.map(({ id }) => id))
  return {
    ending: (await presentGroups(work, plan.startsOn)).length,
    leavers,
    lastGuardians: await lastGuardians(
      work,
      leavers.map(({ id }) => id),
    ),
    withoutGroup: await teachersWithoutGroup(work, plan.id),
    substitutions: await substitutionsPast(work, plan.takesEffectOn),
    undecided,
    hidden: everyone.filter((id) => !known.has(id)).length,
  }
}

const undecidedOf = async (work: Work, { id: plan, startsOn }: Plan): Promise<string[]> => {
  const present = (await presentGroups(work, startsOn)).flatMap((group) => group.pupils.map(({ id }) => id))
  const rows = await work.db.selectFrom('planned_place').select('pupil_id').where('plan_id', '=', plan).execute()
  const decided = new Set(rows.map(({ pupil_id }) => pupil_id))
  return [...new Set(present)].filter((id) => !decided.has(id))
}

const lastGuardians = async (work: Work, leavers: readonly string[]): Promise<number> => {
  if (leavers.length === 0) return 0
  const ties = (pupils: 'in' | 'not in') =>
    work.db
      .selectFrom('guardianship as tie')
      .innerJoin('person as child', 'child.id', 'tie.pupil_id')
      .select('tie.guardian_id')
      .where('tie.pupil_id', pupils, oneOf(leavers))
      .where('child.state', '=', 'active')
      .where(inForce('tie', work.today))
  const rows = await work.db
    .selectFrom('person')
    .select('person.id')
    .where('person.state', '=', 'active')
    .where('person.id', 'in', ties('in'))
    .where('person.id', 'not in', ties('not in'))
    .where(
      'person.id',
      'not in',
      work.db.selectFrom('person_role as held').select('held.person_id').where(inForce('held', work.today)),
    )
    .execute()
  return rows.length
}

const teachersWithoutGroup = async (work: Work, plan: string): Promise<string[]> => {
  const rows = await work.db
    .selectFrom('person')
    .select(['person.id', 'person.record'])
    .where('person.state', '=', 'active')
    .where(
      'person.id',
      'in',
      work.db
        .selectFrom('group_teacher as now')
        .select('now.person_id')
        .where('now.to_on', 'is', null)
        .where(inForce('now', work.today)),
    )
    .where(
      'person.id',
      'not in',
      work.db
        .selectFrom('planned_teacher as next')
        .innerJoin('planned_group', 'planned_group.id', 'next.group_id')
        .select('next.person_id')
        .where('planned_group.plan_id', '=', plan),
    )
    .execute()
  const opened = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  return opened.sort((one, other) => byGivenName(one.record, other.record)).map(({ record }) => fullName(record))
}

const substitutionsPast = async (work: Work, day: string): Promise<number> => {
  const rows = await work.db
    .selectFrom('group_teacher')
    .select('person_id')
    .where('to_on', 'is not', null)
    .where(notEnded('group_teacher', day))
    .execute()
  return rows.length
}
