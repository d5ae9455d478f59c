import { randomUUID } from 'node:crypto'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { schoolYearOf } from '../../organisations/groups.ts'
import { plusDays } from '../../organisations/school-days.ts'
import { accessChanged } from '../../people/access.ts'
import { peopleInReachOf } from '../../people/reach.ts'
import { mayRolesGo } from '../../people/roles.ts'
import { barReason } from '../personal-data.ts'
import { tellPerson } from './jobs.ts'
import { breachesInReachOf } from './noting.ts'
import type { What } from './standing.ts'

/** Within how many days one person may keep something from somebody without a second one, all together. */
const ALONE = 7
const LOOKS_BACK = 28

export type Bar = { readonly what: What; readonly reason: string; readonly from: string; readonly to: string }

/** The last day a restriction can have: nobody begins a new school year with one. */
export const latestEnd = (work: Pick<Work, 'today'>): string => schoolYearOf(work.today).endsOn

/** What ran out by itself makes room for another one. */
const endExpired = (work: Work, person: string) =>
  work.db
    .updateTable('terms_restriction')
    .set({ state: 'ended', ended_at: work.now })
    .where('person_id', '=', person)
    .where('state', '!=', 'ended')
    .where('to_on', '<', work.today)
    .execute()

/** Whether one person may decide this alone: a week at most, and not a second time within four weeks. */
const needsSecond = async (work: Work, person: string, { from, to }: Bar): Promise<boolean> => {
  if (plusDays(from, ALONE) <= to) return true
  const lately = await work.db
    .selectFrom('terms_restriction')
    .select('id')
    .where('person_id', '=', person)
    .where('state', '!=', 'waiting')
    .where('confirmed_by', 'is', null)
    .where('to_on', '>=', plusDays(from, -LOOKS_BACK))
    .executeTakeFirst()
  return lately !== undefined
}

/**
 * Keeps something from somebody for a while. It counts at once, or when a second person of the office agreed: see
 * {@link needsSecond}; the database refuses a longer one without. Refuses a second one beside an open one, and the last of
 * the office. Nothing for a breach that I may not know of, or my own.
 */
export const bar = async (
  work: Work,
  me: Me,
  breach: string,
  wanted: Bar,
): Promise<'done' | 'open' | 'last' | null> => {
  const found = await breachesInReachOf(work, me)
    .select('terms_breach.person_id')
    .where('terms_breach.id', '=', breach)
    .executeTakeFirst()
  if (!found) return null
  const person = found.person_id
  await endExpired(work, person)
  if (!(await mayRolesGo(work, person, wanted))) return 'last'
  const waits = await needsSecond(work, person, wanted)
  const id = randomUUID()
  const { numInsertedOrUpdatedRows } = await work.db
    .insertInto('terms_restriction')
    .values({
      id,
      breach_id: breach,
      person_id: person,
      what: wanted.what,
      reason: await work.seal(barReason, { subject: person, row: id }, { text: wanted.reason }),
      from_on: wanted.from,
      to_on: wanted.to,
      state: waits ? 'waiting' : 'in-force',
      asked_by: me.id,
      asked_at: work.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return 'open'
  await work.audit(waits ? 'asked-restriction' : 'restricted', 'breaches', [person])
  if (!waits) await begins(work, person, id)
  await work.notify('breaches')
  return 'done'
}

const begins = async (work: Work, person: string, id: string) => {
  await accessChanged(work, [person])
  await tellPerson(work, { person, about: id, moment: 'barred' })
}

const openOne = (work: Work, me: Me, breach: string) =>
  work.db
    .selectFrom('terms_restriction')
    .select(['id', 'person_id', 'state'])
    .where('breach_id', '=', breach)
    .where('state', '!=', 'ended')
    .where('to_on', '>=', work.today)
    .where('person_id', 'in', peopleInReachOf(work, me))
    .where('person_id', '!=', me.id)
    .forUpdate()

/** Agrees, as the second person, to what a colleague asked for. Nothing when none waits, or I asked for it. */
export const confirmBar = async (work: Work, me: Me, breach: string): Promise<boolean> => {
  const row = await openOne(work, me, breach)
    .where('state', '=', 'waiting')
    .where('asked_by', '!=', me.id)
    .executeTakeFirst()
  if (!row) return false
  await work.db
    .updateTable('terms_restriction')
    .set({ state: 'in-force', confirmed_by: me.id, confirmed_at: work.now })
    .where('id', '=', row.id)
    .execute()
  await work.audit('restricted', 'breaches', [row.person_id])
  await begins(work, row.person_id, row.id)
  await work.notify('breaches')
  return true
}

/** Ends what is kept from somebody, or what waits for a second person: anyone of the office may, but not for themselves. */
export const endBar = async (work: Work, me: Me, breach: string): Promise<boolean> => {
  const row = await openOne(work, me, breach).executeTakeFirst()
  if (!row) return false
  await work.db
    .updateTable('terms_restriction')
    .set({ state: 'ended', ended_by: me.id, ended_at: work.now })
    .where('id', '=', row.id)
    .execute()
  await work.audit('lifted-restriction', 'breaches', [row.person_id])
  await accessChanged(work, [row.person_id])
  if (row.state === 'in-force') await tellPerson(work, { person: row.person_id, about: row.id, moment: 'ended' })
  await work.notify('breaches')
  return true
}

/** How many wait for me: asked for by somebody else, about somebody else. */
export const countWaiting = async (work: Work, me: Me): Promise<number> => {
  const rows = await work.db
    .selectFrom('terms_restriction')
    .select('id')
    .where('state', '=', 'waiting')
    .where('to_on', '>=', work.today)
    .where('asked_by', '!=', me.id)
    .where('person_id', '!=', me.id)
    .where('person_id', 'in', peopleInReachOf(work, me))
    .execute()
  return rows.length
}
