import { mailTemplate } from '#shared/mail/index.ts'

type Values = { readonly page: URL }

/** To the owner of an account when a way in was changed, so that nobody does it unseen (ASVS 6.3.7). */
export const accountChangedMail = mailTemplate({
  nl: {
    subject: 'Je manier van inloggen is veranderd',
    letter: ({ page }: Values) => ({
      paragraphs: [
        'Er is iets veranderd aan hoe je inlogt. Op de pagina over jou zie je wat, en waar je bent ingelogd.',
        'Was jij dat? Dan hoef je niets te doen. Was jij het niet? Log dan in, kies een ander wachtwoord en bel school. Kun je niet meer inloggen? Bel school dan meteen.',
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
        'Was it you? Then you need not do anything. Was it not? Sign in, choose another password and call school. Can you no longer sign in? Then call school at once.',
      ],
      action: { label: 'See how you sign in', url: page },
      reason: 'You get this mail because you have an account. You cannot turn it off.',
    }),
  },
})

/** To the owner of an account when the office helps somebody into it, so that the wrong somebody is noticed. */
export const accountRecoveryMail = mailTemplate({
  nl: {
    subject: 'School helpt iemand om als jou in te loggen',
    letter: ({ page }: Values) => ({
      paragraphs: [
        'Iemand heeft school om hulp gevraagd, omdat inloggen met jouw account niet meer lukt. Op de pagina over jou zie je hoe ver dat is.',
        'Was jij dat? Dan hoef je niets te doen. Was jij het niet? Log dan in en stop het, of bel school.',
      ],
      action: { label: 'Bekijk het of stop het', url: page },
      reason: 'Je krijgt deze mail omdat je een account hebt. Je kunt hem niet uitzetten.',
    }),
  },
  en: {
    subject: 'School is helping somebody to sign in as you',
    letter: ({ page }: Values) => ({
      paragraphs: [
        'Somebody asked school for help, because signing in with your account no longer works. The page about you shows how far that is.',
        'Was it you? Then you need not do anything. Was it not? Sign in and stop it, or call school.',
      ],
      action: { label: 'See it or stop it', url: page },
      reason: 'You get this mail because you have an account. You cannot turn it off.',
    }),
  },
})
