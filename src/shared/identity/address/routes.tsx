import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { Module } from '#shared/access/module.ts'
import { signedIn } from '#shared/access/rule.ts'
import { pick } from '#shared/language/index.ts'
import { urls } from '#src/urls.ts'
import { addressHash, changeAddress, hashOfAddress, openAddress } from '../accounts.ts'
import { noteChange } from '../events.ts'
import { endLinks, findLink, makeLink, openAddressLink } from '../links.ts'
import { guessesOf, type IdentityParts } from '../sign-in.ts'
import { mailWaitWords } from '../wait.ts'
import { mustConfirm, type Own, screen } from '../ways-in.tsx'
import { mailNewAddress } from './jobs.ts'
import { addressTexts } from './texts.ts'
import { AddressLinkGone, AddressTaken, ChangeAddress, ConfirmAddress } from './views.tsx'

const asked = z.object({ address: z.email().max(254) })

const changePage = async (
  parts: IdentityParts,
  visit: Own,
  said: { problem?: string; wait?: string; status?: 422 | 429 } = {},
): Promise<Response> => {
  const { work, me, language } = visit
  const { status, ...shown } = said
  const t = pick(language, addressTexts)
  return visit.page(
    screen(t.title, { status: status ?? 200 }),
    <ChangeAddress
      t={t}
      language={language}
      now={(await openAddress(work, parts.ring, me.account)) ?? ''}
      waiting={await openAddressLink(work, parts.ring, me.account)}
      typed={status ? String(visit.typed.address ?? '') : undefined}
      {...shown}
    />,
  )
}

const gonePage = (visit: Own): Response => {
  const t = pick(visit.language, addressTexts)
  return visit.page(screen(t.gone, { status: 410 }), <AddressLinkGone t={t} />)
}

/** The new address that a link confirms, for who is signed in with the account it belongs to. */
const addressByLink = async (parts: IdentityParts, visit: Own, token: string): Promise<string | null> => {
  const link = await findLink(visit.work, parts.ring, token, 'address')
  return link && link.account === visit.me.account ? link.address : null
}

/**
 * Another mail address to sign in with: asked for by somebody whose password or passkey was given just now, confirmed by
 * a link in that mailbox while signed in, and told to the old address. Whether an address is somebody's already, the page
 * never says to who does not read its mail.
 */
export const addressRoutes = (parts: IdentityParts): Module =>
  new Module('address', { nl: 'Je eigen mailadres', en: 'Your own mail address' }, { staysOpen: 'always' })
    .get(
      urls.myAddress,
      signedIn,
      async (visit) => (await mustConfirm(visit, urls.myAddress())) ?? changePage(parts, visit),
    )
    .post(urls.myAddress, signedIn, async (visit) => {
      const { work, me, language } = visit
      const first = await mustConfirm(visit, urls.myAddress())
      if (first) return first
      const { problems } = pick(language, addressTexts)
      const form = visit.form(asked)
      if (!form.ok) return changePage(parts, visit, { problem: problems.address, status: 422 })
      const { address } = form.value
      const own = await hashOfAddress(work, me.account)
      const wanted = addressHash(parts.ring, address)
      if (wanted === own) return changePage(parts, visit, { problem: problems.same, status: 422 })
      // Counted by who asks and by who would get the mail: neither is a way to fill somebody's mailbox.
      for (const hash of [`new address ${own}`, `new address at ${wanted}`]) {
        const mails = await guessesOf(parts, visit, { account: null, addressHash: hash, what: 'mail' })
        const until = await mails.waitUntil()
        if (until) {
          return changePage(parts, visit, { wait: mailWaitWords(language, work.now, until), status: 429 })
        }
        await mails.failed()
      }
      const link = randomUUID()
      await endLinks(work, me.account, 'address')
      await makeLink(work, parts.ring, { id: link, account: me.account, purpose: 'address', address })
      await mailNewAddress(work, me.account, link)
      return visit.seeOther(urls.myAddress())
    })
    .post(urls.dropAddress, signedIn, async (visit) => {
      await endLinks(visit.work, visit.me.account, 'address')
      return visit.seeOther(urls.me())
    })
    .get(urls.newAddress, signedIn, async (visit) => {
      const { token } = visit.params
      const address = await addressByLink(parts, visit, token)
      if (!address) return gonePage(visit)
      const t = pick(visit.language, addressTexts)
      return visit.page(screen(t.confirmTitle), <ConfirmAddress t={t} token={token} address={address} />)
    })
    .post(urls.newAddress, signedIn, async (visit) => {
      const { work, me } = visit
      const address = await addressByLink(parts, visit, visit.params.token)
      if (!address) return gonePage(visit)
      const former = await changeAddress(work, parts.ring, me.account, address)
      if (former === null) {
        const t = pick(visit.language, addressTexts)
        return visit.page(screen(t.takenTitle, { status: 422 }), <AddressTaken t={t} />)
      }
      await endLinks(work, me.account)
      await noteChange(work, parts.ring, me.account, 'address-changed', former)
      await work.audit('address-changed', 'me', [me.id])
      return visit.seeOther(urls.me())
    })
