import { withRole } from '#shared/access/rule.ts'

/** Who keeps the register and takes the steps: at a school or board, and at the supplier. */
export const keeper = withRole(
  {
    nl: 'de privacyfunctionaris en de directie; bij de leverancier wie incidenten afhandelt',
    en: 'the privacy officer and the principal; at the supplier whoever handles incidents',
  },
  'privacy-officer',
  'principal',
  'board',
  'supplier',
)

/** Who sees by name whom an incident affects: nobody but the organisation's own privacy officer. */
export const officer = withRole(
  { nl: 'de privacyfunctionaris van de organisatie zelf', en: 'the organisation’s own privacy officer' },
  'privacy-officer',
)
