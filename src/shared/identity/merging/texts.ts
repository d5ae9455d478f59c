import type { Texts } from '#shared/language/index.ts'

const nl = {
  title: 'Twee accounts samenvoegen',
  back: 'Ik',
  text: 'Heb je twee keer een account gekregen, bijvoorbeeld bij twee scholen? Maak er één van. Daarna log je overal in met het account dat je nu gebruikt.',
  keeps: (address: string) => `Je houdt dit account: ${address}, met dit wachtwoord.`,
  moves: 'De scholen en passkeys van het andere account komen erbij.',
  goes: 'Het andere account verdwijnt. Inloggen met dat adres kan dan niet meer.',
  ends: 'Op al je andere apparaten word je uitgelogd.',
  undo: 'Dit kun je niet terugdraaien.',
  other: 'Het andere account',
  address: 'E-mailadres van het andere account',
  password: 'Wachtwoord van het andere account',
  code: 'Code voor het andere account',
  codeHint: 'Uit je app, of een herstelcode. Alleen als dat account er een vraagt.',
  merge: 'Voeg samen tot één account',
  forgotten: 'Wachtwoord van dat account vergeten?',
  problems: {
    address: 'Dit is geen e-mailadres. Het ziet eruit als naam@voorbeeld.nl.',
    password: 'Vul het wachtwoord van het andere account in.',
    wrong: 'Dit e-mailadres en wachtwoord horen niet bij elkaar. Kijk ze allebei na.',
    factor: 'Dit account vraagt ook een code. Typ je wachtwoord nog eens, met een code uit je app of een herstelcode.',
    code: 'Deze code klopt niet, of is al gebruikt. Typ je wachtwoord nog eens, met de code die je app nu laat zien.',
    same: 'Dit is het account dat je nu gebruikt. Vul het adres van je andere account in.',
    busy: 'Je bent met het andere account nog onderweg naar een andere school. Wacht een minuut en probeer het nog eens.',
    both: (schools: string) =>
      `Met allebei de accounts ben je iemand bij ${schools}. Vraag de administratie daar om je dubbele gegevens samen te voegen. Daarna kun je hier één account maken.`,
  },
}

const en: Texts<typeof nl> = {
  title: 'Merge two accounts',
  back: 'Me',
  text: 'Did you get an account twice, at two schools for example? Make them one. Afterwards you sign in everywhere with the account you use now.',
  keeps: (address) => `You keep this account: ${address}, with this password.`,
  moves: 'The schools and passkeys of the other account are added to it.',
  goes: 'The other account disappears. You can then no longer sign in with that address.',
  ends: 'You will be signed out on all your other devices.',
  undo: 'You cannot undo this.',
  other: 'The other account',
  address: 'Email address of the other account',
  password: 'Password of the other account',
  code: 'Code for the other account',
  codeHint: 'From your app, or a recovery code. Only if that account asks for one.',
  merge: 'Merge into one account',
  forgotten: 'Forgotten the password of that account?',
  problems: {
    address: 'This is no email address. It looks like name@example.org.',
    password: 'Fill in the password of the other account.',
    wrong: 'This email address and password do not belong together. Check both.',
    factor:
      'This account also asks for a code. Type your password again, with a code from your app or a recovery code.',
    code: 'This code is not right, or was used before. Type your password again, with the code your app shows now.',
    same: 'This is the account you use now. Fill in the address of your other account.',
    busy: 'With the other account you are still on the way to another school. Wait a minute and try again.',
    both: (schools) =>
      `With both accounts you are somebody at ${schools}. Ask the office there to merge your double entry. After that you can make one account here.`,
  },
}

export type MergeTexts = Texts<typeof nl>
export const mergeTexts: { nl: MergeTexts; en: MergeTexts } = { nl, en }
