import { type CallerOf, callersOf, personRecord, whoHasASay } from '#products/school/index.ts'
import { giveItem } from '#shared/attention/item.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import type { Absence } from '../absences.ts'
import { openPupils } from '../day-list/queries.ts'
import { timeOf } from '../now.ts'
import { report } from '../report/queries.ts'
import { mustBeCalledAbout, type Standing } from '../standing.ts'
import { renewPages } from '../telling.ts'

export const outcomes = ['ill', 'coming', 'no-answer', 'messaged'] as const
export type Outcome = (typeof outcomes)[number]

export type Call = {
  readonly pupil: string
  readonly guardian: string
  readonly outcome: 'reached' | 'coming' | 'no-answer' | 'messaged'
  readonly at: Date
  /** Who called, by given name. */
  readonly by: string | null
}

/** Today's calls about these pupils, the latest first. */
const callsToday = async (work: Work, pupils: readonly string[]): Promise<Call[]> => {
  const rows = await work.db
    .selectFrom('absence_call')
    .leftJoin('person as caller', (join) =>
      join.onRef('caller.id', '=', 'absence_call.called_by').on('caller.state', '=', 'active'),
    )
    .select([
      'absence_call.pupil_id',
      'absence_call.guardian_id',
      'absence_call.outcome',
      'absence_call.called_at',
      'absence_call.called_by',
      'caller.record as caller',
    ])
    .where('absence_call.on_day', '=', work.today)
    .where('absence_call.pupil_id', 'in', oneOf(pupils))
    .orderBy('absence_call.called_at', 'desc')
    .execute()
  const opened = await work.open(rows, { caller: reading(personRecord, 'called_by', 'givenName') })
  return opened.map((row) => ({
    pupil: row.pupil_id,
    guardian: row.guardian_id,
    outcome: row.outcome as Call['outcome'],
    at: row.called_at,
    by: row.caller?.givenName ?? null,
  }))
}

type Pupil = {
  readonly id: string
  readonly standing: Standing
  readonly covers: readonly Absence[]
}

export type ToCall<P extends Pupil> = {
  readonly pupil: P
  /** In the order in which to call; the first one has not been tried, unless all were. */
  readonly callers: readonly CallerOf[]
  readonly calls: readonly Call[]
}

/**
 * Who must be called about now, of pupils whose day is known: after the cut-off time, not here and not reported. Asks
 * nothing when nobody is missing. Opens the telephone numbers of guardians whom the school may call.
 */
export const callList = async <P extends Pupil>(
  work: Work,
  pupils: readonly P[],
  moment: { cutOff: string; at: string },
): Promise<ToCall<P>[]> => {
  const missing = pupils.filter((pupil) => mustBeCalledAbout({ ...pupil, ...moment, comingSince: null }))
  if (missing.length === 0) return []
  const calls = await callsToday(
    work,
    missing.map(({ id }) => id),
  )
  const due = missing.filter(({ id, ...pupil }) => {
    const coming = calls.find((call) => call.pupil === id && call.outcome === 'coming')
    return mustBeCalledAbout({ ...pupil, ...moment, comingSince: coming ? timeOf(coming.at) : null })
  })
  const callers = await callersOf(
    work,
    due.map(({ id }) => id),
  )
  return due.map((pupil) => {
    const mine = calls.filter((call) => call.pupil === pupil.id)
    const tried = new Set(mine.map(({ guardian }) => guardian))
    const all = callers.filter((caller) => caller.pupil === pupil.id)
    const untried = all.filter(({ id }) => !tried.has(id))
    return { pupil, calls: mine, callers: [...untried, ...all.filter(({ id }) => tried.has(id))] }
  })
}

/**
 * Notes a call and does what follows from it: "ill" becomes a report by that guardian, a message is sent by mail.
 * Answers false when the pupil or guardian is none of this person's, or may not be called.
 */
export const noteCall = async (
  work: Work,
  me: Me,
  given: { pupil: string; guardian: string; outcome: Outcome; requestKey: string },
): Promise<boolean> => {
  const { pupil, guardian, outcome, requestKey } = given
  const known = await work.db
    .selectFrom('person')
    .select('id')
    .where('id', '=', pupil)
    .where('id', 'in', openPupils(work, me, work.today))
    .executeTakeFirst()
  if (!known) return false
  const says = await whoHasASay(work, [pupil])
  if (!says.some((say) => say.guardian === guardian && say.reachable)) return false
  await work.db
    .insertInto('absence_call')
    .values({
      id: requestKey,
      pupil_id: pupil,
      on_day: work.today,
      guardian_id: guardian,
      called_by: me.id,
      called_at: work.now,
      outcome: outcome === 'ill' ? 'reached' : outcome,
    })
    .onConflict((same) => same.columns(['organisation_id', 'id']).doNothing())
    .execute()
  if (outcome === 'messaged')
    await giveItem(work, {
      module: 'absences',
      subject: requestKey,
      readers: [guardian],
      class: 'urgent',
      whatever: true,
    })
  if (outcome === 'ill') {
    const period = { from: work.today, to: work.today, fromTime: null, untilTime: null }
    const by = { via: 'phone', reporter: guardian, notedBy: me.id } as const
    await report(work, { pupils: [pupil], period, kind: 'ill', word: null, requestKey, ...by })
  }
  await renewPages(work, [pupil], true)
  return true
}
