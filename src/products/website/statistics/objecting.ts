import { cookie } from '#shared/identity/cookie.ts'

const YEAR = 365 * 86_400

/** Set by whoever does not want to be counted: the only way to know them again is to keep that they said so. */
export const uncounted = cookie({
  name: 'uncounted',
  seconds: YEAR,
  why: { nl: 'Zo weten we dat je niet geteld wilt worden.', en: 'By this we know that you do not want to be counted.' },
  when: { nl: 'als je hieronder kiest dat je niet geteld wilt worden', en: 'when you choose below not to be counted' },
})
