import { type Named, namesOf, withRoleToday } from '#products/school/index.ts'
import type { Me, Role } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import type { Usual } from './limits.ts'
import { alarmConclusion, alarmExplanation } from './personal-data.ts'
import { tellToRead } from './telling.ts'

const REVIEWED_SHOWN = 50

export type AlarmState = 'open' | 'asked' | 'explained' | 'reviewed'

export type Alarm = {
  readonly id: string
  readonly kind: 'files' | 'unusual' | 'outside'
  readonly state: AlarmState
  readonly viewer: { readonly id: string; readonly name: string | null }
  readonly role: Role
  readonly from: Date
  readonly to: Date
  readonly files: number
  readonly raisedAt: Date
  /** The pupil whom the viewer did not teach. */
  readonly subject: { readonly id: string; readonly name: string | null } | null
  /** Whether the person it is about, or a guardian, asked why. */
  readonly askedWhy: boolean
  readonly questionAt: Date | null
  readonly explanation: string | null
  readonly conclusion: string | null
  readonly reviewedBy: string | null
  readonly reviewedAt: Date | null
}

const all = (work: Work) =>
  work.db
    .selectFrom('look_alarm')
    .select([
      'id',
      'kind',
      'viewer_id',
      'role',
      'from_at',
      'to_at',
      'files',
      'subject_id',
      'raised_at',
      'asked_at',
      'question_at',
      'explanation',
      'explained_at',
      'conclusion',
      'reviewed_by',
      'reviewed_at',
    ])

/** The alarms that I review or could: all for the officer, those about an officer for the principal. */
const inReachOf = async (work: Work, me: Me) => {
  if (me.is('privacy-officer')) return all(work)
  const officers = (await withRoleToday(work, ['privacy-officer'])).map(({ id }) => id)
  return all(work).where(({ or, eb }) =>
    or([eb('role', '=', 'privacy-officer'), ...(officers.length > 0 ? [eb('viewer_id', 'in', officers)] : [])]),
  )
}

type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number]

const stateOf = (row: Pick<Row, 'reviewed_at' | 'explained_at' | 'question_at'>): AlarmState =>
  row.reviewed_at ? 'reviewed' : row.explained_at ? 'explained' : row.question_at ? 'asked' : 'open'

const opened = async (work: Work, rows: readonly Row[]): Promise<Alarm[]> => {
  const named = rows.flatMap((row) => [row.viewer_id, row.subject_id ?? [], row.reviewed_by ?? []].flat())
  const names: ReadonlyMap<string, Named> = await namesOf(work, named)
  const plain = await work.open(rows, {
    explanation: reading(alarmExplanation, 'id', 'text'),
    conclusion: reading(alarmConclusion, 'id', 'text'),
  })
  const person = (id: string) => ({ id, name: names.get(id)?.name ?? null })
  return plain.map((row) => ({
    id: row.id,
    kind: row.kind as Alarm['kind'],
    state: stateOf(row),
    viewer: person(row.viewer_id),
    role: row.role as Role,
    from: row.from_at,
    to: row.to_at,
    files: row.files,
    raisedAt: row.raised_at,
    subject: row.subject_id ? person(row.subject_id) : null,
    askedWhy: row.asked_at !== null,
    questionAt: row.question_at,
    explanation: row.explanation?.text ?? null,
    conclusion: row.conclusion?.text ?? null,
    reviewedBy: row.reviewed_by && (names.get(row.reviewed_by)?.name ?? null),
    reviewedAt: row.reviewed_at,
  }))
}

/** Unusual looks, the standing ones first. */
export const listAlarms = async (work: Work, me: Me): Promise<{ standing: Alarm[]; reviewed: Alarm[] }> => {
  const query = await inReachOf(work, me)
  const standing = await query.where('reviewed_at', 'is', null).orderBy('raised_at', 'desc').execute()
  const reviewed = await query
    .where('reviewed_at', 'is not', null)
    .orderBy('reviewed_at', 'desc')
    .limit(REVIEWED_SHOWN)
    .execute()
  return { standing: await opened(work, standing), reviewed: await opened(work, reviewed) }
}

export const findAlarm = async (work: Work, me: Me, id: string): Promise<Alarm | null> =>
  (await opened(work, await (await inReachOf(work, me)).where('id', '=', id).execute()))[0] ?? null

/** How many wait for me: not reviewed, and not about me. */
export const countStanding = async (work: Work, me: Me): Promise<number> =>
  (await (await inReachOf(work, me)).where('reviewed_at', 'is', null).where('viewer_id', '!=', me.id).execute()).length

/** What each role usually opens, to say above what it is unusual. */
export const listUsual = (work: Work): Promise<Usual[]> =>
  work.db.selectFrom('look_usual').select(['role', 'files', 'days']).orderBy('role').execute()

/** One that I may act on: it stands, and is not about me (a second person does that). */
const actionable = async (work: Work, me: Me, id: string) =>
  (await inReachOf(work, me))
    .where('id', '=', id)
    .where('reviewed_at', 'is', null)
    .where('viewer_id', '!=', me.id)
    .forUpdate()
    .executeTakeFirst()

/** Asks who looked to explain it; once. Nothing when the alarm is reviewed, mine or not there. */
export const askExplanation = async (work: Work, me: Me, id: string): Promise<boolean> => {
  const alarm = await actionable(work, me, id)
  if (!alarm) return false
  if (alarm.question_at) return true
  await work.db
    .updateTable('look_alarm')
    .set({ question_by: me.id, question_at: work.now })
    .where('id', '=', id)
    .execute()
  await work.audit('asked-explanation-of-looks', 'alarms', [alarm.viewer_id])
  await tellToRead(work, { person: alarm.viewer_id, about: id, page: 'question' })
  await work.notify('alarms')
  return true
}

/** Concludes, with the reason; whoever looked and whoever asked read it, and nobody changes it any more. */
export const review = async (work: Work, me: Me, id: string, text: string): Promise<boolean> => {
  const alarm = await actionable(work, me, id)
  if (!alarm) return false
  await work.db
    .updateTable('look_alarm')
    .set({
      conclusion: await work.seal(alarmConclusion, { subject: alarm.viewer_id, row: id }, { text }),
      reviewed_by: me.id,
      reviewed_at: work.now,
    })
    .where('id', '=', id)
    .execute()
  await work.audit('reviewed-looks', 'alarms', [alarm.viewer_id])
  if (alarm.question_at) await tellToRead(work, { person: alarm.viewer_id, about: id, page: 'conclusion' })
  await work.notify('alarms')
  return true
}

/** What I was asked about my own looks, the newest first. */
export const myQuestions = async (work: Work, me: Me): Promise<Alarm[]> =>
  opened(
    work,
    await all(work)
      .where('viewer_id', '=', me.id)
      .where('question_at', 'is not', null)
      .orderBy('question_at', 'desc')
      .execute(),
  )

/** How many questions about my looks wait for my answer. */
export const countUnanswered = async (work: Work, me: Me): Promise<number> => {
  const row = await work.db
    .selectFrom('look_alarm')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('viewer_id', '=', me.id)
    .where('question_at', 'is not', null)
    .where('explained_at', 'is', null)
    .where('reviewed_at', 'is', null)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Answers a question about my looks; once. Nothing when there is none that waits. */
export const explain = async (work: Work, me: Me, id: string, text: string): Promise<boolean> => {
  const row = await work.db
    .updateTable('look_alarm')
    .set({
      explanation: await work.seal(alarmExplanation, { subject: me.id, row: id }, { text }),
      explained_at: work.now,
    })
    .where('id', '=', id)
    .where('viewer_id', '=', me.id)
    .where('question_at', 'is not', null)
    .where('explained_at', 'is', null)
    .where('reviewed_at', 'is', null)
    .returning('question_by')
    .executeTakeFirst()
  if (!row?.question_by) return false
  await work.audit('explained-looks', 'alarms', [me.id])
  await tellToRead(work, { person: row.question_by, about: id, page: 'explanation' })
  await work.notify('alarms')
  return true
}

/** Every alarm without a name, for the yearly review of a board. */
export const alarmEvidence = async (work: Work) =>
  (await all(work).orderBy('raised_at').execute()).map((row) => ({
    kind: row.kind as Alarm['kind'],
    role: row.role as Role,
    raisedAt: row.raised_at,
    files: row.files,
    state: stateOf(row),
    reviewedAt: row.reviewed_at,
  }))
