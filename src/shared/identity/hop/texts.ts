import type { Texts } from '#shared/language/index.ts'

const nl = {
  place: 'Andere school',
  title: 'Waar je nog meer bent',
  text: 'Je account hoort ook hier. Je hoeft niet opnieuw in te loggen.',
  none: 'Je account hoort alleen bij deze school',
  noneText: 'Krijg je van een andere school een code? Vul die daar in, dan staat die school ook hier.',
  go: (name: string) => `Ga naar ${name}`,
  goShort: 'Ga erheen',
  expired: 'Deze link werkt één keer en een minuut lang. Ga terug en kies de school nog eens, of log hier in.',
  someoneElse: 'In deze browser is hier iemand anders ingelogd. Log die eerst uit en kies de school dan nog eens.',
  notHere: 'Je account hoort niet meer bij deze school. Vraag het de administratie.',
  ownWay: 'Je kwam binnen met Microsoft van een andere school. Dat telt hier niet: log hier één keer zelf in.',
  arrivedTitle: (name: string) => `Je bent bij ${name}`,
  arrivedText:
    'Wil je hier de volgende keer meteen inloggen, met je vinger of gezicht? Voeg dit apparaat dan ook hier toe: een passkey werkt maar bij één school.',
  add: 'Voeg dit apparaat toe',
  on: 'Nu niet, ga verder',
}

const en: Texts<typeof nl> = {
  place: 'Other school',
  title: 'Where else you are',
  text: 'Your account belongs here too. You need not sign in again.',
  none: 'Your account belongs to this school only',
  noneText: 'Does another school give you a code? Fill it in there, and that school will stand here too.',
  go: (name) => `Go to ${name}`,
  goShort: 'Go there',
  expired: 'This link works once and for one minute. Go back and choose the school again, or sign in here.',
  someoneElse: 'Someone else is signed in here in this browser. Sign them out first, then choose the school again.',
  notHere: 'Your account no longer belongs to this school. Ask the office.',
  ownWay: 'You came in with the Microsoft of another school. That does not count here: sign in here once yourself.',
  arrivedTitle: (name) => `You are at ${name}`,
  arrivedText:
    'Would you like to sign in here at once next time, with your finger or face? Add this device here too: a passkey works at one school only.',
  add: 'Add this device',
  on: 'Not now, go on',
}

export type HopTexts = Texts<typeof nl>
export const hopTexts: { nl: HopTexts; en: HopTexts } = { nl, en }
