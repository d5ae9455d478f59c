import type { Visit } from '#shared/access/visit.ts'
import { pick } from '#shared/language/index.ts'
import { openAddress } from './accounts.ts'
import { knownDevices } from './device.ts'
import { listEvents } from './events.ts'
import { factorsOf } from './factors.ts'
import type { Me } from './me.ts'
import { meTexts } from './me-texts.ts'
import { MyPage } from './me-views.tsx'
import { connectionOf } from './microsoft/connection.ts'
import { linkedSince } from './microsoft/identities.ts'
import { listPasskeys } from './passkeys.ts'
import { hasPassword } from './passwords.ts'
import { sessionsOf } from './sessions.ts'
import { deviceCookie, type IdentityParts } from './sign-in.ts'

/** Since when a Microsoft account is linked, or not; nothing where the school does not offer it. */
const microsoftOf = async ({ work, me, site }: Visit<string, Me>): Promise<{ since: Date | null } | null> => {
  const connection = site.microsoft === 'off' ? null : await connectionOf(work)
  return connection && { since: await linkedSince(work, me.account, connection.tenant) }
}

/** Somebody's own page; with what could not be done, when something could not. */
export const myPage = async (parts: IdentityParts, visit: Visit<string, Me>, problem?: string): Promise<Response> => {
  const { work, me, site, language } = visit
  const t = pick(language, meTexts)
  const [address, password, factors, passkeys, sessions, microsoft, devices, events] = await Promise.all([
    openAddress(work, parts.ring, me.account),
    hasPassword(work, me.account),
    factorsOf(work, me.account, site.host),
    listPasskeys(work, parts.ring, me.account),
    sessionsOf(work, me.account),
    microsoftOf(visit),
    knownDevices(work, me.account, deviceCookie(visit)),
    listEvents(work, me.account),
  ])
  return visit.page(
    { title: t.back, status: problem ? 422 : 200 },
    <MyPage
      t={t}
      language={language}
      today={work.today}
      site={site}
      me={me}
      address={address ?? ''}
      password={password}
      factors={factors}
      microsoft={microsoft}
      passkeys={passkeys}
      sessions={sessions}
      devices={devices}
      events={events}
      problem={problem}
    />,
  )
}
