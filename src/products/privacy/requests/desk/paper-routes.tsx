import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { namesOf, peopleNamed, plusDays, typedOnce } from '#products/school/index.ts'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { yesOf } from '../../consents/withdrawing.ts'
import { ask, type Result } from '../asking.ts'
import { request } from '../form.ts'
import { withdrawAtOnce } from '../handling.ts'
import { identityProofs, kinds, paperWays } from '../kinds.ts'
import { office } from '../rules.ts'
import { subjectsFor } from '../subjects.ts'
import { requestTexts } from '../texts.ts'
import { FindAsker, PaperForm } from './paper-view.tsx'
import { deskTexts } from './texts.ts'

type Problems = Readonly<Record<string, string>>

/** How long after a letter came in it can still be entered. */
const DAYS_BACK = 92

const SHOWN = 20

const onPaper = (today: string) =>
  z.object({
    kind: z.enum(kinds, 'kind'),
    way: z.enum(paperWays, 'way'),
    receivedOn: z.iso
      .date('receivedOn')
      .refine((day) => day <= today && day >= plusDays(today, -DAYS_BACK), 'receivedOn'),
    identity: z.preprocess((text) => text || null, z.enum(identityProofs, 'identity').nullable()).default(null),
  })

const asker = async ({ work }: Visit<string, Me>, id: string) => {
  const known = z.uuid().safeParse(id)
  const named = known.success ? (await namesOf(work, [id])).get(id) : undefined
  return named ? { id, name: named.name, givenName: named.givenName } : null
}

const find = async (visit: Visit<string, Me>, problem?: 'gone') => {
  const t = pick(visit.language, deskTexts)
  const name = typedOnce(visit.typed, 'name')
  return visit.page(
    { title: t.paper.title, bare: true, status: problem ? 422 : 200 },
    <FindAsker t={t} name={name} found={name ? await peopleNamed(visit.work, name, SHOWN) : null} problem={problem} />,
  )
}

/** What this person said yes to, to choose what is taken back. */
const consentsGiven = async ({ work, language }: Visit<string, Me>, person: string) => {
  const given = await yesOf(work, person)
  const names = await namesOf(
    work,
    given.map(({ pupil }) => pupil),
  )
  return given.flatMap(({ purpose, pupil, words }) => {
    const name = names.get(pupil)?.givenName
    const { title } = (language === 'en' && words.en) || words.nl
    return name ? [{ value: `${purpose} ${pupil}`, label: `${name}: ${title}` }] : []
  })
}

const form = async (visit: Visit<string, Me>, id: string, typed: Typed, problems: Problems = {}) => {
  const { work, language } = visit
  const person = await asker(visit, id)
  if (!person) return find(visit, 'gone')
  const t = pick(language, deskTexts)
  const known = z.uuid().safeParse(typedOnce(typed, 'requestKey'))
  return visit.page(
    { title: t.paper.title, bare: true, status: Object.keys(problems).length > 0 ? 422 : 200 },
    <PaperForm
      {...{ t, language, typed, problems }}
      words={pick(language, requestTexts)}
      asker={person}
      consents={await consentsGiven(visit, id)}
      subjects={await subjectsFor(work, { id, isPupil: false })}
      today={work.today}
      earliest={plusDays(work.today, -DAYS_BACK)}
      requestKey={known.success ? known.data : randomUUID()}
    />,
  )
}

const problemOf: Readonly<Record<Exclude<Result, 'asked'>, Problems>> = {
  'not-theirs': { person: 'person' },
  same: { value: 'same' },
  already: { form: 'already' },
}

/** Writing down what was asked by letter, mail, telephone or at the desk, with the clock from the day it came in. */
export const requestsOnPaper = new Module('requests-on-paper', {
  nl: 'Verzoeken over gegevens inschrijven die op papier of per telefoon kwamen',
  en: 'Entering requests about data that came on paper or by telephone',
})
  .get(urls.enterRequest, office, (visit) => {
    const chosen = visit.query.get('person')
    return chosen ? form(visit, chosen, { person: chosen, receivedOn: visit.work.today }) : find(visit)
  })
  // A name is posted, never in the address: addresses stay behind in histories and in logs of others.
  .post(urls.enterRequest, office, async (visit) => {
    const { work, me, typed } = visit
    if (typed.asker === undefined) return find(visit)
    const id = typedOnce(typed, 'asker')
    if (!(await asker(visit, id))) return find(visit, 'gone')
    const paper = visit.form(onPaper(work.today))
    const asked = visit.form(request(typedOnce(typed, 'kind'), work.today))
    if (!paper.ok || !asked.ok)
      return form(visit, id, typed, { ...(asked.ok ? {} : asked.problems), ...(paper.ok ? {} : paper.problems) })
    const { requestKey, ...what } = asked.value
    const { kind, way, receivedOn, identity } = paper.value
    const result = await ask(
      work,
      { id, isPupil: false },
      { id: requestKey, kind, ...what },
      { by: me.id, way, receivedOn, identity },
    )
    if (result !== 'asked') return form(visit, id, typed, problemOf[result])
    await withdrawAtOnce(work, me, requestKey, visit.language)
    return visit.seeOther(urls.rightsRequest({ id: requestKey }))
  })
