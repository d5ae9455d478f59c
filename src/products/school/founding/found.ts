import type pg from 'pg'
import { asOwner, type OwnerConnection } from '#shared/database/migrate.ts'
import { createAccount, joinPerson, setFirstPassword } from '#shared/identity/index.ts'
import type { Language } from '#shared/language/index.ts'
import { type Ground, Work } from '#shared/tenancy/work.ts'
import { insertOrganisation } from '../organisations/founding.ts'
import { addPeople, addRoles } from '../people/adding.ts'
import type { Arrival } from './door.ts'

/** One at a time, also across processes. */
const LOCK = 7_103_004

export type FirstSchool = {
  readonly board: { readonly name: string; readonly host: string }
  readonly school: { readonly name: string; readonly host: string; readonly brin: string | null }
  readonly administrator: {
    readonly givenName: string
    readonly prefix: string
    readonly surname: string
    readonly address: string
    readonly password: string
  }
  readonly language: Language
}

/**
 * Makes the first board, school and administrator, all or nothing: in one transaction of the owner, since no other role
 * can make organisations. The administrator is a person of the school and of the board's office, with one account.
 * Nothing when there is an organisation already.
 */
export const foundFirst = (owner: OwnerConnection, ground: Ground, first: FirstSchool): Promise<Arrival | null> =>
  asOwner(owner, async (client) => {
    await client.query('begin')
    try {
      await client.query('select pg_advisory_xact_lock($1)', [LOCK])
      const { rowCount } = await client.query('select from organisation limit 1')
      const made = rowCount === 0 ? await makeBoth(client, ground, first) : null
      const { command } = await client.query('commit')
      if (command !== 'COMMIT') throw new Error('Nothing was founded: the transaction had failed')
      for (const work of made?.works ?? []) work.committed()
      return made?.arrival ?? null
    } catch (error) {
      await client.query('rollback')
      throw error
    }
  })

const makeBoth = async (client: pg.ClientBase, ground: Ground, first: FirstSchool) => {
  const { board, school, administrator, language } = first
  const boardId = await insertOrganisation(client, { kind: 'board', name: board.name, hosts: [board.host], language })
  const atBoard = new Work(ground, client, boardId)
  const boardPerson = await addAdministrator(atBoard, administrator)
  const account = await createAccount(atBoard, ground.ring, administrator.address, language)
  await setFirstPassword(atBoard, ground.ring, account, administrator.password)
  await joinPerson(atBoard, account, boardPerson)

  const schoolId = await insertOrganisation(client, {
    kind: 'school',
    boardId,
    name: school.name,
    hosts: [school.host],
    brin: school.brin,
    language,
    hue: 238,
    chroma: 0.09,
  })
  const atSchool = new Work(ground, client, schoolId)
  await joinPerson(atSchool, account, await addAdministrator(atSchool, administrator))
  await atSchool.audit('founded', 'set-up')
  return { works: [atBoard, atSchool], arrival: { account, organisation: schoolId } }
}

const addAdministrator = async (work: Work, { givenName, prefix, surname, address }: FirstSchool['administrator']) => {
  const [person] = await addPeople(work, [{ record: { givenName, prefix, surname, email: address } }])
  await addRoles(work, [{ person: person!, role: 'administrator' }])
  return person!
}
