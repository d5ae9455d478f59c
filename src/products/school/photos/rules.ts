import { rule } from '#shared/access/rule.ts'

/** Everyone who works here: each has a photo of their own. */
export const team = rule({ nl: 'het team', en: 'the team' }, (me) => me.staff)

/** Who may see photos at all; which ones is a matter of the query. */
export const mayMeetTheTeam = rule(
  {
    nl: 'het team; ouders zien de leerkrachten van hun kind, als de school en die leerkracht dat willen',
    en: 'the team; guardians see the teachers of their children, when the school and that teacher agree',
  },
  (me) => me.staff || me.is('guardian'),
)
