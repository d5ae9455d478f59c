import { z } from 'zod'
import type { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { principal, reader } from '../rules.ts'
import { seatIn } from '../seats.ts'
import { messageTexts } from '../texts.ts'
import { handleReport, listReports, report, reportable } from './queries.ts'
import { ReportForm, Reports } from './views.tsx'

const wordsOf = (visit: Visit<string, Me>) => pick(visit.language, messageTexts)
const reason = z.object({ reason: z.string().min(3).max(1_000) })

const found = async (visit: Visit<'/messages/:thread/:message/report', Me>) => {
  const seated = await seatIn(visit.work, visit.me.id, visit.params.thread)
  const message =
    seated && (await reportable(visit.work, visit.me, seated, visit.params.message, wordsOf(visit).unnamed))
  return seated && message ? { seated, message } : null
}

type Found = NonNullable<Awaited<ReturnType<typeof found>>>

const formPage = (visit: Visit<'/messages/:thread/:message/report', Me>, { message }: Found, wrong: boolean) => {
  const t = wordsOf(visit)
  const typed = typeof visit.typed.reason === 'string' ? visit.typed.reason : ''
  return visit.page(
    { title: t.report.title, ...(wrong ? { status: 422 } : {}) },
    <ReportForm t={t} language={visit.language} at={visit.params} message={message} typed={typed} wrong={wrong} />,
  )
}

/** Reporting a message to the school, and what the principal reads of it. */
export const reportRoutes = (module: Module): Module =>
  module
    .about({ nl: 'Een bericht melden', en: 'Report a message' })
    .get(urls.reportMessage, reader, async (visit) => {
      const one = await found(visit)
      return one ? formPage(visit, one, false) : visit.notFound()
    })
    .post(urls.reportMessage, reader, async (visit) => {
      const one = await found(visit)
      if (!one) return visit.notFound()
      const form = visit.form(reason)
      if (!form.ok) return formPage(visit, one, true)
      await report(visit.work, visit.me, one.seated, one.message.id, form.value.reason)
      return visit.seeOther(urls.messageThread({ thread: visit.params.thread }))
    })
    .about({ nl: 'Gemelde berichten lezen', en: 'Read reported messages' })
    .get(urls.messageReports, principal, async (visit) => {
      const t = wordsOf(visit)
      const reports = await listReports(visit.work, t.unnamed)
      return visit.page({ title: t.reports.title }, <Reports t={t} language={visit.language} reports={reports} />)
    })
    .post(urls.handleMessageReport, principal, async (visit) => {
      const done = await handleReport(visit.work, visit.me, visit.params.report)
      return done ? visit.seeOther(urls.messageReports()) : visit.notFound()
    })
