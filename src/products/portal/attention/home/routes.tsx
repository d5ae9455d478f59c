import { Module } from '#shared/access/module.ts'
import { signedIn } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import { attentionTopic, readItems } from '#shared/attention/item.ts'
import { peopleElsewhere } from '#shared/identity/hop/hop.ts'
import type { Me } from '#shared/identity/me.ts'
import { clock, dayLong, pick } from '#shared/language/index.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import type { Child } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { nextDigest } from '../telling/choice.ts'
import { fromSchool, type Merged, merge } from './queries.ts'
import { homeTexts } from './texts.ts'
import { Later, Today } from './views.tsx'

/** The list of the whole family: of this school and, for a guardian, of every other school of the same account. */
const wholeList = async (
  visit: Visit<string, Me>,
  page: (list: Merged, asks: readonly Site[]) => Response,
): Promise<Response | (() => Promise<Response>)> => {
  const { work, me } = visit
  const own = await fromSchool(visit, true)
  const others = me.is('guardian') && me.elsewhere ? await peopleElsewhere(work, me) : []
  if (others.length === 0) return page(merge([own]), [])
  return async () => {
    const found = await visit.elsewhere(me, others, async (there) =>
      there.me.is('guardian') ? fromSchool(there, false) : { items: [], children: [] },
    )
    const asks = found.filter((one) => one.found === null).map(({ site }) => site)
    return page(merge([own, ...found.flatMap((one) => one.found ?? [])]), asks)
  }
}

const themesOf = ({ urgent, answers, toKnow, children }: Merged, { site }: Visit<string, Me>) => [
  ...new Map(
    [...urgent, ...answers, ...toKnow, ...children]
      .filter((one) => one.site.id !== site.id)
      .map((one) => [one.site.id, { hue: one.site.hue, chroma: one.site.chroma }]),
  ).values(),
]

/** The first page after signing in: what waits for the whole family, and what needs doing now, module by module. */
export const home = new Module('home', { nl: 'Wat er vandaag te doen is', en: 'What there is to do today' })
  .place({ order: 0, address: urls.home(), word: homeTexts.place, icon: 'sun', rule: signedIn })
  .get(urls.home, signedIn, async (visit) => {
    const t = pick(visit.language, homeTexts)
    const { work, language } = visit
    const [{ parts, actions }, digest] = await Promise.all([visit.todays(), nextDigest(work, visit.me.account)])
    if (visit.me.is('guardian')) visit.header('X-Essentials', 'today')
    return wholeList(visit, (list, asks) =>
      visit.page(
        {
          title: t.today,
          count: list.urgent.length + list.answers.length,
          live: attentionTopic(visit.me.id),
          otherThemes: themesOf(list, visit),
        },
        <Today
          t={t}
          language={language}
          day={dayLong(language, work.today)}
          at={clock(language, work.now)}
          list={list}
          asks={asks}
          parts={parts.filter(Boolean) as Child[]}
          action={actions[0]}
          digest={digest}
        />,
      ),
    )
  })
  .get(urls.later, signedIn, (visit) => {
    const t = pick(visit.language, homeTexts)
    return wholeList(visit, (list) =>
      visit.page({ title: t.laterTitle, otherThemes: themesOf(list, visit) }, <Later t={t} items={list.toKnow} />),
    )
  })
  .post(urls.later, signedIn, async (visit) => {
    const subjects = (await fromSchool(visit, true)).items.filter((item) => item.class === 'to-know')
    for (const { module } of visit.attentions) {
      const mine = subjects.filter((item) => item.module === module).map(({ subject }) => subject)
      if (mine.length > 0) await readItems(visit.work, visit.me, module, mine)
    }
    return visit.seeOther(urls.home())
  })
