import { randomUUID } from 'node:crypto'
import { noteRecovery } from '#shared/identity/events.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { hashOfCode, newCode } from '../invitations/code.ts'
import { fullName } from '../people/names.ts'
import { personRecord } from '../people/personal-data.ts'
import { peopleInReachOf } from '../people/reach.ts'
import { rolesOf } from '../people/roles.ts'
import { recoveryWaits } from './jobs.ts'

/** Without codes: the account keeps its address and password. Everything: a new account for this school's person. */
export const losses = ['factor', 'everything'] as const
export type Lost = (typeof losses)[number]

/** What the office looked at. `known` is for parents only: who works here shows a document. */
export const documents = ['passport', 'identity-card', 'driving-licence', 'residence-permit', 'known'] as const
export type Seen = (typeof documents)[number]

const DAY = 86_400_000
/** A second person has a week; then the code of a parent works a week, that of a colleague a day. */
const WAITS = 7 * DAY
const CODE_LIVES = { staff: DAY, others: 7 * DAY } as const

const after = (work: Work, ms: number) => new Date(work.now.getTime() + ms)

/** The account somebody is signed in with at this school. */
export const accountOfPerson = async (work: Work, person: string): Promise<string | null> => {
  const row = await work.db
    .selectFrom('account_person')
    .select('account_id')
    .where('organisation_id', '=', work.organisation)
    .where('person_id', '=', person)
    .executeTakeFirst()
  return row?.account_id ?? null
}

const endExpired = (work: Work, person: string) =>
  work.db
    .updateTable('account_recovery')
    .set({ state: 'stopped', ended_at: work.now })
    .where('person_id', '=', person)
    .where('ended_at', 'is', null)
    .where('expires_at', '<=', work.now)
    .execute()

/**
 * Begins a recovery after somebody of the office saw who it is; somebody else must agree. Refuses who has no account, who
 * it is about, and a second one beside an open one. Its owner is told, at the address that may be lost too.
 */
export const startRecovery = async (
  work: Work,
  me: Pick<Me, 'id'>,
  about: { person: string; lost: Lost; seen: Seen },
): Promise<'done' | 'open' | 'none'> => {
  const account = await accountOfPerson(work, about.person)
  if (!account || about.person === me.id) return 'none'
  await endExpired(work, about.person)
  const id = randomUUID()
  const made = await work.db
    .insertInto('account_recovery')
    .values({
      id,
      person_id: about.person,
      lost: about.lost,
      seen: about.seen,
      state: 'waiting',
      started_by: me.id,
      started_at: work.now,
      expires_at: after(work, WAITS),
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (made.numInsertedOrUpdatedRows !== 1n) return 'open'
  await work.audit('began-recovery', 'recoveries', [about.person])
  await noteRecovery(work, account, 'recovery-began')
  await recoveryWaits(work, id)
  await work.notify('recoveries')
  return 'done'
}

const columns = [
  'account_recovery.id',
  'account_recovery.person_id',
  'account_recovery.lost',
  'account_recovery.seen',
  'account_recovery.state',
  'account_recovery.started_by',
  'account_recovery.started_at',
  'account_recovery.decided_by',
  'account_recovery.expires_at',
] as const

/** The names of people, whoever they are; for who may know that they are here. */
const namesOf = async (work: Work, people: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (people.length === 0) return new Map()
  const rows = await work.db
    .selectFrom('person')
    .select(['id', 'record'])
    .where('id', 'in', [...people])
    .execute()
  const opened = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  return new Map(opened.map(({ id, record }) => [id, fullName(record)]))
}

/** What may be done with one: a second person approves; whoever began it, or any other, stops it. */
const shown = async (work: Work, me: Me, rows: readonly Row[]) => {
  const people = rows.flatMap((row) => [row.person_id, row.started_by, ...(row.decided_by ? [row.decided_by] : [])])
  const names = await namesOf(work, [...new Set(people)])
  return rows.map((row) => {
    const over = row.expires_at <= work.now
    const open = !over && (row.state === 'waiting' || row.state === 'approved')
    return {
      id: row.id,
      person: { id: row.person_id, name: names.get(row.person_id) ?? '' },
      lost: row.lost as Lost,
      seen: row.seen as Seen,
      state: over && row.state !== 'used' ? ('stopped' as const) : (row.state as State),
      startedBy: names.get(row.started_by) ?? '',
      startedAt: row.started_at,
      decidedBy: row.decided_by ? (names.get(row.decided_by) ?? '') : null,
      until: row.expires_at,
      open,
      mayApprove: open && row.state === 'waiting' && row.started_by !== me.id && row.person_id !== me.id,
    }
  })
}

type State = 'waiting' | 'approved' | 'used' | 'stopped'
type Row = {
  id: string
  person_id: string
  lost: string
  seen: string
  state: string
  started_by: string
  started_at: Date
  decided_by: string | null
  expires_at: Date
}

/** Recoveries that the office may know of, the newest first. */
export const listRecoveries = async (work: Work, me: Me) => {
  const rows = await work.db
    .selectFrom('account_recovery')
    .select(columns)
    .where('person_id', 'in', peopleInReachOf(work, me))
    .orderBy('started_at', 'desc')
    .limit(50)
    .execute()
  return shown(work, me, rows)
}
export type RecoveryRow = Awaited<ReturnType<typeof listRecoveries>>[number]

/** Recoveries of somebody's own account, for them to see and to stop. */
export const myRecoveries = async (work: Work, me: Me) => {
  const rows = await work.db
    .selectFrom('account_recovery')
    .select(columns)
    .where('person_id', '=', me.id)
    .orderBy('started_at', 'desc')
    .limit(10)
    .execute()
  return shown(work, me, rows)
}

/** How many wait for me: begun by somebody else, about somebody else. */
export const countForMe = async (work: Work, me: Me): Promise<number> => {
  const rows = await work.db
    .selectFrom('account_recovery')
    .select('id')
    .where('person_id', 'in', peopleInReachOf(work, me))
    .where('state', '=', 'waiting')
    .where('expires_at', '>', work.now)
    .where('started_by', '!=', me.id)
    .where('person_id', '!=', me.id)
    .execute()
  return rows.length
}

/** Anyone who works here: a document is looked at, and the code works a day. */
export const isStaff = async (work: Work, person: string): Promise<boolean> =>
  ((await rolesOf(work, [person])).get(person) ?? []).some((role) => role !== 'pupil')

/**
 * Approves a recovery as its second person and answers the code for the letter, which nobody can read again. Nothing when
 * it is not waiting (any more), was begun by me or is about me: the database refuses these too.
 */
export const approveRecovery = async (
  work: Work,
  me: Me,
  id: string,
): Promise<{ name: string; code: string; expires: Date } | null> => {
  const row = await work.db
    .selectFrom('account_recovery')
    .select(['id', 'person_id'])
    .where('id', '=', id)
    .where('person_id', 'in', peopleInReachOf(work, me))
    .where('state', '=', 'waiting')
    .where('expires_at', '>', work.now)
    .where('started_by', '!=', me.id)
    .where('person_id', '!=', me.id)
    .forUpdate()
    .executeTakeFirst()
  const account = row && (await accountOfPerson(work, row.person_id))
  if (!row || !account) return null
  const code = newCode()
  const staff = await isStaff(work, row.person_id)
  const expires = after(work, CODE_LIVES[staff ? 'staff' : 'others'])
  await work.db
    .updateTable('account_recovery')
    .set({
      state: 'approved',
      decided_by: me.id,
      decided_at: work.now,
      code_hash: hashOfCode(code),
      expires_at: expires,
    })
    .where('id', '=', row.id)
    .execute()
  await work.audit('approved-recovery', 'recoveries', [row.person_id])
  await noteRecovery(work, account, 'recovery-approved')
  await work.notify('recoveries')
  return { name: (await namesOf(work, [row.person_id])).get(row.person_id) ?? '', code, expires }
}

const stop = async (work: Work, row: { id: string; person_id: string } | undefined): Promise<boolean> => {
  if (!row) return false
  await work.db
    .updateTable('account_recovery')
    .set({ state: 'stopped', ended_at: work.now })
    .where('id', '=', row.id)
    .execute()
  await work.audit('stopped-recovery', 'recoveries', [row.person_id])
  const account = await accountOfPerson(work, row.person_id)
  if (account) await noteRecovery(work, account, 'recovery-stopped')
  await work.notify('recoveries')
  return true
}

const openOnes = (work: Work) =>
  work.db.selectFrom('account_recovery').select(['id', 'person_id']).where('ended_at', 'is', null)

/** Stops one, whatever its state: anyone of the office may, its code works no more. Answers whether there was one. */
export const stopRecovery = async (work: Work, me: Me, id: string): Promise<boolean> =>
  stop(
    work,
    await openOnes(work)
      .where('id', '=', id)
      .where('person_id', 'in', peopleInReachOf(work, me))
      .forUpdate()
      .executeTakeFirst(),
  )

/** Stops the one about me: somebody at the school took another for me. */
export const stopMyRecovery = async (work: Work, me: Me): Promise<boolean> =>
  stop(work, await openOnes(work).where('person_id', '=', me.id).forUpdate().executeTakeFirst())
