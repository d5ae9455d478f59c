import { withRole } from '#shared/access/rule.ts'

/** Who decides that something must stay although its period is over: who answers for privacy, not who runs the school. */
export const holding = withRole({ nl: 'de privacyfunctionaris', en: 'the privacy officer' }, 'privacy-officer')
