import { Module } from '#shared/access/module.ts'
import { anyone, signedIn } from '#shared/access/rule.ts'
import { cookieHeader } from '#shared/identity/cookie.ts'
import { ownPath } from '#shared/identity/own-path.ts'
import { beginSession, confirmSession, endThisSession } from '#shared/identity/session.ts'
import { urls } from '#src/urls.ts'
import { demoPerson } from './people.ts'
import { startAddress, startOrigin } from './start.tsx'

/**
 * Signing in without proof: `POST /demo/sign-in` with `person=KEY` begins a session of that person of the demo world,
 * as strong as with a second factor, and goes to `next`, or to the first page; 404 for a key that the host does not have. Where somebody
 * has to show that it is them, one press is enough too, since nobody here has a password. Only for a
 * data directory that is the demo's and a listener on loopback (see demo.ts).
 */
export const demoSignIn = (): Module =>
  new Module('demo', { nl: 'Het voorbeeld', en: 'The demo' })
    .get(urls.demo, anyone, (visit) => visit.seeOther(startAddress(visit.request.headers.get('host') ?? '')))
    .post(
      urls.demoSignIn,
      anyone,
      async (visit) => {
        const { work, site, typed, language, secure } = visit
        const person = demoPerson(site.host.split('.')[0]!, String(typed.person))?.personId
        if (!person) return visit.notFound()
        const joined = await work.db
          .selectFrom('account_person')
          .select('account_id')
          .where('person_id', '=', person)
          .where('organisation_id', '=', site.id)
          .executeTakeFirst()
        if (!joined) return visit.notFound()
        await endThisSession(work)
        const token = await beginSession(work, {
          account: joined.account_id,
          person,
          strong: true,
          language,
          device: 'demo',
        })
        visit.header('Set-Cookie', cookieHeader(secure, 'session', token))
        return visit.seeOther(ownPath(String(typed.next ?? '')) ?? urls.home())
      },
      { alsoFrom: (origin, host) => origin === startOrigin(host) },
    )
    .post(
      urls.demoConfirm,
      signedIn,
      async (visit) => {
        await confirmSession(visit.work)
        return visit.seeOther(ownPath(String(visit.typed.next ?? '')) ?? urls.me())
      },
      { beforeSecondFactor: true, staysOpen: 'always' },
    )
