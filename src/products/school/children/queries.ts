import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { placesOf } from '../groups/queries.ts'
import { type Guardianship, guardiansByName } from '../guardianships/queries.ts'
import { teachersOf } from '../organisations/group-days.ts'
import { childrenOf } from '../people/guardians-of.ts'
import { byGivenName, fullName } from '../people/names.ts'
import { personRecord } from '../people/personal-data.ts'
import { homeGroupsOf } from '../people/ties.ts'
import { withPhotos } from '../photos/queries.ts'

const mine = (work: Work, me: Me) =>
  work.db
    .selectFrom('person')
    .select(['person.id', 'person.record'])
    .where('person.state', '=', 'active')
    .where('person.id', 'in', childrenOf(work, me.id))

/** The children somebody has a say about today, each with their group. */
export const myChildren = async (work: Work, me: Me) => {
  const rows = await work.open(await mine(work, me).execute(), {
    record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname'),
  })
  const groups = await homeGroupsOf(
    work,
    rows.map((row) => row.id),
  )
  return rows
    .sort((one, other) => byGivenName(one.record, other.record))
    .map(({ id, record }) => ({ id, name: fullName(record), groups: groups.get(id) ?? [] }))
}

export type ChildPage = {
  readonly id: string
  readonly givenName: string
  readonly name: string
  readonly birthDate: string | null
  readonly groups: readonly string[]
  readonly teachers: readonly { readonly id: string; readonly name: string; readonly photo?: string | undefined }[]
  /** What the school wrote down about me and this child. */
  readonly me: Guardianship | null
  /** The others, by name only: addresses, telephone numbers and messages of one are not for another. */
  readonly others: readonly { readonly id: string; readonly name: string; readonly relation: string }[]
}

/** One of my children, with what the school knows that I may see. */
export const myChild = async (work: Work, me: Me, id: string): Promise<ChildPage | null> => {
  const rows = await mine(work, me).where('person.id', '=', id).execute()
  const [child] = await work.open(rows, {
    record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname', 'birthDate'),
  })
  if (!child) return null
  const guardians = (await guardiansByName(work, id)).filter((one) => one.from <= work.today)
  return {
    id,
    givenName: child.record.givenName,
    name: fullName(child.record),
    birthDate: child.record.birthDate,
    groups: (await placesOf(work, id)).map((group) => group.name),
    teachers: await withPhotos(work, me, await teachersOf(work, [id])),
    me: guardians.find((one) => one.person === me.id) ?? null,
    others: guardians
      .filter((one) => one.person !== me.id && !one.informationOnly)
      .map(({ person, name, relation }) => ({ id: person, name, relation })),
  }
}
