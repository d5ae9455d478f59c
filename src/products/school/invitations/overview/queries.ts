import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { schoolYearOn } from '../../organisations/groups.ts'
import { bySurname, fullName } from '../../people/names.ts'
import { personRecord } from '../../people/personal-data.ts'
import { childNamesOf } from '../../people/ties.ts'
import { type Member, membersOf, teamToday, tiesToday } from '../members.ts'
import { isToInvite, needsAttention, type Standing, standingsOf } from '../states.ts'

export type Sum = Readonly<Record<'all' | 'account' | 'invited' | 'todo' | 'attention' | 'toInvite', number>>

const sumOf = (members: readonly Member[], standings: ReadonlyMap<string, Standing>): Sum => {
  const own = members.map((member) => ({ member, standing: standings.get(member.id)! }))
  const count = (is: (one: (typeof own)[number]) => boolean) => own.filter(is).length
  return {
    all: own.length,
    account: count(({ standing }) => standing.is === 'account'),
    invited: count(({ standing }) => standing.is === 'invited'),
    todo: count(({ standing }) => standing.is === 'none' || standing.is === 'expired'),
    attention: count(({ standing }) => needsAttention(standing)),
    toInvite: count(({ member, standing }) => isToInvite(member, standing)),
  }
}

const collator = new Intl.Collator('nl', { numeric: true })

const openLettersIn = (standings: ReadonlyMap<string, Standing>): number =>
  [...standings.values()].filter(({ is, channel }) => is === 'invited' && channel === 'letter').length

/** How far the guardians of each group are, of the whole school and of the team: numbers only, nothing is opened. */
export const sums = async (work: Work) => {
  const [ties, team] = [await tiesToday(work), await teamToday(work)]
  const guardians = membersOf(ties)
  const standings = await standingsOf(work, [...new Set([...guardians, ...team].map(({ id }) => id))])
  const groups = [...Map.groupBy(ties, (tie) => tie.group)]
    .map(([id, own]) => ({ id, name: own[0]!.groupName, sum: sumOf(membersOf(own), standings) }))
    .sort((one, other) => collator.compare(one.name, other.name))
  return {
    groups,
    school: sumOf(guardians, standings),
    team: sumOf(team, standings),
    letters: openLettersIn(standings),
  }
}

/** A home group of this school year, by id. */
export const findGroup = async (work: Work, id: string) =>
  work.db
    .selectFrom('school_group')
    .select(['id', 'name'])
    .where('id', '=', id)
    .where('kind', '=', 'home')
    .where('school_year_id', 'in', schoolYearOn(work, work.today))
    .executeTakeFirst()

export const filters = ['all', 'todo', 'invited', 'account', 'attention'] as const
export type Filter = (typeof filters)[number]

const passes = (filter: Filter, standing: Standing): boolean => {
  if (filter === 'attention') return needsAttention(standing)
  if (filter === 'todo') return standing.is === 'none' || standing.is === 'expired'
  return filter === 'all' || standing.is === filter
}

export type Listed = Member & {
  readonly name: string
  readonly children: readonly string[]
  readonly standing: Standing
  /** The name on an invitation of somebody else that this person accepted: they are one since. */
  readonly became: string | null
}

/** Of these people who accepted the invitation of somebody else and became one with them: the other's name. */
const othersTaken = async (work: Work, people: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  const rows = await work.db
    .selectFrom('invitation')
    .innerJoin('person', 'person.id', 'invitation.moved_from')
    .select(['invitation.moved_to as to', 'person.id', 'person.record'])
    .where('invitation.moved_to', 'in', oneOf(people))
    .where('invitation.parted_at', 'is', null)
    .execute()
  const opened = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  return new Map(opened.map(({ to, record }) => [to!, fullName(record)]))
}

/** The guardians of a group, or the team, by surname, each with how far they are. */
export const listMembers = async (work: Work, group: string | null, filter: Filter) => {
  const members = group ? membersOf(await tiesToday(work, { group })) : await teamToday(work)
  const standings = await standingsOf(
    work,
    members.map(({ id }) => id),
  )
  const shown = new Map(
    members.filter(({ id }) => passes(filter, standings.get(id)!)).map((member) => [member.id, member]),
  )
  const rows = await work.db
    .selectFrom('person')
    .select(['id', 'record'])
    .where('id', 'in', oneOf([...shown.keys()]))
    .execute()
  const opened = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  const became = await othersTaken(work, [...shown.keys()])
  const children = group ? await childNamesOf(work, [...shown.keys()]) : new Map<string, string[]>()
  const people = opened
    .sort((one, other) => bySurname(one.record, other.record))
    .map(
      ({ id, record }): Listed => ({
        ...shown.get(id)!,
        name: fullName(record),
        children: children.get(id) ?? [],
        standing: standings.get(id)!,
        became: became.get(id) ?? null,
      }),
    )
  return { people, sum: sumOf(members, standings), letters: openLettersIn(standings) }
}
