import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { schoolYearOn } from '../organisations/groups.ts'
import { addPeople, addRoles } from '../people/adding.ts'
import { inForce, notEnded } from '../people/in-force.ts'
import { byGivenName, fullName } from '../people/names.ts'
import { personRecord } from '../people/personal-data.ts'
import { changed, openPlan, type PlannedGroup } from './plans.ts'

/**
 * Where a pupil goes, as a choice list sends it: a group with the pupil's year in it, `leaves`, or nothing while nobody
 * has decided.
 */
export type Destination = string
export const LEAVES: Destination = 'leaves'
/** In the place of a group of now: those who are new next year. */
export const NEW = 'new'
export const destinationOf = (group: string | null, year: string | null): Destination =>
  group === null ? LEAVES : `${group} ${year ?? ''}`.trim()

/** A pupil to find a place for. `now` is this year's home group: nothing for who is new next year. */
export type PlannedPupil = {
  readonly id: string
  readonly name: string
  readonly now: { readonly id: string; readonly name: string } | null
  readonly year: string | null
  readonly goes: Destination
}

/** Everyone who was at school or comes to it, as far as the reader may know them, in the order of their given names. */
export const pupilsOfPlan = async (work: Work, plan: string): Promise<PlannedPupil[]> => {
  const rows = await work.db
    .selectFrom('person')
    .leftJoin('group_pupil', (join) =>
      join
        .onRef('group_pupil.pupil_id', '=', 'person.id')
        .on(inForce('group_pupil', work.today))
        .on('group_pupil.group_id', 'in', homeGroupsOfToday(work)),
    )
    .leftJoin('school_group', (join) => join.onRef('school_group.id', '=', 'group_pupil.group_id'))
    .leftJoin('planned_place', (join) =>
      join.onRef('planned_place.pupil_id', '=', 'person.id').on('planned_place.plan_id', '=', plan),
    )
    .select(['person.id', 'person.record', 'school_group.id as group', 'school_group.name', 'group_pupil.year'])
    .select(['planned_place.plan_id as decided', 'planned_place.group_id as target', 'planned_place.year as next'])
    .where('person.state', '=', 'active')
    .where((or) =>
      or.or([
        or('person.left_on', 'is', null),
        or(
          'person.left_on',
          '>=',
          work.db.selectFrom('school_year_plan').select('takes_effect_on').where('id', '=', plan),
        ),
      ]),
    )
    .where((or) =>
      or.or([
        or('group_pupil.group_id', 'is not', null),
        or('planned_place.plan_id', 'is not', null),
        or('person.id', 'in', pupilsByRole(work)),
      ]),
    )
    .execute()
  const opened = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  opened.sort((one, other) => byGivenName(one.record, other.record))
  const seen = new Set<string>()
  return opened.flatMap((row) => {
    if (seen.has(row.id)) return []
    seen.add(row.id)
    const now = row.group === null ? null : { id: row.group, name: row.name! }
    const goes = row.decided === null ? '' : destinationOf(row.target, row.next)
    return [{ id: row.id, name: fullName(row.record), now, year: row.year, goes }]
  })
}

const homeGroupsOfToday = (work: Work) =>
  work.db
    .selectFrom('school_group as home')
    .select('home.id')
    .where('home.kind', '=', 'home')
    .where('home.ended_on', 'is', null)
    .where('home.school_year_id', 'in', schoolYearOn(work, work.today))

const pupilsByRole = (work: Work) =>
  work.db
    .selectFrom('person_role as held')
    .select('held.person_id')
    .where('held.role', '=', 'pupil')
    .where(notEnded('held', work.today))

/** Every place that a choice list offers: each home group, once per year it holds. */
const placesIn = (groups: readonly PlannedGroup[]): { group: PlannedGroup; year: string; value: Destination }[] =>
  groups.flatMap((group) => group.levels.map((year) => ({ group, year, value: destinationOf(group.id, year) })))

/** One pupil's choice: what the page showed, and what was chosen. */
export type Choice = { readonly pupil: string; readonly seen: Destination; readonly chosen: Destination }

/** Somebody else decided about this pupil after the page was made; what stands there now. */
export type Meanwhile = ReadonlyMap<string, Destination>

/**
 * Stores what was chosen. What the reader left as it was is not touched, so that two people can work on one list. Where
 * somebody else chose something else meanwhile nothing is stored of that pupil; those are answered. `gone` when the plan
 * can no longer be changed or a choice is none of its groups.
 */
export const placePlanned = async (
  work: Work,
  plan: string,
  groups: readonly PlannedGroup[],
  choices: readonly Choice[],
): Promise<Meanwhile | 'gone'> => {
  if (!(await openPlan(work, plan))) return 'gone'
  const known = new Set([...placesIn(groups).map(({ value }) => value), LEAVES, ''])
  const mine = choices.filter(({ seen, chosen }) => seen !== chosen)
  if (mine.some(({ chosen }) => !known.has(chosen))) return 'gone'
  if (mine.length === 0) return new Map()
  const rows = await work.db
    .selectFrom('planned_place')
    .select(['pupil_id', 'group_id', 'year'])
    .where('plan_id', '=', plan)
    .where('pupil_id', 'in', oneOf(mine.map(({ pupil }) => pupil)))
    .execute()
  const stands = new Map(rows.map((row) => [row.pupil_id, destinationOf(row.group_id, row.year)]))
  const meanwhile = new Map<string, Destination>()
  const free = mine.filter(({ pupil, seen, chosen }) => {
    const now = stands.get(pupil) ?? ''
    if (now === seen || now === chosen) return true
    meanwhile.set(pupil, now)
    return false
  })
  await store(work, plan, free)
  if (free.length > 0) await changed(work, plan)
  return meanwhile
}

const store = async (work: Work, plan: string, choices: readonly Choice[]) => {
  const undecided = choices.filter(({ chosen }) => chosen === '').map(({ pupil }) => pupil)
  const decided = choices.filter(({ chosen }) => chosen !== '')
  if (undecided.length > 0)
    await work.db
      .deleteFrom('planned_place')
      .where('plan_id', '=', plan)
      .where('pupil_id', 'in', oneOf(undecided))
      .execute()
  if (decided.length === 0) return
  await work.db
    .insertInto('planned_place')
    .values(
      decided.map(({ pupil, chosen }) => {
        const [group, year] = chosen === LEAVES ? [] : chosen.split(' ')
        return { plan_id: plan, pupil_id: pupil, group_id: group ?? null, year: year ?? null }
      }),
    )
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'plan_id', 'pupil_id'])
        .doUpdateSet(({ ref }) => ({ group_id: ref('excluded.group_id'), year: ref('excluded.year') })),
    )
    .execute()
}

export type NewPupil = {
  readonly givenName: string
  readonly prefix: string
  readonly surname: string
  readonly goes: Destination
  /** The key of the form: sent twice it is one pupil. */
  readonly key: string
}

/**
 * Adds a pupil of next year. Until the day only the office sees them: no group, so no teacher. Guardians are added on the
 * pupil's own page.
 */
export const addPlannedPupil = async (
  work: Work,
  plan: string,
  groups: readonly PlannedGroup[],
  { goes, key, ...name }: NewPupil,
): Promise<'done' | 'gone'> => {
  if (!(await openPlan(work, plan))) return 'gone'
  const there = await work.db.selectFrom('person').select('id').where('id', '=', key).executeTakeFirst()
  if (there) return 'done'
  await addPeople(work, [{ id: key, record: name }])
  await addRoles(work, [{ person: key, role: 'pupil' }])
  const placed = await placePlanned(work, plan, groups, [{ pupil: key, seen: '', chosen: goes }])
  await work.audit('added-pupil', 'school-years', [key])
  return placed === 'gone' ? 'gone' : 'done'
}
