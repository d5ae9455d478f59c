import { byGivenName, fullName, groupsTaughtBy, personRecord, schoolYearOn } from '#products/school/index.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { type Purpose, purposesAsked } from '../purposes/queries.ts'
import { office } from '../rules.ts'
import { standingOf } from '../standing.ts'

/** The groups somebody takes pictures of: the office all of this year, a teacher and a substitute those of today. */
const groupsOf = (work: Work, me: Me) => {
  const groups = work.db
    .selectFrom('school_group')
    .where('school_group.school_year_id', 'in', schoolYearOn(work, work.today))
    .where('school_group.ended_on', 'is', null)
  return office(me) ? groups : groups.where('school_group.id', 'in', groupsTaughtBy(work, me.id))
}

const collator = new Intl.Collator('nl', { numeric: true })

/** The groups somebody may look at, by name. */
export const myGroups = async (work: Work, me: Me) => {
  const groups = await groupsOf(work, me).select(['school_group.id', 'school_group.name']).execute()
  return groups.sort((one, other) => collator.compare(one.name, other.name))
}

/** The pupils who are in a group today, by given name; who is protected only for the few who must know. */
const pupilsIn = async (work: Work, group: string) => {
  const rows = await work.db
    .selectFrom('group_pupil')
    .innerJoin('person', 'person.id', 'group_pupil.pupil_id')
    .select(['person.id', 'person.record'])
    .where('group_pupil.group_id', '=', group)
    .where('person.state', '=', 'active')
    .where('group_pupil.from_on', '<=', work.today)
    .where((or) => or.or([or('group_pupil.to_on', 'is', null), or('group_pupil.to_on', '>=', work.today)]))
    .execute()
  const pupils = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  return pupils
    .sort((one, other) => byGivenName(one.record, other.record))
    .map(({ id, record }) => ({ id, name: fullName(record) }))
}

export type InPicture = {
  readonly id: string
  readonly name: string
  /** Where a picture of this pupil may not go; empty when it may go everywhere. */
  readonly notFor: readonly Purpose[]
}

/**
 * Who may not be in a picture of this group, purpose by purpose; nothing when the group is not mine to see. A no and no
 * answer look the same: who takes a picture needs to know no more.
 */
export const picturesOf = async (work: Work, me: Me, group: string) => {
  const found = await groupsOf(work, me)
    .select(['school_group.id', 'school_group.name'])
    .where('school_group.id', '=', group)
    .executeTakeFirst()
  if (!found) return null
  const purposes = (await purposesAsked(work)).filter(({ pictures }) => pictures)
  const people = await pupilsIn(work, group)
  const standings = await standingOf(work, { pupils: people.map(({ id }) => id) })
  const may = new Set(standings.filter(({ outcome }) => outcome.may).map(({ purpose, pupil }) => `${purpose} ${pupil}`))
  const pupils = people.map(
    (pupil): InPicture => ({ ...pupil, notFor: purposes.filter(({ id }) => !may.has(`${id} ${pupil.id}`)) }),
  )
  return { name: found.name, purposes, pupils }
}
