import { rule } from '#shared/access/rule.ts'
import type { Me } from '#shared/identity/me.ts'

/** Who reviews unusual looks: the officer, and the principal where it is about an officer. */
export const reviewer = rule(
  {
    nl: 'de privacyfunctionaris; de directeur als het over de privacyfunctionaris gaat',
    en: 'the privacy officer; the principal where it is about the privacy officer',
  },
  (me: Me) => me.is('privacy-officer', 'principal'),
)

/** Whose looks may be asked about: everyone who works here. */
export const team = rule({ nl: 'het team', en: 'the team' }, (me: Me) => me.staff)
