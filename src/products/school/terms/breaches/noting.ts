import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { fullName } from '../../people/names.ts'
import { personRecord } from '../../people/personal-data.ts'
import { peopleInReachOf } from '../../people/reach.ts'
import { barReason, breachRecord } from '../personal-data.ts'
import { tellPerson } from './jobs.ts'
import { type Objection, objectionsTo } from './objections.ts'
import { standingOf, type What } from './standing.ts'

/** What can be the matter. */
export const kinds = ['others-data', 'unkind', 'misuse', 'other'] as const
type Kind = (typeof kinds)[number]

export type Noted = {
  readonly id: string
  readonly person: string
  readonly kind: Kind
  readonly happened: string
  readonly seenBy: string
  readonly seenOn: string
  readonly message: string
}

/** Writes down what somebody did and tells them: contact comes first. Sent twice is once; the same id is one breach. */
export const noteBreach = async (work: Work, me: Me, noted: Noted): Promise<void> => {
  const { id, person, kind, seenBy, seenOn, ...record } = noted
  const { numInsertedOrUpdatedRows } = await work.db
    .insertInto('terms_breach')
    .values({
      id,
      person_id: person,
      kind,
      record: await work.seal(breachRecord, { subject: person, row: id }, record),
      seen_by: seenBy,
      seen_on: seenOn,
      noted_by: me.id,
      noted_at: work.now,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (numInsertedOrUpdatedRows !== 1n) return
  await work.audit('noted-breach', 'breaches', [person])
  await tellPerson(work, { person, about: id, moment: 'noted' })
  await work.notify('breaches')
}

/** The breaches an office member may know of: of people in reach, and never the own ones. */
export const breachesInReachOf = (work: Work, me: Me) =>
  work.db
    .selectFrom('terms_breach')
    .innerJoin('person', 'person.id', 'terms_breach.person_id')
    .where('terms_breach.person_id', 'in', peopleInReachOf(work, me))
    .where('terms_breach.person_id', '!=', me.id)

const names = reading(personRecord, 'id', 'givenName', 'prefix', 'surname')

/** Breaches with how the newest restriction stands, the newest first. */
export const listBreaches = async (work: Work, me: Me) => {
  const rows = await breachesInReachOf(work, me)
    .select(['terms_breach.id as breach', 'terms_breach.kind', 'terms_breach.noted_at', 'terms_breach.read_at'])
    .select(['person.id', 'person.record'])
    .orderBy('terms_breach.noted_at', 'desc')
    .limit(100)
    .execute()
  if (rows.length === 0) return []
  const ids = rows.map(({ breach }) => breach)
  const bars = await work.db
    .selectFrom('terms_restriction')
    .select(['breach_id', 'state', 'from_on', 'to_on'])
    .where('breach_id', 'in', ids)
    .orderBy('asked_at', 'desc')
    .execute()
  return (await work.open(rows, { record: names })).map((row) => {
    const bar = bars.find((one) => one.breach_id === row.breach)
    return {
      id: row.breach,
      person: { id: row.id, name: fullName(row.record) },
      kind: row.kind as Kind,
      at: row.noted_at,
      read: row.read_at !== null,
      stands: bar ? standingOf(work, bar) : null,
    }
  })
}

/** What is kept from somebody, or is to be, for the office to see on their page; nothing about oneself. */
export const openBarOf = async (work: Work, me: Me, person: string) => {
  const row = await work.db
    .selectFrom('terms_restriction')
    .select(['breach_id', 'state', 'from_on', 'to_on'])
    .where('person_id', '=', person)
    .where('person_id', '!=', me.id)
    .where('state', '!=', 'ended')
    .where('to_on', '>=', work.today)
    .executeTakeFirst()
  return row ? { breach: row.breach_id, stands: standingOf(work, row), to: row.to_on } : null
}

/** One breach with everything the office knows of it. */
export const findBreach = async (work: Work, me: Me, id: string) => {
  const rows = await breachesInReachOf(work, me)
    .select(['terms_breach.id as breach', 'terms_breach.kind', 'terms_breach.record as told'])
    .select(['terms_breach.seen_by', 'terms_breach.seen_on', 'terms_breach.noted_at', 'terms_breach.noted_by'])
    .select(['terms_breach.read_at', 'person.id', 'person.record'])
    .select(({ exists, selectFrom }) =>
      exists(
        selectFrom('account_person')
          .select('account_person.person_id')
          .whereRef('account_person.person_id', '=', 'person.id')
          .where('account_person.organisation_id', '=', work.organisation),
      ).as('has_account'),
    )
    .where('terms_breach.id', '=', id)
    .execute()
  const [row] = await work.open(rows, {
    record: names,
    told: reading(breachRecord, 'breach', 'happened', 'message'),
  })
  if (!row) return null
  const bars = await work.open(
    await work.db
      .selectFrom('terms_restriction')
      .select(['id', 'what', 'reason', 'from_on', 'to_on', 'state', 'asked_by', 'confirmed_by', 'ended_by'])
      .where('breach_id', '=', id)
      .orderBy('asked_at', 'desc')
      .execute(),
    { reason: reading(barReason, 'id', 'text') },
  )
  const objections = await objectionsTo(
    work,
    bars.map((bar) => bar.id),
  )
  const answering = [...objections.values()].map(({ answer }) => answer?.by ?? null)
  const staff = [
    ...answering,
    row.noted_by,
    row.seen_by,
    ...bars.flatMap((bar) => [bar.asked_by, bar.confirmed_by, bar.ended_by]),
  ]
  const found = await work.db
    .selectFrom('person')
    .select(['id', 'record'])
    .where('id', 'in', [...new Set(staff.filter((one) => one !== null))])
    .execute()
  const called = new Map((await work.open(found, { record: names })).map((one) => [one.id, fullName(one.record)]))
  const nameOf = (one: string | null) => (one === null ? null : (called.get(one) ?? null))
  return {
    id,
    person: { id: row.id, name: fullName(row.record) },
    kind: row.kind as Kind,
    ...row.told,
    seenBy: nameOf(row.seen_by),
    seenOn: row.seen_on,
    at: row.noted_at,
    by: nameOf(row.noted_by),
    readAt: row.read_at,
    hasAccount: Boolean(row.has_account),
    bars: bars.map((bar) => ({
      id: bar.id,
      what: bar.what as What,
      reason: bar.reason.text,
      from: bar.from_on,
      to: bar.to_on,
      stands: standingOf(work, bar),
      askedBy: nameOf(bar.asked_by),
      confirmedBy: nameOf(bar.confirmed_by),
      endedBy: nameOf(bar.ended_by),
      objection: withName(objections.get(bar.id), nameOf),
      mayConfirm: bar.state === 'waiting' && bar.to_on >= work.today && bar.asked_by !== me.id,
    })),
  }
}
const withName = (objection: Objection | undefined, nameOf: (id: string | null) => string | null) =>
  objection
    ? { ...objection, answer: objection.answer && { ...objection.answer, by: nameOf(objection.answer.by) } }
    : null
export type Breach = NonNullable<Awaited<ReturnType<typeof findBreach>>>
