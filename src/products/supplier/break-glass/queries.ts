import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Kind } from '#shared/vault/declaration.ts'
import type { Emergency } from '../windows/kinds.ts'

const HOUR = 3_600_000

/** One time that the supplier wanted to look without being asked. */
export type Asked = {
  readonly id: string
  readonly supplier: string
  readonly customer: string
  readonly customerName: string
  readonly person: string
  readonly kinds: readonly Kind[]
  readonly reason: Emergency
  readonly askedBy: string
  readonly askedAt: Date
  readonly givenBy: string | null
  readonly givenAt: Date | null
  /** `waits` for the second employee, within the hour; `lapsed` when nobody gave it by then. */
  readonly state: 'waits' | 'lapsed' | 'given'
  /** Until when what was given lasts. */
  readonly endsAt: Date
}

const inHour = (at: Date) => new Date(at.getTime() + HOUR)

const rows = (work: Work) =>
  work.db
    .selectFrom('break_glass')
    .innerJoin('organisation', 'organisation.id', 'break_glass.customer_id')
    .select([
      'break_glass.id',
      'supplier_id as supplier',
      'customer_id as customer',
      'organisation.name as customerName',
      'person_id as person',
      'kinds',
      'reason',
      'asked_by as askedBy',
      'asked_at as askedAt',
      'given_by as givenBy',
      'given_at as givenAt',
    ])
    .orderBy('asked_at', 'desc')
    .limit(50)

type Found = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>

const asAsked = (work: Work, found: Found): Asked[] =>
  found.map((row) => ({
    ...row,
    kinds: row.kinds as Kind[],
    reason: row.reason as Emergency,
    state: row.givenAt ? 'given' : inHour(row.askedAt) > work.now ? 'waits' : 'lapsed',
    endsAt: inHour(row.givenAt ?? row.askedAt),
  }))

/** All that this organisation may know of: a supplier its own, a school and a board what was given. */
export const allAsked = async (work: Work): Promise<Asked[]> => asAsked(work, await rows(work).execute())

export const findAsked = async (work: Work, id: string): Promise<Asked | null> =>
  asAsked(work, await rows(work).where('break_glass.id', '=', id).execute())[0] ?? null

export type Wish = {
  readonly id: string
  readonly customer: string
  readonly person: string
  readonly kinds: readonly Kind[]
  readonly reason: Emergency
}

/** Asks a colleague to give it; the same form once more is the same one. Whether that person exists, nobody here can tell. */
export const askColleague = async (
  work: Work,
  me: Me,
  { id, customer, person, kinds, reason }: Wish,
): Promise<void> => {
  const added = await work.db
    .insertInto('break_glass')
    .values({
      id,
      supplier_id: work.organisation,
      customer_id: customer,
      person_id: person,
      kinds: [...kinds],
      reason,
      asked_by: me.id,
      asked_at: work.now,
    })
    .onConflict((same) => same.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return
  await work.audit('asked-for-break-glass', `break-glass/${id}`)
  await work.notify('break-glass')
}

/** The second yes: with its commit the school and the board hear it. Refuses who asked, and what waited for more than an hour. */
export const give = async (work: Work, me: Me, asked: Asked): Promise<'done' | 'own' | 'late'> => {
  if (asked.askedBy === me.id) return 'own'
  const given = await work.db
    .updateTable('break_glass')
    .set({ given_by: me.id, given_at: work.now })
    .where('id', '=', asked.id)
    .where('given_at', 'is', null)
    .where('asked_at', '>', new Date(work.now.getTime() - HOUR))
    .returning('id')
    .executeTakeFirst()
  if (!given) return 'late'
  await work.audit('gave-break-glass', `break-glass/${asked.id}`)
  await work.notify('break-glass')
  return 'done'
}
