import { Module } from '#shared/access/module.ts'
import { withRole } from '#shared/access/rule.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { Counting } from './counting.ts'
import { type Period, periods, statisticsOf } from './queries.ts'
import { statisticsTexts } from './texts.ts'
import { StatisticsPage } from './views.tsx'
import './personal-data.ts'

const reader = withRole(
  {
    nl: 'de administratie, de directeur en, op een eigen site, de leverancier',
    en: 'the office, the principal and, on its own site, the supplier',
  },
  'administrator',
  'principal',
  'supplier',
)

/** How often the website is seen, without cookies and without knowing by whom (PROMISES P51). */
export const siteStatistics = new Module('site-statistics', {
  nl: 'Zien hoe vaak de website bekeken wordt',
  en: 'Seeing how often the website is seen',
})
  .switchable({
    word: { nl: 'Statistiek van de website', en: 'Statistics of the website' },
    text: {
      nl: 'Hoeveel mensen de website bekijken en welke pagina’s. Zonder cookies en zonder te weten wie.',
      en: 'How many people see the website and which pages. Without cookies and without knowing who.',
    },
    kinds: ['school', 'board', 'partner', 'supplier'],
  })
  .setting({
    order: 62,
    section: 'school',
    address: urls.siteStatistics(),
    word: { nl: statisticsTexts.nl.title, en: statisticsTexts.en.title },
    text: { nl: statisticsTexts.nl.text, en: statisticsTexts.en.text },
    icon: 'chart-no-axes-column',
    rule: reader,
  })
  .get(
    urls.siteStatistics,
    reader,
    async (visit) => {
      const asked = visit.query.get('period') as Period
      const period = periods.includes(asked) ? asked : 'month'
      const t = pick(visit.language, statisticsTexts)
      const statistics = await statisticsOf(visit.work, period)
      return visit.page(
        { title: t.title, wide: true },
        <StatisticsPage {...{ t, language: visit.language, period, statistics }} />,
      )
    },
    // What this process counted a moment ago is in it.
    { outside: ({ ground }) => Counting.of(ground).flush() },
  )
