import type { Texts } from '#shared/language/index.ts'

const nl = {
  title: 'E-mailadres veranderen',
  now: (address: string) => `Nu log je in met ${address}.`,
  address: 'Nieuw e-mailadres',
  hint: 'We sturen er een link heen. Pas als je die bevestigt, verandert er iets. Je oude adres krijgt daar bericht van.',
  readers: 'Hiermee log je in, bij elke school. Andere ouders zien het niet.',
  send: 'Stuur mij een link',
  waiting: (address: string, time: string) =>
    `Er is een link gestuurd naar ${address}. Hij werkt tot ${time}. Niets gekregen? Kijk bij ongewenste mail.`,
  drop: 'Laat het zoals het is',
  done: (address: string) => `Voortaan log je in met ${address}.`,
  problems: {
    address: 'Dit is geen e-mailadres. Het ziet eruit als naam@voorbeeld.nl.',
    same: 'Dit is al je adres. Vul een ander in.',
  },

  confirmTitle: 'Log voortaan in met dit adres',
  confirmText: (address: string) => `Vanaf nu log je overal in met ${address}. Je wachtwoord blijft hetzelfde.`,
  confirm: 'Gebruik dit adres',
  back: 'Ik',
  takenTitle: 'Dit adres hoort al bij een ander account',
  takenText:
    'Heb je twee accounts? Dan kun je er één van maken. Je logt daarna in met het adres van het account dat je nu gebruikt.',
  merge: 'Voeg twee accounts samen',
  gone: 'Deze link werkt niet (meer)',
  goneText:
    'Een link werkt één keer, een uur lang, bij de school die hem stuurde, en alleen als je bent ingelogd met het account waarvan je het adres verandert.',
  again: 'Probeer het opnieuw',
}

const en: Texts<typeof nl> = {
  title: 'Change email address',
  now: (address) => `You sign in with ${address} now.`,
  address: 'New email address',
  hint: 'We send a link there. Nothing changes until you confirm it. Your old address is told.',
  readers: 'You sign in with this, at every school. Other parents do not see it.',
  send: 'Send me a link',
  waiting: (address, time) =>
    `A link was sent to ${address}. It works until ${time}. Nothing there? Look under unwanted mail.`,
  drop: 'Leave it as it is',
  done: (address) => `From now on you sign in with ${address}.`,
  problems: {
    address: 'This is no email address. It looks like name@example.org.',
    same: 'This is your address already. Fill in another one.',
  },

  confirmTitle: 'Sign in with this address from now on',
  confirmText: (address) => `From now on you sign in with ${address} everywhere. Your password stays the same.`,
  confirm: 'Use this address',
  back: 'Me',
  takenTitle: 'This address already belongs to another account',
  takenText:
    'Do you have two accounts? Then you can make them one. Afterwards you sign in with the address of the account you use now.',
  merge: 'Merge two accounts',
  gone: 'This link does not work (any more)',
  goneText:
    'A link works once, for an hour, at the school that sent it, and only if you are signed in with the account whose address you change.',
  again: 'Try again',
}

export type AddressTexts = Texts<typeof nl>
export const addressTexts: { nl: AddressTexts; en: AddressTexts } = { nl, en }
