import { Module } from '#shared/access/module.ts'
import { signedIn } from '#shared/access/rule.ts'
import { dayLong, pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { homeTexts } from './texts.ts'
import { Today } from './views.tsx'

/** The first page after signing in: what needs doing now, module by module. */
export const home = new Module('home', { nl: 'Wat er vandaag te doen is', en: 'What there is to do today' })
  .place({ order: 0, address: urls.home(), word: homeTexts.place, icon: 'sun', rule: signedIn })
  .get(urls.home, signedIn, async (visit) => {
    const t = pick(visit.language, homeTexts)
    const { parts, actions, live } = await visit.todays()
    return visit.page(
      { title: t.today, ...(live ? { live } : {}) },
      <Today t={t} day={dayLong(visit.language, visit.work.today)} parts={parts} action={actions[0]} />,
    )
  })
