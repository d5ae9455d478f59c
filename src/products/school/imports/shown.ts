import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import { fullName } from '../people/names.ts'
import { brinOf, type Plan } from './plan.ts'
import { calledBy } from './records.ts'
import type { Decisions } from './roster/difference.ts'
import type { Ambiguity, Choices } from './roster/match.ts'
import type { Name, Roster } from './roster/roster.ts'
import type { Stored } from './state.ts'

export const kinds = ['pupils', 'teachers', 'groups'] as const
export type Kind = (typeof kinds)[number]

/** One person or group of the difference; `fields` are the names of what changed. */
export type Line = {
  readonly key: string
  readonly name: string
  readonly group?: string | undefined
  readonly before?: string | undefined
  /** The name until now, where that changes. */
  readonly was?: string | undefined
  readonly fields?: readonly string[]
  readonly back?: boolean
}

/** Somebody of the file who may be one of the candidates; `proposal` is an id or `new`. */
export type Doubt = {
  readonly kind: Kind
  readonly roster: number
  readonly name: string
  readonly group?: string | undefined
  readonly reason: Ambiguity['reason']
  readonly candidates: readonly { id: string; name: string; group?: string | undefined }[]
  readonly proposal: string
}

export type Shown = {
  readonly added: Readonly<Record<Kind, readonly Line[]>>
  readonly changed: Readonly<Record<Kind, readonly Line[]>>
  readonly moved: readonly Line[]
  readonly left: Readonly<Record<Kind, readonly Line[]>>
  readonly doubts: readonly Doubt[]
  /** How many lines are about people whom this person may not see. */
  readonly hidden: number
  /** How many pupils each home group of the file has. */
  readonly groups: readonly { readonly name: string; readonly pupils: number }[]
  readonly leavingShare: number
  readonly brin: { readonly ours: string | null; readonly theirs: string | null }
}

/** The ids among these of whom the person of this transaction may know. */
const mayKnow = async (work: Work, ids: readonly string[]): Promise<Set<string>> => {
  const rows = await work.db
    .selectFrom('person')
    .select('id')
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .execute()
  return new Set(rows.map(({ id }) => id))
}

const nameIn = (name: Name) =>
  fullName({ givenName: calledBy(name), prefix: name.prefix ?? '', surname: name.surname ?? '' })

/** What a person decides when they take over every proposal: the first candidate nobody else has, else someone new. */
const proposalsFor = (ambiguous: readonly Ambiguity[]): Choices => {
  const taken = new Set<string>()
  const choose = ({ candidates, reason }: Ambiguity): string => {
    const free = reason === 'key-reused' ? undefined : candidates.find((id) => !taken.has(id))
    if (free) taken.add(free)
    return free ?? 'new'
  }
  return new Map(ambiguous.map((one) => [one.roster, choose(one)]))
}

/** Every proposal as a decision. */
export const proposalsOf = ({ ambiguous }: Plan): Decisions => ({
  pupils: proposalsFor(ambiguous.pupils),
  teachers: proposalsFor(ambiguous.teachers),
  groups: proposalsFor(ambiguous.groups),
})

/**
 * The difference in names, as this person may see it: who is protected, and not theirs to know, is only counted. Call it
 * where the transaction sees what its person sees.
 */
export const showPlan = async (work: Work, roster: Roster, stored: Stored, plan: Plan): Promise<Shown> => {
  const { state, records } = stored
  const groupNames = new Map(state.groups.map(({ id, name }) => [id, name]))
  const keyNames = new Map(roster.groups.map(({ key, name }) => [key, name]))
  const homeOf = new Map(state.pupils.map(({ id, homeGroup }) => [id, homeGroup && groupNames.get(homeGroup)]))
  const storedName = (id: string) => {
    const record = records.get(id)
    return record ? fullName(record) : (groupNames.get(id) ?? '')
  }
  const said = (kind: Kind, index: number) => {
    if (kind === 'groups') return { name: roster.groups[index]!.name }
    const person = kind === 'pupils' ? roster.pupils[index]! : roster.teachers[index]!
    const home = 'homeGroup' in person ? person.homeGroup : null
    return { name: nameIn(person.name), group: home === null ? undefined : keyNames.get(home) }
  }
  const known = await mayKnow(work, [
    ...records.keys(),
    ...plan.returning.pupils.values(),
    ...plan.returning.teachers.values(),
  ])
  const isShown = (id: string) => groupNames.has(id) || known.has(id)
  let hidden = 0
  const seen = <T>(all: readonly T[], idsOf: (one: T) => readonly string[], line: (one: T) => Line): Line[] => {
    const shown = all.filter((one) => idsOf(one).every(isShown))
    hidden += all.length - shown.length
    return shown.map(line).sort((one, other) => one.name.localeCompare(other.name, 'nl'))
  }
  const renamed = <T extends { name: string }>(id: string, line: T) =>
    storedName(id) === line.name ? line : { ...line, was: storedName(id) }
  const proposals = proposalsOf(plan)
  const lines = {
    added: (kind: Kind) => {
      const returning = kind === 'groups' ? new Map<number, string>() : plan.returning[kind]
      return seen(
        plan.added[kind],
        ({ roster: index }) => [returning.get(index) ?? []].flat(),
        ({ roster: index }) => ({ key: `${index}`, ...said(kind, index), back: returning.has(index) }),
      )
    },
    changed: (kind: Kind) =>
      seen<{ id: string; roster: number; fields: readonly string[] }>(
        plan.changed[kind],
        ({ id }) => [id],
        ({ id, roster: index, fields }) => ({ key: id, ...renamed(id, said(kind, index)), fields }),
      ),
    left: (kind: Kind) =>
      seen(
        plan.left[kind],
        ({ id }) => [id],
        ({ id }) => ({ key: id, name: storedName(id), group: homeOf.get(id) ?? undefined }),
      ),
  }
  const doubts = kinds.flatMap((kind) =>
    plan.ambiguous[kind].flatMap((one): Doubt[] => {
      if (!one.candidates.every(isShown)) {
        hidden++
        return []
      }
      const candidates = one.candidates.map((id) => ({ id, name: storedName(id), group: homeOf.get(id) ?? undefined }))
      const { name, group } = said(kind, one.roster) as { name: string; group?: string }
      return [
        {
          kind,
          roster: one.roster,
          name,
          group,
          reason: one.reason,
          candidates,
          proposal: proposals[kind]!.get(one.roster)!,
        },
      ]
    }),
  )
  const sizes = Map.groupBy(roster.pupils, ({ homeGroup }) => homeGroup)
  return {
    added: { pupils: lines.added('pupils'), teachers: lines.added('teachers'), groups: lines.added('groups') },
    changed: { pupils: lines.changed('pupils'), teachers: lines.changed('teachers'), groups: lines.changed('groups') },
    moved: seen(
      plan.moved.pupils,
      ({ id }) => [id],
      ({ id, roster: index, fields }) => ({
        key: id,
        ...renamed(id, said('pupils', index)),
        before: homeOf.get(id) ?? undefined,
        fields,
      }),
    ),
    left: { pupils: lines.left('pupils'), teachers: lines.left('teachers'), groups: lines.left('groups') },
    doubts,
    hidden,
    groups: roster.groups.flatMap(({ key, name, kind }) =>
      kind === 'home' ? [{ name, pupils: sizes.get(key)?.length ?? 0 }] : [],
    ),
    leavingShare: plan.leavingShare,
    brin: { ours: stored.brin, theirs: brinOf(roster) },
  }
}
