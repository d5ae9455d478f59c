import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { namesOf, peopleNamed, plusDays } from '#products/school/index.ts'
import { requestKey, type Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import { signedIn } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { List, Row } from '#shared/ui/index.ts'
import type { Period } from '#shared/vault/declaration.ts'
import { urls } from '#src/urls.ts'
import { watching } from '../rules.ts'
import { choosePeriod, endPeriod, type Held, liftHold, setHold } from './changes.ts'
import { ChooseHeld, HoldForm } from './hold-view.tsx'
import { PeriodForm, Periods } from './periods-view.tsx'
import {
  chosenLately,
  findPeriod,
  findRun,
  goingSoon,
  holdsOf,
  lastRuns,
  monthsAhead,
  nameOfSlug,
  type PeriodLine,
  peopleGoingSoon,
  periodLines,
} from './queries.ts'
import { holding } from './rules.ts'
import { retentionTexts } from './texts.ts'
import { RetentionOverview, RetentionRun } from './views.tsx'
import { periodInWords } from './words.ts'

const LONGEST = { days: 366, months: 120, years: 20 } as const
const chosen = z.object({
  amount: z
    .string('amount')
    .regex(/^\d{1,3}$/, 'amount')
    .transform(Number),
  unit: z.enum(['days', 'months', 'years'], 'amount'),
  why: z.string('why').trim().min(1, 'why').max(500, 'why'),
})
const held = z.object({
  requestKey,
  person: z.uuid().optional(),
  rule: z.string().max(200).optional(),
  reason: z.string('reason').trim().min(1, 'reason').max(1000, 'reason'),
  until: z.iso.date('until'),
})

const periodOf = ({ amount, unit }: z.infer<typeof chosen>): Period | null => {
  if (amount < 1 || amount > LONGEST[unit]) return null
  return unit === 'months' ? { years: Math.floor(amount / 12), months: amount % 12 } : { [unit]: amount }
}

const showPeriod = (visit: Visit<string, Me>, line: PeriodLine, typed: Typed = {}, problems = {}) => {
  const { language } = visit
  const t = pick(language, retentionTexts)
  return visit.page(
    { title: t.periodTitle, status: Object.keys(problems).length > 0 ? 422 : 200 },
    <PeriodForm {...{ t, language, line, typed, problems }} />,
  )
}

/** Who or what a hold is about, as the form names it; nothing for who is not there. */
const heldIn = async ({ work, language }: Visit<string, Me>, person: string | null, rule: string | null) => {
  const t = pick(language, retentionTexts)
  if (person) {
    const name = z.uuid().safeParse(person).success ? (await namesOf(work, [person])).get(person)?.name : undefined
    return name === undefined ? null : { field: 'person' as const, value: person, says: t.chosen(name) }
  }
  const line = (await periodLines(work, language)).find(({ slug }) => slug === rule)
  if (!line) return null
  return { field: 'rule' as const, value: line.slug, says: t.chosenRule(line.rule.declaration.what[language]) }
}

type Form = { readonly typed: Typed; readonly problems: { readonly reason?: string; readonly until?: string } }

const showHold = async (
  visit: Visit<string, Me>,
  person: string | null,
  rule: string | null,
  form: Form,
  key: string,
) => {
  const { work, language } = visit
  const about = await heldIn(visit, person, rule)
  if (!about) return visit.notFound()
  const t = pick(language, retentionTexts)
  return visit.page(
    { title: t.holdTitle, status: Object.keys(form.problems).length > 0 ? 422 : 200 },
    <HoldForm {...{ t, language }} {...form} held={about} today={work.today} sent={key} />,
  )
}

const chooseHeld = async (visit: Visit<string, Me>) => {
  const { work, language, query } = visit
  const t = pick(language, retentionTexts)
  const name = (query.get('name') ?? '').trim().slice(0, 80)
  const found = name ? await peopleNamed(work, name, 20) : null
  return visit.page({ title: t.holdTitle }, <ChooseHeld {...{ t, language, name, found }} />)
}

/** Periods: what goes when, what is held, what the school chose itself, and the proof of every night. */
export const retention = new Module('retention', {
  nl: 'Bewaartermijnen en wat er weggaat',
  en: 'Retention periods and what goes',
})
  .today({
    order: 90,
    rule: signedIn,
    show: async ({ work, language }) => {
      if ((await chosenLately(work)).length === 0) return null
      const t = pick(language, retentionTexts)
      return (
        <List>
          <Row title={t.told} text={t.toldText} icon="clock" to={urls.retentionPeriods()} />
        </List>
      )
    },
  })
  .get(urls.retention, watching, async (visit) => {
    const { work, me, language } = visit
    const t = pick(language, retentionTexts)
    const months = await monthsAhead(work)
    return visit.page(
      { title: t.title },
      <RetentionOverview
        {...{ t, language, months }}
        soon={goingSoon(work, months)}
        people={await peopleGoingSoon(work)}
        holds={await holdsOf(work)}
        runs={await lastRuns(work, 7)}
        officer={holding(me)}
      />,
    )
  })
  .get(urls.retentionRun, watching, async (visit) => {
    const { language } = visit
    const run = await findRun(visit.work, visit.params.id)
    if (!run) return visit.notFound()
    const t = pick(language, retentionTexts)
    return visit.page({ title: t.runTitle }, <RetentionRun {...{ t, language, run }} />)
  })
  .get(urls.retentionPeriod, watching, async (visit) => {
    const line = await findPeriod(visit.work, visit.params.rule)
    return line ? showPeriod(visit, line) : visit.notFound()
  })
  .post(urls.retentionPeriod, watching, async (visit) => {
    const { work, language } = visit
    const line = await findPeriod(work, visit.params.rule)
    if (!line) return visit.notFound()
    const t = pick(language, retentionTexts)
    const form = visit.form(chosen)
    if (!form.ok) {
      const problems = Object.keys(form.problems).map((name) => (name === 'why' ? 'why' : 'amount'))
      return showPeriod(visit, line, form.typed, Object.fromEntries(problems.map((name) => [name, t.problems[name]])))
    }
    const keep = periodOf(form.value)
    if (!keep) return showPeriod(visit, line, visit.typed, { amount: t.problems.amount })
    const result = await choosePeriod(work, line, keep, form.value.why)
    if (result === 'done') return visit.seeOther(urls.retentionPeriods())
    const { atLeast } = line.rule.retention
    const short = atLeast && t.problems.short(periodInWords(t, language, atLeast.keep), atLeast.law[language])
    return showPeriod(visit, line, visit.typed, { amount: result === 'too-short' ? short : t.problems.same })
  })
  .post(urls.endRetentionPeriod, watching, async (visit) => {
    const line = await findPeriod(visit.work, visit.params.rule)
    if (!line) return visit.notFound()
    await endPeriod(visit.work, line.rule.name)
    return visit.seeOther(urls.retentionPeriods())
  })
  .about({ nl: 'Vastzetten wat moet blijven', en: 'Holding what has to stay' })
  .get(urls.newRetentionHold, holding, (visit) => {
    const { query } = visit
    const [person, rule] = [query.get('person'), query.get('rule')]
    if (!person && !rule) return chooseHeld(visit)
    return showHold(visit, person, rule, { typed: {}, problems: {} }, randomUUID())
  })
  .post(urls.retentionHolds, holding, async (visit) => {
    const { work, language, typed } = visit
    const t = pick(language, retentionTexts)
    const [person, rule] = [typed.person, typed.rule].map((one) => (typeof one === 'string' ? one : null))
    const about = await heldIn(visit, person ?? null, rule ?? null)
    if (!about) return visit.notFound()
    const form = visit.form(held)
    const problems = form.ok ? {} : form.problems
    const until = form.ok ? form.value.until : null
    const days = until !== null && (until < work.today || until > plusDays(work.today, 3_653))
    if (!form.ok || days) {
      if ('requestKey' in problems) return visit.notFound()
      const key = typeof typed.requestKey === 'string' ? typed.requestKey : randomUUID()
      const said = {
        ...('reason' in problems ? { reason: t.problems.reason } : {}),
        ...('until' in problems || days ? { until: t.problems.until } : {}),
      }
      return showHold(visit, person ?? null, rule ?? null, { typed, problems: said }, key)
    }
    const what: Held = about.field === 'person' ? { person: about.value } : { rule: nameOfSlug(about.value) }
    const { requestKey: id, reason } = form.value
    const set = await setHold(work, { id, held: what, reason, until: form.value.until })
    return set ? visit.seeOther(urls.retention()) : visit.notFound()
  })
  .post(urls.liftRetentionHold, holding, async (visit) => {
    const lifted = await liftHold(visit.work, visit.params.id)
    return lifted ? visit.seeOther(urls.retention()) : visit.notFound()
  })
  .about({ nl: 'Lezen hoe lang school iets bewaart', en: 'Reading how long the school keeps things' })
  .get(urls.retentionPeriods, signedIn, async (visit) => {
    const { work, me, language } = visit
    const t = pick(language, retentionTexts)
    return visit.page(
      { title: t.periodsTitle },
      <Periods {...{ t, language }} lines={await periodLines(work, language)} mayChoose={watching(me)} />,
    )
  })
