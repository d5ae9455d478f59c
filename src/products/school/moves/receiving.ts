import { sql } from 'kysely'
import { joinPerson } from '#shared/identity/accounts.ts'
import { actAsAccount } from '#shared/identity/act-as-account.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { hashOfCode, readCode } from '../invitations/code.ts'
import { returned } from '../leaving/changes.ts'
import { addGuardianships, addPeople } from '../people/adding.ts'
import { protect } from '../people/protection.ts'
import { principal } from '../people/rules.ts'
import { addPupil, type Place } from '../pupils/placing.ts'
import { type MovePackage, type MovingGuardian, packageContent } from './personal-data.ts'

export type Arrival = {
  readonly id: string
  readonly from: string
  readonly protected: boolean
  readonly content: MovePackage
}

/**
 * The package that a code opens here, held until the end of the transaction. `used` when it was taken before; nothing for
 * a code of another school, one that expired or was replaced, and for a protected pupil unless the principal asks, who
 * decides there who must know.
 */
export const findArrival = async (work: Work, me: Me, code: string): Promise<Arrival | 'used' | null> => {
  await sql`select set_config('app.move_code', ${hashOfCode(code)}, true)`.execute(work.db)
  const row = await work.db
    .selectFrom('move_package')
    .innerJoin('organisation', 'organisation.id', 'move_package.from_organisation')
    .select(['move_package.id', 'move_package.content', 'move_package.protected', 'organisation.name'])
    .where('move_package.code_hash', '=', hashOfCode(code))
    .where('move_package.to_organisation', '=', work.organisation)
    .where('move_package.expires_at', '>', work.now)
    .forUpdate('move_package')
    .executeTakeFirst()
  if (!row || (row.protected && !principal(me))) return null
  if (!row.content) return 'used'
  const content = work.openWithCode(packageContent, { code: readCode(code), row: row.id }, row.content)
  return { id: row.id, from: row.name, protected: row.protected, content }
}

/** Who an account is here already. */
const personOfAccount = async (work: Work, account: string) => {
  const here = await work.db
    .selectFrom('account_person')
    .select('person_id')
    .where('account_id', '=', account)
    .where('organisation_id', '=', work.organisation)
    .executeTakeFirst()
  return here?.person_id ?? null
}

const accountIsThere = async (work: Work, me: Me, account: string): Promise<boolean> => {
  await actAsAccount(work, account)
  const row = await work.db.selectFrom('account').select('id').where('id', '=', account).executeTakeFirst()
  await actAsAccount(work, me.account)
  return row !== undefined
}

/** Whoever signs in here already stays one person; anyone else is added, with the account that came along. */
const welcome = async (work: Work, me: Me, one: MovingGuardian, hidden: boolean): Promise<string> => {
  const known = one.account && (await personOfAccount(work, one.account))
  if (known) {
    await returned(work, [known])
    return known
  }
  const { givenName, prefix, surname, email, phone } = one
  const [id] = await addPeople(work, [{ record: { givenName, prefix, surname, email, phone }, protected: hidden }])
  if (one.account && (await accountIsThere(work, me, one.account))) await joinPerson(work, one.account, id!)
  if (hidden) await protect(work, id!, [], me.id)
  return id!
}

/** Takes a pupil over with what came along, sealed under this school's own keys; the package is empty from here on. */
export const takeOver = async (work: Work, me: Me, arrival: Arrival, place: Place): Promise<string> => {
  const { givenName, prefix, surname, birthDate, guardians } = arrival.content
  const year = place.year ?? arrival.content.year
  const pupil = await addPupil(work, { givenName, prefix, surname, birthDate }, { ...place, year }, arrival.protected)
  const adults: string[] = []
  for (const one of guardians) {
    const guardian = await welcome(work, me, one, arrival.protected)
    adults.push(guardian)
    const { relation, authority, livesWith, mayBeContacted, mayCollect, callOrder } = one
    const terms = { relation, authority, livesWith, mayBeContacted, mayCollect, callOrder }
    await addGuardianships(work, [{ pupil, guardian, ...terms }])
  }
  if (arrival.protected) await protect(work, pupil, [], me.id)
  await work.db
    .updateTable('move_package')
    .set({ content: null, taken_at: work.now })
    .where('id', '=', arrival.id)
    .execute()
  await work.audit('arrived', 'moves', [pupil, ...adults])
  return pupil
}
