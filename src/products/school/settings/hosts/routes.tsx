import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import { Module } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { Notice } from '#shared/ui/index.ts'
import { urls } from '#src/urls.ts'
import { changeSetting } from '../changes.ts'
import { changesFor, Outcome, type Tell } from '../changes-view.tsx'
import { settingUp } from '../rules.ts'
import {
  claimHost,
  claimsOf,
  deeds,
  dropClaim,
  HOSTS,
  type HostRefusal,
  type Hosts,
  hostsStore,
  isSomebodyElses,
  lookNow,
} from './hosts.ts'
import { readHost } from './names.ts'
import { type HostsTexts, hostsTexts } from './texts.ts'
import { HostsView } from './views.tsx'

type Own = Visit<string, Me>
type Problem = keyof HostsTexts['problems']
type Said = { readonly typed?: Typed; readonly problem?: Problem; readonly refused?: HostRefusal }

const tellHosts =
  (t: HostsTexts): Tell<Hosts> =>
  (before, after) => {
    const was = new Map(before.hosts.map((host) => [host.name, host]))
    const is = new Set(after.hosts.map(({ name }) => name))
    return [
      ...after.hosts.filter(({ name }) => !was.has(name)).map(({ name }) => t.told.added(name)),
      ...before.hosts.filter(({ name }) => !is.has(name)).map(({ name }) => t.told.removed(name)),
      ...after.hosts.flatMap(({ name, main, redirects }) => {
        const old = was.get(name)
        const turned =
          redirects === (old?.redirects ?? false) ? [] : [redirects ? t.told.redirects(name) : t.told.serves(name)]
        return main && !old?.main ? [...turned, t.told.main(name)] : turned
      }),
    ]
  }

const Asked = ({ t, query }: { t: HostsTexts; query: URLSearchParams }) => {
  const said = { claimed: t.claimed, dropped: t.dropped, looking: t.looking }
  const asked = query.get('done') as keyof typeof said | null
  return asked && Object.hasOwn(said, asked) ? (
    <Notice kind={asked === 'looking' ? 'waiting' : 'received'}>{said[asked]}</Notice>
  ) : null
}

const show = async (visit: Own, { typed = {}, problem, refused }: Said = {}) => {
  const { work, language, query } = visit
  const t = pick(language, hostsTexts)
  return visit.page(
    // A form that was refused stays as it is.
    { title: t.title, status: problem || refused ? 422 : 200, ...(problem ? {} : { live: HOSTS }) },
    <HostsView
      {...{ t, language, typed }}
      hosts={(await hostsStore.read(work)).hosts}
      claims={await claimsOf(work)}
      problem={problem && t.problems[problem]}
      refused={refused && t.problems[refused]}
      above={
        <>
          <Outcome language={language} query={query} />
          <Asked t={t} query={query} />
        </>
      }
      changes={await changesFor(visit, hostsStore, settingUp, tellHosts(t))}
    />,
  )
}

const deed = z.object({ deed: z.enum(['main', 'redirect', 'serve', 'remove']) })

/** Takes a proven name into use. It is looked at again who else may have it by now. */
const takeIntoUse = async (visit: Own, name: string): Promise<HostRefusal | null> => {
  const { work } = visit
  const claim = (await claimsOf(work)).find((one) => one.name === name)
  if (!claim) return 'gone'
  if (!claim.provenAt) return 'not-proven'
  if (await isSomebodyElses(work, name)) return 'taken'
  await changeSetting(work, hostsStore, ({ hosts }) => ({
    hosts: [...hosts, { name, main: false, redirects: false }].sort((one, other) => (one.name < other.name ? -1 : 1)),
  }))
  // Who was a moment quicker has it: a name is one row.
  if (await isSomebodyElses(work, name)) return 'taken'
  await work.db.deleteFrom('host_claim').where('name', '=', name).execute()
  return null
}

/** The addresses on which the organisation answers, and the proof of one of its own. */
export const hosts = new Module('hosts', { nl: 'Adressen op internet', en: 'Addresses on the internet' })
  .setting({
    order: 30,
    section: 'addresses',
    address: urls.hosts(),
    word: { nl: hostsTexts.nl.title, en: hostsTexts.en.title },
    text: { nl: hostsTexts.nl.text, en: hostsTexts.en.text },
    icon: 'link',
    rule: settingUp,
    now: async ({ work, site, language }) =>
      pick(language, hostsTexts).stands(site.main, (await claimsOf(work)).length),
  })
  .get(urls.hosts, settingUp, (visit) => show(visit))
  .post(urls.hosts, settingUp, async (visit) => {
    const typed = readHost(String(visit.typed.name ?? ''))
    if ('problem' in typed) return show(visit, { typed: visit.typed, problem: typed.problem })
    const claimed = await claimHost(visit.work, typed.name)
    return claimed === 'claimed'
      ? visit.seeOther(urls.hosts({ done: 'claimed' }))
      : show(visit, { typed: visit.typed, problem: claimed })
  })
  .post(urls.lookForHosts, settingUp, async (visit) => {
    await lookNow(visit.work)
    return visit.seeOther(urls.hosts({ done: 'looking' }))
  })
  .post(urls.useHost, settingUp, async (visit) => {
    const refused = await takeIntoUse(visit, visit.params.host)
    return refused ? show(visit, { refused }) : visit.seeOther(urls.hosts({ done: 'saved' }))
  })
  .post(urls.dropHost, settingUp, async (visit) =>
    (await dropClaim(visit.work, visit.params.host))
      ? visit.seeOther(urls.hosts({ done: 'dropped' }))
      : visit.notFound(),
  )
  .post(urls.host, settingUp, async (visit) => {
    const form = visit.form(deed)
    if (!form.ok) return visit.notFound()
    let refused: HostRefusal | null = null
    const number = await changeSetting(visit.work, hostsStore, ({ hosts: now }) => {
      const host = now.find(({ name }) => name === visit.params.host)
      const next = host ? deeds(visit.site.host)[form.value.deed](now, host) : 'gone'
      if (typeof next !== 'string') return { hosts: next }
      refused = next
      return null
    })
    if (refused === 'gone') return visit.notFound()
    return refused ? show(visit, { refused }) : visit.seeOther(urls.hosts({ done: number === null ? 'same' : 'saved' }))
  })
