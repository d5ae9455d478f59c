import { z } from 'zod'
import { requestKey, type Typed } from '#shared/access/form.ts'
import type { Module } from '#shared/access/module.ts'
import { anyone } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import { pick } from '#shared/language/index.ts'
import { ButtonLink, Text } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { publicPage } from '../../public-page.tsx'
import { type FormField, inputName, longest } from '../fields.ts'
import { correct, historyOf, messageOfLink, remove, type Submission, writeBack } from '../messages.ts'
import { filledIn } from '../public/filled.ts'
import type { FormProblems } from '../public/form-view.tsx'
import { findForm } from '../queries.ts'
import { hashOfLink } from '../stamp.ts'
import { formTexts } from '../texts.ts'
import { ownTexts } from './texts.ts'
import { CorrectMessage, OwnMessage, RemoveMessage } from './views.tsx'

type Own = Visit & { readonly params: { readonly token: string } }

/** Nobody but who has the mail: not kept by a browser, not found by a search engine. */
const privately = (visit: Visit) => {
  visit.header('Cache-Control', 'no-store')
  visit.header('X-Robots-Tag', 'noindex')
}

const withMessage = async (visit: Own, run: (message: Submission) => Promise<Response>): Promise<Response> => {
  const message = await messageOfLink(visit.work, hashOfLink(visit.params.token))
  if (!message) return visit.notFound()
  privately(visit)
  return run(message)
}

const show = async (visit: Own, message: Submission, problem = false): Promise<Response> => {
  const t = pick(visit.language, ownTexts)
  const done = visit.query.get('done')
  return publicPage(
    visit,
    { title: t.title, status: problem ? 422 : 200 },
    t.title,
    <OwnMessage
      t={t}
      language={visit.language}
      token={visit.params.token}
      message={message}
      history={await historyOf(visit.work, message.id, { notes: false })}
      said={done === 'corrected' ? t.corrected : done === 'written' ? t.written : null}
      problem={problem}
      typed={problem ? String(visit.typed.text ?? '') : ''}
    />,
  )
}

/** The questions as they can be answered again: as the form has them now, and else as they were asked then. */
const fieldsOf = async (visit: Visit, message: Submission): Promise<FormField[]> => {
  const now = new Map((await findForm(visit.work, message.form.id))?.fields.map((field) => [field.id, field]))
  return message.answers.map(
    ({ field, type, label }) =>
      now.get(field) ?? {
        id: field,
        label,
        type: type === 'choice' || type === 'several' ? 'area' : type,
        help: '',
        required: false,
        options: [],
      },
  )
}

const answered = (message: Submission): Typed => ({
  name: message.name,
  ...Object.fromEntries(
    message.answers.map(({ field, type, value }) => [
      inputName({ id: field }),
      type === 'several' ? value.split('\n') : value,
    ]),
  ),
})

const correcting = async (visit: Own, message: Submission, typed: Typed, problems: FormProblems = {}) => {
  const t = pick(visit.language, ownTexts)
  return publicPage(
    visit,
    { title: t.correctTitle, status: Object.keys(problems).length > 0 ? 422 : 200 },
    t.correctTitle,
    <CorrectMessage
      t={t}
      words={pick(visit.language, formTexts)}
      language={visit.language}
      token={visit.params.token}
      fields={await fieldsOf(visit, message)}
      typed={typed}
      problems={problems}
    />,
  )
}

/** In the place of a token: says that a message is gone, which no token can say any more. */
const REMOVED = 'removed'

const removed = (visit: Visit): Promise<Response> => {
  const t = pick(visit.language, ownTexts)
  return publicPage(visit, { title: t.removed }, t.removed, [
    <Text key="text">{t.removedText}</Text>,
    <ButtonLink key="home" to={urls.home()} look="line" icon="house">
      {pick(visit.language, formTexts).thanks.back}
    </ButtonLink>,
  ])
}

const reaction = z.object({ requestKey, text: z.string('text').min(1, 'text').max(longest.area, 'text') })

/** What somebody sent, behind the link of their mail: to read it, write back, correct it or take it away (PROMISES P62, P66). */
export const ownMessageRoutes = (module: Module): Module =>
  module
    .about({ nl: 'Teruglezen wat je zelf stuurde', en: 'Reading what you sent yourself' })
    .get(urls.sentMessage, anyone, (visit) =>
      visit.params.token === REMOVED ? removed(visit) : withMessage(visit, (message) => show(visit, message)),
    )
    .post(urls.sentMessage, anyone, (visit) =>
      withMessage(visit, async (message) => {
        const form = visit.form(reaction)
        if (!form.ok) return show(visit, message, true)
        await writeBack(visit.work, message, form.value)
        return visit.seeOther(urls.sentMessage(visit.params, { done: 'written' }))
      }),
    )
    .get(urls.correctSentMessage, anyone, (visit) =>
      withMessage(visit, (message) => correcting(visit, message, answered(message))),
    )
    .post(urls.correctSentMessage, anyone, (visit) =>
      withMessage(visit, async (message) => {
        // The address stays: the link was mailed there.
        const typed = { ...visit.typed, mail: message.mail }
        const filled = filledIn({ fields: await fieldsOf(visit, message), sender: 'optional' }, typed)
        if (!filled.ok) return correcting(visit, message, typed, filled.problems)
        await correct(visit.work, message, filled.message)
        return visit.seeOther(urls.sentMessage(visit.params, { done: 'corrected' }))
      }),
    )
    .get(urls.removeSentMessage, anyone, (visit) =>
      withMessage(visit, async () => {
        const t = pick(visit.language, ownTexts)
        return publicPage(
          visit,
          { title: t.removeTitle },
          t.removeTitle,
          <RemoveMessage t={t} token={visit.params.token} />,
        )
      }),
    )
    .post(urls.removeSentMessage, anyone, (visit) =>
      withMessage(visit, async (message) => {
        await remove(visit.work, message.id, 'sender')
        return visit.seeOther(urls.sentMessage({ token: REMOVED }))
      }),
    )
