import { Module } from '#shared/access/module.ts'
import { signedIn } from '#shared/access/rule.ts'
import { dayLong, pick } from '#shared/language/index.ts'
import { List, Row } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { ownTermsTexts } from '../own/texts.ts'
import { barredUntil, hasUnread, readMine } from './mine.ts'
import { BarredScreen, MyMessages } from './mine-view.tsx'
import { breachTexts } from './texts.ts'

/** What school told somebody about the terms of use, and what it keeps from them for a while: always open to them. */
export const myBreaches = new Module(
  'my-breaches',
  { nl: 'Berichten van school over de gebruiksregels', en: 'Messages from school about the terms of use' },
  { staysOpen: 'always' },
)
  .today({
    order: 5,
    rule: signedIn,
    show: async ({ work, me, language }) => {
      const { mine } = pick(language, breachTexts)
      const until = me.barred ? await barredUntil(work, me) : null
      if (!until && !(await hasUnread(work, me))) return null
      const title = until ? mine.todayReading(dayLong(language, until)) : mine.todayMessage
      return (
        <List>
          <Row icon={until ? 'lock' : 'mail'} title={title} text={mine.todayText} to={urls.myBreaches()} />
        </List>
      )
    },
  })
  .get(urls.myBreaches, signedIn, async (visit) => {
    const { work, me, language } = visit
    const t = pick(language, breachTexts)
    const messages = await readMine(work, me)
    const guardian = me.is('guardian', 'guardian-information-only')
    const page = { t, language, messages, guardian, unsent: visit.query.has('unsent') }
    return me.barred === 'everything'
      ? visit.page({ title: t.mine.title, bare: true }, <BarredScreen {...page} own={pick(language, ownTermsTexts)} />)
      : visit.page({ title: t.mine.title }, <MyMessages {...page} />)
  })
