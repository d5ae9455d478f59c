import { correctable, type Details, namesOf } from '#products/school/index.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Concern } from '#shared/vault/concern.ts'
import { reading } from '#shared/vault/opening.ts'
import { clockOf } from './clock.ts'
import type { CorrectedField, IdentityProof, Kind, State } from './kinds.ts'
import { requestWords } from './personal-data.ts'
import { addStep, type Step, stepsOf } from './steps.ts'
import { subjectsFor } from './subjects.ts'

/** What is asked. `id` is the random key of the form, so that a form sent twice is one request. */
export type Asked = {
  readonly id: string
  readonly kind: Kind
  readonly person: string
  readonly text: string
  readonly field?: CorrectedField | null
  readonly value?: string | null
  /** Of a restriction or an objection: which kinds of data or purposes; none means all. */
  readonly concerns?: readonly Concern[]
  /** Of a withdrawal on paper: which yes is taken back, by question and pupil; none means all. */
  readonly consents?: readonly string[]
}

/** How it came in when somebody of the office writes it down, and by what it was seen who asks. */
export type OnPaper = {
  readonly by: string
  readonly way: 'letter' | 'mail' | 'desk' | 'phone' | 'supplier'
  readonly receivedOn: string
  readonly identity: IdentityProof | null
}

/**
 * `not-theirs`: whom one may not ask about, or who is not there; `already`: an erasure of this person is asked or decided
 * already; `same`: what it must be is what it is. In each of these nothing was stored.
 */
export type Result = 'asked' | 'not-theirs' | 'already' | 'same'

/** What stands in a field now, as text. */
export const textIn = (details: Details, field: Exclude<CorrectedField, 'other'>): string => details[field] ?? ''

const before = async (work: Work, { person, field }: Asked): Promise<string | null> => {
  if (!field || field === 'other') return null
  const details = await correctable(work, person)
  return details && textIn(details, field)
}

/** Keeps a request of somebody, starts its clock and tells the school that there is one. */
export const ask = async (
  work: Work,
  asker: { readonly id: string; readonly isPupil: boolean },
  asked: Asked,
  paper?: OnPaper,
): Promise<Result> => {
  const subjects = await subjectsFor(work, asker)
  if (!subjects.some(({ id }) => id === asked.person)) return 'not-theirs'
  const { id, kind, person, text, field = null, value = null, concerns = [], consents = [] } = asked
  const was = await before(work, asked)
  if (was !== null && was === (value ?? '')) return 'same'
  const received = paper?.receivedOn ?? work.today
  const { due, limit } = clockOf(received)
  const identity = paper ? paper.identity : 'signed-in'
  const words = { text, field, value, before: was, concerns, consents }
  const added = await work.db
    .insertInto('rights_request')
    .values({
      id,
      asked_by: asker.id,
      person_id: person,
      kind,
      way: paper?.way ?? 'here',
      words: await work.seal(requestWords, { subject: asker.id, row: id }, words),
      received_on: received,
      due_on: due,
      limit_on: limit,
      entered_by: paper?.by ?? null,
      identity_seen: identity,
      identity_by: identity && paper ? paper.by : null,
      identity_at: identity && work.now,
      created_at: work.now,
    })
    .onConflict((one) => one.doNothing())
    .returning(['id', 'asked_by'])
    .executeTakeFirst()
  if (!added) return (await isMine(work, asker.id, id)) ? 'asked' : 'already'
  await addStep(work, added, 'received', paper?.by ?? asker.id)
  if (identity) await addStep(work, added, 'identity', paper?.by ?? null)
  await work.audit('asked-right', 'rights-requests', [asker.id])
  await work.enqueue('rights-request-arrived', { request: id })
  return 'asked'
}

const isMine = async (work: Work, asker: string, id: string): Promise<boolean> =>
  (await work.db
    .selectFrom('rights_request')
    .select('id')
    .where('id', '=', id)
    .where('asked_by', '=', asker)
    .executeTakeFirst()) !== undefined

export type Mine = {
  readonly id: string
  readonly kind: Kind
  readonly state: State
  readonly about: string
  readonly aboutMe: boolean
  readonly receivedOn: string
  readonly dueOn: string
  readonly limitOn: string
  readonly endedAt: Date | null
  readonly carryOutOn: string | null
  readonly carriedOut: boolean
}

const mine = (work: Work, me: Me) =>
  work.db
    .selectFrom('rights_request')
    .select(['id', 'kind', 'state', 'person_id', 'received_on', 'due_on', 'limit_on', 'ended_at', 'carry_out_on'])
    .select(['carried_out_at', 'asked_by', 'words'])
    .where('asked_by', '=', me.id)

const mineOf = (row: Awaited<ReturnType<ReturnType<typeof mine>['execute']>>[number], about: string): Mine => ({
  id: row.id,
  kind: row.kind as Kind,
  state: row.state as State,
  about,
  aboutMe: row.person_id === row.asked_by,
  receivedOn: row.received_on,
  dueOn: row.due_on,
  limitOn: row.limit_on,
  endedAt: row.ended_at,
  carryOutOn: row.carry_out_on,
  carriedOut: row.carried_out_at !== null,
})

/** What I asked, the latest first. Nobody else's: another parent of the same child has their own. */
export const myRequests = async (work: Work, me: Me): Promise<Mine[]> => {
  const rows = await mine(work, me).orderBy('created_at', 'desc').execute()
  const names = await namesOf(
    work,
    rows.flatMap(({ person_id }) => person_id ?? []),
  )
  return rows.map((row) => mineOf(row, names.get(row.person_id ?? '')?.givenName ?? ''))
}

export type MyRequest = Mine & {
  readonly text: string
  readonly field: CorrectedField | null
  readonly value: string | null
  readonly before: string | null
  readonly concerns: readonly Concern[]
  readonly steps: readonly Step[]
}

/** One request of mine with what happened to it. */
export const myRequest = async (work: Work, me: Me, id: string): Promise<MyRequest | null> => {
  const rows = await mine(work, me).where('id', '=', id).execute()
  const [row] = await work.open(rows, {
    words: reading(requestWords, 'id', 'text', 'field', 'value', 'before', 'concerns'),
  })
  if (!row) return null
  const names = await namesOf(work, row.person_id ? [row.person_id] : [])
  const { words } = row
  return {
    ...mineOf(rows[0]!, names.get(row.person_id ?? '')?.givenName ?? ''),
    ...words,
    concerns: words.concerns ?? [],
    steps: await stepsOf(work, id),
  }
}

/** Takes back what I asked: while it is open, and an erasure until it is carried out. */
export const withdraw = async (work: Work, me: Me, id: string): Promise<boolean> => {
  const row = await work.db
    .updateTable('rights_request')
    .set({ state: 'withdrawn', ended_at: work.now, ended_by: me.id, carry_out_on: null })
    .where('id', '=', id)
    .where('asked_by', '=', me.id)
    .where(({ or, and, eb }) =>
      or([
        eb('state', '=', 'open'),
        and([eb('state', '=', 'granted'), eb('kind', '=', 'erasure'), eb('carried_out_at', 'is', null)]),
      ]),
    )
    .returning(['id', 'asked_by'])
    .executeTakeFirst()
  if (!row) return false
  await addStep(work, row, 'withdrawn', me.id)
  await work.audit('withdrew-right', 'rights-requests', [me.id])
  return true
}
