import { randomUUID } from 'node:crypto'
import { childrenOf, fullName, guardiansOf, personRecord, teachersOf } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import { prepared } from '#shared/tenancy/prepared.ts'
import type { Asking, Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { type Absence, absencesAbout, covers, type Pupils } from '../absences.ts'
import { absenceReason, absenceWord, type Kind } from '../personal-data.ts'
import { renewPages, tellOtherGuardians } from '../telling.ts'
import type { Period } from './form.ts'

export type Pupil = { readonly id: string; readonly givenName: string; readonly name: string }

const pupilRows = ({ db }: Asking, pupils: Pupils) =>
  db
    .selectFrom('person')
    .select(['id', 'record'])
    .where('id', 'in', pupils as readonly string[])
    .where('state', '=', 'active')

type PupilRow = Awaited<ReturnType<ReturnType<typeof pupilRows>['execute']>>[number]

const byName = async (work: Work, rows: readonly PupilRow[]): Promise<Pupil[]> => {
  const opened = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  return opened
    .map(({ id, record }) => ({ id, givenName: record.givenName, name: fullName(record) }))
    .sort((one, other) => one.name.localeCompare(other.name, 'nl'))
}

/** These pupils by name; who left, or is protected from the asker, is left out. */
export const pupilsNamed = async (work: Work, pupils: Pupils): Promise<Pupil[]> =>
  byName(work, await pupilRows(work, pupils).execute())

const childRows = prepared(({ db }, { guardian, today }: { guardian: string; today: string }) =>
  pupilRows({ db }, childrenOf({ db, today }, guardian)),
)

/** The children this guardian may report and read about today. */
export const myChildren = async (work: Work, me: Me): Promise<Pupil[]> =>
  byName(work, await childRows(work, { guardian: me.id, today: work.today }))

export type Readers = { readonly teachers: readonly string[]; readonly guardians: readonly string[] }

/** Who will read a word about each pupil, besides the office and the writer: computed as reading itself is decided. */
export const readersOf = async (work: Work, pupils: readonly string[], writer: string) => {
  const [teachers, guardians] = await Promise.all([teachersOf(work, pupils), guardiansOf(work, pupils)])
  return new Map(
    pupils.map((pupil): [string, Readers] => [
      pupil,
      {
        teachers: teachers.filter((one) => one.pupil === pupil).map(({ name }) => name),
        guardians: guardians
          .filter((one) => one.pupil === pupil && one.guardian !== writer)
          .map(({ givenName }) => givenName),
      },
    ]),
  )
}

/** The reports about the own children that touch a period, but for withdrawn ones. */
const myAbsences = (work: Work, me: Me, period: { from: string; to: string }): Promise<Absence[]> =>
  absencesAbout(work, childrenOf(work, me.id), period)

/** One report about an own child, or nothing. */
export const myAbsence = async (work: Work, me: Me, id: string): Promise<Absence | null> => {
  const all = await myAbsences(work, me, { from: '2000-01-01', to: '9999-12-31' })
  return all.find((one) => one.id === id) ?? null
}

const overlap = (one: Period, other: Period): boolean => {
  const last = (period: Period) => period.to ?? '9999-12-31'
  if (one.from > last(other) || other.from > last(one)) return false
  const [from, until] = [(p: Period) => p.fromTime ?? '00:00', (p: Period) => p.untilTime ?? '24:00']
  return from(one) < until(other) && from(other) < until(one)
}

/** Reports that already cover a part of a period, for these pupils. */
const inTheWay = async (
  work: Work,
  pupils: readonly string[],
  period: Period,
  except: { id?: string; key?: string },
) => {
  const known = await absencesAbout(work, pupils, { from: period.from, to: period.to ?? '9999-12-31' })
  if (known.length === 0 || !except.key) return known.filter((one) => one.id !== except.id && overlap(one, period))
  const same = await work.db
    .selectFrom('absence')
    .select('id')
    .where('request_key', '=', except.key)
    .where('pupil_id', 'in', oneOf(pupils))
    .execute()
  const own = new Set(same.map(({ id }) => id))
  return known.filter((one) => !own.has(one.id) && overlap(one, period))
}

export type NewReport = {
  readonly pupils: readonly string[]
  readonly period: Period
  readonly kind: Kind
  readonly word: string | null
  readonly requestKey: string
  readonly via: Absence['via']
  /** The guardian who says so; nobody when the office found out itself. */
  readonly reporter: string | null
  readonly notedBy: string | null
}

const columnsOf = (period: Period) => ({
  from_on: period.from,
  to_on: period.to,
  from_time: period.fromTime,
  until_time: period.untilTime,
})

/**
 * Stores a report about each pupil and tells who should know. The same request key is the same report, however often it
 * arrives. Answers the reports that are in the way (nothing is stored then), or none.
 */
export const report = async (work: Work, given: NewReport): Promise<readonly Absence[]> => {
  const blocking = await inTheWay(work, given.pupils, given.period, { key: given.requestKey })
  if (blocking.length > 0) return blocking
  const seal = await work.sealer(given.pupils)
  const rows = given.pupils.map((pupil) => {
    const id = randomUUID()
    const at = { subject: pupil, row: id }
    return {
      id,
      pupil_id: pupil,
      ...columnsOf(given.period),
      reason: seal(absenceReason, at, { kind: given.kind }),
      word: given.word === null ? null : seal(absenceWord, at, { word: given.word }),
      via: given.via,
      reporter_id: given.reporter,
      noted_by: given.notedBy,
      reported_at: work.now,
      request_key: given.requestKey,
    }
  })
  const stored = await work.db
    .insertInto('absence')
    .values(rows)
    .onConflict((same) => same.columns(['organisation_id', 'request_key', 'pupil_id']).doNothing())
    .returning(['id', 'pupil_id as pupil'])
    .execute()
  await renewPages(
    work,
    stored.map(({ pupil }) => pupil),
  )
  await tellOtherGuardians(work, stored, given.reporter ?? '')
  return []
}

/** Changes a report that has not begun. Answers what is in the way, or nothing. */
export const change = async (
  work: Work,
  me: Me,
  absence: Absence,
  to: { period: Period; kind: Kind; word: string | null },
): Promise<readonly Absence[]> => {
  const blocking = await inTheWay(work, [absence.pupil], to.period, { id: absence.id })
  if (blocking.length > 0) return blocking
  const seal = await work.sealer([absence.pupil])
  const at = { subject: absence.pupil, row: absence.id }
  await work.db
    .updateTable('absence')
    .set({
      ...columnsOf(to.period),
      reason: seal(absenceReason, at, { kind: to.kind }),
      word: to.word === null ? null : seal(absenceWord, at, { word: to.word }),
    })
    .where('id', '=', absence.id)
    .execute()
  await told(work, me, absence, 'changed-absence')
  return []
}

/** Takes back a report that has not begun. It stays visible to nobody and in no count. */
export const withdraw = async (work: Work, me: Me, absence: Absence): Promise<void> => {
  await work.db
    .updateTable('absence')
    .set({ withdrawn_at: work.now, word: null })
    .where('id', '=', absence.id)
    .execute()
  await told(work, me, absence, 'withdrew-absence')
}

/** Says from when the pupil is back: the last day of the report becomes the day before. */
export const end = async (work: Work, me: Me, absence: Absence, lastDay: string): Promise<void> => {
  await work.db.updateTable('absence').set({ to_on: lastDay }).where('id', '=', absence.id).execute()
  await told(work, me, absence, 'ended-absence')
}

const told = async (work: Work, me: Me, absence: Absence, action: string) => {
  await work.audit(action, absence.id, [absence.pupil])
  await renewPages(work, [absence.pupil])
  await tellOtherGuardians(work, [absence], me.id)
}

/** A pupil's reports of a day, in the order of the day. */
export const ofDay = (absences: readonly Absence[], pupil: string, day: string): Absence[] =>
  absences
    .filter((one) => one.pupil === pupil && covers(one, day))
    .sort((one, other) => ((one.fromTime ?? '') < (other.fromTime ?? '') ? -1 : 1))
