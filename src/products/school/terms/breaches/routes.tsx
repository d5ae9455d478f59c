import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { requestKey, type Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { number, pick } from '#shared/language/index.ts'
import { List, Row } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { findPerson, type Person } from '../../people/person.ts'
import { colleagues } from '../../people/protection.ts'
import { office } from '../../people/rules.ts'
import { day, oneOf } from '../../typed.ts'
import { bar, confirmBar, countWaiting, endBar, latestEnd } from './barring.ts'
import { findBreach, kinds, listBreaches, noteBreach } from './noting.ts'
import { answerObjection, countObjections } from './objections.ts'
import { whats } from './standing.ts'
import { breachTexts } from './texts.ts'
import { BreachList, BreachPage, NewBreach } from './views.tsx'

type Problems = Readonly<Record<string, string>>

const LONG = 2_000
const written = (problem: string) => z.string(problem).min(1, problem).max(LONG, 'long')

const noted = (today: string, seers: readonly string[]) =>
  z.object({
    requestKey,
    kind: z.enum(kinds, 'kind'),
    happened: written('happened'),
    seenBy: z.enum(seers, 'seenBy'),
    seenOn: day('seenOn').refine((seen) => seen <= today, 'seenOn'),
    message: written('message'),
  })

const answered = z.object({ restriction: z.uuid(), text: written('answer') })

const barred = (today: string, latest: string) =>
  z
    .object({
      what: z.enum(whats, 'what'),
      reason: written('reason'),
      from: day('from').refine((from) => from >= today && from <= latest, 'from'),
      to: day('to'),
    })
    .refine(({ from, to }) => to >= from && to <= latest, { path: ['to'], message: 'to' })

/** Whom it can be about: a parent or colleague who is here, and never oneself. */
const adult = async ({ work, me, params }: Visit<'/people/:id/breaches/new', Me>): Promise<Person | null> => {
  const person = await findPerson(work, me, params.id)
  return person && !person.isPupil && !person.left && person.id !== me.id ? person : null
}

const seersOf = async (visit: Visit<string, Me>, person: Person) =>
  (await colleagues(visit.work)).filter(({ id }) => id !== person.id)

const newPage = async (visit: Visit<string, Me>, person: Person, typed: Typed, problems: Problems = {}) => {
  const t = pick(visit.language, breachTexts)
  const known = z.uuid().safeParse(oneOf(typed, 'requestKey'))
  return visit.page(
    { title: t.title, bare: true, status: Object.keys(problems).length > 0 ? 422 : 200 },
    <NewBreach
      {...{ t, person, typed, problems }}
      colleagues={await seersOf(visit, person)}
      requestKey={known.success ? known.data : randomUUID()}
    />,
  )
}

type OfBreach = Visit<string, Me> & { readonly params: { readonly id: string } }

const breachPage = async (visit: OfBreach, typed?: Typed, problems: Problems = {}) => {
  const { work, me, language } = visit
  const breach = await findBreach(work, me, visit.params.id)
  if (!breach) return visit.notFound()
  const t = pick(language, breachTexts)
  const filled = typed ?? { from: work.today }
  return visit.page(
    { title: t.title, live: 'breaches', status: Object.keys(problems).length > 0 ? 422 : 200 },
    <BreachPage {...{ t, language, breach, problems }} latest={latestEnd(work)} typed={filled} />,
  )
}

/**
 * What the office does when somebody does not keep to the terms of use: it tells the person first, and can restrict them
 * for a while, with a reason and an end. Nobody does it to themselves, and a colleague looks along for longer than a week.
 */
export const breaches = new Module('breaches', {
  nl: 'Vastleggen dat iemand zich niet aan de regels hield, en de toegang beperken',
  en: 'Recording that somebody did not keep to the terms, and restricting access',
})
  .today({
    order: 66,
    rule: office,
    show: async ({ work, me, language }) => {
      const [waiting, objections] = [await countWaiting(work, me), await countObjections(work, me)]
      if (waiting + objections === 0) return null
      const t = pick(language, breachTexts)
      const title = t.today(number(language, waiting), waiting === 1)
      const objected = t.todayObjections(number(language, objections), objections === 1)
      return (
        <List roomy>
          {waiting > 0 && <Row title={title} text={t.todayText} icon="shield" to={urls.breaches()} />}
          {objections > 0 && <Row title={objected} text={t.todayObjectionsText} icon="mail" to={urls.breaches()} />}
        </List>
      )
    },
  })
  .get(urls.breaches, office, async (visit) => {
    const { work, me, language } = visit
    const t = pick(language, breachTexts)
    const rows = await listBreaches(work, me)
    return visit.page({ title: t.title, live: 'breaches' }, <BreachList {...{ t, language, rows }} />)
  })
  .get(urls.newBreach, office, async (visit) => {
    const person = await adult(visit)
    return person ? newPage(visit, person, { seenBy: visit.me.id, seenOn: visit.work.today }) : visit.notFound()
  })
  .post(urls.newBreach, office, async (visit) => {
    const { work, me } = visit
    const person = await adult(visit)
    if (!person) return visit.notFound()
    const seers = (await seersOf(visit, person)).map(({ id }) => id)
    const form = visit.form(noted(work.today, seers))
    if (!form.ok) return newPage(visit, person, form.typed, form.problems)
    const { requestKey: id, ...rest } = form.value
    await noteBreach(work, me, { id, person: person.id, ...rest })
    return visit.seeOther(urls.breach({ id }))
  })
  .get(urls.breach, office, (visit) => breachPage(visit))
  .post(urls.barring, office, async (visit) => {
    const { work, me, params } = visit
    const form = visit.form(barred(work.today, latestEnd(work)))
    if (!form.ok) return breachPage(visit, form.typed, form.problems)
    const result = await bar(work, me, params.id, form.value)
    if (result === null) return visit.notFound()
    return result === 'done'
      ? visit.seeOther(urls.breach({ id: params.id }))
      : breachPage(visit, visit.typed, { form: result })
  })
  .post(urls.answerObjection, office, async (visit) => {
    const { work, me, params } = visit
    const form = visit.form(answered)
    if (!form.ok) return breachPage(visit, { ...form.typed, from: work.today }, form.problems)
    return (await answerObjection(work, me, params.id, form.value))
      ? visit.seeOther(urls.breach({ id: params.id }))
      : visit.notFound()
  })
  .post(urls.confirmBarring, office, async (visit) => {
    const done = await confirmBar(visit.work, visit.me, visit.params.id)
    return done ? visit.seeOther(urls.breach({ id: visit.params.id })) : visit.notFound()
  })
  .post(urls.liftBarring, office, async (visit) => {
    const done = await endBar(visit.work, visit.me, visit.params.id)
    return done ? visit.seeOther(urls.breach({ id: visit.params.id })) : visit.notFound()
  })
