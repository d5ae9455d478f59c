import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { typedOnce } from '#products/school/index.ts'
import { requestKey } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import { signedIn } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { written } from '../../requests/form.ts'
import { supplierOf } from '../../requests/supplier.ts'
import { complaintTexts } from '../texts.ts'
import { complain, myComplaint, takeBack } from './queries.ts'
import { ComplaintForm, MyComplaintPage } from './views.tsx'
import '../personal-data.ts'

const complaint = z.object({ requestKey, text: written })

const form = async (visit: Visit<string, Me>, problems: Readonly<Record<string, string>> = {}) => {
  const t = pick(visit.language, complaintTexts)
  const supplier = await supplierOf(visit.work)
  if (!supplier) return visit.notFound()
  const known = z.uuid().safeParse(typedOnce(visit.typed, 'requestKey'))
  const problem = problems.text ?? (problems.requestKey && 'form')
  return visit.page(
    { title: t.title(supplier.name), bare: true, status: problem ? 422 : 200 },
    <ComplaintForm
      {...{ t }}
      supplier={supplier.name}
      text={typedOnce(visit.typed, 'text')}
      problem={problem && t.problems[problem as keyof typeof t.problems]}
      requestKey={known.success ? known.data : randomUUID()}
    />,
  )
}

/** A complaint to the supplier, written at school and answered there (PROMISES P68). */
export const ownComplaints = new Module(
  'complaints',
  { nl: 'Een klacht schrijven aan de leverancier', en: 'Writing a complaint to the supplier' },
  { staysOpen: 'always' },
)
  .get(urls.complainToSupplier, signedIn, (visit) => form(visit))
  .post(urls.complainToSupplier, signedIn, async (visit) => {
    const posted = visit.form(complaint)
    if (!posted.ok) return form(visit, posted.problems)
    const { requestKey: id, text } = posted.value
    const done = await complain(visit.work, visit.me, id, text)
    return done ? visit.seeOther(urls.myComplaint({ id }, { sent: 'yes' })) : visit.notFound()
  })
  .get(urls.myComplaint, signedIn, async (visit) => {
    const { work, me, language } = visit
    const mine = await myComplaint(work, me, visit.params.id)
    if (!mine) return visit.notFound()
    const t = pick(language, complaintTexts)
    return visit.page(
      { title: t.title(mine.supplier), live: 'complaints' },
      <MyComplaintPage {...{ t, language }} today={work.today} complaint={mine} sent={visit.query.has('sent')} />,
    )
  })
  .post(urls.withdrawComplaint, signedIn, async (visit) => {
    const done = await takeBack(visit.work, visit.me, visit.params.id)
    return done ? visit.seeOther(urls.myRequests({ takenBack: 'yes' })) : visit.notFound()
  })
