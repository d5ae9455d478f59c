import { z } from 'zod'
import { Module } from '#shared/access/module.ts'
import { signedIn } from '#shared/access/rule.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { openAddress } from './accounts.ts'
import { deviceWords } from './device.ts'
import { countFactors, factorsOf } from './factors.ts'
import { myPage } from './me-page.tsx'
import { meTexts } from './me-texts.ts'
import { ownPath } from './own-path.ts'
import { partyOf } from './party.ts'
import { addPasskey, listPasskeys, registrationOptions, removePasskey, renamePasskey } from './passkeys.ts'
import { removeRecoveryCodes } from './recovery-codes.ts'
import { isFresh } from './session.ts'
import type { IdentityParts } from './sign-in.ts'
import { identityTexts } from './texts.ts'
import { afterAdding, backFor, changed, isTooWeak, mustConfirm, type Own, screen } from './ways-in.tsx'
import { AddPasskey } from './ways-in-views.tsx'

const withAnswer = z.object({ answer: z.string().max(20_000) })
const withName = z.object({ name: z.string().min(1).max(60) })

const addPage = (visit: Own, failed: boolean): Response => {
  const t = pick(visit.language, identityTexts)
  return visit.page(
    screen(t.withPasskey, { passkeys: true, status: failed ? 422 : 200 }),
    <AddPasskey t={t} back={backFor(visit)} text={pick(visit.language, meTexts).passkeysNoneText} failed={failed} />,
  )
}

const isOwn = async (parts: IdentityParts, visit: Own, id: string) =>
  (await listPasskeys(visit.work, parts.ring, visit.me.account)).some((passkey) => passkey.id === id)

/** Adding, naming and removing passkeys. */
export const passkeyRoutes = (parts: IdentityParts): Module =>
  new Module('passkeys', { nl: 'Je eigen passkeys', en: 'Your own passkeys' }, { staysOpen: 'always' })
    .get(urls.passkeys, signedIn, async (visit) => (await mustConfirm(visit, urls.passkeys())) ?? addPage(visit, false))
    .post(
      urls.passkeyOptions,
      signedIn,
      async (visit) => {
        if (!(await isFresh(visit.work)) || (await isTooWeak(visit))) return visit.notFound()
        const { account } = visit.me
        const userName = (await openAddress(visit.work, parts.ring, account)) ?? visit.me.name
        const options = await registrationOptions(visit.work, parts.ring, partyOf(visit), { account, userName })
        return visit.send(JSON.stringify(options), 'application/json')
      },
      { beforeSecondFactor: true },
    )
    .post(
      urls.passkeys,
      signedIn,
      async (visit) => {
        const next = ownPath(String(visit.typed.next ?? ''))
        const first = await mustConfirm(visit, urls.passkeys())
        if (first) return first
        const form = visit.form(withAnswer)
        const added = await addPasskey(visit.work, parts.ring, partyOf(visit), {
          account: visit.me.account,
          answer: form.ok ? form.value.answer : '',
          name: deviceWords(visit.request.headers.get('user-agent')),
        })
        return added ? afterAdding(parts, visit, 'passkey-added', next) : addPage(visit, true)
      },
      { beforeSecondFactor: true },
    )
    .post(urls.passkey, signedIn, async (visit) => {
      const { id } = visit.params
      if (!(await isOwn(parts, visit, id))) return visit.notFound()
      const form = visit.form(withName)
      if (!form.ok) return myPage(parts, visit, pick(visit.language, meTexts).fillName)
      await renamePasskey(visit.work, parts.ring, { account: visit.me.account, id, name: form.value.name })
      return visit.seeOther(urls.me())
    })
    .post(urls.removePasskey, signedIn, async (visit) => {
      const { id } = visit.params
      const { work, me } = visit
      if (!(await isOwn(parts, visit, id))) return visit.notFound()
      const first = await mustConfirm(visit, urls.me())
      if (first) return first
      const left = countFactors(await factorsOf(work, me.account, visit.site.host)) - 1
      if (left === 0 && me.staff) return myPage(parts, visit, pick(visit.language, meTexts).lastFactor)
      await removePasskey(work, me.account, id)
      if (left === 0) await removeRecoveryCodes(work, me.account)
      await changed(parts, visit, 'passkey-removed')
      return visit.seeOther(urls.me())
    })
