import { z } from 'zod'
import { Module } from '#shared/access/module.ts'
import { signedIn } from '#shared/access/rule.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { openAddress } from './accounts.ts'
import { countFactors, factorsOf } from './factors.ts'
import { myPage } from './me-page.tsx'
import { meTexts } from './me-texts.ts'
import { ownPath } from './own-path.ts'
import { removeRecoveryCodes } from './recovery-codes.ts'
import type { IdentityParts } from './sign-in.ts'
import { identityTexts } from './texts.ts'
import { addTotp, isTotpSecret, newTotpSecret, removeTotp, totpAddress } from './totp.ts'
import { afterAdding, backFor, changed, mustConfirm, type Own, screen, showNewCodes } from './ways-in.tsx'
import { AppIsOn, SetUpApp } from './ways-in-views.tsx'

const proof = z.object({ secret: z.string().refine(isTotpSecret), code: z.string().max(40) })

const factors = (visit: Own) => factorsOf(visit.work, visit.me.account, visit.site.host)

/** Whether somebody who works here has nothing else besides the password. */
const isLast = async (visit: Own) => visit.me.staff && countFactors(await factors(visit)) === 1

const setUpPage = async (
  parts: IdentityParts,
  visit: Own,
  given: { secret: string; next: string | undefined; problem?: string },
): Promise<Response> => {
  const t = pick(visit.language, identityTexts)
  const label = (await openAddress(visit.work, parts.ring, visit.me.account)) ?? ''
  return visit.page(
    screen(t.appTitle, { status: given.problem ? 422 : 200 }),
    <SetUpApp
      t={t}
      back={backFor(visit)}
      next={given.next}
      secret={given.secret}
      address={totpAddress(given.secret, { issuer: visit.site.name, label })}
      problem={given.problem}
    />,
  )
}

/**
 * Codes from an app (RFC 6238) and recovery codes. The secret travels in the form until a first code proves that the app
 * has it, so that looking at the page changes nothing.
 */
export const authenticatorRoutes = (parts: IdentityParts): Module =>
  new Module(
    'authenticator',
    { nl: 'Je eigen tweede stap bij het inloggen', en: 'Your own second factor' },
    { staysOpen: 'always' },
  )
    .get(
      urls.authenticator,
      signedIn,
      async (visit) => {
        const next = ownPath(visit.query.get('next'))
        const t = pick(visit.language, identityTexts)
        if ((await factors(visit)).totp) {
          const off = (await isLast(visit)) ? pick(visit.language, meTexts).lastFactor : undefined
          return visit.page(screen(t.appTitle), <AppIsOn t={t} back={backFor(visit)} off={off} />)
        }
        const first = await mustConfirm(visit, urls.authenticator({ next }))
        return first ?? setUpPage(parts, visit, { secret: newTotpSecret(), next })
      },
      { beforeSecondFactor: true },
    )
    .post(
      urls.authenticator,
      signedIn,
      async (visit) => {
        const next = ownPath(String(visit.typed.next ?? ''))
        const first = await mustConfirm(visit, urls.authenticator({ next }))
        if (first) return first
        const form = visit.form(proof)
        if (form.ok && (await addTotp(visit.work, parts.ring, visit.me.account, form.value))) {
          return afterAdding(parts, visit, 'app-added', next)
        }
        const typed = String(visit.typed.secret ?? '')
        return setUpPage(parts, visit, {
          secret: isTotpSecret(typed) ? typed : newTotpSecret(),
          next,
          problem: pick(visit.language, identityTexts).wrongCode,
        })
      },
      { beforeSecondFactor: true },
    )
    .post(urls.removeAuthenticator, signedIn, async (visit) => {
      const first = await mustConfirm(visit, urls.authenticator())
      if (first) return first
      if (await isLast(visit)) return myPage(parts, visit, pick(visit.language, meTexts).lastFactor)
      await removeTotp(visit.work, visit.me.account)
      if (countFactors(await factors(visit)) === 0) await removeRecoveryCodes(visit.work, visit.me.account)
      await changed(parts, visit, 'app-removed')
      return visit.seeOther(urls.me())
    })
    .post(urls.recoveryCodes, signedIn, async (visit) => {
      const first = await mustConfirm(visit, urls.me())
      if (first) return first
      if (countFactors(await factors(visit)) === 0) return visit.seeOther(urls.me())
      await changed(parts, visit, 'codes-renewed')
      return showNewCodes(parts, visit)
    })
