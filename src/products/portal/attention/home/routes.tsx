import { Module } from '#shared/access/module.ts'
import { signedIn } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import { attentionTopic, readItems } from '#shared/attention/item.ts'
import { allOf } from '#shared/database/all-of.ts'
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

/** What this school has for the family, and, for a guardian, where else the same account is somebody. */
const ownList = (visit: Visit<string, Me>) => {
  const { work, me } = visit
  return allOf([
    fromSchool(visit, true),
    me.is('guardian') && me.elsewhere ? peopleElsewhere(work, me) : Promise.resolve([]),
  ])
}

/** The list of the whole family: of this school and, for a guardian, of every other school of the same account. */
const wholeList = (
  visit: Visit<string, Me>,
  [own, others]: Awaited<ReturnType<typeof ownList>>,
  page: (list: Merged, asks: readonly Site[]) => Response,
): Response | (() => Promise<Response>) => {
  const { me } = visit
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
  .get(
    urls.home,
    signedIn,
    async (visit) => {
      const t = pick(visit.language, homeTexts)
      const { work, language } = visit
      const [{ parts, actions }, digest, own] = await allOf([
        visit.todays(),
        nextDigest(work, visit.me.account),
        ownList(visit),
      ])
      if (visit.me.is('guardian')) visit.header('X-Essentials', 'today')
      return wholeList(visit, own, (list, asks) =>
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
    },
    { plannedOnce: true },
  )
  .get(urls.later, signedIn, async (visit) => {
    const t = pick(visit.language, homeTexts)
    return wholeList(visit, await ownList(visit), (list) =>
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
