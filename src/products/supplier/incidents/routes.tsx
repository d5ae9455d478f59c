import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import { signedIn } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import { momentOf } from '#shared/attention/hours.ts'
import type { Me } from '#shared/identity/me.ts'
import { listOf, pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { countAffected } from './affected/reading.ts'
import { clocksOf, firstClock } from './clocks.ts'
import { FactsForm } from './facts-view.tsx'
import { factsForm, intakeForm, stepForm, toldForm } from './form.ts'
import { type Refused, takeStep, writeFacts, writeTold } from './handling.ts'
import { Intake } from './intake-view.tsx'
import { steps, told } from './kinds.ts'
import { IncidentPage } from './page.tsx'
import { deedsOf, findIncident, type Incident, listIncidents, running } from './reading.ts'
import { refusedIn } from './refusals.ts'
import { Register, Running, titleOf } from './register-view.tsx'
import { report, TOPIC } from './reporting.ts'
import { keeper, officer } from './rules.ts'
import { passForm } from './sharing/pass-form.ts'
import { linksOf, mayTell, passIncident } from './sharing/passing.ts'
import { sharingTexts } from './sharing/texts.ts'
import type { Tried } from './side.tsx'
import { itemsOpen } from './six-items.ts'
import { incidentTexts } from './texts.ts'
import './personal-data.ts'

const wordsOf = ({ language }: Pick<Visit, 'language'>) => ({ t: pick(language, incidentTexts), language })

const clock = new Intl.DateTimeFormat('nl-NL', { timeZone: 'Europe/Amsterdam', timeStyle: 'short' })
const dayOfMoment = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', dateStyle: 'short' })
/** A moment as the fields of a form have it. */
const typedMoment = (at: Date) => ({ day: dayOfMoment.format(at), time: clock.format(at) })

const showIntake = (visit: Visit<string, Me>, typed: Typed = {}, problems: Readonly<Record<string, string>> = {}) => {
  const { t } = wordsOf(visit)
  const key = z.uuid().safeParse(typed.requestKey)
  return visit.page(
    { title: t.intake.title, bare: true, status: Object.keys(problems).length > 0 ? 422 : 200 },
    <Intake
      {...{ t, typed, problems }}
      requestKey={key.success ? key.data : randomUUID()}
      supplier={visit.site.kind === 'supplier'}
      practises={keeper(visit.me)}
      sent={visit.query.has('sent')}
      now={typedMoment(visit.work.now)}
    />,
  )
}

/** What the form shows of what is known already. */
const typedFacts = ({ words, groupSize, ...one }: Incident): Typed => ({
  ...typedMoment(one.foundAt),
  breach: one.breach ?? '',
  natures: one.natures,
  cause: one.cause ?? '',
  kinds: one.kinds,
  people: one.people,
  risk: one.risk ?? '',
  size: groupSize === null ? '' : String(groupSize),
  summary: words.summary || words.saw,
  causeText: words.cause,
  measures: words.measures,
  extent: words.extent,
  consequences: words.consequences,
})

type OfIncident = Visit<string, Me> & { readonly params: { readonly id: string } }

const showFacts = async (visit: OfIncident, typed?: Typed, problems: Readonly<Record<string, string>> = {}) => {
  const incident = await findIncident(visit.work, visit.params.id)
  if (!incident || incident.closedAt) return visit.notFound()
  const { t } = wordsOf(visit)
  return visit.page(
    { title: t.facts.title, bare: true, status: typed ? 422 : 200 },
    <FactsForm {...{ t, problems }} id={incident.id} typed={typed ?? typedFacts(incident)} title={titleOf(incident)} />,
  )
}

const showIncident = async (visit: OfIncident, tried: Tried | null = null) => {
  const { work, site, params } = visit
  const incident = await findIncident(work, params.id)
  if (!incident) return visit.notFound()
  const words = wordsOf(visit)
  return visit.page(
    { title: titleOf(incident), live: TOPIC, status: tried ? 422 : 200 },
    <IncidentPage
      {...words}
      {...{ tried }}
      incident={{ ...incident, clocks: clocksOf(incident, site.kind, work.now) }}
      deeds={await deedsOf(work, incident.id)}
      open={itemsOpen(incident)}
      affected={await countAffected(work, incident.id)}
      seesNames={officer(visit.me)}
      sharing={{
        links: await linksOf(work, incident.id),
        others: await mayTell(work, site.kind, incident.id),
        supplier: site.kind === 'supplier',
      }}
    />,
  )
}

/** Where a deed leads: on, nowhere when it is not there, or back with why it was refused and what was typed. */
const after = (visit: OfIncident, refused: Refused | null, what: Tried['what']) => {
  if (!refused) return visit.seeOther(urls.incident({ id: visit.params.id }))
  if (refused.why === 'gone') return visit.notFound()
  const { t, language } = wordsOf(visit)
  return showIncident(visit, { what, typed: visit.typed, refused: refusedIn(t, language, refused) })
}

const textProblem = (visit: OfIncident, what: Tried['what'], problems: Readonly<Record<string, string>>) => {
  const { t } = wordsOf(visit)
  const code = (problems.text ?? Object.values(problems)[0]) as keyof typeof t.problems
  return showIncident(visit, { what, typed: visit.typed, text: t.problems[code] })
}

/** Whoever sees something with personal data go wrong can say so (PROMISES P70). */
export const incidentIntake = new Module(
  'incident-intake',
  { nl: 'Een incident melden', en: 'Reporting an incident' },
  { staysOpen: 'always' },
)
  .place({
    order: 97,
    address: urls.reportIncident(),
    word: { nl: incidentTexts.nl.report, en: incidentTexts.en.report },
    icon: 'triangle-alert',
    rule: signedIn,
    railOnly: true,
  })
  .get(urls.reportIncident, signedIn, (visit) => showIntake(visit))
  .post(urls.reportIncident, signedIn, async (visit) => {
    const { work, me } = visit
    const form = visit.form(intakeForm(work.now))
    if (!form.ok) return showIntake(visit, form.typed, form.problems)
    const { saw, day, time, practice, requestKey } = form.value
    const keeps = keeper(me)
    const rehearsal = keeps && practice === 'yes'
    const id = await report(work, me, { saw, seenAt: momentOf(day, time), rehearsal, requestKey })
    return visit.seeOther(keeps ? urls.incident({ id }) : urls.reportIncident({ sent: 'yes' }))
  })

/** The register of incidents, its steps and clocks (PROMISES P70-P73; art. 33 and 34 GDPR). */
export const incidents = new Module('incidents', {
  nl: 'Incidenten afhandelen, met de klok erbij',
  en: 'Handling incidents, with the clock beside it',
})
  .place({
    order: 84,
    address: urls.incidents(),
    word: { nl: incidentTexts.nl.place, en: incidentTexts.en.place },
    icon: 'shield',
    rule: keeper,
    railOnly: true,
  })
  .today({
    order: 5,
    rule: keeper,
    show: async (visit) => {
      const open = await running(visit.work)
      if (open.length === 0) return null
      const clocks = open.flatMap((one) => clocksOf(one, visit.site.kind, visit.work.now))
      return <Running {...wordsOf(visit)} count={open.length} first={firstClock(clocks)} />
    },
  })
  .get(urls.incidents, keeper, async (visit) => {
    const { work, site } = visit
    const words = wordsOf(visit)
    const list = (await listIncidents(work)).map((one) => ({ ...one, clocks: clocksOf(one, site.kind, work.now) }))
    return visit.page({ title: words.t.title, live: TOPIC }, <Register {...words} list={list} />)
  })
  .get(urls.incident, keeper, (visit) => showIncident(visit))
  .get(urls.incidentFacts, keeper, (visit) => showFacts(visit))
  .post(urls.incidentFacts, keeper, async (visit) => {
    const form = visit.form(factsForm)
    if (!form.ok) return showFacts(visit, form.typed, form.problems)
    const { day, time, size, causeText, summary, measures, extent, consequences, ...facts } = form.value
    const refused = await writeFacts(visit.work, visit.params.id, {
      ...facts,
      foundAt: momentOf(day, time),
      groupSize: size,
      words: { summary, cause: causeText, measures, extent, consequences },
    })
    if (refused?.why === 'notFound') return showFacts(visit, visit.typed, { day: 'late' })
    return refused ? visit.notFound() : visit.seeOther(urls.incident({ id: visit.params.id }))
  })
  .post(urls.incidentStep, keeper, async (visit) => {
    const step = steps.find((one) => one === visit.params.step)
    if (!step) return visit.notFound()
    const form = visit.form(stepForm)
    if (!form.ok) return textProblem(visit, step, form.problems)
    const { text, needed, checked } = form.value
    const at = { id: visit.params.id, step, kind: visit.site.kind }
    const taken = { text, needed: needed === 'yes' || step !== 'restore', checked: checked === 'yes' }
    return after(visit, await takeStep(visit.work, visit.me, at, taken), step)
  })
  .post(urls.incidentTold, keeper, async (visit) => {
    const whom = told.find((one) => one === visit.params.whom)
    if (!whom) return visit.notFound()
    const form = visit.form(toldForm)
    if (!form.ok) return textProblem(visit, whom, form.problems)
    const telling = { whom, told: form.value.told === 'yes', text: form.value.text }
    return after(visit, await writeTold(visit.work, visit.me, visit.params.id, telling), whom)
  })
  .post(urls.passIncident, keeper, async (visit) => {
    const { work, me, site, params, typed, language } = visit
    const form = visit.form(passForm)
    if (!form.ok) return showIncident(visit, { what: 'pass', typed, field: form.problems.to ? 'to' : 'period' })
    const { to, period } = form.value
    const kinds = (await findIncident(work, params.id))?.kinds ?? []
    const refused = await passIncident(work, me, params.id, {
      ...{ kind: site.kind, to },
      search: period && { from: period.from.toISOString(), until: period.until.toISOString(), kinds },
      said: (names) => pick(language, sharingTexts).said(listOf(language, names)),
    })
    return after(visit, refused, 'pass')
  })
