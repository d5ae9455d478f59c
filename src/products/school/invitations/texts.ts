import type { Texts } from '#shared/language/index.ts'

const nl = {
  issued: (name: string) => `Uitnodiging voor ${name}`,
  issuedText:
    'Geef deze link of code aan deze persoon zelf, en aan niemand anders. Wie de link heeft, kan als deze persoon inloggen.',
  once: 'Je ziet dit één keer. Ben je het kwijt, maak dan een nieuwe uitnodiging. De vorige werkt dan niet meer.',
  link: 'Link',
  code: 'Of typ deze code',
  codeText: (address: string) => `Ga naar ${address} en typ:`,
  until: (day: string) => `Werkt één keer, tot en met ${day}.`,
  printFoot: (day: string) => `Alleen voor de genoemde persoon. Geprint op ${day}.`,
  back: (name: string) => `Naar ${name}`,

  enterCode: 'Ik heb een code',
  enterCodeText: 'Je kreeg van school een brief of link met een code.',
  codeLabel: 'Code',
  codeHint: '16 letters en cijfers. Streepjes en hoofdletters maken niet uit.',
  next: 'Verder',

  welcome: (name: string) => `Deze uitnodiging is voor ${name}. Ben jij dat niet? Geef hem dan terug aan school.`,
  has: 'Heb je al een account van Schoolplein?',
  hasHint: 'Bijvoorbeeld van een andere school, of omdat je hier werkt. Je houdt dan één account.',
  hasNew: 'Nee, maak er een',
  hasOwn: 'Ja, ik log in met dat account',
  address: 'E-mailadres',
  addressReaders: 'Hiermee log je in. Andere ouders zien het niet.',
  password: 'Wachtwoord van je account',
  factor: 'Code uit je app',
  factorHint: 'Alleen als je account er een vraagt bij het inloggen. Een herstelcode mag ook.',
  accept: 'Ga naar school',
  gone: {
    unknown: 'Deze code klopt niet',
    used: 'Deze uitnodiging is al gebruikt',
    replaced: 'Er is een nieuwere uitnodiging',
    expired: 'Deze uitnodiging is te oud',
  },
  goneText: {
    unknown:
      'Kijk of je elke letter goed hebt. Lukt het niet? Vraag dan de administratie van school om een nieuwe code.',
    used: 'Een uitnodiging werkt één keer. Heb jij dit account gemaakt? Log dan in. Was jij het niet? Zeg het meteen tegen school.',
    replaced:
      'School maakte een nieuwe, of nodigt je niet meer uit. Gebruik je nieuwste brief of mail, of vraag het aan school.',
    expired: 'De datum in je brief of mail is voorbij. Je kunt school hier om een nieuwe vragen.',
  },
  askAgain: 'Vraag school om een nieuwe',
  asked: { mailed: 'Er is een nieuwe mail onderweg', asked: 'School heeft je vraag' },
  askedText: {
    mailed: 'Hij gaat naar het adres dat school van je kent. De oude code blijft dicht.',
    asked: 'De administratie maakt een nieuwe uitnodiging voor je.',
  },
  tryAgain: 'Typ de code opnieuw',
  toSignIn: 'Inloggen',
  problems: {
    code: 'Typ de code uit je brief.',
    has: 'Kies of je al een account hebt.',
    address: 'Dit is geen e-mailadres. Het ziet eruit als naam@voorbeeld.nl.',
    password: 'Vul het wachtwoord van je account in.',
    taken:
      'Met dit adres is er al een account. Is dat van jou? Kies “Ja, ik log in met dat account”. Is het van iemand anders, zoals je partner? Gebruik dan een eigen adres.',
    wrong: 'Dit adres en dit wachtwoord horen niet bij elkaar.',
    factor:
      'Dit account vraagt ook een code. Typ je wachtwoord en de code uit je app, of een herstelcode. Heb je alleen een passkey? Voeg dan eerst bij je andere school een app toe.',
    here: 'Dit account is bij deze school al van iemand, en wij kunnen dat niet zelf samenvoegen. Vraag de administratie van school.',
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
  codeHint: '16 letters and digits. Dashes and capitals make no difference.',
  next: 'Continue',

  welcome: (name) => `This invitation is for ${name}. Is that not you? Then give it back to school.`,
  has: 'Do you have a Schoolplein account already?',
  hasHint: 'For example from another school, or because you work here. You then keep one account.',
  hasNew: 'No, make one',
  hasOwn: 'Yes, I sign in with that account',
  address: 'E-mail address',
  addressReaders: 'You sign in with this. Other parents do not see it.',
  password: 'Password of your account',
  factor: 'Code from your app',
  factorHint: 'Only if your account asks for one when you sign in. A recovery code will do too.',
  accept: 'Go to school',
  gone: {
    unknown: 'This code is not right',
    used: 'This invitation was used already',
    replaced: 'There is a newer invitation',
    expired: 'This invitation is too old',
  },
  goneText: {
    unknown: 'See whether every letter is right. Does it not work? Then ask the school office for a new code.',
    used: 'An invitation works once. Did you make this account? Then sign in. Was it not you? Tell school at once.',
    replaced: 'School made a new one, or no longer invites you. Use your newest letter or mail, or ask school.',
    expired: 'The date in your letter or mail has passed. You can ask school for a new one here.',
  },
  askAgain: 'Ask school for a new one',
  asked: { mailed: 'A new mail is on its way', asked: 'School has your question' },
  askedText: {
    mailed: 'It goes to the address that school has of you. The old code stays closed.',
    asked: 'The office makes a new invitation for you.',
  },
  tryAgain: 'Type the code again',
  toSignIn: 'Sign in',
  problems: {
    code: 'Type the code in your letter.',
    has: 'Choose whether you have an account already.',
    address: 'This is no e-mail address. It looks like name@example.org.',
    password: 'Fill in the password of your account.',
    taken:
      'There is an account with this address already. Is it yours? Choose “Yes, I sign in with that account”. Is it somebody else’s, such as your partner’s? Then use an address of your own.',
    wrong: 'This address and this password do not belong together.',
    factor:
      'This account also asks for a code. Type your password and the code from your app, or a recovery code. Do you only have a passkey? Then add an app at your other school first.',
    here: 'This account is somebody at this school already, and we cannot make you one by ourselves. Ask the school office.',
  },
}

export type InvitationTexts = Texts<typeof nl>
export const invitationTexts: { nl: InvitationTexts; en: InvitationTexts } = { nl, en }
