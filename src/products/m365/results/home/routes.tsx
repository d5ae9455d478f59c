import type { Attention } from '#shared/access/attention.ts'
import { Module } from '#shared/access/module.ts'
import { readItems } from '#shared/attention/item.ts'
import { listOf, pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { resultTexts } from '../texts.ts'
import { myResults, releasedOf } from './queries.ts'
import { home } from './rules.ts'
import { HOME } from './telling.ts'
import { homeTexts } from './texts.ts'
import { MyResults } from './views.tsx'

/** Tests of which something was released, named; the result itself stands on its page. */
const released: Attention = {
  show: async ({ work, me, language, site }, items) => {
    if (!home(me)) return []
    const t = pick(language, homeTexts)
    const found = await releasedOf(
      work,
      me,
      items.map(({ subject }) => subject),
    )
    return found.map(({ id, name, subject, names }) => ({
      subject: id,
      title: t.item(name),
      text: [listOf(language, names), subject, site.name].filter(Boolean).join(', '),
      to: urls.myResults(),
      action: t.action,
    }))
  },
}

/** Released results at home, where the school chooses that. Off until then. */
export const resultsHome = new Module(HOME, {
  nl: 'Vrijgegeven resultaten van de eigen kinderen zien, of van jezelf',
  en: 'See released results of the own children, or of oneself',
})
  .switchable({
    word: { nl: 'Resultaten voor thuis', en: 'Results at home' },
    text: {
      nl: 'Ouders en leerlingen zien wat de leerkracht heeft vrijgegeven, en niets van anderen.',
      en: 'Guardians and pupils see what the teacher released, and nothing of others.',
    },
    kinds: ['school'],
  })
  .place({
    order: 36,
    address: urls.myResults(),
    word: { nl: homeTexts.nl.title, en: homeTexts.en.title },
    icon: 'chart-no-axes-column',
    rule: home,
    railOnly: true,
  })
  .attention(released)
  .get(urls.myResults, home, async (visit) => {
    const { work, me, language } = visit
    const t = pick(language, homeTexts)
    const results = await myResults(work, me)
    await readItems(
      work,
      me,
      HOME,
      results.found.tests.map(({ id }) => id),
    )
    return visit.page(
      { title: t.title },
      <MyResults t={t} words={pick(language, resultTexts)} language={language} results={results} />,
    )
  })
