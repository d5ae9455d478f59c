import type { Words } from '#shared/language/index.ts'
import type { Kind } from './declaration.ts'

/** Kinds of personal data in words that fit behind "saw" and "zag". */
export const kindWords: Readonly<Record<Kind, Words>> = {
  ordinary: { nl: 'naam en gewone gegevens', en: 'name and ordinary details' },
  contact: { nl: 'contactgegevens', en: 'contact details' },
  credential: { nl: 'hoe je inlogt', en: 'how you sign in' },
  image: { nl: 'een foto', en: 'a picture' },
  results: { nl: 'resultaten', en: 'results' },
  financial: { nl: 'geldzaken', en: 'financial details' },
  health: { nl: 'gezondheid', en: 'health' },
  family: { nl: 'het gezin', en: 'the family' },
  activity: { nl: 'wat er gebeurde', en: 'what happened' },
  identifier: { nl: 'een nummer', en: 'a number' },
}
