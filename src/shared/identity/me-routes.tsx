import { sql } from 'kysely'
import { z } from 'zod'
import { Module } from '#shared/access/module.ts'
import { signedIn } from '#shared/access/rule.ts'
import { type Language, languages } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import { forgetDevices } from './device.ts'
import { myPage } from './me-page.tsx'
import { endOtherSessions, endSession } from './sessions.ts'
import { type IdentityParts, rememberThisDevice } from './sign-in.ts'

/** From the next page on this person reads in this language, here and in mails. */
const chooseLanguage = async (work: Work, account: string, language: Language): Promise<void> => {
  await work.db.updateTable('account').set({ language }).where('id', '=', account).execute()
  await work.db
    .updateTable('session')
    .set({ language })
    .where('account_id', '=', account)
    .where(sql<boolean>`token_hash = current_setting('app.session', true)`)
    .execute()
}

/** Somebody's own page: language and sessions; how they sign in stands in `ways-in-routes.tsx`. */
export const meRoutes = (parts: IdentityParts): Module =>
  new Module('me', { nl: 'Je eigen account', en: 'Your own account' }, { staysOpen: 'always' })
    .get(urls.me, signedIn, (visit) => myPage(parts, visit))
    .post(urls.myLanguage, signedIn, async (visit) => {
      const form = visit.form(z.object({ language: z.enum(languages) }))
      if (form.ok) await chooseLanguage(visit.work, visit.me.account, form.value.language)
      return visit.seeOther(urls.me())
    })
    .post(urls.endSession, signedIn, async (visit) => {
      const form = visit.form(z.object({ session: z.string().regex(/^[0-9a-f]{64}$/) }))
      if (form.ok) await endSession(visit.work, visit.me.account, form.value.session)
      return visit.seeOther(urls.me())
    })
    .post(urls.endOtherSessions, signedIn, async (visit) => {
      await endOtherSessions(visit.work, visit.me.account)
      await forgetDevices(visit.work, visit.me.account)
      await rememberThisDevice(visit, visit.me.account)
      return visit.seeOther(urls.me())
    })
