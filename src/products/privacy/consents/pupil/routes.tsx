import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { ageOf, sayAge } from '../ages.ts'
import { office, watches } from '../rules.ts'
import { CONSENTS } from '../settling.ts'
import { consentTexts } from '../texts.ts'
import { type Letter, proofOf, pupilConsents, recordLetter } from './queries.ts'
import { pupilTexts } from './texts.ts'
import { type Filled, PupilPage } from './views.tsx'

type OfPupil = Visit<'/consents/pupils/:pupil', Me>

const letter = (today: string) =>
  z.object({
    person: z.uuid('person'),
    channel: z.enum(['paper', 'phone'], 'channel'),
    givenOn: z.iso.date('day').refine((day) => day <= today && day >= '2000-01-01', 'day'),
  })

const ANSWER = 'answer-'

/** The answers of a letter: a question that was left open has none. */
const answersIn = (typed: Typed): Letter['answers'] =>
  Object.entries(typed).flatMap(([name, value]) => {
    if (!name.startsWith(ANSWER) || (value !== 'yes' && value !== 'no')) return []
    const purpose = z.uuid().safeParse(name.slice(ANSWER.length))
    if (!purpose.success) return []
    return [{ purpose: purpose.data, number: Number(typed[`number-${purpose.data}`]), yes: value === 'yes' }]
  })

const show = async (visit: OfPupil, filled: Filled = { typed: {}, problems: {} }) => {
  const { work, language, params } = visit
  const pupil = await pupilConsents(work, params.pupil)
  if (!pupil) return visit.notFound()
  const [t, c] = [pick(language, pupilTexts), pick(language, consentTexts)]
  return visit.page(
    { title: t.title(pupil.name), status: Object.keys(filled.problems).length > 0 ? 422 : 200, live: CONSENTS },
    <PupilPage {...{ t, c, language, pupil }} {...filled} today={work.today} />,
  )
}

/** One pupil's consents for the office: who answered what, what comes on paper, and the proof. */
export const pupilConsentPages = new Module('pupil-consents', {
  nl: 'De toestemmingen van één kind',
  en: 'The consents of one child',
})
  .get(urls.consentPupil, office, (visit) => show(visit))
  .post(urls.consentPupil, office, async (visit) => {
    const { work, params, typed } = visit
    if (!(await pupilConsents(work, params.pupil))) return visit.notFound()
    const form = visit.form(letter(work.today))
    if (!form.ok) return show(visit, form)
    const came = await recordLetter(work, params.pupil, { ...form.value, answers: answersIn(typed) })
    if (came === 'done') return visit.seeOther(urls.consentPupil({ pupil: params.pupil }))
    return show(visit, { typed, problems: came === 'not-deciding' ? { person: 'person' } : { form: came } })
  })
  .post(urls.consentAge, office, async (visit) => {
    const { work, params, typed } = visit
    if (!(await pupilConsents(work, params.pupil))) return visit.notFound()
    const said = typed.own === 'yes' || typed.own === 'no'
    if (said && !(await ageOf(work, params.pupil)).known) await sayAge(work, params.pupil, typed.own === 'yes')
    return visit.seeOther(urls.consentPupil({ pupil: params.pupil }))
  })
  .about({ nl: 'Bewijs van toestemming, zonder namen', en: 'Proof of consent, without names' })
  .get(urls.consentProof, watches, async (visit) => {
    const proof = await proofOf(visit.work, visit.params.pupil)
    if (!proof) return visit.notFound()
    return visit.send(JSON.stringify(proof, null, 2), 'application/json; charset=utf-8', 'consent-proof.json')
  })
