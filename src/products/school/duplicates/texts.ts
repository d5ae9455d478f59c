import type { Texts } from '#shared/language/index.ts'

const nl = {
  title: 'Twee keer dezelfde persoon?',
  link: 'Zoek wie er twee keer in staat',
  text: 'Deze mensen lijken op elkaar: dezelfde naam, hetzelfde e-mailadres of dezelfde telefoon. Jij weet of het er één is.',
  none: 'Niemand staat er twee keer in',
  noneText: 'Lijken er later twee op elkaar, dan staan ze hier.',
  pair: (one: string, other: string) => `${one} en ${other}`,
  parentOf: (names: string) => `ouder van ${names}`,
  compare: 'Vergelijk',
  back: 'Alle dubbele mensen',
  merge: {
    title: (name: string) => `Is ${name} één persoon?`,
    text: 'Voeg je ze samen, dan gaat alles van de één over naar de ander: kinderen, ziekmeldingen, uitnodiging en account. Er gaat niets verloren.',
    fields: {
      givenName: 'Roepnaam',
      prefix: 'Tussenvoegsel',
      surname: 'Achternaam',
      email: 'E-mailadres',
      phone: 'Telefoon',
    },
    empty: '(leeg)',
    from: (children: string) => `Bij ${children}`,
    tie: (pupil: string) => `Wat klopt er voor ${pupil}?`,
    tieText: 'Beide keren ouder van dit kind. Beperkingen van allebei blijven staan.',
    account: 'Met welk account logt deze persoon voortaan in?',
    accountText:
      'Allebei hebben een account. Het andere hoort straks niet meer bij deze school. Bij een andere school blijft het werken.',
    since: (day: string) => `Account sinds ${day}`,
    seen: (day: string) => `laatst gebruikt op ${day}`,
    noAccount: 'Geen account',
    staff: 'Werkt hier',
    button: 'Voeg samen tot één persoon',
    apart: 'Dit zijn twee mensen',
    choose: 'Kies wat er blijft.',
    gone: 'Deze twee kun je niet meer samenvoegen. Misschien deed een collega het net.',
  },
}

const en: Texts<typeof nl> = {
  title: 'The same person twice?',
  link: 'Find who is in it twice',
  text: 'These people look alike: the same name, e-mail address or telephone. You know whether they are one.',
  none: 'Nobody is in it twice',
  noneText: 'When two look alike later, they stand here.',
  pair: (one, other) => `${one} and ${other}`,
  parentOf: (names) => `parent of ${names}`,
  compare: 'Compare',
  back: 'All double people',
  merge: {
    title: (name) => `Is ${name} one person?`,
    text: 'When you join them, everything of the one goes over to the other: children, absence reports, invitation and account. Nothing is lost.',
    fields: {
      givenName: 'Given name',
      prefix: 'Prefix',
      surname: 'Surname',
      email: 'E-mail address',
      phone: 'Telephone',
    },
    empty: '(empty)',
    from: (children) => `With ${children}`,
    tie: (pupil) => `What is right for ${pupil}?`,
    tieText: 'A parent of this child both times. Restrictions of both stay.',
    account: 'With which account does this person sign in from now on?',
    accountText:
      'Both have an account. The other one will no longer belong to this school. At another school it goes on working.',
    since: (day) => `Account since ${day}`,
    seen: (day) => `last used on ${day}`,
    noAccount: 'No account',
    staff: 'Works here',
    button: 'Join into one person',
    apart: 'These are two people',
    choose: 'Choose what stays.',
    gone: 'These two can no longer be joined. Perhaps a colleague just did it.',
  },
}

export type DuplicateTexts = Texts<typeof nl>
export const duplicateTexts: { nl: DuplicateTexts; en: DuplicateTexts } = { nl, en }
