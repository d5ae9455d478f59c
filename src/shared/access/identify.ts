import { Me } from '#shared/identity/me.ts'
import { findSession } from '#shared/identity/session.ts'
import type { Work } from '#shared/tenancy/work.ts'

/** Tells who the signed-in person is; the school product answers it, since people are its. */
export type WhoIs = (
  work: Work,
) => Promise<
  | (Pick<Me, 'id' | 'givenName' | 'name' | 'accessVersion' | 'owesTerms' | 'barred'> & { roles: Iterable<string> })
  | null
>

/** Both questions leave together: the first one sets who the second one is about, and without a session that is nobody. */
export const identify = async (work: Work, whoIs: WhoIs): Promise<Me | null> => {
  const [session, who] = await Promise.all([findSession(work), whoIs(work)])
  if (!session || !who) return null
  work.person = who.id
  return new Me({ ...session, ...who, roles: [...who.roles] as never })
}
