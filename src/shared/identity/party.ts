import type { Visit } from '#shared/access/visit.ts'
import type { Party } from './passkeys.ts'

/** The host that a visit came to, as passkeys know it. */
export const partyOf = (visit: Visit): Party => ({
  host: visit.site.host,
  origin: `${visit.secure ? 'https' : 'http'}://${new URL(visit.request.url).host}`,
  name: visit.site.name,
})
