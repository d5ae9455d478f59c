import { rule, withRole } from '#shared/access/rule.ts'
import { watching } from '../rules.ts'

/** Who answers for the school: the office, the principal and the privacy officer; never about what they asked themselves. */
export const handler = withRole(
  {
    nl: 'de administratie, de directeur en de functionaris gegevensbescherming',
    en: 'the office, the principal and the privacy officer',
  },
  'administrator',
  'principal',
  'privacy-officer',
)

/** Who writes down what came in on paper: they look people up anyway. */
export const office = withRole(
  { nl: 'de administratie en de directeur', en: 'the office and the principal' },
  'administrator',
  'principal',
)

/** Who answers and has no officer's desk to come from: the requests are a place of their own. */
export const elsewhere = rule({ nl: 'de directeur', en: 'the principal' }, (me) => handler(me) && !watching(me))
