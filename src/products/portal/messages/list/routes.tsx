import type { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import { houseRules } from '#shared/attention/house-rules.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { ownGroups } from '../family/beginning.ts'
import { openReports } from '../reports/queries.ts'
import { guardian, principal, reader, sender, team } from '../rules.ts'
import type { Side } from '../seats.ts'
import { listTopic } from '../telling.ts'
import { messageTexts } from '../texts.ts'
import { listLines, promiseKept } from './queries.ts'
import { search } from './searching.ts'
import { FoundMessages, Messages } from './views.tsx'

const sidesOf = (me: Me): Side[] => [
  ...(team(me) ? (['school'] as const) : []),
  ...(guardian(me) ? (['home'] as const) : []),
]

const promiseFor = async ({ work, me }: Visit<string, Me>) => {
  const { answerWithin } = await houseRules(work)
  if (answerWithin === null) return null
  return { days: answerWithin, ...(team(me) ? await promiseKept(work, me) : { kept: 0, of: 0 }) }
}

/** One's own conversations, and searching in them. */
export const listRoutes = (module: Module): Module =>
  module
    .place({
      order: 30,
      address: urls.messages(),
      word: { nl: messageTexts.nl.title, en: messageTexts.en.title },
      icon: 'message-circle',
      rule: reader,
    })
    .get(urls.messages, reader, async (visit) => {
      const { work, me, language } = visit
      const t = pick(language, messageTexts)
      const [atSchool, atHome] = [team(me), guardian(me)]
      return visit.page(
        { title: t.title, live: listTopic(me.id) },
        <Messages
          t={t}
          language={language}
          today={work.today}
          now={work.now}
          team={atSchool ? await listLines(work, me, 'school') : null}
          home={atHome ? { lines: await listLines(work, me, 'home'), groups: await ownGroups(work, me) } : null}
          promise={await promiseFor(visit)}
          mayWrite={sender(me)}
          reports={principal(me) ? await openReports(work) : null}
          said={visit.query.get('done') === 'took-back' ? t.thread.tookBack : null}
        />,
      )
    })
    .post(
      urls.searchMessages,
      reader,
      async (visit) => {
        const { work, me, language, typed } = visit
        const t = pick(language, messageTexts)
        const words = typeof typed.words === 'string' ? typed.words.slice(0, 100) : ''
        const found = words ? (await Promise.all(sidesOf(me).map((side) => search(work, me, side, words)))).flat() : []
        const once = [...new Map(found.map((one) => [one.id, one])).values()]
        return visit.page(
          { title: t.search.title, status: words ? 200 : 422 },
          <FoundMessages t={t} language={language} words={words} found={once} />,
        )
      },
      { staysOpen: 'to-readers' },
    )
