import { z } from 'zod'
import { namesOf } from '#products/school/index.ts'
import { requestKey } from '#shared/access/form.ts'
import type { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import { readItems } from '#shared/attention/item.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { longest } from '../fields.ts'
import type { SubmissionState } from '../kinds.ts'
import {
  answer,
  countMessages,
  findMessage,
  historyOf,
  listMessages,
  note,
  remove,
  type Submission,
  sort,
} from '../messages.ts'
import { formEditor, inboxTeam } from '../rules.ts'
import { FORMS } from '../sending.ts'
import { inboxTexts } from './texts.ts'
import { Inbox, InboxMessage, type Tab } from './views.tsx'

const states: Readonly<Record<Tab, readonly SubmissionState[]>> = {
  waiting: ['waiting'],
  done: ['answered', 'closed'],
  spam: ['maybe-spam'],
}

type Of = Visit<string, Me> & { readonly params: { readonly id: string } }

const withMessage = async (visit: Of, run: (message: Submission) => Promise<Response>): Promise<Response> => {
  const message = await findMessage(visit.work, visit.me, visit.params.id)
  return message ? run(message) : visit.notFound()
}

const show = async (visit: Of, message: Submission, problem?: 'answer' | 'note'): Promise<Response> => {
  const { work, me, language, typed } = visit
  const t = pick(language, inboxTexts)
  const history = await historyOf(work, message.id, { notes: true })
  await readItems(work, me, FORMS, [message.id])
  return visit.page(
    { title: t.title, status: problem ? 422 : 200, live: 'site-forms' },
    <InboxMessage
      {...{ t, language, message, history, problem }}
      names={
        await namesOf(
          work,
          history.flatMap(({ by }) => by ?? []),
        )
      }
      mayEnter={me.is('administrator', 'principal')}
      typed={String(typed.text ?? '')}
    />,
  )
}

const writing = z.object({
  requestKey,
  what: z.enum(['answer', 'note']),
  text: z.string('text').min(1, 'text').max(longest.area, 'text'),
})
const sorting = z.object({ to: z.enum(['released', 'closed', 'reopened']) })

/** Where the team reads and answers what visitors sent. What is of another's form is not there. */
export const inboxRoutes = (module: Module): Module =>
  module
    .about({
      nl: 'Berichten van de website lezen en beantwoorden',
      en: 'Reading and answering messages from the website',
    })
    .place({
      order: 75,
      address: urls.inbox(),
      word: { nl: inboxTexts.nl.place, en: inboxTexts.en.place },
      icon: 'mail',
      rule: formEditor,
      railOnly: true,
    })
    .attention({
      show: async ({ work, me, language }, items) => {
        const t = pick(language, inboxTexts)
        const mine = await listMessages(work, me, ['waiting'])
        const asked = new Set(items.map(({ subject }) => subject))
        return mine
          .filter(({ id }) => asked.has(id))
          .map(({ id, form, name }) => ({
            subject: id,
            title: t.attention(form.title),
            text: t.attentionFrom(name || t.nobody),
            to: urls.inboxMessage({ id }),
            action: t.attentionAction,
          }))
      },
    })
    .get(urls.inbox, inboxTeam, async (visit) => {
      const { work, me, language, query } = visit
      const asked = query.get('show')
      const tab: Tab = asked === 'done' || asked === 'spam' ? asked : 'waiting'
      const t = pick(language, inboxTexts)
      return visit.page(
        { title: t.title, live: 'site-forms' },
        <Inbox
          {...{ t, language, tab }}
          counts={await countMessages(work, me)}
          messages={await listMessages(work, me, states[tab])}
        />,
      )
    })
    .get(urls.inboxMessage, inboxTeam, (visit) => withMessage(visit, (message) => show(visit, message)))
    .post(urls.answerMessage, inboxTeam, (visit) =>
      withMessage(visit, async (message) => {
        const form = visit.form(writing)
        if (!form.ok) return show(visit, message, visit.typed.what === 'note' ? 'note' : 'answer')
        const { what, ...said } = form.value
        await (what === 'answer' ? answer : note)(visit.work, visit.me, message, said)
        return visit.seeOther(urls.inboxMessage(visit.params))
      }),
    )
    .post(urls.sortMessage, inboxTeam, (visit) =>
      withMessage(visit, async (message) => {
        const form = visit.form(sorting)
        if (!form.ok) return show(visit, message, 'answer')
        await sort(visit.work, visit.me, message, form.value.to)
        return visit.seeOther(urls.inboxMessage(visit.params))
      }),
    )
    .post(urls.dropMessage, inboxTeam, (visit) =>
      withMessage(visit, async (message) => {
        const right = message.form.kind === 'complaint' || message.form.kind === 'privacy'
        if (right && message.heldBecause === null) return visit.notFound()
        await remove(visit.work, message.id, 'school')
        return visit.seeOther(urls.inbox())
      }),
    )
