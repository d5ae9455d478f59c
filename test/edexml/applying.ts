import { type Importing, importRoster } from '#products/school/imports/importing.ts'
import type { Roster } from '#products/school/imports/roster/roster.ts'
import { personRecord } from '#products/school/people/personal-data.ts'
import { transaction } from '#shared/tenancy/transaction.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import type { FrontDoor } from '../front-door.ts'
import { world } from '../world.ts'
import { named, pupil, roster, teacher } from './stored.ts'

// For tests: a small school that is imported, and what it then looks like.

/** Runs in a school without people, of which nothing stays. */
export const inEmptySchool = async <T>(front: FrontDoor, run: (work: Work) => Promise<T>): Promise<T> =>
  transaction(front.parts, { organisation: world.zeester, system: true }, 'test', run, () => false)

export const take = (work: Work, given: Roster, asked: Partial<Importing> = {}) =>
  importRoster(work, { roster: given, dropped: {} }, { confirmed: ['leavers'], ...asked })

export const g4 = { key: 'g4', name: 'Groep 4', kind: 'home', year: '4' } as const
export const saar = pupil({ key: '1', name: named('Saar') })
export const sem = pupil({ key: '2', name: named('Sem'), homeGroup: 'g4', year: '4' })
export const lia = teacher({ key: 't1', groups: [{ group: 'g3', roles: ['LRK'], otherRoles: [] }] })
export const school = (given: Partial<Roster> = {}) => roster({ pupils: [saar, sem], teachers: [lia], ...given })
export const moving = (...pupils: Roster['pupils']) => school({ pupils })

export const placesOf = async (work: Work, key: string) => {
  const id = await personWith(work, key)
  const rows = await work.db
    .selectFrom('group_pupil')
    .innerJoin('school_group', 'school_group.id', 'group_pupil.group_id')
    .select(['school_group.name', 'group_pupil.year', 'group_pupil.from_on as from', 'group_pupil.to_on as to'])
    .where('group_pupil.pupil_id', '=', id!)
    .orderBy('group_pupil.from_on')
    .execute()
  return rows
}

export const everyone = async (work: Work) => {
  const rows = await work.db.selectFrom('person').select(['id', 'record', 'state', 'left_on']).execute()
  return work.open(rows, {
    record: reading(personRecord, 'id', 'givenName', 'surname', 'email', 'sourceKey', 'eckId', 'birthDate', 'fromFile'),
  })
}
export const personWith = async (work: Work, key: string) =>
  (await everyone(work)).find(({ record }) => record.sourceKey === key)?.id
export const count = async (
  work: Work,
  table: 'person' | 'group_pupil' | 'group_teacher' | 'school_group' | 'roster_import',
) =>
  (
    await work.db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow()
  ).n
