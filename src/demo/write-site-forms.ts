import { clockOf } from '#products/privacy/index.ts'
import { templateOf } from '#products/website/forms/building/templates.ts'
import type { HeldBecause, StepKind, SubmissionState } from '#products/website/forms/kinds.ts'
import { stepText, submissionAnswers } from '#products/website/forms/personal-data.ts'
import { addForm, endOf, readersOfForm, type SiteForm, setFormState } from '#products/website/forms/queries.ts'
import { FORMS } from '#products/website/forms/sending.ts'
import { hashOfLink, linkToken } from '#products/website/forms/stamp.ts'
import { giveItem } from '#shared/attention/item.ts'
import { dayOf, type Work } from '#shared/tenancy/work.ts'
import { addDays } from './calendar.ts'
import type { Part } from './part.ts'
import { demoId } from './random.ts'
import { siteMessages } from './site-messages.ts'
import { staffId } from './staff.ts'

/** What a visitor of a demo's site sent, and what became of it. */
export type DemoMessage = {
  readonly form: 'contact' | 'complaint' | 'privacy' | 'visit'
  readonly name: string
  readonly mail: string
  /** By the id of the question. */
  readonly answers: Readonly<Record<string, string>>
  readonly daysAgo: number
  readonly held?: HeldBecause
  readonly steps?: readonly { readonly what: StepKind; readonly text?: string; readonly daysAgo: number }[]
  readonly state?: SubmissionState
}

const DAY = 86_400_000

const answererOf = (host: string): string | null => (host === 'vuurtoren' ? staffId('vuurtoren', 'Wim Postma') : null)

const writeMessage = async (work: Work, host: string, form: SiteForm, message: DemoMessage, at: number) => {
  const id = demoId(`site message/${host}/${form.slug}/${at}`)
  const moment = (ago: number) => new Date(work.now.getTime() - ago * DAY - (at + 1) * 2_700_000)
  const received = moment(message.daysAgo)
  const steps = message.steps ?? []
  const active = moment(steps.at(-1)?.daysAgo ?? message.daysAgo)
  const state = message.held ? 'maybe-spam' : (message.state ?? 'waiting')
  const clock = form.kind === 'complaint' || form.kind === 'privacy' ? clockOf(dayOf(received)) : null
  const answers = form.fields.map(({ id: field, type, label }) => ({
    field,
    type,
    label,
    value: message.answers[field] ?? '',
  }))
  await work.db
    .insertInto('site_submission')
    .values({
      id,
      form_id: form.id,
      sender_id: null,
      language: 'nl',
      answers: await work.seal(
        submissionAnswers,
        { subject: id, row: id },
        { name: message.name, mail: message.mail, answers },
      ),
      link_hash: hashOfLink(linkToken(work, id)),
      state,
      held_because: message.held ?? null,
      received_at: received,
      active_at: active,
      ends_on: endOf(active, form.keepMonths),
      due_on: clock?.due ?? null,
      limit_on: clock?.limit ?? null,
    })
    .execute()
  const all = [{ what: message.held ? ('held' as const) : ('received' as const), daysAgo: message.daysAgo }, ...steps]
  for (const [number, step] of all.entries()) {
    const row = demoId(`site message step/${host}/${form.slug}/${at}/${number}`)
    const { what, text } = { text: undefined, ...step }
    await work.db
      .insertInto('site_submission_step')
      .values({
        id: row,
        submission_id: id,
        number: number + 1,
        what,
        words: text ? await work.seal(stepText, { subject: id, row }, { text }) : null,
        at: moment(step.daysAgo),
        by_id: what === 'answered' || what === 'noted' ? answererOf(host) : null,
        request_key: null,
      })
      .execute()
  }
  if (state !== 'waiting') return
  await giveItem(work, {
    module: FORMS,
    subject: id,
    readers: await readersOfForm(work, form),
    class: 'answer',
    answerBy: clock?.due ?? addDays(dayOf(received), 7),
    toldAlready: true,
    until: new Date(work.now.getTime() + 90 * DAY),
  })
}

/** The forms of the demo's sites with what visitors sent: waiting, answered, a complaint with its clock, and maybe spam. */
export const writeSiteForms = async (work: Work, { organisation: { host } }: Part): Promise<void> => {
  const messages = siteMessages[host]
  if (!messages) return
  for (const name of new Set(['contact' as const, ...messages.map(({ form }) => form)])) {
    const draft = templateOf('nl', name)
    const id = demoId(`site form/${host}/${name}`)
    await addForm(work, null, id, draft)
    await setFormState(work, null, id, 'open')
    const form: SiteForm = { ...draft, id, version: 1, state: 'open' }
    const mine = messages.filter((message) => message.form === name)
    for (const [at, message] of mine.entries()) await writeMessage(work, host, form, message, at)
  }
}
