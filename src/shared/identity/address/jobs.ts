import { type Task, task } from '#shared/jobs/task.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import { urls } from '#src/urls.ts'
import { accountByAddress, openAccount } from '../accounts.ts'
import { openAddressLink, tokenOfLink } from '../links.ts'
import { addressTakenMail, newAddressMail } from './mail.ts'

const NEW_ADDRESS = 'new-address'
type NewAddress = { readonly account: string; readonly link: string }

/** Writes, after this commits, to a new address that was filled in; the address itself stays sealed in its link. */
export const mailNewAddress = (work: Work, account: string, link: string): Promise<void> =>
  work.enqueue(NEW_ADDRESS, { account, link } satisfies NewAddress)

/**
 * Only here, unseen by who asked, does it matter whether an address has an account already: then its owner hears that,
 * and no link. A link that was replaced or expired while the mail was down is mailed no more.
 */
export const addressTask = (ring: KeyRing): Task =>
  task<NewAddress>(NEW_ADDRESS, async ({ data, inOrganisation, mailer, origin, organisationName }) => {
    const found = await inOrganisation(async (work) => {
      const owner = await openAccount(work, ring, data.account)
      const link = owner && (await openAddressLink(work, ring, data.account))
      if (!link || link.id !== data.link) return null
      return { to: link.address, language: owner.language, taken: await accountByAddress(work, ring, link.address) }
    })
    if (!found) return
    const reader = { language: found.language, organisation: organisationName }
    const page = found.taken ? urls.me() : urls.newAddress({ token: tokenOfLink(ring, data.link) })
    const write = found.taken ? addressTakenMail : newAddressMail
    await mailer.send({ to: found.to, key: data.link, mail: write(reader, { page: new URL(page, origin) }) })
  })
