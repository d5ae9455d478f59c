import { rule, withRole } from '#shared/access/rule.ts'

/** Who makes the forms of the site and says who reads them. */
export const formEditor = withRole(
  {
    nl: 'de administratie, de directeur en, op een eigen site, de leverancier',
    en: 'the office, the principal and, on its own site, the supplier',
  },
  'administrator',
  'principal',
  'supplier',
)

/** Who can be named as a reader of a form; what others were sent does not exist for them. */
export const inboxTeam = rule({ nl: 'wie hier werkt', en: 'who works here' }, (me) => me.staff)
