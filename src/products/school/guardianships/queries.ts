import { inForce, notEnded } from '#products/school/people/in-force.ts'
import { byGivenName, fullName } from '#products/school/people/names.ts'
import { guardianshipDetails, personRecord, restrictionNote } from '#products/school/people/personal-data.ts'
import { peopleInReachOf } from '#products/school/people/reach.ts'
import { office } from '#products/school/people/rules.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'

export const restrictionKinds = ['no-information', 'no-contact', 'no-collecting'] as const
export type RestrictionKind = (typeof restrictionKinds)[number]

export type Restriction = {
  readonly id: string
  readonly kind: RestrictionKind
  /** First and last day, both included; no last day means until somebody ends it. */
  readonly from: string
  readonly to: string | null
  readonly evidenceSeenBy: string | null
  readonly evidenceSeenOn: string
  /** What the office wrote down about it; null for everyone else. */
  readonly note: string | null
}

/** What a guardian is to a pupil and may do, from a day on. */
export type Guardianship = {
  readonly id: string
  readonly authority: 'yes' | 'no' | 'unknown'
  readonly livesWith: boolean
  readonly mayBeContacted: boolean
  readonly mayCollect: boolean
  /** No authority; hears important facts when asking for them (art. 1:377c BW). */
  readonly informationOnly: boolean
  readonly callOrder: number
  readonly relation: string
  readonly note: string | null
  readonly from: string
  readonly to: string | null
}

export type Guardian = Guardianship & {
  readonly person: string
  readonly name: string
  readonly restrictions: readonly Restriction[]
}

const COLUMNS = [
  'guardianship.id as guardianship_id',
  'guardianship.authority',
  'guardianship.lives_with',
  'guardianship.may_be_contacted',
  'guardianship.may_collect',
  'guardianship.information_only',
  'guardianship.call_order',
  'guardianship.details',
  'guardianship.from_on',
  'guardianship.to_on',
] as const

const shaped = (row: {
  guardianship_id: string
  authority: string
  lives_with: boolean
  may_be_contacted: boolean
  may_collect: boolean
  information_only: boolean
  call_order: number
  details: { relation: string; note: string | null }
  from_on: string
  to_on: string | null
}): Guardianship => ({
  id: row.guardianship_id,
  authority: row.authority as Guardianship['authority'],
  livesWith: row.lives_with,
  mayBeContacted: row.may_be_contacted,
  mayCollect: row.may_collect,
  informationOnly: row.information_only,
  callOrder: row.call_order,
  relation: row.details.relation,
  note: row.details.note,
  from: row.from_on,
  to: row.to_on,
})

/** The names of people by id; who may not be seen is not in it. */
const namesOf = async (work: Work, ids: readonly string[]): Promise<ReadonlyMap<string, string>> => {
  if (ids.length === 0) return new Map()
  const rows = await work.db
    .selectFrom('person')
    .select(['id', 'record'])
    .where('id', 'in', oneOf([...new Set(ids)]))
    .execute()
  const people = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  return new Map(people.map(({ id, record }) => [id, fullName(record)]))
}

const restrictionRows = (work: Work, guardianships: readonly string[]) =>
  work.db
    .selectFrom('guardianship_restriction as restriction')
    .select([
      'restriction.id',
      'restriction.guardianship_id',
      'restriction.kind',
      'restriction.from_on',
      'restriction.to_on',
      'restriction.evidence_seen_by',
      'restriction.evidence_seen_on',
      'restriction.note',
    ])
    .where('restriction.guardianship_id', 'in', oneOf(guardianships))
    .where(notEnded('restriction', work.today))
    .orderBy('restriction.from_on')
    .execute()

/** Restrictions that stand or are to come, by guardianship. The note is opened for the office only. */
const restrictionsOf = async (work: Work, me: Me, guardianships: readonly string[]) => {
  const found = new Map<string, Restriction[]>()
  if (guardianships.length === 0) return found
  const rows = await restrictionRows(work, guardianships)
  const names = await namesOf(
    work,
    rows.map((row) => row.evidence_seen_by),
  )
  const opened = office(me) ? await work.open(rows, { note: reading(restrictionNote, 'id', 'note') }) : []
  const notes = new Map(opened.map((row) => [row.id, row.note?.note ?? null]))
  for (const row of rows) {
    const restriction: Restriction = {
      id: row.id,
      kind: row.kind as RestrictionKind,
      from: row.from_on,
      to: row.to_on,
      evidenceSeenBy: names.get(row.evidence_seen_by) ?? null,
      evidenceSeenOn: row.evidence_seen_on,
      note: notes.get(row.id) ?? null,
    }
    found.set(row.guardianship_id, [...(found.get(row.guardianship_id) ?? []), restriction])
  }
  return found
}

/** A pupil's guardians, of today and to come, in the order in which school calls them; without what the office notes. */
export const guardiansByName = async (work: Work, pupil: string): Promise<Guardian[]> => {
  const rows = await work.db
    .selectFrom('guardianship')
    .innerJoin('person', 'person.id', 'guardianship.guardian_id')
    .select(COLUMNS)
    .select(['person.id', 'person.record'])
    .where('guardianship.pupil_id', '=', pupil)
    .where(notEnded('guardianship', work.today))
    .orderBy('guardianship.call_order')
    .execute()
  const opened = await work.open(rows, {
    record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname'),
    details: reading(guardianshipDetails, 'guardianship_id', 'relation'),
  })
  return opened.map((row) => ({
    ...shaped({ ...row, details: { ...row.details, note: null } }),
    person: row.id,
    name: fullName(row.record),
    restrictions: [],
  }))
}

/** What the office wrote down about a pupil's guardianships. */
const notesOf = async (work: Work, pupil: string) => {
  const rows = await work.db
    .selectFrom('guardianship')
    .select(['id', 'details'])
    .where('pupil_id', '=', pupil)
    .execute()
  const opened = await work.open(rows, { details: reading(guardianshipDetails, 'id', 'note') })
  return new Map(opened.map((row) => [row.id, row.details.note]))
}

/** The same with restrictions for the team, and with notes for the office. */
export const guardianshipsOf = async (work: Work, me: Me, pupil: string): Promise<Guardian[]> => {
  const guardians = await guardiansByName(work, pupil)
  const restrictions = await restrictionsOf(
    work,
    me,
    guardians.map((one) => one.id),
  )
  const notes = office(me) ? await notesOf(work, pupil) : new Map<string, string | null>()
  return guardians.map((one) => ({
    ...one,
    note: notes.get(one.id) ?? null,
    restrictions: restrictions.get(one.id) ?? [],
  }))
}

export type Child = { readonly id: string; readonly name: string; readonly relation: string }

/** The pupils whose guardian somebody is, for the office. */
export const pupilsOf = async (work: Work, guardian: string): Promise<Child[]> => {
  const rows = await work.db
    .selectFrom('guardianship')
    .innerJoin('person', 'person.id', 'guardianship.pupil_id')
    .select(['guardianship.id as guardianship_id', 'guardianship.details', 'person.id', 'person.record'])
    .where('guardianship.guardian_id', '=', guardian)
    .where(inForce('guardianship', work.today))
    .execute()
  const opened = await work.open(rows, {
    record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname'),
    details: reading(guardianshipDetails, 'guardianship_id', 'relation'),
  })
  return opened
    .sort((one, other) => byGivenName(one.record, other.record))
    .map(({ id, record, details }) => ({ id, name: fullName(record), relation: details.relation }))
}

export type Tie = {
  readonly guardianship: Guardianship
  readonly pupil: { readonly id: string; readonly givenName: string }
  readonly guardian: { readonly id: string; readonly name: string }
}

/** One guardianship that has not ended, with both people, when I may look up the pupil. */
export const findTie = async (work: Work, me: Me, id: string): Promise<Tie | null> => {
  const rows = await work.db
    .selectFrom('guardianship')
    .innerJoin('person as pupil', 'pupil.id', 'guardianship.pupil_id')
    .innerJoin('person as guardian', 'guardian.id', 'guardianship.guardian_id')
    .select(COLUMNS)
    .select([
      'pupil.id as pupil_id',
      'pupil.record as pupil',
      'guardian.id as guardian_id',
      'guardian.record as guardian',
    ])
    .where('guardianship.id', '=', id)
    .where('guardianship.pupil_id', 'in', peopleInReachOf(work, me))
    .where(notEnded('guardianship', work.today))
    .execute()
  const [row] = await work.open(rows, {
    pupil: reading(personRecord, 'pupil_id', 'givenName'),
    guardian: reading(personRecord, 'guardian_id', 'givenName', 'prefix', 'surname'),
    details: reading(guardianshipDetails, 'guardianship_id', 'relation', 'note'),
  })
  if (!row) return null
  return {
    guardianship: shaped(row),
    pupil: { id: row.pupil_id, givenName: row.pupil.givenName },
    guardian: { id: row.guardian_id, name: fullName(row.guardian) },
  }
}
