import type { Visit } from '#shared/access/visit.ts'
import { connectionOf } from './connection.ts'
import { linkedSince } from './identities.ts'

/**
 * Whether somebody who proved who they are must come through Microsoft instead: of the team of a school that has no other
 * way for it, and linked. Who is not linked yet comes in once to do that, and gets no further.
 */
export const mustUseMicrosoft = async (visit: Visit, owner: { staff: boolean; account: string }): Promise<boolean> => {
  if (visit.site.microsoft !== 'team' || !owner.staff) return false
  const connection = await connectionOf(visit.work)
  return connection !== null && (await linkedSince(visit.work, owner.account, connection.tenant)) !== null
}
