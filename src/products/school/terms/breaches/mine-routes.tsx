import { z } from 'zod'
import { Module } from '#shared/access/module.ts'
import { signedIn } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { dayLong, pick } from '#shared/language/index.ts'
import { List, Row } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { ownTermsTexts } from '../own/texts.ts'
import { barredUntil, hasUnread, readMine } from './mine.ts'
import { BarredScreen, MyMessages, type Refused } from './mine-view.tsx'
import { object } from './objections.ts'
import { breachTexts } from './texts.ts'

const objection = z.object({ text: z.string('objection').min(1, 'objection').max(2_000, 'long') })

const messagesPage = async (visit: Visit<string, Me>, refused?: Refused) => {
  const { work, me, language } = visit
  const t = pick(language, breachTexts)
  const messages = await readMine(work, me)
  const guardian = me.is('guardian', 'guardian-information-only')
  const page = { t, language, messages, guardian, unsent: visit.query.has('unsent'), refused }
  const options = { title: t.mine.title, status: refused ? (422 as const) : (200 as const) }
  return me.barred === 'everything'
    ? visit.page({ ...options, bare: true }, <BarredScreen {...page} own={pick(language, ownTermsTexts)} />)
    : visit.page(options, <MyMessages {...page} />)
}

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
  .get(urls.myBreaches, signedIn, (visit) => messagesPage(visit))
  .post(urls.objectToBarring, signedIn, async (visit) => {
    const form = visit.form(objection)
    if (!form.ok) return messagesPage(visit, { id: visit.params.id, typed: form.typed, problems: form.problems })
    return (await object(visit.work, visit.me, visit.params.id, form.value.text))
      ? visit.seeOther(urls.myBreaches())
      : visit.notFound()
  })
