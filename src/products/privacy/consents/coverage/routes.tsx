import { findGroup } from '#products/school/index.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { office, watches } from '../rules.ts'
import { CONSENTS } from '../settling.ts'
import { coverageOf, openQuestions } from './queries.ts'
import { lastReminder, mayRemindFrom, paperList, remind, toRemind } from './reminding.ts'
import { coverageTexts } from './texts.ts'
import { CoveragePage, GroupCoverage, PaperList, Reminding } from './views.tsx'

const show = async (visit: Visit<string, Me>, problem = false) => {
  const { work, me, language, query } = visit
  const t = pick(language, coverageTexts)
  const coverage = await coverageOf(work, null)
  const asks = office(me) && coverage.purposes.length > 0
  const { mails, letters, kept } = asks ? await toRemind(work) : { mails: [], letters: [], kept: [] }
  const last = await lastReminder(work)
  const reminding = asks && (
    <Reminding
      {...{ t, language, last, problem }}
      mails={mails.length}
      letters={letters.length}
      kept={kept.length}
      from={mayRemindFrom(work, last)}
      sent={query.has('sent')}
    />
  )
  return visit.page(
    { title: t.title, status: problem ? 422 : 200, live: CONSENTS },
    <CoveragePage {...{ t, language, coverage, reminding }} office={office(me)} />,
  )
}

/** How many answered what, for who asks and who watches; and a round to those who did not. */
export const consentCoverage = new Module('consent-coverage', {
  nl: 'Hoeveel toestemmingen er zijn',
  en: 'How many consents there are',
})
  .get(urls.consentCoverage, watches, (visit) => show(visit))
  .get(urls.consentCoverageOf, watches, async (visit) => {
    const { work, me, language, params } = visit
    const t = pick(language, coverageTexts)
    const coverage = await coverageOf(work, params.group)
    const name = coverage.groups.find(({ id }) => id === params.group)?.name
    if (!name) return visit.notFound()
    const pupils = office(me) ? ((await findGroup(work, me, params.group))?.pupils ?? []) : []
    const open = await openQuestions(
      work,
      pupils.map(({ id }) => id),
    )
    const page = { t, language, name, coverage }
    return visit.page(
      { title: name, live: CONSENTS },
      <GroupCoverage {...page} pupils={pupils.map(({ id, name }) => ({ id, name, open: open.get(id) ?? 0 }))} />,
    )
  })
  .about({ nl: 'Herinneren dat er een vraag om toestemming is', en: 'Reminding of a question for consent' })
  .get(urls.consentReminders, office, async (visit) => {
    const { work, language } = visit
    const t = pick(language, coverageTexts)
    const list = await paperList(work)
    return visit.page({ title: t.paper }, <PaperList {...{ t, language, list }} today={work.today} />)
  })
  .post(urls.consentReminders, office, async (visit) =>
    (await remind(visit.work)) ? visit.seeOther(urls.consentCoverage({ sent: 'yes' })) : show(visit, true),
  )
