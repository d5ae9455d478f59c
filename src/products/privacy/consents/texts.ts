import type { Texts } from '#shared/language/index.ts'
import type { Audience } from './kinds.ts'
import type { ConsentRule } from './outcome.ts'

const nl = {
  place: 'Toestemming',
  audience: {
    internet: 'Iedereen op internet',
    social: 'Iedereen op sociale media',
    press: 'Lezers en kijkers van krant en omroep',
    school: 'Ouders en team van school, na inloggen',
    group: 'De gezinnen van de groep',
    team: 'De leerkracht en wie van het team het nodig heeft',
    family: 'Alleen je eigen gezin',
  } satisfies Record<Audience, string>,
  rule: {
    one: 'Eén ouder is genoeg',
    all: 'Alle ouders met gezag zeggen ja, één nee is nee',
    confirmed: 'Een nee telt als de andere ouder het bevestigt, of veertien dagen niets zegt',
  } satisfies Record<ConsentRule, string>,
  yes: 'Ja',
  no: 'Nee',
}

const en: Texts<typeof nl> = {
  place: 'Consent',
  audience: {
    internet: 'Everyone on the internet',
    social: 'Everyone on social media',
    press: 'Readers and viewers of press and broadcasters',
    school: 'Parents and team of the school, after signing in',
    group: 'The families of the group',
    team: 'The teacher and those of the team who need it',
    family: 'Your own family only',
  },
  rule: {
    one: 'One parent is enough',
    all: 'All parents with authority say yes, one no is no',
    confirmed: 'A no counts when the other parent confirms it, or is silent for fourteen days',
  },
  yes: 'Yes',
  no: 'No',
}

export type ConsentTexts = Texts<typeof nl>
export const consentTexts: { nl: ConsentTexts; en: ConsentTexts } = { nl, en }
