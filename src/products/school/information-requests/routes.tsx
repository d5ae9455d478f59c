import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import { withRole } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { number, pick } from '#shared/language/index.ts'
import { List, Row } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { office } from '../people/rules.ts'
import { outcomes } from './personal-data.ts'
import { answerRequest, countWaiting, listRequests, myRequests, sendRequest, waitingRequest } from './queries.ts'
import { ReviewAnswer } from './review-view.tsx'
import { requestTexts } from './texts.ts'
import { AskForInformation, RequestsView } from './views.tsx'

/** Who sees nothing of a child and may ask the school (art. 1:377c BW). */
const mayAsk = withRole(
  { nl: 'ouders zonder gezag, die om informatie mogen vragen', en: 'parents without authority, who may ask' },
  'guardian-information-only',
)

const request = z.object({ text: z.string('text').min(1, 'text').max(4000, 'long') })

const ask = async (visit: Visit<string, Me>, typed: Typed = {}, problems?: Readonly<Record<string, string>>) => {
  const t = pick(visit.language, requestTexts)
  const mine = await myRequests(visit.work, visit.me)
  return visit.page(
    { title: t.title, status: problems ? 422 : 200 },
    <AskForInformation
      {...{ t, mine, typed }}
      language={visit.language}
      problems={problems ?? {}}
      received={visit.query.has('sent')}
    />,
  )
}

const answered = z.object({
  outcome: z.enum(outcomes, 'outcome'),
  text: z.string('answer').min(1, 'answer').max(4000, 'long'),
})

const review = async (
  visit: Visit<'/information-requests/:id', Me>,
  typed: Typed = {},
  problems: Readonly<Record<string, string>> = {},
) => {
  const request = await waitingRequest(visit.work, visit.params.id)
  if (!request) return visit.notFound()
  const t = pick(visit.language, requestTexts)
  return visit.page(
    { title: t.office, bare: true, status: Object.keys(problems).length > 0 ? 422 : 200 },
    <ReviewAnswer {...{ t, request, typed, problems }} language={visit.language} />,
  )
}

/** Asking the school for information without authority, and the office's list of what was asked. */
export const informationRequests = new Module('information-requests', {
  nl: 'Vragen om informatie',
  en: 'Requests for information',
})
  .place({
    order: 20,
    address: urls.informationRequest(),
    word: { nl: requestTexts.nl.place, en: requestTexts.en.place },
    icon: 'circle-help',
    rule: mayAsk,
  })
  .today({
    order: 60,
    rule: office,
    show: async (visit) => {
      const waiting = await countWaiting(visit.work)
      if (waiting === 0) return null
      const t = pick(visit.language, requestTexts)
      return (
        <List roomy>
          <Row
            title={t.today(number(visit.language, waiting), waiting === 1)}
            text={t.todayText}
            icon="circle-help"
            to={urls.informationRequests()}
          />
        </List>
      )
    },
  })
  .today({
    order: 60,
    rule: mayAsk,
    show: async (visit) => {
      const t = pick(visit.language, requestTexts)
      return (
        <List>
          <Row title={t.title} text={t.meText} icon="circle-help" to={urls.informationRequest()} />
        </List>
      )
    },
  })
  .get(urls.informationRequest, mayAsk, (visit) => ask(visit), { staysOpen: 'always' })
  .post(
    urls.informationRequest,
    mayAsk,
    async (visit) => {
      const form = visit.form(request)
      if (!form.ok) return ask(visit, form.typed, form.problems)
      await sendRequest(visit.work, visit.me, form.value.text)
      return visit.seeOther(urls.informationRequest({ sent: 'yes' }))
    },
    { staysOpen: 'always' },
  )
  .about({ nl: 'Vragen om informatie afhandelen', en: 'Handling requests for information' })
  .get(urls.informationRequests, office, async (visit) => {
    const t = pick(visit.language, requestTexts)
    const requests = await listRequests(visit.work)
    return visit.page(
      { title: t.office, live: 'information-requests' },
      <RequestsView t={t} language={visit.language} requests={requests} />,
    )
  })
  .get(urls.informationRequestOf, office, (visit) => review(visit))
  .post(urls.informationRequestOf, office, async (visit) => {
    const { work, me, params } = visit
    const form = visit.form(answered)
    if (!form.ok) return review(visit, form.typed, form.problems)
    const done = await answerRequest(work, me, params.id, form.value)
    return done ? visit.seeOther(urls.informationRequests()) : visit.notFound()
  })
