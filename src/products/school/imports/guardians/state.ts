import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { guardianshipDetails, type PersonRecord } from '../../people/personal-data.ts'
import { readState } from '../state.ts'
import type { KnownPupil } from './match-pupils.ts'

/** Who is whose guardian, as stored; also one that ended. */
export type KnownTie = {
  readonly id: string
  readonly pupil: string
  readonly guardian: string
  readonly authority: 'yes' | 'no' | 'unknown'
  readonly livesWith: boolean
  readonly relation: string
  readonly note: string | null
  readonly ended: boolean
  /** What the last file said, as keyed hashes; nothing for one made or changed by hand. */
  readonly file: Readonly<Record<string, string>> | null
}

/** What a school has stored, as a file of guardians is compared with it. */
export type GuardianState = {
  readonly pupils: readonly KnownPupil[]
  /** Every adult of the school with the whole record: guardians and the team. */
  readonly adults: ReadonlyMap<string, PersonRecord>
  readonly ties: readonly KnownTie[]
  /** Whose identity is protected: they are recognised, so that nobody is added a second time in the open, and left alone. */
  readonly hidden: ReadonlySet<string>
}

const tiesOf = async (work: Work): Promise<KnownTie[]> => {
  const rows = await work.db
    .selectFrom('guardianship')
    .select(['id', 'pupil_id as pupil', 'guardian_id as guardian', 'authority', 'lives_with as livesWith', 'details'])
    .select(sql<boolean>`to_on is not null and to_on < ${work.today}::date`.as('ended'))
    .execute()
  const opened = await work.open(rows, {
    details: reading(guardianshipDetails, 'id', 'relation', 'note', 'guardianFile'),
  })
  return opened.map(({ details: { relation, note, guardianFile }, ...tie }) => ({
    ...tie,
    authority: tie.authority as KnownTie['authority'],
    relation,
    note,
    file: guardianFile ?? null,
  }))
}

/** Reads what a file of guardians is compared with; needs to see everyone (`wholeSchool`). Nothing for what is no school. */
export const readGuardianState = async (work: Work): Promise<GuardianState | null> => {
  const stored = await readState(work)
  if (!stored) return null
  const hidden = await work.db.selectFrom('person').select('id').where('protected', '=', true).execute()
  const isHidden: ReadonlySet<string> = new Set(hidden.map(({ id }) => id))
  const groups = new Map(stored.state.groups.map(({ id, name }) => [id, name]))
  const pupils = stored.state.pupils.map(({ id, homeGroup, composedGroups }): KnownPupil => {
    const { sourceKey, givenName, prefix, surname, birthDate } = stored.records.get(id)!
    const inGroups = [...(homeGroup ? [homeGroup] : []), ...composedGroups].flatMap((one) => groups.get(one) ?? [])
    return { id, key: sourceKey, givenName, prefix, surname, birthDate, groups: inGroups }
  })
  return {
    pupils,
    adults: new Map(stored.state.teachers.map(({ id }) => [id, stored.records.get(id)!])),
    ties: await tiesOf(work),
    hidden: isHidden,
  }
}
