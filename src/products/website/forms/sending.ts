import { randomUUID } from 'node:crypto'
import { clockOf } from '#products/privacy/index.ts'
import { giveItem } from '#shared/attention/item.ts'
import type { Language } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { mayMailCopy } from './doubt.ts'
import type { Answer } from './fields.ts'
import type { HeldBecause, StepKind } from './kinds.ts'
import { stepText, submissionAnswers } from './personal-data.ts'
import { endOf, readersOfForm, type SiteForm } from './queries.ts'
import { hashOfLink, idOf, linkToken } from './stamp.ts'

/** How long the school has for an answer to a form that is about no right: the list of who reads it says this day. */
const ANSWER_DAYS = 7

/** The module under which what waits stands in the lists of its readers. */
export const FORMS = 'site-forms'

export const COPY = 'site-form-copy'

export type Message = {
  readonly name: string
  readonly mail: string
  readonly answers: readonly Answer[]
}

export type Sending = {
  readonly form: SiteForm
  /** Of the form's stamp. */
  readonly key: string
  readonly message: Message
  /** Who is signed in, when somebody is: then it stands in their own data. */
  readonly sender: string | null
  readonly language: Language
  readonly doubt: HeldBecause | null
}

const plusDays = (day: string, days: number) =>
  new Date(Date.parse(`${day}T12:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

/** Adds a step to what happened; a step of the same `requestKey` is there once. Answers whether it was added. */
export const addStep = async (
  work: Work,
  submission: string,
  what: StepKind,
  said: { readonly by?: string | null; readonly text?: string; readonly requestKey?: string } = {},
): Promise<boolean> => {
  const id = randomUUID()
  const last = await work.db
    .selectFrom('site_submission_step')
    .select(({ fn }) => fn.max('number').as('number'))
    .where('submission_id', '=', submission)
    .executeTakeFirst()
  const added = await work.db
    .insertInto('site_submission_step')
    .values({
      id,
      submission_id: submission,
      number: (last?.number ?? 0) + 1,
      what,
      words: said.text ? await work.seal(stepText, { subject: submission, row: id }, { text: said.text }) : null,
      at: work.now,
      by_id: said.by ?? null,
      request_key: said.requestKey ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return added.numInsertedOrUpdatedRows === 1n
}

/** Puts a message in the lists of its readers, with the day by which an answer is needed. */
export const tellReaders = async (
  work: Work,
  form: Pick<SiteForm, 'id' | 'kind'>,
  submission: { readonly id: string; readonly due: string | null },
): Promise<void> =>
  giveItem(work, {
    module: FORMS,
    subject: submission.id,
    readers: await readersOfForm(work, form),
    class: 'answer',
    answerBy: submission.due ?? plusDays(work.today, ANSWER_DAYS),
    until: new Date(work.now.getTime() + 90 * 86_400_000),
  })

/** Mails the sender where to read a copy, when there is an address to mail it to. */
export const mailCopy = async (work: Work, id: string, mail: string): Promise<void> => {
  if (mail && (await mayMailCopy(work, mail))) await work.enqueue(COPY, { submission: id }, { key: `${COPY} ${id}` })
}

/**
 * Keeps what somebody sent, sealed under a key of its own, and tells its readers. The same form sent twice is one message. What is
 * doubted waits for the school: no mail leaves for it, and nothing of it is lost. Answers its id.
 */
export const send = async (work: Work, sending: Sending): Promise<string> => {
  const { form, key, message, sender, language, doubt } = sending
  const id = idOf(work, key, [form.id, message])
  const right = form.kind === 'complaint' || form.kind === 'privacy'
  const clock = right ? clockOf(work.today) : null
  const known = await work.db.selectFrom('site_submission').select('id').where('id', '=', id).executeTakeFirst()
  if (known) return id
  const added = await work.db
    .insertInto('site_submission')
    .values({
      id,
      form_id: form.id,
      sender_id: sender,
      language,
      answers: await work.seal(submissionAnswers, { subject: id, row: id }, message),
      link_hash: hashOfLink(linkToken(work, id)),
      state: doubt ? 'maybe-spam' : 'waiting',
      held_because: doubt,
      received_at: work.now,
      active_at: work.now,
      ends_on: endOf(work.now, form.keepMonths),
      due_on: clock?.due ?? null,
      limit_on: clock?.limit ?? null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  if (added.numInsertedOrUpdatedRows === 0n) return id
  await addStep(work, id, 'received')
  if (doubt) await addStep(work, id, 'held')
  else {
    await tellReaders(work, form, { id, due: clock?.due ?? null })
    await mailCopy(work, id, message.mail)
  }
  await work.audit('received-message', 'site-forms')
  await work.notify('site-forms')
  return id
}
