import type { Configuration } from 'openid-client'
import type { Asked } from '#shared/access/module.ts'
import type { Visit } from '#shared/access/visit.ts'
import { transaction } from '#shared/tenancy/transaction.ts'
import { urls } from '#src/urls.ts'
import { cookieHeader, readCookie } from '../cookie.ts'
import { partyOf } from '../party.ts'
import type { IdentityParts } from '../sign-in.ts'
import { type Connection, connectionOf } from './connection.ts'
import { type Flow, flowCookie, newFlow, readFlow, useFlow } from './flow.ts'
import type { Proven } from './provider.ts'
import { Trouble } from './trouble.ts'

/** What may go wrong on the way: everything else is a mistake of ours. */
const orTrouble = async <T>(asking: Promise<T>): Promise<T | Trouble> => {
  try {
    return await asking
  } catch (error) {
    if (error instanceof Trouble) return error
    throw error
  }
}

const connectionFor = ({ ground, site }: Asked): Promise<Connection | null> =>
  transaction(ground, { organisation: site.id }, 'microsoft', connectionOf)

export type Ready = { readonly connection: Connection; readonly configuration: Configuration }

/** Before somebody is sent to Microsoft: where that is. Nothing where the school has not turned it on. */
export const makeReady =
  (parts: IdentityParts) =>
  async (asked: Asked): Promise<Ready | Trouble | null> => {
    const connection = asked.site.microsoft === 'off' ? null : await connectionFor(asked)
    if (!connection) return null
    const configuration = await orTrouble(parts.microsoft.configuration(connection))
    return configuration instanceof Trouble ? configuration : { connection, configuration }
  }

/** Sends the browser to Microsoft, with what it must bring back in a cookie of this host. */
export const goThere = async (
  parts: IdentityParts,
  visit: Visit,
  { configuration }: Ready,
  more: Pick<Flow, 'next' | 'account'>,
): Promise<Response> => {
  const flow = newFlow(visit.work.wall, more)
  const { host, origin } = partyOf(visit)
  visit.header('Set-Cookie', cookieHeader(visit.secure, 'microsoft', flowCookie(parts.ring, host, flow)))
  const answerTo = origin + urls.microsoftAnswer()
  return visit.seeOther(
    await parts.microsoft.address(configuration, flow, { answerTo, choose: more.account !== undefined }),
  )
}

export type Answer =
  | { readonly kind: 'stale' }
  | { readonly kind: 'trouble'; readonly flow: Flow; readonly trouble: Trouble }
  | { readonly kind: 'foreign'; readonly flow: Flow }
  | { readonly kind: 'proven'; readonly flow: Flow; readonly proven: Proven; readonly connection: Connection }

/**
 * What an answer of Microsoft comes to. It must be the first one to a question that this very browser asked on this host
 * in the last ten minutes, and about somebody of the organisation's own tenant.
 */
export const readAnswer =
  (parts: IdentityParts) =>
  async (asked: Asked): Promise<Answer> => {
    const { ground, site, request, secure } = asked
    const url = new URL(request.url)
    const now = (ground.wall ?? ground.now)()
    const flow = readFlow(parts.ring, site.host, readCookie(request.headers, secure, 'microsoft'), now)
    if (!flow || url.searchParams.get('state') !== flow.state) return { kind: 'stale' }
    const connection = await transaction(ground, { organisation: site.id }, 'microsoft', async (work) =>
      (await useFlow(work, flow)) ? connectionOf(work) : null,
    )
    if (!connection) return { kind: 'stale' }
    if (secure) url.protocol = 'https:'
    const proven = await orTrouble(parts.microsoft.exchange(connection, url, flow))
    if (proven instanceof Trouble) return { kind: 'trouble', flow, trouble: proven }
    return proven.tenant === connection.tenant
      ? { kind: 'proven', flow, proven, connection }
      : { kind: 'foreign', flow }
  }
