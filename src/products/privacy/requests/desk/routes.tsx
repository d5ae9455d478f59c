import { Readable } from 'node:stream'
import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { mustConfirm } from '#shared/identity/ways-in.tsx'
import { number, pick } from '#shared/language/index.ts'
import { List, Row } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { openCopy } from '../../my-data/copy/file.ts'
import { askForCopy, copyAbout, readyCopy } from '../../my-data/copy/queries.ts'
import { written } from '../form.ts'
import { decide, extend, findRequest, lift, listRequests, noteIdentity, undo, withdrawAtOnce } from '../handling.ts'
import { informationWaiting } from '../information.ts'
import { identityProofs, refusals } from '../kinds.ts'
import { answerLetter } from '../letter/routes.ts'
import { outsideRequests } from '../outside.ts'
import { elsewhere, handler, office } from '../rules.ts'
import { requestTexts } from '../texts.ts'
import { saidOf } from '../time-left.tsx'
import { requestPage } from './page.tsx'
import { copyOnPaper, paperCopy } from './paper-copy.ts'
import { deskTexts } from './texts.ts'
import { RequestList } from './views.tsx'
import '../personal-data.ts'

type Of = Visit<string, Me> & { readonly params: { readonly id: string } }

const textsOf = ({ language }: Visit<string, Me>) => ({
  t: pick(language, deskTexts),
  words: pick(language, requestTexts),
  language,
})

/** A no says why; a yes needs no reason code. */
const decision = z
  .object({
    granted: z.enum(['yes', 'no'], 'granted'),
    reason: z.preprocess((text) => text || null, z.enum(refusals, 'reason').nullable()).default(null),
    text: written,
  })
  .refine(({ granted, reason }) => granted === 'yes' || reason !== null, { path: ['reason'], message: 'reason' })

const shown = async (visit: Of, typed: Typed = {}, problems: Readonly<Record<string, string>> = {}) => {
  const request = await findRequest(visit.work, visit.me, visit.params.id)
  return request
    ? requestPage(visit, request, await paperCopy(visit.work, request), textsOf(visit), typed, problems)
    : visit.notFound()
}

const back = (visit: Of) => visit.seeOther(urls.rightsRequest({ id: visit.params.id }))

/** Does something with a request that this person may know of; 404 otherwise. */
const withRequest = async (visit: Of, run: () => Promise<Response>): Promise<Response> =>
  (await findRequest(visit.work, visit.me, visit.params.id)) ? run() : visit.notFound()

/** How the school answers what people ask about personal data, with the clock of art. 12(3) GDPR. */
export const rightsRequests = new Module('rights-requests', {
  nl: 'Verzoeken over gegevens beantwoorden',
  en: 'Answering requests about data',
})
  .place({
    order: 80,
    address: urls.rightsRequests(),
    word: { nl: deskTexts.nl.place, en: deskTexts.en.place },
    icon: 'shield-check',
    rule: elsewhere,
    railOnly: true,
  })
  .today({
    order: 60,
    rule: handler,
    show: async (visit) => {
      const { open } = await listRequests(visit.work, visit.me)
      const [first] = open
      if (!first) return null
      const { t, words, language } = textsOf(visit)
      return (
        <List roomy>
          <Row
            title={t.today(number(language, open.length), open.length === 1)}
            text={t.todayText(saidOf(words, language, first))}
            icon="shield-check"
            to={urls.rightsRequests()}
          />
        </List>
      )
    },
  })
  .get(urls.rightsRequests, handler, async (visit) => {
    const texts = textsOf(visit)
    return visit.page(
      { title: texts.t.title, live: 'rights-requests' },
      <RequestList
        {...texts}
        {...(await listRequests(visit.work, visit.me))}
        information={await informationWaiting(visit.work)}
        outside={await outsideRequests(visit.work, visit.me)}
        today={visit.work.today}
        isOffice={office(visit.me)}
      />,
    )
  })
  .get(urls.rightsRequest, handler, (visit) => shown(visit))
  .post(urls.checkIdentity, handler, (visit) =>
    withRequest(visit, async () => {
      const form = visit.form(z.object({ seen: z.enum(identityProofs, 'seen') }))
      if (!form.ok) return shown(visit, form.typed, form.problems)
      const done = await noteIdentity(visit.work, visit.me, visit.params.id, form.value.seen)
      if (done) await withdrawAtOnce(visit.work, visit.me, visit.params.id, visit.language)
      return done ? back(visit) : shown(visit, visit.typed, { form: 'closed' })
    }),
  )
  .post(urls.extendRequest, handler, (visit) =>
    withRequest(visit, async () => {
      const form = visit.form(z.object({ why: written }))
      if (!form.ok) return shown(visit, form.typed, form.problems)
      const done = await extend(visit.work, visit.me, visit.params.id, form.value.why)
      return done ? back(visit) : shown(visit, visit.typed, { form: 'late' })
    }),
  )
  .post(urls.decideRequest, handler, (visit) =>
    withRequest(visit, async () => {
      const form = visit.form(decision)
      if (!form.ok) return shown(visit, form.typed, form.problems)
      const { granted, reason, text } = form.value
      const made = { granted: granted === 'yes', reason, text }
      const result = await decide(visit.work, visit.me, visit.params.id, made)
      if (result === null) return visit.notFound()
      return result === 'done' ? back(visit) : shown(visit, visit.typed, { form: result })
    }),
  )
  .post(urls.undoDecision, handler, (visit) =>
    withRequest(visit, async () => {
      const done = await undo(visit.work, visit.me, visit.params.id)
      return done ? back(visit) : shown(visit, {}, { form: 'closed' })
    }),
  )
  .post(urls.liftRestriction, handler, (visit) =>
    withRequest(visit, async () => {
      const form = visit.form(z.object({ why: written }))
      if (!form.ok) return shown(visit, form.typed, form.problems)
      const done = await lift(visit.work, visit.me, visit.params.id, form.value.why)
      return done ? back(visit) : shown(visit, visit.typed, { form: 'closed' })
    }),
  )
  .get(urls.requestLetter, handler, async (visit) => {
    const request = await findRequest(visit.work, visit.me, visit.params.id)
    if (!request) return visit.notFound()
    return answerLetter(visit, { ...request, child: request.about?.name ?? null }, visit.params.step)
  })
  .about({ nl: 'Een kopie afdrukken voor wie er op papier om vroeg', en: 'Printing a copy for who asked on paper' })
  .post(urls.makeRequestCopy, handler, (visit) =>
    withRequest(visit, async () => {
      const request = await findRequest(visit.work, visit.me, visit.params.id)
      const asked = request && copyOnPaper(request)
      if (!asked) return visit.notFound()
      await askForCopy(visit.work, asked)
      return back(visit)
    }),
  )
  .get(urls.requestCopy, handler, async (visit) => {
    const { work, me, params } = visit
    const request = await findRequest(work, me, params.id)
    const asked = request && copyOnPaper(request)
    if (!asked) return visit.notFound()
    const first = await mustConfirm(visit, urls.requestCopy({ id: params.id }))
    if (first) return first
    const made = await copyAbout(work, asked)
    const copy = made && (await readyCopy(work, asked.asker, made.id))
    if (!copy) return visit.notFound()
    await work.audit('printed-data-copy', 'rights-requests', [...new Set([asked.subject, asked.asker])])
    for (const kind of ['ordinary', 'contact', 'family', 'activity'] as const) work.opened(copy.person_id, kind)
    const read = await openCopy(work, visit.files, copy)
    return visit.send(
      Readable.toWeb(read) as ReadableStream,
      'application/zip',
      `${pick(visit.language, deskTexts).copy.file}.zip`,
    )
  })
