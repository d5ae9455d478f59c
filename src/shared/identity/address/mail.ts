import { mailTemplate } from '#shared/mail/index.ts'

type Values = { readonly page: URL }

/** To a new address, to prove that it is the owner's. */
export const newAddressMail = mailTemplate({
  nl: {
    subject: 'Bevestig je nieuwe e-mailadres',
    letter: ({ page }: Values) => ({
      paragraphs: [
        'Je wilt voortaan met dit adres inloggen. Open de link en bevestig het. De link werkt één keer, een uur lang.',
        'Vroeg je dit niet? Dan hoef je niets te doen: zonder jou verandert er niets.',
      ],
      action: { label: 'Bevestig dit adres', url: page },
      reason: 'Je krijgt deze mail omdat iemand met een account dit adres invulde als nieuw adres.',
    }),
  },
  en: {
    subject: 'Confirm your new email address',
    letter: ({ page }: Values) => ({
      paragraphs: [
        'You want to sign in with this address from now on. Open the link and confirm it. The link works once, for an hour.',
        'Did you not ask? Then you need not do anything: nothing changes without you.',
      ],
      action: { label: 'Confirm this address', url: page },
      reason: 'You get this mail because somebody with an account filled in this address as a new one.',
    }),
  },
})

/** To an address that is an account's already. Only its owner reads that there is one. */
export const addressTakenMail = mailTemplate({
  nl: {
    subject: 'Dit e-mailadres hoort al bij een account',
    letter: ({ page }: Values) => ({
      paragraphs: [
        'Iemand wilde dit adres voor een ander account gebruiken. Dat gaat niet: je hebt al een account met dit adres.',
        'Was jij dat, en heb je dus twee accounts? Log in met het account dat je wilt houden en kies daar “Twee accounts samenvoegen”. Was jij het niet? Dan hoef je niets te doen.',
      ],
      action: { label: 'Ga naar je account', url: page },
      reason: 'Je krijgt deze mail omdat iemand met een account dit adres invulde als nieuw adres.',
    }),
  },
  en: {
    subject: 'This email address already belongs to an account',
    letter: ({ page }: Values) => ({
      paragraphs: [
        'Somebody wanted to use this address for another account. That cannot be: you already have an account with this address.',
        'Was it you, and do you have two accounts? Sign in with the account you want to keep and choose “Merge two accounts” there. Was it not you? Then you need not do anything.',
      ],
      action: { label: 'Go to your account', url: page },
      reason: 'You get this mail because somebody with an account filled in this address as a new one.',
    }),
  },
})
