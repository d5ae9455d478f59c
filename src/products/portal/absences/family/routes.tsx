import type { Module } from '#shared/access/module.ts'
import { readItems } from '#shared/attention/item.ts'
import { clock } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { wordsOf } from '../now.ts'
import { guardian } from '../rules.ts'
import { topics } from '../telling.ts'
import { absenceTexts } from '../texts.ts'
import { familyAttention } from './attention.ts'
import { familyToday, familyYear } from './queries.ts'
import { FamilyToday, lastReported, MyAbsences, ReportButton } from './views.tsx'

/** What a guardian sees: the children's state on the first page, and the year's list. */
export const familyRoutes = (module: Module): Module =>
  module
    .place({
      order: 30,
      address: urls.myAbsences(),
      word: { nl: absenceTexts.nl.mine.place, en: absenceTexts.en.mine.place },
      icon: 'thermometer',
      rule: guardian,
    })
    .attention(familyAttention)
    .today({
      order: 10,
      rule: guardian,
      show: async (visit) => {
        const reported = visit.query.has('reported')
        const family = await (reported ? familyYear : familyToday)(visit.work, visit.me)
        if (family.children.length === 0) return null
        const words = wordsOf(visit.language, visit.work, family.days)
        const at = reported ? lastReported(family, visit.me.id) : null
        const received = at && words.t.mine.received(visit.site.name, clock(visit.language, at))
        return <FamilyToday work={visit.work} family={family} words={words} received={received} />
      },
      action: (visit) => <ReportButton t={absenceTexts[visit.language]} />,
    })
    .get(urls.myAbsences, guardian, async (visit) => {
      const family = await familyYear(visit.work, visit.me)
      const words = wordsOf(visit.language, visit.work, family.days)
      const shown = family.absences.map(({ id }) => id)
      await readItems(visit.work, visit.me, module.name, shown)
      return visit.page(
        { title: words.t.mine.title, live: topics.family(visit.me.id) },
        <MyAbsences work={visit.work} family={family} words={words} />,
      )
    })
