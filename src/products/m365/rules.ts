import { withRole } from '#shared/access/rule.ts'

/** Who runs the school's Microsoft 365. */
export const ict = withRole({ nl: 'de administratie en ICT', en: 'the office and ICT' }, 'administrator', 'ict')

/** Who gives pupils a new password: of the groups they teach today. */
export const teaching = withRole(
  { nl: 'leerkrachten en invallers', en: 'teachers and substitutes' },
  'teacher',
  'substitute',
)

/** Who begins with tiles and what is to be handed in, and sees that somebody made a new password for them. */
export const pupil = withRole({ nl: 'leerlingen', en: 'pupils' }, 'pupil')
