import { mailTemplate } from '#shared/mail/index.ts'

/** Tells somebody that the statement changed; what changed stands on the page. */
export const statementChanged = mailTemplate({
  nl: {
    subject: 'De privacyverklaring van school is veranderd',
    letter: ({ page }: { page: URL }) => ({
      paragraphs: ['School gaat op een punt anders om met gegevens. Lees wat er anders is.'],
      action: { label: 'Lees wat er veranderde', url: page },
      reason: 'Je krijgt deze mail omdat je een account hebt bij deze school.',
    }),
  },
  en: {
    subject: 'The privacy statement of school has changed',
    letter: ({ page }: { page: URL }) => ({
      paragraphs: ['School handles data differently in some respect. Read what is different.'],
      action: { label: 'Read what changed', url: page },
      reason: 'You get this mail because you have an account at this school.',
    }),
  },
})
