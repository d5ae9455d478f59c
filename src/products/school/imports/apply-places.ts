import { sql } from 'kysely'
import { placePupils } from '../organisations/groups.ts'
import { notEnded } from '../people/in-force.ts'
import type { Applying } from './apply.ts'
import type { IdOf } from './apply-groups.ts'
import type { Stored } from './apply-people.ts'
import { endPlacements } from './placements.ts'
import type { Pupil } from './roster/roster.ts'
import type { Place } from './state.ts'

type Step = { readonly pupil: string; readonly group: string; readonly year: string | null }

/** The first day of somebody new: that of the school year in its first file, else when the file says they came. */
const firstDay = ({ plan, from, startsOn }: Applying, { enteredOn }: Pupil, returned: boolean): string => {
  if (returned) return from
  if (enteredOn !== null && enteredOn > startsOn) return enteredOn
  return plan.schoolYear === 'later' ? startsOn : from
}

/** The groups the file puts a pupil in; `open` names the kinds of which one group is undecided. */
const wantedOf = ({ homeGroup, composedGroups }: Pupil, idOf: IdOf) => {
  const groups = new Set<string>()
  const open = new Set<Place['kind']>()
  const want = (key: string, kind: Place['kind']) => {
    const id = idOf(key)
    if (id === undefined) open.add(kind)
    else groups.add(id)
  }
  if (homeGroup !== null) want(homeGroup, 'home')
  for (const key of composedGroups) want(key, 'composed')
  return { groups, open }
}

const endSteps = async ({ work, from }: Applying, steps: readonly Step[]) => {
  for (const [group, some] of Map.groupBy(steps, (step) => step.group))
    await endPlacements(work, 'group_pupil', from, { groups: [group], people: some.map(({ pupil }) => pupil) })
}

const setYears = async ({ work }: Applying, steps: readonly Step[]) => {
  for (const [year, some] of Map.groupBy(steps, (step) => step.year))
    await work.db
      .updateTable('group_pupil')
      .set({ year })
      .where('pupil_id', '=', sql<string>`any(${some.map(({ pupil }) => pupil)}::uuid[])`)
      .where('group_id', '=', sql<string>`any(${[...new Set(some.map(({ group }) => group))]}::uuid[])`)
      .where(notEnded('group_pupil', work.today))
      .execute()
}

/** Puts pupils in the groups of the file: a move ends yesterday in the one group and begins today in the other. */
export const applyPlaces = async (applying: Applying, idOf: IdOf, pupils: Stored): Promise<void> => {
  const { roster, plan, stored, work } = applying
  const added = new Set(plan.added.pupils.map(({ roster: index }) => index))
  const ending: Step[] = []
  const beginning: (Step & { from: string })[] = []
  const years: Step[] = []
  for (const [index, pupil] of pupils) {
    const said = roster.pupils[index]!
    const { groups, open } = wantedOf(said, idOf)
    const now = plan.schoolYear === 'same' ? (stored.places.get(pupil) ?? []) : []
    for (const place of now) {
      if (groups.has(place.group)) {
        if (place.year !== said.year) years.push({ pupil, group: place.group, year: said.year })
      } else if (!open.has(place.kind)) ending.push({ pupil, group: place.group, year: place.year })
    }
    const stays = new Set(now.map(({ group }) => group))
    const isNew = added.has(index) || plan.schoolYear === 'later'
    const from = isNew ? firstDay(applying, said, plan.returning.pupils.has(index)) : applying.from
    for (const group of groups) if (!stays.has(group)) beginning.push({ pupil, group, year: said.year, from })
  }
  await endSteps(applying, ending)
  await setYears(applying, years)
  await placePupils(work, beginning)
}
