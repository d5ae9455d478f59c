import Papa from 'papaparse'
import { z } from 'zod'
import { namesOf } from '#products/school/index.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { List, Row } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { PLAN } from '../applying/names.ts'
import { planTopic } from '../applying/run.ts'
import { connectionTexts } from '../connection/texts.ts'
import { problemWords } from '../connection/views.tsx'
import { ict } from '../rules.ts'
import { setupOf } from '../setup/setup.ts'
import { MODULE } from '../setup/switched.ts'
import { approve, choices, choose, drop, resume } from './choosing.ts'
import { PLAN_TOPIC, wishesOf } from './making.ts'
import { countAccounts, type Kind, listPlans, type Plan, planOf, stepsOf } from './queries.ts'
import { categories } from './steps.ts'
import { planTexts } from './texts.ts'
import { Home, logRows, PlanPage } from './views.tsx'

const KINDS: readonly string[] = [...categories, 'failed', 'all']

/** What is looked at first: what somebody must decide, and then what there is most of. */
const firstKind = ({ counts, failed, state }: Plan): Kind => {
  if (failed > 0 && state === 'done') return 'failed'
  if (counts.conflict > 0) return 'conflict'
  return categories.find((one) => counts[one] > 0) ?? 'all'
}

type PlanVisit = Visit<string, Me> & { readonly params: { readonly id: string } }

const showPlan = async (visit: PlanVisit, said: 'chosen' | 'stale' | null = null) => {
  const { work, language, query, params } = visit
  const plan = await planOf(work, params.id)
  if (!plan) return visit.notFound()
  const t = pick(language, planTexts)
  const asked = query.get('kind')
  const kind = asked && KINDS.includes(asked) ? (asked as Kind) : firstKind(plan)
  const page = Math.max(1, Math.min(10_000, Number.parseInt(query.get('page') ?? '1', 10) || 1))
  const names = await namesOf(work, plan.approvedBy ? [plan.approvedBy] : [])
  return visit.page(
    { title: t.title, live: planTopic(plan.id), status: said === 'stale' ? 422 : 200 },
    <PlanPage
      t={t}
      language={language}
      plan={plan}
      kind={kind}
      page={page}
      steps={await stepsOf(work, plan.id, kind, page)}
      approver={plan.approvedBy && (names.get(plan.approvedBy)?.name ?? t.somebody)}
      said={said ?? (query.has('chosen') ? 'chosen' : null)}
    />,
  )
}

const choiceForm = z.object({ choice: z.enum(choices) })

/** What waits for ICT on their first page. */
const today = async ({ work, language }: Visit<string, Me>) => {
  const t = pick(language, planTexts)
  const [open] = (await listPlans(work)).filter(({ state }) => state === 'waiting' || state === 'stopped')
  if (!open) return null
  const stopped = open.state === 'stopped'
  return (
    <List roomy>
      <Row
        icon="grid-2x2"
        title={stopped ? t.todayStopped : t.today(open.steps + open.counts.conflict)}
        text={stopped ? t.todayStoppedText : t.todayText}
        to={urls.m365Plan({ id: open.id })}
      />
    </List>
  )
}

/** The tenant in step: plans, approving them, how carrying out goes, and the log. */
export const plans = new Module(MODULE, {
  nl: 'Plannen voor Microsoft 365 bekijken, goedkeuren en uitvoeren',
  en: 'See, approve and carry out plans for Microsoft 365',
})
  .place({
    order: 62,
    address: urls.m365(),
    word: { nl: planTexts.nl.title, en: planTexts.en.title },
    icon: 'grid-2x2',
    rule: ict,
    railOnly: true,
  })
  .today({ order: 63, rule: ict, show: today })
  .get(urls.m365, ict, async (visit) => {
    const { work, language } = visit
    const t = pick(language, planTexts)
    const setup = await setupOf(work)
    const problem = setup?.consentedAt ? setup.problem : null
    return visit.page(
      { title: t.title, live: PLAN_TOPIC },
      <Home
        t={t}
        language={language}
        connected={wishesOf(setup) !== null}
        plans={await listPlans(work)}
        counts={await countAccounts(work)}
        comparing={visit.query.has('comparing') && !problem}
        trouble={problem && problemWords(pick(language, connectionTexts), problem)}
      />,
    )
  })
  .post(urls.m365NewPlan, ict, async (visit) => {
    const { work, me } = visit
    if (!wishesOf(await setupOf(work))) return visit.seeOther(urls.m365())
    await work.enqueue(PLAN, { cause: 'asked', person: me.id }, { key: PLAN })
    return visit.seeOther(urls.m365({ comparing: 'yes' }))
  })
  .get(urls.m365Plan, ict, (visit) => showPlan(visit))
  .post(urls.m365Approve, ict, async (visit) => {
    if (!(await planOf(visit.work, visit.params.id))) return visit.notFound()
    return (await approve(visit.work, visit.me, visit.params.id))
      ? visit.seeOther(urls.m365Plan({ id: visit.params.id }))
      : showPlan(visit, 'stale')
  })
  .post(urls.m365Drop, ict, async (visit) => {
    if (!(await planOf(visit.work, visit.params.id))) return visit.notFound()
    return (await drop(visit.work, visit.params.id)) ? visit.seeOther(urls.m365()) : showPlan(visit, 'stale')
  })
  .post(urls.m365Resume, ict, async (visit) => {
    if (!(await planOf(visit.work, visit.params.id))) return visit.notFound()
    return (await resume(visit.work, visit.params.id))
      ? visit.seeOther(urls.m365Plan({ id: visit.params.id }))
      : showPlan(visit, 'stale')
  })
  .post(urls.m365Step, ict, async (visit) => {
    const { id, step } = visit.params
    const form = visit.form(choiceForm)
    if (!/^\d{1,9}$/.test(step) || !(await planOf(visit.work, id))) return visit.notFound()
    if (!form.ok) return showPlan(visit, 'stale')
    const outcome = await choose(visit.work, visit.me, id, Number(step), form.value.choice)
    if (outcome === 'none') return visit.notFound()
    return outcome === 'done' ? visit.seeOther(urls.m365Plan({ id }, { chosen: 'yes' })) : showPlan(visit, 'stale')
  })
  .get(urls.m365Log, ict, async (visit) => {
    const { work, language, params } = visit
    if (!(await planOf(work, params.id))) return visit.notFound()
    const rows = logRows({ t: pick(language, planTexts), language }, await stepsOf(work, params.id, 'all', 'whole'))
    const csv = Papa.unparse(rows, { delimiter: ';', newline: '\r\n', escapeFormulae: true })
    return visit.send(`\uFEFF${csv}\r\n`, 'text/csv; charset=utf-8', 'microsoft-365.csv')
  })
