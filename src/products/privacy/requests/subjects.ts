import { childrenSpokenForBy, personRecord } from '#products/school/index.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { decideThemselves } from '../consents/ages.ts'

/** Somebody about whom a person may ask: themselves, or a child of theirs. */
export type Subject = { readonly id: string; readonly givenName: string; readonly isPupil: boolean }

type Asker = { readonly id: string; readonly isPupil: boolean }

/**
 * About whom somebody may ask: children under sixteen for whom they speak, and themselves; a pupil under sixteen has
 * parents who ask. A parent without authority asks about a child by art. 1:377c BW only.
 */
export const subjectsFor = async (work: Work, asker: Asker): Promise<Subject[]> => {
  const children = childrenSpokenForBy(work, asker.id)
  const rows = await work.db
    .selectFrom('person')
    .select(['person.id', 'person.record'])
    .where((or) => or.or([or('person.id', '=', asker.id), or('person.id', 'in', children)]))
    .execute()
  const people = await work.open(rows, { record: reading(personRecord, 'id', 'givenName') })
  const alone = await decideThemselves(
    work,
    people.flatMap(({ id }) => (id === asker.id && !asker.isPupil ? [] : [id])),
  )
  return people
    .map(({ id, record }) => ({
      id,
      givenName: record.givenName,
      isPupil: id !== asker.id || asker.isPupil,
      asksOneself: alone.has(id),
    }))
    .filter(({ id, isPupil, asksOneself }) => (id === asker.id ? !isPupil || asksOneself : !asksOneself))
    .sort((one, other) => Number(other.id === asker.id) - Number(one.id === asker.id))
    .map(({ asksOneself: _, ...subject }) => subject)
}

/** The same for who is signed in. */
export const mySubjects = (work: Work, me: Me): Promise<Subject[]> =>
  subjectsFor(work, { id: me.id, isPupil: me.is('pupil') })
