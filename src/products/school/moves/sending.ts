import { randomUUID } from 'node:crypto'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { findTie } from '../guardianships/queries.ts'
import { hashOfCode, newCode } from '../invitations/code.ts'
import { leave } from '../leaving/changes.ts'
import { whoHasASay } from '../people/guardians-of.ts'
import { inForce } from '../people/in-force.ts'
import { fullName } from '../people/names.ts'
import { personRecord } from '../people/personal-data.ts'
import { placeOf } from '../pupils/placing.ts'
import { type MovingGuardian, packageContent } from './personal-data.ts'

const DAYS = 30

export type School = { readonly id: string; readonly name: string }

/** The other schools of this installation. */
export const otherSchools = (work: Work): Promise<School[]> =>
  work.db
    .selectFrom('organisation')
    .select(['id', 'name'])
    .where('kind', '=', 'school')
    .where('id', '!=', work.organisation)
    .orderBy('name')
    .execute()

/** What a guardian has to say about a move, and said. */
export type Asked = {
  readonly id: string
  readonly name: string
  /** Only who has authority decides; others only whether their own address and telephone go along. */
  readonly decides: boolean
  readonly hasAccount: boolean
  readonly answer: { readonly allows: boolean; readonly contact: boolean; readonly onPaper: boolean } | null
}

export type Move = {
  readonly id: string
  readonly pupil: string
  readonly to: School
  readonly lastDay: string
  readonly asked: readonly Asked[]
  /** Whether everyone who decides said yes; whether one said no. */
  readonly state: 'asking' | 'refused' | 'ready'
  /** The package that waits for the other school, and until when. */
  readonly waitsUntil: Date | null
}

const answersTo = async (work: Work, move: string, pupil: string): Promise<Asked[]> => {
  const says = await whoHasASay(work, [pupil])
  const ids = says.map(({ guardian }) => guardian)
  if (ids.length === 0) return []
  const rows = await work.db.selectFrom('person').select(['id', 'record']).where('id', 'in', ids).execute()
  const people = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  const names = new Map(people.map(({ id, record }) => [id, fullName(record)]))
  const answers = await work.db
    .selectFrom('pupil_move_answer')
    .select(['guardian_id', 'allows', 'contact', 'noted_by'])
    .where('move_id', '=', move)
    .execute()
  const accounts = await work.db
    .selectFrom('account_person')
    .select('person_id')
    .where('organisation_id', '=', work.organisation)
    .where('person_id', 'in', ids)
    .execute()
  return says.flatMap(({ guardian, authority }) => {
    const name = names.get(guardian)
    if (name === undefined) return []
    const said = answers.find((one) => one.guardian_id === guardian)
    return {
      id: guardian,
      name,
      decides: authority === 'yes',
      hasAccount: accounts.some(({ person_id }) => person_id === guardian),
      answer: said ? { allows: said.allows, contact: said.contact, onPaper: said.noted_by !== null } : null,
    }
  })
}

/** The move of a pupil that is under way, with what was said about it. */
export const moveOf = async (work: Work, pupil: string): Promise<Move | null> => {
  const row = await work.db
    .selectFrom('pupil_move')
    .innerJoin('organisation', 'organisation.id', 'pupil_move.to_organisation')
    .select(['pupil_move.id', 'pupil_move.last_day', 'organisation.id as school', 'organisation.name'])
    .where('pupil_move.pupil_id', '=', pupil)
    .where('pupil_move.ended_at', 'is', null)
    .executeTakeFirst()
  if (!row) return null
  const asked = await answersTo(work, row.id, pupil)
  const deciding = asked.filter(({ decides }) => decides)
  const refused = deciding.some(({ answer }) => answer?.allows === false)
  const ready = deciding.length > 0 && deciding.every(({ answer }) => answer?.allows)
  const waiting = await packageOf(work, row.id)
  return {
    id: row.id,
    pupil,
    to: { id: row.school, name: row.name },
    lastDay: row.last_day,
    asked,
    state: refused ? 'refused' : ready ? 'ready' : 'asking',
    waitsUntil: waiting && !waiting.taken_at && waiting.expires_at > work.now ? waiting.expires_at : null,
  }
}

const packageOf = (work: Work, move: string) =>
  work.db
    .selectFrom('move_package')
    .select(['expires_at', 'taken_at'])
    .where('id', '=', move)
    .where('from_organisation', '=', work.organisation)
    .executeTakeFirst()

/** Begins a move: the guardians are asked. Answers `already` when one is under way. */
export const offer = async (
  work: Work,
  me: Me,
  pupil: string,
  given: { to: string; lastDay: string },
): Promise<'done' | 'already'> => {
  const added = await work.db
    .insertInto('pupil_move')
    .values({
      id: randomUUID(),
      pupil_id: pupil,
      to_organisation: given.to,
      last_day: given.lastDay,
      offered_by: me.id,
      offered_at: work.now,
    })
    .onConflict((open) => open.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return 'already'
  await work.audit('offered-move', 'moves', [pupil])
  return 'done'
}

/** Takes the package back: the code opens nothing any more. Whoever has a move under way makes a new one. */
export const takeBackPackages = async (work: Work, pupil: string): Promise<void> => {
  const moves = work.db
    .selectFrom('pupil_move')
    .select('id')
    .where('pupil_id', '=', pupil)
    .where('ended_at', 'is', null)
  await work.db
    .deleteFrom('move_package')
    .where('from_organisation', '=', work.organisation)
    .where('taken_at', 'is', null)
    .where('id', 'in', moves)
    .execute()
}

/** Withdraws a move: nothing goes along, and the pupil stays as it was. */
export const withdraw = async (work: Work, pupil: string): Promise<void> => {
  await takeBackPackages(work, pupil)
  await work.db
    .updateTable('pupil_move')
    .set({ ended_at: work.now })
    .where('pupil_id', '=', pupil)
    .where('ended_at', 'is', null)
    .execute()
  await work.audit('withdrew-move', 'moves', [pupil])
}

export type Answer = { readonly allows: boolean; readonly contact: boolean }

/** Keeps what a guardian says; a package that was made with another answer is taken back. */
export const answer = async (
  work: Work,
  move: { id: string; pupil: string },
  guardian: string,
  { allows, contact }: Answer,
  notedBy: string | null,
): Promise<void> => {
  const said = { allows, contact, noted_by: notedBy, answered_at: work.now }
  await work.db
    .insertInto('pupil_move_answer')
    .values({ move_id: move.id, guardian_id: guardian, ...said })
    .onConflict((before) => before.columns(['organisation_id', 'move_id', 'guardian_id']).doUpdateSet(said))
    .execute()
  await takeBackPackages(work, move.pupil)
  await work.audit(notedBy ? 'noted-move-answer' : 'answered-move', 'moves', [move.pupil, guardian])
  await work.notify('moves')
}

const guardiansIn = async (work: Work, me: Me, move: Move): Promise<MovingGuardian[]> => {
  const going = move.asked.filter((one) => one.decides || one.answer?.contact)
  const rows = await work.db
    .selectFrom('guardianship')
    .innerJoin('person', 'person.id', 'guardianship.guardian_id')
    .select(['guardianship.id as tie', 'person.id', 'person.record'])
    .where('guardianship.pupil_id', '=', move.pupil)
    .where(
      'person.id',
      'in',
      going.map(({ id }) => id),
    )
    .where(inForce('guardianship', work.today))
    .execute()
  const people = await work.open(rows, {
    record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname', 'email', 'phone'),
  })
  const accounts = await work.db
    .selectFrom('account_person')
    .select(['account_id', 'person_id'])
    .where('organisation_id', '=', work.organisation)
    .execute()
  const all: MovingGuardian[] = []
  for (const { id, tie, record } of people) {
    const terms = (await findTie(work, me, tie))?.guardianship
    if (!terms) continue
    const { email, phone, ...name } = record
    const contact = going.find((one) => one.id === id)?.answer?.contact
    const account = accounts.find(({ person_id }) => person_id === id)?.account_id ?? null
    const { relation, authority, livesWith, mayBeContacted, mayCollect, callOrder } = terms
    const said = { relation, authority, livesWith, mayBeContacted, mayCollect, callOrder }
    all.push({
      ...name,
      ...said,
      ...(contact ? { email, phone, account } : { email: null, phone: null, account: null }),
    })
  }
  return all
}

const hasRestrictions = async (work: Work, pupil: string): Promise<boolean> =>
  (await work.db
    .selectFrom('guardianship_restriction as restriction')
    .innerJoin('guardianship', 'guardianship.id', 'restriction.guardianship_id')
    .select('restriction.id')
    .where('guardianship.pupil_id', '=', pupil)
    .where(inForce('restriction', work.today))
    .limit(1)
    .executeTakeFirst()) !== undefined

/**
 * Makes the package for the other school and answers its code, which nobody can read again; an earlier code opens nothing
 * any more. Nothing when not everyone who decides said yes.
 */
export const makeCode = async (
  work: Work,
  me: Me,
  pupil: { id: string; protected: boolean },
): Promise<{ code: string; expires: Date } | null> => {
  const move = await moveOf(work, pupil.id)
  if (move?.state !== 'ready') return null
  const rows = await work.db.selectFrom('person').select(['id', 'record']).where('id', '=', pupil.id).execute()
  const [row] = await work.open(rows, {
    record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname', 'birthDate'),
  })
  if (!row) return null
  const code = newCode()
  const content = {
    ...row.record,
    year: (await placeOf(work, pupil.id))?.year ?? null,
    lastDay: move.lastDay,
    restrictions: await hasRestrictions(work, pupil.id),
    guardians: await guardiansIn(work, me, move),
  }
  await takeBackPackages(work, pupil.id)
  const expires = new Date(work.now.getTime() + DAYS * 86_400_000)
  await work.db
    .insertInto('move_package')
    .values({
      id: move.id,
      from_organisation: work.organisation,
      to_organisation: move.to.id,
      code_hash: hashOfCode(code),
      protected: pupil.protected,
      content: work.sealFor(packageContent, { organisation: move.to.id, code, row: move.id }, content),
      made_at: work.now,
      expires_at: expires,
    })
    .execute()
  await work.audit('made-move-code', 'moves', [pupil.id])
  return { code, expires }
}

/**
 * Ends the moves whose package the other school took: the pupil leaves after the agreed last day. What stays here is what
 * any leaver's file is kept for. Packages that expired are deleted.
 */
export const endTakenMoves = async (work: Work): Promise<void> => {
  const taken = await work.db
    .selectFrom('move_package')
    .innerJoin('pupil_move', 'pupil_move.id', 'move_package.id')
    .select(['pupil_move.id', 'pupil_move.pupil_id', 'pupil_move.last_day'])
    .where('move_package.from_organisation', '=', work.organisation)
    .where('move_package.taken_at', 'is not', null)
    .where('pupil_move.ended_at', 'is', null)
    .execute()
  for (const { id, pupil_id, last_day } of taken) {
    await work.db.updateTable('pupil_move').set({ ended_at: work.now, accepted: true }).where('id', '=', id).execute()
    await leave(work, pupil_id, last_day < work.today ? null : last_day)
  }
  await work.db
    .deleteFrom('move_package')
    .where('from_organisation', '=', work.organisation)
    .where('expires_at', '<', work.now)
    .execute()
}

/** The pupils with a move under way whom somebody of the office may see. */
export const movesUnderWay = async (work: Work) => {
  const rows = await work.db
    .selectFrom('pupil_move')
    .innerJoin('person', 'person.id', 'pupil_move.pupil_id')
    .select(['person.id', 'person.record'])
    .where('pupil_move.ended_at', 'is', null)
    .orderBy('pupil_move.offered_at')
    .execute()
  const people = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  return people.map(({ id, record }) => ({ id, name: fullName(record) }))
}
