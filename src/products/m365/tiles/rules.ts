import { rule, withRole } from '#shared/access/rule.ts'
import type { Me, Role } from '#shared/identity/me.ts'
import { pupil } from '../rules.ts'

const teamRoles = [
  'teacher',
  'substitute',
  'support',
  'principal',
  'administrator',
  'ict',
] as const satisfies readonly Role[]

/** Who opens tiles from the menu. */
export const team = withRole({ nl: 'het team', en: 'the team' }, ...teamRoles)

/** Who has a start page, with own tiles on it. */
export const starts = rule({ nl: 'leerlingen en het team', en: 'pupils and the team' }, (me) => pupil(me) || team(me))

/** Who arranges which tiles; which list is whose stands in `lists.ts`. */
export const arranges = rule(
  {
    nl: 'leerlingen en het team, hun eigen tegels; wie lesgeeft ook die van de eigen groepen, de administratie die van school',
    en: 'pupils and the team, their own tiles; who teaches also those of the own groups, the office those of the school',
  },
  starts,
)

/** Who arranges the tiles of the school. */
export const arrangesSchool = (me: Me): boolean => me.is('administrator')

/** Who has groups of which they arrange the tiles. */
export const arrangesGroups = (me: Me): boolean => me.is('teacher', 'substitute')
