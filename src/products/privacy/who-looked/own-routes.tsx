import { Module } from '#shared/access/module.ts'
import { signedIn } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import { isCursor } from '#shared/audit/looks.ts'
import type { Me } from '#shared/identity/me.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { askWhy } from '../alarms/asking.ts'
import { handedOver } from '../handed-over.tsx'
import { OwnLooks, type OwnProps } from './own-view.tsx'
import { whoLookedAtChild, whoLookedAtMe } from './queries.ts'
import { guardian } from './rules.ts'
import { whoLookedTexts } from './texts.ts'

type Only = Pick<OwnProps, 'found' | 'title' | 'own' | 'none' | 'back' | 'page'>

const afterIn = (visit: Visit<string, Me>): string | undefined => {
  const after = visit.query.get('after')
  return after && isCursor(after) ? after : undefined
}

const show = (visit: Visit<string, Me>, only: Only) => {
  const { language, work, routes, me } = visit
  const t = pick(language, whoLookedTexts)
  const windows = routes.some(({ pattern, rule }) => pattern === urls.mySupportWindows.pattern && rule(me))
  const page = { t, language, routes, windows, today: work.today, later: afterIn(visit) !== undefined }
  return visit.page({ title: t.title }, <OwnLooks {...page} {...only} />)
}

/** Who looked at one's own data, and at a child's: nobody takes that away (PROMISES P60). */
export const whoLooked = new Module(
  'who-looked',
  { nl: 'Zien wie er in je gegevens keek', en: 'Seeing who looked at your data' },
  { staysOpen: 'always' },
)
  .get(urls.whoLookedAtMe, signedIn, async (visit) => {
    const t = pick(visit.language, whoLookedTexts)
    return show(visit, {
      found: await whoLookedAtMe(visit.work, visit.me, afterIn(visit)),
      title: t.mine,
      own: t.own,
      none: t.noneText,
      back: { to: urls.me(), word: t.back },
      page: (after) => urls.whoLookedAtMe({ after }),
    })
  })
  .get(urls.whoLookedAtChild, guardian, async (visit) => {
    const { id } = visit.params
    const found = await whoLookedAtChild(visit.work, visit.me, id, afterIn(visit))
    if (!found) return handedOver(visit, id)
    const t = pick(visit.language, whoLookedTexts)
    return show(visit, {
      found,
      title: t.ofChild(found.givenName),
      own: t.ownOfChild,
      none: t.noneOfChild,
      back: { to: urls.child({ id }), word: t.backToChild },
      page: (after) => urls.whoLookedAtChild({ id }, { after }),
    })
  })
  .post(urls.askWhy, signedIn, async (visit) => {
    const about = await askWhy(visit.work, visit.me, visit.params.id)
    if (!about) return visit.notFound()
    return visit.seeOther(about === visit.me.id ? urls.whoLookedAtMe() : urls.whoLookedAtChild({ id: about }))
  })
