import { mailTemplate } from '#shared/mail/index.ts'

type Values = { readonly page: URL }

/** To the owner of an account when a way in was changed, so that nobody does it unseen (ASVS 6.3.7). */
export const accountChangedMail = mailTemplate({
  nl: {
    subject: 'Je manier van inloggen is veranderd',
    letter: ({ page }: Values) => ({
      paragraphs: [
        'Er is iets veranderd aan hoe je inlogt. Op de pagina over jou zie je wat, en waar je bent ingelogd.',
        'Was jij dat? Dan hoef je niets te doen. Was jij het niet? Log dan in, kies een ander wachtwoord en bel school.',
      ],
      action: { label: 'Bekijk hoe je inlogt', url: page },
      reason: 'Je krijgt deze mail omdat je een account hebt. Je kunt hem niet uitzetten.',
    }),
  },
  en: {
    subject: 'Your way of signing in was changed',
    letter: ({ page }: Values) => ({
      paragraphs: [
        'Something was changed about how you sign in. The page about you shows what, and where you are signed in.',
        'Was it you? Then you need not do anything. Was it not? Sign in, choose another password and call school.',
      ],
      action: { label: 'See how you sign in', url: page },
      reason: 'You get this mail because you have an account. You cannot turn it off.',
    }),
  },
})
