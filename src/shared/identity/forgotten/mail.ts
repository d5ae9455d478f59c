import { mailTemplate } from '#shared/mail/index.ts'

type Values = { readonly page: URL }

/** The link to choose a new password with. */
export const forgottenMail = mailTemplate({
  nl: {
    subject: 'Kies een nieuw wachtwoord',
    letter: ({ page }: Values) => ({
      paragraphs: [
        'Je vroeg om een nieuw wachtwoord. Deze link werkt één keer, een uur lang.',
        'Vroeg je dit niet? Dan hoef je niets te doen: je wachtwoord blijft zoals het is.',
      ],
      action: { label: 'Kies een nieuw wachtwoord', url: page },
      reason: 'Je krijgt deze mail omdat iemand op de inlogpagina jouw e-mailadres invulde.',
    }),
  },
  en: {
    subject: 'Choose a new password',
    letter: ({ page }: Values) => ({
      paragraphs: [
        'You asked for a new password. This link works once, for an hour.',
        'Did you not ask? Then you need not do anything: your password stays as it is.',
      ],
      action: { label: 'Choose a new password', url: page },
      reason: 'You get this mail because somebody filled in your email address on the sign-in page.',
    }),
  },
})
