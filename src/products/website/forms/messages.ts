import { answerItem, takeItemBack } from '#shared/attention/item.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Language } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import type { Answer } from './fields.ts'
import type { FormKind, HeldBecause, StepKind, SubmissionState } from './kinds.ts'
import { stepText, submissionAnswers } from './personal-data.ts'
import { endOf, listForms, readersOfForm } from './queries.ts'
import { addStep, FORMS, type Message, mailCopy, tellReaders } from './sending.ts'

/** One message with everything of it, as its readers and its sender see it. */
export type Submission = {
  readonly id: string
  readonly form: {
    readonly id: string
    readonly title: string
    readonly kind: FormKind
    readonly keepMonths: number | null
  }
  readonly name: string
  readonly mail: string
  readonly answers: readonly Answer[]
  readonly state: SubmissionState
  readonly heldBecause: HeldBecause | null
  readonly language: Language
  readonly receivedAt: Date
  readonly activeAt: Date
  readonly endsOn: string | null
  readonly dueOn: string | null
  readonly limitOn: string | null
}

const answers = reading(submissionAnswers, 'id', 'name', 'mail', 'answers')

const rows = (work: Work) =>
  work.db
    .selectFrom('site_submission')
    .innerJoin('site_form', 'site_form.id', 'site_submission.form_id')
    .select(['site_submission.id', 'site_submission.answers', 'site_submission.state', 'held_because', 'language'])
    .select(['received_at', 'active_at', 'ends_on', 'due_on', 'limit_on', 'form_id', 'title', 'kind', 'keep_months'])

type Row = Awaited<ReturnType<ReturnType<typeof rows>['execute']>>[number]

const opened = async (work: Work, found: readonly Row[]): Promise<Submission[]> =>
  (await work.open(found, { answers })).map((row) => ({
    id: row.id,
    form: { id: row.form_id, title: row.title, kind: row.kind as FormKind, keepMonths: row.keep_months },
    ...row.answers,
    state: row.state as SubmissionState,
    heldBecause: row.held_because as HeldBecause | null,
    language: row.language as Language,
    receivedAt: row.received_at,
    activeAt: row.active_at,
    endsOn: row.ends_on,
    dueOn: row.due_on,
    limitOn: row.limit_on,
  }))

/** The forms whose messages somebody reads. */
const formsReadBy = async (work: Work, me: Me): Promise<string[]> => {
  const mine: string[] = []
  for (const form of await listForms(work)) if ((await readersOfForm(work, form)).includes(me.id)) mine.push(form.id)
  return mine
}

/** What stands in the inbox of somebody under one heading, the newest first; what has a clock goes by that. */
export const listMessages = async (work: Work, me: Me, states: readonly SubmissionState[]): Promise<Submission[]> =>
  opened(
    work,
    await rows(work)
      .where('form_id', 'in', oneOf(await formsReadBy(work, me)))
      .where('site_submission.state', 'in', states)
      .orderBy('due_on')
      .orderBy('received_at', 'desc')
      .limit(200)
      .execute(),
  )

/** How many messages of mine stand under each state. */
export const countMessages = async (work: Work, me: Me): Promise<ReadonlyMap<SubmissionState, number>> => {
  const found = await work.db
    .selectFrom('site_submission')
    .select(['state', ({ fn }) => fn.countAll<string>().as('count')])
    .where('form_id', 'in', oneOf(await formsReadBy(work, me)))
    .groupBy('state')
    .execute()
  return new Map(found.map(({ state, count }) => [state as SubmissionState, Number(count)]))
}

/** One message that I may read. */
export const findMessage = async (work: Work, me: Me, id: string): Promise<Submission | null> => {
  const [found] = await rows(work)
    .where('site_submission.id', '=', id)
    .where('form_id', 'in', oneOf(await formsReadBy(work, me)))
    .execute()
  return found ? ((await opened(work, [found]))[0] ?? null) : null
}

/** The message that a link of a mail opens, for whoever has that mail. */
export const messageOfLink = async (work: Work, hash: string): Promise<Submission | null> => {
  const [found] = await rows(work).where('link_hash', '=', hash).execute()
  return found ? ((await opened(work, [found]))[0] ?? null) : null
}

export type Happened = {
  readonly id: string
  readonly what: StepKind
  readonly text: string | null
  readonly at: Date
  readonly by: string | null
}

/** What happened to a message, in order. Notes are for the school only. */
export const historyOf = async (work: Work, submission: string, { notes }: { notes: boolean }): Promise<Happened[]> => {
  const found = await work.db
    .selectFrom('site_submission_step')
    .select(['id', 'what', 'words', 'at', 'by_id'])
    .where('submission_id', '=', submission)
    .orderBy('number')
    .execute()
  const steps = await work.open(found, { words: reading(stepText, 'id', 'text') })
  return steps
    .filter(({ what }) => notes || what !== 'noted')
    .map(({ id, what, words, at, by_id }) => ({ id, what: what as StepKind, text: words?.text ?? null, at, by: by_id }))
}

const touch = (work: Work, { id, form }: Submission, state: SubmissionState) =>
  work.db
    .updateTable('site_submission')
    .set({ state, active_at: work.now, ends_on: endOf(work.now, form.keepMonths) })
    .where('id', '=', id)
    .execute()

export const ANSWERED = 'site-form-answered'

/** Answers a message: kept with it, and mailed to its sender as a link. Sent twice it is one answer. */
export const answer = async (
  work: Work,
  me: Me,
  submission: Submission,
  said: { readonly text: string; readonly requestKey: string },
): Promise<void> => {
  if (!(await addStep(work, submission.id, 'answered', { by: me.id, ...said }))) return
  await touch(work, submission, 'answered')
  await answerItem(work, { module: FORMS, subject: submission.id })
  if (submission.mail)
    await work.enqueue(
      ANSWERED,
      { submission: submission.id, answer: said.requestKey },
      { key: `${ANSWERED} ${said.requestKey}` },
    )
  await work.audit('answered-message', 'site-forms')
}

/** Writes something down that only the school reads. */
export const note = async (
  work: Work,
  me: Me,
  submission: Submission,
  said: { readonly text: string; readonly requestKey: string },
): Promise<void> => void (await addStep(work, submission.id, 'noted', { by: me.id, ...said }))

/** Says that it is no spam after all (it then goes its ordinary way), that it needs no more answer, or that it does. */
export const sort = async (
  work: Work,
  me: Me,
  submission: Submission,
  to: 'released' | 'closed' | 'reopened',
): Promise<void> => {
  const from: Record<typeof to, readonly SubmissionState[]> = {
    released: ['maybe-spam'],
    closed: ['waiting', 'answered', 'maybe-spam'],
    reopened: ['answered', 'closed'],
  }
  if (!from[to].includes(submission.state)) return
  await addStep(work, submission.id, to, { by: me.id })
  await touch(work, submission, to === 'closed' ? 'closed' : 'waiting')
  if (to === 'closed') await answerItem(work, { module: FORMS, subject: submission.id })
  else await tellReaders(work, submission.form, { id: submission.id, due: submission.dueOn })
  if (to === 'released') await mailCopy(work, submission.id, submission.mail)
  await work.audit(`${to}-message`, 'site-forms')
}

/** Takes a message away for good: its key goes with it. */
export const remove = async (work: Work, id: string, by: 'sender' | 'school'): Promise<void> => {
  await takeItemBack(work, { module: FORMS, subject: id })
  await work.db.deleteFrom('site_submission').where('id', '=', id).execute()
  await work.destroyKey(id)
  await work.forgetJobs([id])
  await work.audit(`${by}-removed-message`, 'site-forms')
}

/** What its sender corrected takes the place of what was there. */
export const correct = async (work: Work, submission: Submission, message: Message): Promise<void> => {
  await work.db
    .updateTable('site_submission')
    .set({ answers: await work.seal(submissionAnswers, { subject: submission.id, row: submission.id }, message) })
    .where('id', '=', submission.id)
    .execute()
  await addStep(work, submission.id, 'corrected')
  await touch(work, submission, submission.state === 'maybe-spam' ? 'maybe-spam' : 'waiting')
  if (submission.state !== 'maybe-spam')
    await tellReaders(work, submission.form, { id: submission.id, due: submission.dueOn })
}

/** What its sender writes after an answer; it waits for the school again. */
export const writeBack = async (
  work: Work,
  submission: Submission,
  said: { readonly text: string; readonly requestKey: string },
): Promise<void> => {
  if (!(await addStep(work, submission.id, 'wrote-back', said))) return
  if (submission.state === 'maybe-spam') return
  await touch(work, submission, 'waiting')
  await takeItemBack(work, { module: FORMS, subject: submission.id })
  await tellReaders(work, submission.form, { id: submission.id, due: submission.dueOn })
}
