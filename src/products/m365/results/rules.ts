import { withRole } from '#shared/access/rule.ts'

/** What a school switches on or off. */
export const RESULTS = 'results'

/** Who sees the results of a class: who teaches it today, on the days of the assignment, and the principal all. */
export const follows = withRole(
  {
    nl: 'leerkrachten en invallers, van hun eigen groepen; de directie',
    en: 'teachers and substitutes, of their own groups; the principal',
  },
  'teacher',
  'substitute',
  'principal',
)
