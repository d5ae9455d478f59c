import { correctable, namesOf, plusDays } from '#products/school/index.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Language } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Concern } from '#shared/vault/concern.ts'
import { reading } from '#shared/vault/opening.ts'
import { textIn } from './asking.ts'
import { bringAbout } from './bringing-about.ts'
import { clockOf, daysUntil } from './clock.ts'
import { type Keeping, keeping } from './keeping.ts'
import type { CorrectedField, IdentityProof, Kind, Refusal, State } from './kinds.ts'
import { requestWords } from './personal-data.ts'
import { addStep, type Step, stepsOf } from './steps.ts'

/** Between the decision to erase and the erasure itself, in which the person and the school can come back on it. */
const DAYS_TO_UNDO = 5

/** A request as the school's list shows it. */
export type Listed = {
  readonly id: string
  readonly kind: Kind
  readonly state: State
  readonly asker: { readonly id: string; readonly name: string }
  readonly about: { readonly id: string; readonly name: string } | null
  readonly receivedOn: string
  readonly dueOn: string
  readonly limitOn: string
  /** Days until the promised day, and until the law's limit. */
  readonly left: number
  readonly leftByLaw: number
  readonly extended: boolean
  readonly identified: boolean
  /** Asked by whoever looks: somebody else decides. */
  readonly own: boolean
  readonly endedAt: Date | null
  readonly carryOutOn: string | null
  readonly carriedOut: boolean
}

const all = (work: Work) =>
  work.db
    .selectFrom('rights_request')
    .select(['id', 'kind', 'way', 'state', 'asked_by', 'person_id', 'received_on', 'due_on', 'limit_on', 'words'])
    .select(['extended_at', 'identity_seen', 'ended_at', 'carry_out_on', 'carried_out_at'])

type Row = Awaited<ReturnType<ReturnType<typeof all>['execute']>>[number]
const involved = (row: Row): string[] => [row.asked_by, ...(row.person_id ? [row.person_id] : [])]

type Names = Awaited<ReturnType<typeof namesOf>>

const listed = (work: Work, me: Me, row: Row, names: Names): Listed[] => {
  const asker = names.get(row.asked_by)
  const about = row.person_id ? names.get(row.person_id) : undefined
  // Who may not know one of them does not see that there is a request; a child that was erased is nobody.
  if (!asker || (row.person_id && !about)) return []
  return [
    {
      id: row.id,
      kind: row.kind as Kind,
      state: row.state as State,
      asker: { id: row.asked_by, name: asker.name },
      about: row.person_id && about && row.person_id !== row.asked_by ? { id: row.person_id, name: about.name } : null,
      receivedOn: row.received_on,
      dueOn: row.due_on,
      limitOn: row.limit_on,
      left: daysUntil(work.today, row.due_on),
      leftByLaw: daysUntil(work.today, row.limit_on),
      extended: row.extended_at !== null,
      identified: row.identity_seen !== null,
      own: row.asked_by === me.id,
      endedAt: row.ended_at,
      carryOutOn: row.carry_out_on,
      carriedOut: row.carried_out_at !== null,
    },
  ]
}

/** All requests of the school: those that wait, the least time first; then those that were answered, the latest first. */
export const listRequests = async (work: Work, me: Me): Promise<{ open: Listed[]; ended: Listed[] }> => {
  const rows = await all(work).orderBy('limit_on').orderBy('id').execute()
  const names = await namesOf(work, rows.flatMap(involved))
  const requests = rows.flatMap((row) => listed(work, me, row, names))
  const ended = requests.filter(({ state }) => state !== 'open')
  return {
    open: requests.filter(({ state }) => state === 'open').sort((one, other) => one.left - other.left),
    ended: ended.sort((one, other) => (other.endedAt?.getTime() ?? 0) - (one.endedAt?.getTime() ?? 0)),
  }
}

/** Whether a restriction that follows from this request is in force, and has no end yet. */
const restrains = async (work: Work, id: string): Promise<boolean> =>
  (await work.db
    .selectFrom('processing_restriction')
    .select('id')
    .where('id', '=', id)
    .where('ends_on', 'is', null)
    .executeTakeFirst()) !== undefined

export type Request = Listed & {
  readonly way: 'here' | 'letter' | 'mail' | 'desk' | 'phone' | 'supplier'
  readonly text: string
  readonly field: CorrectedField | null
  readonly value: string | null
  readonly before: string | null
  readonly concerns: readonly Concern[]
  /** What stands there now, of a correction. */
  readonly now: string | null
  readonly identity: IdentityProof | null
  readonly steps: readonly Step[]
  readonly mayExtend: boolean
  readonly mayLift: boolean
  /** Of an erasure: what the law makes the school keep. */
  readonly keeping: Keeping | null
}

/** One request with its words and steps; nothing when it is not there, or about whom one may not know. */
export const findRequest = async (work: Work, me: Me, id: string): Promise<Request | null> => {
  const rows = await all(work).where('id', '=', id).execute()
  const [row] = rows
  if (!row) return null
  const names = await namesOf(work, involved(row))
  const [request] = listed(work, me, row, names)
  if (!request) return null
  const [opened] = await work.open(rows, {
    words: reading(requestWords, 'id', 'text', 'field', 'value', 'before', 'concerns'),
  })
  if (!opened) return null
  const { field } = opened.words
  const details = field && field !== 'other' && row.person_id ? await correctable(work, row.person_id) : null
  return {
    ...request,
    ...opened.words,
    concerns: opened.words.concerns ?? [],
    way: row.way as Request['way'],
    now: details && field && field !== 'other' ? textIn(details, field) : null,
    identity: row.identity_seen as IdentityProof | null,
    steps: await stepsOf(work, id),
    keeping: request.kind === 'erasure' && row.person_id ? await keeping(work, row.person_id) : null,
    mayLift: await restrains(work, id),
    mayExtend: request.state === 'open' && !request.extended && request.leftByLaw >= 0,
  }
}

/** A request that is being dealt with, held until the end of the transaction. */
export const held = (work: Work, id: string) =>
  work.db
    .selectFrom('rights_request')
    .select(['id', 'asked_by', 'person_id', 'kind', 'state', 'received_on', 'limit_on', 'extended_at'])
    .select(['identity_seen', 'carry_out_on', 'carried_out_at', 'words', 'way'])
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst()

/** Writes down by what it was seen who asks, and by whom; never a copy. Once. */
export const noteIdentity = async (work: Work, me: Me, id: string, seen: IdentityProof): Promise<boolean> => {
  const row = await held(work, id)
  if (row?.state !== 'open' || row.identity_seen || row.asked_by === me.id) return false
  await work.db
    .updateTable('rights_request')
    .set({ identity_seen: seen, identity_by: me.id, identity_at: work.now })
    .where('id', '=', id)
    .execute()
  await addStep(work, row, 'identity', me.id)
  await work.audit('checked-identity', 'rights-requests', [row.asked_by])
  return true
}

/**
 * Takes two months more, once, and only while the first month runs, since the person must hear why within it (art. 12(3)
 * GDPR). Answers whether it did.
 */
export const extend = async (work: Work, me: Me, id: string, why: string): Promise<boolean> => {
  const row = await held(work, id)
  if (row?.state !== 'open' || row.extended_at || work.today > row.limit_on || row.asked_by === me.id) return false
  const { due, limit } = clockOf(row.received_on, true)
  await work.db
    .updateTable('rights_request')
    .set({ extended_at: work.now, due_on: due, limit_on: limit, reminded_at_days: null })
    .where('id', '=', id)
    .execute()
  await addStep(work, row, 'extended', me.id, { text: why })
  await work.audit('extended-right', 'rights-requests', [row.asked_by])
  await work.enqueue('rights-request-answered', { request: id, moment: 'extended' })
  return true
}

/** The words that a withdrawal on paper is answered with: there is nothing to decide about it. */
const WITHDRAWN = {
  nl: 'Je toestemming is ingetrokken. Dat geldt vanaf de dag dat je brief binnenkwam.',
  en: 'Your consent is withdrawn. That counts from the day your letter came in.',
} as const

/**
 * Carries out a withdrawal of consent as soon as it is known who asks: it needs nobody's leave (art. 7(3) GDPR). Anything else
 * waits for a decision, and so does what the office asked for itself.
 */
export const withdrawAtOnce = async (work: Work, me: Me, id: string, language: Language): Promise<void> => {
  const row = await held(work, id)
  if (row?.kind !== 'withdrawal' || !row.identity_seen) return
  await decide(work, me, id, { granted: true, text: WITHDRAWN[language], reason: null })
}

export type Decision = { readonly granted: boolean; readonly text: string; readonly reason: Refusal | null }

/** Why a decision was not stored: nothing changed. */
export type NotDecided = 'closed' | 'own' | 'identity' | 'gone' | 'kept'

/** Answers a request: what it brings about happens in the same breath, but an erasure, which can be undone first. */
export const decide = async (
  work: Work,
  me: Me,
  id: string,
  { granted, text, reason }: Decision,
): Promise<'done' | NotDecided | null> => {
  const row = await held(work, id)
  if (!row) return null
  if (row.state !== 'open') return 'closed'
  if (row.asked_by === me.id) return 'own'
  if (granted && !row.identity_seen) return 'identity'
  if (granted && row.kind === 'erasure' && row.person_id && (await keeping(work, row.person_id)).mustStay) return 'kept'
  if (granted && !(await bringAbout(work, row))) return 'gone'
  await work.db
    .updateTable('rights_request')
    .set({
      state: granted ? 'granted' : 'refused',
      ended_at: work.now,
      ended_by: me.id,
      carry_out_on: granted && row.kind === 'erasure' ? plusDays(work.today, DAYS_TO_UNDO) : null,
    })
    .where('id', '=', id)
    .execute()
  await addStep(work, row, granted ? 'granted' : 'refused', me.id, { text, reason: granted ? null : reason })
  await work.audit('decided-right', 'rights-requests', [row.asked_by])
  await work.enqueue('rights-request-answered', { request: id, moment: 'answered' })
  return 'done'
}

/** Comes back on the decision to erase, while nothing is gone yet: the request is open again. */
export const undo = async (work: Work, me: Me, id: string): Promise<boolean> => {
  const row = await held(work, id)
  if (!row?.carry_out_on || row.carried_out_at || row.state !== 'granted' || row.asked_by === me.id) return false
  await work.db
    .updateTable('rights_request')
    .set({ state: 'open', ended_at: null, ended_by: null, carry_out_on: null })
    .where('id', '=', id)
    .execute()
  await addStep(work, row, 'undone', me.id)
  await work.audit('undid-right', 'rights-requests', [row.asked_by])
  return true
}

/** Ends a restriction from tomorrow on: the person is told first (art. 18(3) GDPR). */
export const lift = async (work: Work, me: Me, id: string, why: string): Promise<boolean> => {
  const row = await held(work, id)
  if (!row || row.asked_by === me.id) return false
  const ended = await work.db
    .updateTable('processing_restriction')
    .set({ ends_on: plusDays(work.today, 1) })
    .where('id', '=', id)
    .where('ends_on', 'is', null)
    .returning('id')
    .executeTakeFirst()
  if (!ended) return false
  await addStep(work, row, 'lifted', me.id, { text: why })
  await work.audit('lifted-processing-restriction', 'rights-requests', [row.asked_by])
  await work.enqueue('rights-request-answered', { request: id, moment: 'lifted' })
  return true
}
