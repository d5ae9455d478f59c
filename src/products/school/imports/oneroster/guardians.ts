import { lasting, type Name, type Pupil } from '../roster/roster.ts'
import type { peopleOf } from './people.ts'
import { type Held, kindOf } from './roles.ts'
import type { Row, Tables } from './tables.ts'
import { listOf, type Values } from './values.ts'

/** A parent, guardian or relative of the file: a proposal, nothing more. A file says nothing about authority. */
export type Guardian = {
  readonly key: string | null
  readonly name: Name
  readonly email: string | null
  readonly relation: 'parent' | 'guardian' | 'relative'
  /** Whose: pupils of the roster. */
  readonly children: readonly Pupil[]
}

/** The ties between parents and pupils, which either side may name. */
export function guardiansIn(
  parents: readonly { row: Row; held: readonly Held[] }[],
  { users = [] }: Tables,
  pupilOf: ReadonlyMap<string, Pupil>,
  people: ReturnType<typeof peopleOf>,
  values: Values,
): Guardian[] {
  const everyone = new Set(users.map(({ values: { sourcedId } }) => sourcedId))
  const namedBy = new Map<string, string[]>()
  for (const row of users) {
    const agents = listOf(row.values.agentSourcedIds ?? '')
    if (agents.some((agent) => !everyone.has(agent))) values.report('agent-unknown', 'users', row, 'agentSourcedIds')
    for (const agent of agents) namedBy.set(agent, [...(namedBy.get(agent) ?? []), row.values.sourcedId!])
  }
  return parents.flatMap(({ row, held }): Guardian[] => {
    const id = row.values.sourcedId!
    const ties = new Set([...listOf(row.values.agentSourcedIds ?? ''), ...(namedBy.get(id) ?? [])])
    const children = [...ties].flatMap((user) => pupilOf.get(user) ?? [])
    const isTeam = held.some(({ role }) => kindOf(role) !== 'guardian')
    if (!isTeam) people.eckIdIn(row, 'guardian')
    const relation = held.map(({ role }) => role.toLowerCase()).find((role) => kindOf(role) === 'guardian')
    const email = values.text(row, 'email')
    return [
      {
        key: lasting(id),
        name: values.name(row),
        email: email !== null && /^[^\s@<>"]+@[^\s@<>"]+\.[^\s@<>".]+$/.test(email) ? email : null,
        relation: relation as Guardian['relation'],
        children,
      },
    ]
  })
}
