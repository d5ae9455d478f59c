import { mailTemplate } from '#shared/mail/index.ts'

type Values = { readonly page: URL }

/** A day before a conversation: that there is something to read, not with whom, when or about whom. */
export const reminderMail = mailTemplate({
  nl: {
    subject: 'Denk aan je afspraak op school',
    letter: ({ page }: Values) => ({
      paragraphs: ['Binnenkort heb je een afspraak op school. Wanneer en met wie, lees je als je inlogt.'],
      action: { label: 'Bekijk je afspraak', url: page },
      reason: 'Je krijgt deze mail omdat je een tijd koos voor een gesprek op onze school.',
    }),
  },
  en: {
    subject: 'Remember your appointment at school',
    letter: ({ page }: Values) => ({
      paragraphs: ['You have an appointment at school soon. Sign in to read when and with whom.'],
      action: { label: 'See your appointment', url: page },
      reason: 'You get this mail because you chose a time for a conversation at our school.',
    }),
  },
})
