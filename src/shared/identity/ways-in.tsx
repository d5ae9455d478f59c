import type { PageOptions, Visit } from '#shared/access/visit.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { type CredentialEvent, noteChange } from './events.ts'
import { factorsOf, needsSecondFactor } from './factors.ts'
import type { Me } from './me.ts'
import { meTexts } from './me-texts.ts'
import { renewRecoveryCodes } from './recovery-codes.ts'
import { isFresh, thisSession } from './session.ts'
import { begin, type IdentityParts, rememberThisDevice } from './sign-in.ts'
import { identityTexts } from './texts.ts'
import { ShowCodes } from './ways-in-views.tsx'

/** Somebody at their own ways to sign in. */
export type Own = Visit<string, Me>

/** A task on a screen of its own. */
export const screen = (title: string, rest: Partial<PageOptions> = {}): PageOptions => ({ title, bare: true, ...rest })

/** The way back to somebody's own page; who has to set up a second factor first goes back to that. */
export const backFor = (visit: Own) => ({
  to: visit.me.staff && !visit.me.strong ? urls.secondFactor() : urls.me(),
  word: pick(visit.language, meTexts).back,
})

/**
 * Whether somebody gave only a password where there is a second factor, here or on another host. It must be given first:
 * else a stolen password would be enough to add, replace or remove one.
 */
export const isTooWeak = async (visit: Own): Promise<boolean> =>
  !visit.me.ownFactor && needsSecondFactor(await factorsOf(visit.work, visit.me.account, visit.site.host), visit.me)

/** A form that did nothing, because something has to be proven first, is not silent about it. */
const saidAt = (visit: Own, next: string) => (visit.request.method === 'POST' ? { next, unsent: 'yes' } : { next })

/** Where to give a second factor first, when there is one and this session has not. */
export const mustBeStrong = async (visit: Own, next: string): Promise<Response | null> =>
  (await isTooWeak(visit)) ? visit.seeOther(urls.secondFactor(saidAt(visit, next))) : null

/** Where to give a second factor, password or passkey first; nothing when that was done in the last ten minutes. */
export const mustConfirm = async (visit: Own, next: string): Promise<Response | null> =>
  (await mustBeStrong(visit, next)) ??
  ((await isFresh(visit.work)) ? null : visit.seeOther(urls.confirm(saidAt(visit, next))))

/** Writes down that a way in changed, for the owner to see, and tells them by mail. */
export const changed = async (parts: IdentityParts, visit: Own, what: CredentialEvent): Promise<void> => {
  await visit.work.audit(what, 'me', [visit.me.id])
  await noteChange(visit.work, parts.ring, visit.me.account, what)
}

/** Ten new recovery codes, shown this once. */
export const showNewCodes = async (parts: IdentityParts, visit: Own, next?: string): Promise<Response> => {
  const t = pick(visit.language, identityTexts)
  const codes = await renewRecoveryCodes(visit.work, parts.ring, visit.me.account)
  return visit.page(screen(t.codesTitle), <ShowCodes t={t} back={backFor(visit)} next={next} codes={codes} />)
}

/**
 * After a second factor was added: the session becomes a strong one, under a new token, and who has no recovery codes yet
 * gets them.
 */
export const afterAdding = async (
  parts: IdentityParts,
  visit: Own,
  what: 'passkey-added' | 'app-added',
  next: string | undefined,
): Promise<Response> => {
  const { me, work } = visit
  const began = await thisSession(work)
  await begin(
    visit,
    { account: me.account, person: me.id, language: me.language },
    { strong: true, pending: false, began },
  )
  await rememberThisDevice(visit, me.account)
  await changed(parts, visit, what)
  const { codes } = await factorsOf(work, me.account, visit.site.host)
  return codes === 0 ? showNewCodes(parts, visit, next) : visit.seeOther(next ?? urls.me())
}
