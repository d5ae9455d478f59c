import type { Texts } from '#shared/language/index.ts'

const nl = {
  issued: (name: string) => `Uitnodiging voor ${name}`,
  issuedText:
    'Geef deze link of code aan deze persoon zelf, en aan niemand anders. Wie de link heeft, kan als deze persoon inloggen.',
  once: 'Je ziet dit één keer. Ben je het kwijt, maak dan een nieuwe uitnodiging.',
  link: 'Link',
  code: 'Of typ deze code',
  codeText: (address: string) => `Ga naar ${address} en typ:`,
  until: (day: string) => `Werkt één keer, tot en met ${day}.`,
  printFoot: (day: string) => `Alleen voor de genoemde persoon. Geprint op ${day}.`,
  back: (name: string) => `Naar ${name}`,

  enterCode: 'Ik heb een code',
  enterCodeText: 'Je kreeg van school een brief of link met een code.',
  codeLabel: 'Code',
  codeHint: '24 letters en cijfers. Streepjes en hoofdletters maken niet uit.',
  next: 'Verder',

  welcome: (name: string) => `Deze uitnodiging is voor ${name}. Ben jij dat niet? Geef hem dan terug aan school.`,
  has: 'Heb je al een account van Schoolplein?',
  hasNew: 'Nee, maak er een',
  hasOwn: 'Ja, van een andere school',
  address: 'E-mailadres',
  addressReaders: 'Hiermee log je in. Andere ouders zien het niet.',
  password: 'Wachtwoord van je account',
  factor: 'Code uit je app',
  factorHint: 'Alleen als je account er een vraagt bij het inloggen. Een herstelcode mag ook.',
  accept: 'Ga naar school',
  gone: 'Deze uitnodiging werkt niet (meer)',
  goneText:
    'Een uitnodiging werkt één keer en twee weken lang. Heb je de code overgetypt, kijk dan of hij klopt. Anders maakt school een nieuwe voor je.',
  tryAgain: 'Typ de code opnieuw',
  toSignIn: 'Inloggen',
  problems: {
    code: 'Typ de code uit je brief.',
    has: 'Kies of je al een account hebt.',
    address: 'Dit is geen e-mailadres. Het ziet eruit als naam@voorbeeld.nl.',
    password: 'Vul het wachtwoord van je account in.',
    taken: 'Met dit adres is er al een account. Kies “Ja, van een andere school”, of gebruik een ander adres.',
    wrong: 'Dit adres en dit wachtwoord horen niet bij elkaar.',
    factor:
      'Dit account vraagt ook een code. Typ je wachtwoord en de code uit je app, of een herstelcode. Heb je alleen een passkey? Voeg dan eerst bij je andere school een app toe.',
    here: 'Dit account is bij deze school al van iemand. Vraag de administratie van school.',
  },
}

const en: Texts<typeof nl> = {
  issued: (name) => `Invitation for ${name}`,
  issuedText:
    'Give this link or code to this person and to nobody else. Whoever has the link can sign in as this person.',
  once: 'You see this once. If you lose it, make a new invitation.',
  link: 'Link',
  code: 'Or type this code',
  codeText: (address) => `Go to ${address} and type:`,
  until: (day) => `Works once, up to and including ${day}.`,
  printFoot: (day) => `Only for the person named here. Printed on ${day}.`,
  back: (name) => `To ${name}`,

  enterCode: 'I have a code',
  enterCodeText: 'You got a letter or link with a code from school.',
  codeLabel: 'Code',
  codeHint: '24 letters and digits. Dashes and capitals make no difference.',
  next: 'Continue',

  welcome: (name) => `This invitation is for ${name}. Is that not you? Then give it back to school.`,
  has: 'Do you have a Schoolplein account already?',
  hasNew: 'No, make one',
  hasOwn: 'Yes, from another school',
  address: 'E-mail address',
  addressReaders: 'You sign in with this. Other parents do not see it.',
  password: 'Password of your account',
  factor: 'Code from your app',
  factorHint: 'Only if your account asks for one when you sign in. A recovery code will do too.',
  accept: 'Go to school',
  gone: 'This invitation does not work (any more)',
  goneText:
    'An invitation works once and for two weeks. If you typed the code, see whether it is right. Otherwise school makes a new one for you.',
  tryAgain: 'Type the code again',
  toSignIn: 'Sign in',
  problems: {
    code: 'Type the code in your letter.',
    has: 'Choose whether you have an account already.',
    address: 'This is no e-mail address. It looks like name@example.org.',
    password: 'Fill in the password of your account.',
    taken: 'There is an account with this address already. Choose “Yes, from another school”, or use another address.',
    wrong: 'This address and this password do not belong together.',
    factor:
      'This account also asks for a code. Type your password and the code from your app, or a recovery code. Do you only have a passkey? Then add an app at your other school first.',
    here: 'This account is somebody at this school already. Ask the school office.',
  },
}

export type InvitationTexts = Texts<typeof nl>
export const invitationTexts: { nl: InvitationTexts; en: InvitationTexts } = { nl, en }
