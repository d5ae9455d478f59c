import { z } from 'zod'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { asked } from '../rules.ts'
import { consentsOf } from '../settling.ts'
import { consentTexts } from '../texts.ts'
import { answerMine, countUnanswered, myConsents } from './queries.ts'
import { ownTexts } from './texts.ts'
import { OwnConsents } from './views.tsx'

const given = z.object({
  purpose: z.uuid(),
  pupil: z.uuid(),
  number: z.coerce.number().int(),
  hash: z.string(),
  answer: z.enum(['yes', 'no']),
})

type Problem = keyof typeof ownTexts.nl.problems | keyof typeof ownTexts.nl.bars

const show = async (visit: Visit<string, Me>, problem?: { what: Problem; pupil: string }) => {
  const { work, me, language } = visit
  const [t, c] = [pick(language, ownTexts), pick(language, consentTexts)]
  const mine = await myConsents(work, me)
  const name = mine.find(({ id }) => id === problem?.pupil)?.givenName ?? ''
  const said =
    problem && (problem.what in t.bars ? t.bars[problem.what as 'too-young'](name) : t.problems[problem.what as 'gone'])
  return visit.page(
    { title: t.title, status: problem ? 422 : 200, live: consentsOf(me.id) },
    <OwnConsents {...{ t, c, language, mine }} me={me.id} problem={said ?? null} />,
  )
}

/** What school may only do with consent: asked, answered and withdrawn on one page. */
export const ownConsents = new Module(
  'consents',
  { nl: 'Toestemming geven en intrekken', en: 'Giving and withdrawing consent' },
  { staysOpen: 'always' },
)
  .place({
    order: 35,
    address: urls.consents(),
    word: { nl: consentTexts.nl.place, en: consentTexts.en.place },
    icon: 'shield-check',
    rule: asked,
    railOnly: true,
  })
  .attention({
    show: async () => [],
    waiting: async ({ work, me, language, site }) => {
      const count = asked(me) ? await countUnanswered(work, me) : 0
      if (count === 0) return []
      const t = pick(language, ownTexts)
      const text = `${site.name}. ${t.waitsText}`
      return [
        { subject: me.id, title: t.waits(count), text, to: urls.consents(), action: t.waitsAction, answerBy: null },
      ]
    },
  })
  .get(urls.consents, asked, (visit) => show(visit))
  .post(urls.consents, asked, async (visit) => {
    const { work, me } = visit
    const form = visit.form(given)
    if (!form.ok) return show(visit, { what: 'form', pupil: '' })
    const { answer, ...rest } = form.value
    const came = await answerMine(work, me, { ...rest, yes: answer === 'yes' })
    if (came === 'not-mine') return visit.notFound()
    return came === 'done' ? visit.seeOther(urls.consents()) : show(visit, { what: came, pupil: rest.pupil })
  })
