import { Module } from '#shared/access/module.ts'
import { signedIn } from '#shared/access/rule.ts'
import type { Visit } from '#shared/access/visit.ts'
import { dayLong, pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { ownPath } from '../own-path.ts'
import { thisSession } from '../session.ts'
import { begin, type IdentityParts } from '../sign-in.ts'
import { signInPage } from '../sign-in-page.tsx'
import { Unsent } from '../sign-in-views.tsx'
import { identityTexts } from '../texts.ts'
import { backFor, changed, mustConfirm, type Own, screen } from '../ways-in.tsx'
import { goThere, makeReady, type Ready } from './asking.ts'
import { type Connection, connectionOf } from './connection.ts'
import { linkedSince, linkIdentity, tenantSessionHash, unlinkIdentity } from './identities.ts'
import type { Proven } from './provider.ts'
import { microsoftTexts, troubleWords } from './texts.ts'
import { Trouble } from './trouble.ts'
import { MyMicrosoft } from './views.tsx'

/** Works at a school that lets its team in through Microsoft only. */
const onlyThrough = ({ me, site }: Own) => me.staff && site.microsoft === 'team'

/** One's own Microsoft account; with what could not be done, when something could not. */
export const myMicrosoftPage = async (
  visit: Own,
  { problem, next }: { problem?: string; next?: string | undefined } = {},
): Promise<Response> => {
  const t = pick(visit.language, microsoftTexts)
  const connection = await connectionOf(visit.work)
  if (!connection || visit.site.microsoft === 'off') return visit.notFound()
  const since = await linkedSince(visit.work, visit.me.account, connection.tenant)
  return visit.page(
    screen(t.linkTitle, { status: problem ? 422 : 200 }),
    <MyMicrosoft
      t={t}
      back={backFor(visit)}
      site={visit.site}
      since={since ? dayLong(visit.language, since) : undefined}
      mustGo={onlyThrough(visit) && visit.me.tenant === null}
      kept={onlyThrough(visit)}
      next={next}
      problem={problem}
      justLinked={visit.query.has('linked')}
      unsent={<Unsent t={pick(visit.language, identityTexts)} unsent={visit.query.has('unsent')} />}
    />,
  )
}

/**
 * Links who was proven to the account that asked for it, when that is still the one signed in here. The session goes on
 * as one that came through Microsoft as well.
 */
export const linkProven = async (
  parts: IdentityParts,
  visit: Visit,
  given: { account: string; proven: Proven; connection: Connection; next: string | undefined },
): Promise<Response> => {
  const t = pick(visit.language, microsoftTexts)
  const { account, proven, connection, next } = given
  const { me, work } = visit
  if (me?.account !== account) return signInPage(visit, 422, { next: undefined, problem: t.stale })
  const own = visit as Own
  if (!(await linkIdentity(work, parts.ring, account, proven))) return myMicrosoftPage(own, { problem: t.taken, next })
  const before = await thisSession(work)
  const session = proven.session && tenantSessionHash(parts.ring, proven.tenant, proven.session)
  const through = { tenant: proven.tenant, strong: proven.mfa && connection.trustsMfa, session }
  await begin(
    visit,
    { account, person: me.id, language: me.language },
    { strong: me.ownFactor, pending: false, began: { through, confirmedAt: before?.confirmedAt ?? null } },
  )
  await changed(parts, own, 'microsoft-linked')
  return visit.seeOther(next ?? urls.myMicrosoft({ linked: 'yes' }))
}

/** Linking one's own Microsoft account and taking the link away: each after a password or passkey just now. */
export const linkingRoutes = (parts: IdentityParts): Module =>
  new Module(
    'microsoft-linking',
    { nl: 'Microsoft aan je account koppelen', en: 'Linking Microsoft to your account' },
    { staysOpen: 'always' },
  )
    .get(urls.myMicrosoft, signedIn, (visit) => myMicrosoftPage(visit, { next: ownPath(visit.query.get('next')) }), {
      beforeSecondFactor: true,
    })
    .get(
      urls.linkMicrosoft,
      signedIn,
      async (visit) => {
        const ready = visit.outside as Ready | Trouble | null
        const next = ownPath(visit.query.get('next'))
        if (!ready) return visit.notFound()
        // The way back is the page, not this: a form may not end up on another host.
        const first = await mustConfirm(visit, urls.myMicrosoft({ next }))
        if (first) return first
        if (!(ready instanceof Trouble)) return goThere(parts, visit, ready, { next, account: visit.me.account })
        const problem = troubleWords(pick(visit.language, microsoftTexts), ready, onlyThrough(visit))
        return myMicrosoftPage(visit, { problem, next })
      },
      { beforeSecondFactor: true, outside: makeReady(parts) },
    )
    .post(urls.unlinkMicrosoft, signedIn, async (visit) => {
      const connection = await connectionOf(visit.work)
      if (!connection) return visit.notFound()
      const first = await mustConfirm(visit, urls.myMicrosoft())
      if (first) return first
      if (onlyThrough(visit)) {
        return myMicrosoftPage(visit, { problem: pick(visit.language, microsoftTexts).unlinkOff })
      }
      await unlinkIdentity(visit.work, visit.me.account, connection.tenant)
      await changed(parts, visit, 'microsoft-unlinked')
      return visit.seeOther(urls.myMicrosoft())
    })
