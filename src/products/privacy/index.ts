import type { Product } from '#src/products.ts'
import { turnSixteen } from './consents/ages.ts'
import { ownConsents } from './consents/own/routes.tsx'
import { desk } from './desk/routes.tsx'
import './consents/personal-data.ts'

/** What the school promises about personal data, carried out and proved: views of the declarations and the log. */
export const privacy: Product = { name: 'privacy', modules: [desk, ownConsents], newDay: turnSixteen }

export { type Consent, consentOf } from './consents/standing.ts'
export { type ConsentChange, type ConsentTold, whenConsentChanges } from './consents/telling.ts'
