import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { typedOnce } from '#products/school/index.ts'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import { signedIn } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { myComplaints } from '../../complaints/mine/queries.ts'
import { MyComplaints } from '../../complaints/mine/views.tsx'
import { complaintTexts } from '../../complaints/texts.ts'
import { asked } from '../../consents/rules.ts'
import { ask, myRequest, myRequests, withdraw } from '../asking.ts'
import { request } from '../form.ts'
import { type Keeping, keeping } from '../keeping.ts'
import { type AskedHere, askedHere } from '../kinds.ts'
import { answerLetter } from '../letter/routes.ts'
import { mySubjects } from '../subjects.ts'
import { supplierOf } from '../supplier.ts'
import { requestTexts } from '../texts.ts'
import { AskForm } from './ask-view.tsx'
import { mineTexts } from './texts.ts'
import { Complain, MyRequestPage, MyRequests } from './views.tsx'

type Problems = Readonly<Record<string, string>>

const textsOf = ({ language }: Visit<string, Me>) => ({
  t: pick(language, mineTexts),
  words: pick(language, requestTexts),
  language,
})

const kindOf = (text: string): AskedHere | null => z.enum(askedHere).safeParse(text).data ?? null

const form = async (visit: Visit<string, Me>, kind: AskedHere, typed: Typed, problems: Problems = {}) => {
  const { work, me, site } = visit
  const texts = textsOf(visit)
  const known = z.uuid().safeParse(typedOnce(typed, 'requestKey'))
  const subjects = await mySubjects(work, me)
  const keepings = new Map<string, Keeping>()
  if (kind === 'erasure') for (const { id } of subjects) keepings.set(id, await keeping(work, id))
  return visit.page(
    { title: texts.t.forms[kind].title, bare: true, status: Object.keys(problems).length > 0 ? 422 : 200 },
    <AskForm
      {...{ ...texts, kind, typed, problems, subjects, keepings }}
      school={site.name}
      me={me.id}
      requestKey={known.success ? known.data : randomUUID()}
    />,
  )
}

/** What somebody asks of the school about personal data: their own and those of their children. */
export const myRequestsModule = new Module(
  'my-requests',
  {
    nl: 'Je rechten: laten verbeteren, wissen, bezwaar en klachten',
    en: 'Your rights: correct, erase, object, complain',
  },
  { staysOpen: 'always' },
)
  .get(urls.myRequests, signedIn, async (visit) => {
    const { work, me, query } = visit
    const texts = textsOf(visit)
    return visit.page(
      { title: texts.t.title, live: 'rights-requests' },
      <MyRequests
        {...texts}
        requests={await myRequests(work, me)}
        mayAsk={(await mySubjects(work, me)).length > 0}
        mayConsent={me.is('guardian') || (asked(me) && (await mySubjects(work, me)).length > 0)}
        informationOnly={me.is('guardian-information-only')}
        said={
          query.has('sent') ? 'sent' : query.has('withdrawn') ? 'taken' : query.has('takenBack') ? 'takenBack' : null
        }
        complaints={
          <MyComplaints
            t={pick(visit.language, complaintTexts)}
            language={visit.language}
            today={work.today}
            complaints={await myComplaints(work, me)}
          />
        }
      />,
    )
  })
  .get(urls.askRight, signedIn, async (visit) => {
    const kind = kindOf(visit.params.kind)
    if (!kind) return visit.notFound()
    const about = visit.query.get('about')
    return form(visit, kind, about ? { person: about } : {})
  })
  .post(urls.askRight, signedIn, async (visit) => {
    const { work, me } = visit
    const kind = kindOf(visit.params.kind)
    if (!kind) return visit.notFound()
    const posted = visit.form(request(kind, work.today))
    if (!posted.ok) return form(visit, kind, posted.typed, posted.problems)
    const { requestKey: id, ...what } = posted.value
    const result = await ask(work, { id: me.id, isPupil: me.is('pupil') }, { id, kind, ...what })
    if (result === 'asked') return visit.seeOther(urls.myRequests({ sent: 'yes' }))
    const problem = { 'not-theirs': { person: 'person' }, same: { value: 'same' }, already: { form: 'already' } }
    return form(visit, kind, visit.typed, problem[result])
  })
  .get(urls.complain, signedIn, async (visit) => {
    const texts = textsOf(visit)
    return visit.page(
      { title: texts.t.complaint.title },
      <Complain {...texts} supplier={await supplierOf(visit.work)} />,
    )
  })
  .get(urls.myRequest, signedIn, async (visit) => {
    const texts = textsOf(visit)
    const mine = await myRequest(visit.work, visit.me, visit.params.id)
    if (!mine) return visit.notFound()
    return visit.page({ title: texts.t.title, live: 'rights-requests' }, <MyRequestPage {...texts} request={mine} />)
  })
  .post(urls.withdrawRequest, signedIn, async (visit) => {
    const done = await withdraw(visit.work, visit.me, visit.params.id)
    return done ? visit.seeOther(urls.myRequests({ withdrawn: 'yes' })) : visit.notFound()
  })
  .get(urls.myRequestLetter, signedIn, async (visit) => {
    const mine = await myRequest(visit.work, visit.me, visit.params.id)
    return mine
      ? answerLetter(
          visit,
          { ...mine, asker: { name: visit.me.name }, child: mine.aboutMe ? null : mine.about },
          visit.params.step,
        )
      : visit.notFound()
  })
