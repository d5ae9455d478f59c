/** What somebody may ask (art. 15 to 21 GDPR), withdrawing consent (art. 7(3)), and a complaint to the school. */
export const kinds = [
  'access',
  'portability',
  'correction',
  'erasure',
  'restriction',
  'objection',
  'withdrawal',
  'complaint',
] as const
export type Kind = (typeof kinds)[number]

/** What is asked on the screen; for the others there is a page where one does it at once (PROMISES P66). */
export const askedHere = ['correction', 'erasure', 'restriction', 'objection', 'complaint'] as const
export type AskedHere = (typeof askedHere)[number]

/** How a request reached the school when it was not asked here. */
export const paperWays = ['letter', 'mail', 'desk', 'phone', 'supplier'] as const

/** By what the office knew who asks; never a copy, a number or a picture of it (art. 12(6) GDPR). */
export const identityProofs = [
  'identity-card',
  'passport',
  'driving-licence',
  'residence-permit',
  'known',
  'authorisation',
] as const
export type IdentityProof = (typeof identityProofs)[number] | 'signed-in'

/** Why a request is refused. Each has its sentence in the letter; the office's own words come with it. */
export const refusals = [
  'law-keeps',
  'correct-already',
  'others-rights',
  'compelling-grounds',
  'not-identified',
  'unfounded',
  'other',
] as const
export type Refusal = (typeof refusals)[number]

/** What can be corrected by accepting it; anything else the school mends by hand. */
export const fields = ['givenName', 'prefix', 'surname', 'birthDate', 'email', 'other'] as const
export type CorrectedField = (typeof fields)[number]

export type State = 'open' | 'granted' | 'refused' | 'withdrawn'

/** Whether a yes to such a request means that data are kept and not used: all of them, or what it concerns. */
export const restricts = (kind: string): kind is 'restriction' | 'objection' =>
  kind === 'restriction' || kind === 'objection'

/** Whether a yes to such a request means that somebody gets a copy of the data. */
export const copies = (kind: string): boolean => kind === 'access' || kind === 'portability'
