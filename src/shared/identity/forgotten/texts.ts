import type { Texts } from '#shared/language/index.ts'

const nl = {
  title: 'Wachtwoord vergeten',
  text: 'Vul het e-mailadres in waarmee je inlogt. We mailen je een link om een nieuw wachtwoord te kiezen.',
  address: 'E-mailadres',
  fillAddress: 'Dit is geen e-mailadres. Het ziet eruit als naam@voorbeeld.nl.',
  send: 'Mail mij een link',
  back: 'Terug naar inloggen',
  wait: (time: string) =>
    `Er is net al een paar keer om een link gevraagd. De laatste werkt nog: kijk in je mail, ook bij ongewenste mail. Een nieuwe kan weer over ${time}.`,
  seconds: (count: number) => (count === 1 ? '1 seconde' : `${count} seconden`),
  minutes: (count: number) => (count === 1 ? '1 minuut' : `${count} minuten`),

  sentTitle: 'Kijk in je mail',
  sentText:
    'Hoort dit adres bij een account van deze school? Dan is er nu een mail met een link onderweg. Die werkt één keer, een uur lang.',
  nothing: 'Komt er niets? Kijk bij ongewenste mail. Of misschien log je in met een ander adres.',
  again: 'Vraag nog een link',
  noMail: 'Kun je niet meer bij je mail, of is je telefoon met codes weg?',
  noMailText:
    'Ga langs bij de administratie van school en neem je paspoort, identiteitskaart of rijbewijs mee. Je krijgt daar een brief met een code waarmee je weer binnenkomt.',
  haveLetter: 'Ik heb zo’n brief',

  newTitle: 'Kies een nieuw wachtwoord',
  newText: 'Op al je andere apparaten word je uitgelogd.',
  stillFactor: 'Gebruik je ook codes uit een app? Dan vragen we daarna nog een code.',
  save: 'Gebruik dit wachtwoord',
  gone: 'Deze link werkt niet (meer)',
  goneText: 'Een link werkt één keer, een uur lang, en alleen bij de school die hem stuurde. Vraag een nieuwe.',
  askAgain: 'Vraag een nieuwe link',
}

const en: Texts<typeof nl> = {
  title: 'Forgotten password',
  text: 'Fill in the email address you sign in with. We mail you a link to choose a new password.',
  address: 'Email address',
  fillAddress: 'This is no email address. It looks like name@example.org.',
  send: 'Mail me a link',
  back: 'Back to signing in',
  wait: (time) =>
    `A link was asked for a few times just now. The last one still works: look in your mail, also under unwanted mail. You can ask for a new one in ${time}.`,
  seconds: (count) => (count === 1 ? '1 second' : `${count} seconds`),
  minutes: (count) => (count === 1 ? '1 minute' : `${count} minutes`),

  sentTitle: 'Look in your mail',
  sentText:
    'Does this address belong to an account of this school? Then a mail with a link is on its way. It works once, for an hour.',
  nothing: 'Nothing there? Look under unwanted mail. Or perhaps you sign in with another address.',
  again: 'Ask for another link',
  noMail: 'Can you no longer reach your mail, or is your phone with codes gone?',
  noMailText:
    'Go to the school office and take your passport, identity card or driving licence with you. There you get a letter with a code that lets you in again.',
  haveLetter: 'I have such a letter',

  newTitle: 'Choose a new password',
  newText: 'You will be signed out on all your other devices.',
  stillFactor: 'Do you also use codes from an app? Then we ask for one afterwards.',
  save: 'Use this password',
  gone: 'This link does not work (any more)',
  goneText: 'A link works once, for an hour, and only at the school that sent it. Ask for a new one.',
  askAgain: 'Ask for a new link',
}

export type ForgottenTexts = Texts<typeof nl>
export const forgottenTexts: { nl: ForgottenTexts; en: ForgottenTexts } = { nl, en }
