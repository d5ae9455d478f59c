import { randomUUID } from 'node:crypto'
import { type Task, task } from '#shared/jobs/task.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import { urls } from '#src/urls.ts'
import { openAccount } from '../accounts.ts'
import { makeLink, tokenOfLink } from '../links.ts'
import { forgottenMail } from './mail.ts'

const FORGOTTEN = 'forgotten-password'
const DAY = 24 * 60 * 60_000

/** `link` is the id that its token follows from; `asked` in milliseconds. */
type Forgotten = { readonly account: string; readonly link: string; readonly asked: number }

/**
 * Mails a link to choose a new password with, after this commits. Without an account the same job is added about nobody,
 * so that asking costs the same whoever has the address.
 */
export const mailNewPassword = (work: Work, account: string | null): Promise<void> =>
  work.enqueue(FORGOTTEN, {
    account: account ?? randomUUID(),
    link: randomUUID(),
    asked: work.now.getTime(),
  } satisfies Forgotten)

const isSomebodyHere = async (work: Work, account: string): Promise<boolean> => {
  const row = await work.db
    .selectFrom('account_person')
    .innerJoin('person', 'person.id', 'account_person.person_id')
    .select('person.id')
    .where('account_person.account_id', '=', account)
    .where('account_person.organisation_id', '=', work.organisation)
    .where('person.state', '=', 'active')
    .executeTakeFirst()
  return row !== undefined
}

/** The link lives from when the mail leaves. Who asked yesterday, while the mail was down, has asked again or given up. */
export const forgottenTask = (ring: KeyRing): Task =>
  task<Forgotten>(FORGOTTEN, async ({ data, inOrganisation, mailer, origin, organisationName }) => {
    const { account, link, asked } = data
    const owner = await inOrganisation(async (work) => {
      if (work.now.getTime() - asked > DAY) return null
      const found = await openAccount(work, ring, account)
      if (!found || !(await isSomebodyHere(work, account))) return null
      return (await makeLink(work, ring, { id: link, account, purpose: 'password' })) ? found : null
    })
    if (!owner) return
    const page = new URL(urls.newPassword({ token: tokenOfLink(ring, link) }), origin)
    const mail = forgottenMail({ language: owner.language, organisation: organisationName }, { page })
    await mailer.send({ to: owner.address, key: link, mail })
  })
