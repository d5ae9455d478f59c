import { mailTemplate } from '#shared/mail/index.ts'

/** Tells somebody that there is a message to read; not what it is about. */
export const messageWaits = mailTemplate({
  nl: {
    subject: 'Er is een bericht van school',
    letter: ({ page }: { page: URL }) => ({
      paragraphs: ['School heeft een bericht voor je. Log in om het te lezen.'],
      action: { label: 'Lees het bericht', url: page },
      reason: 'Je krijgt deze mail omdat je een account hebt bij deze school.',
    }),
  },
  en: {
    subject: 'There is a message from school',
    letter: ({ page }: { page: URL }) => ({
      paragraphs: ['School has a message for you. Sign in to read it.'],
      action: { label: 'Read the message', url: page },
      reason: 'You get this mail because you have an account at this school.',
    }),
  },
})
