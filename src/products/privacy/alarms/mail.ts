import { mailTemplate } from '#shared/mail/index.ts'

/** Tells somebody that there is something to read; not what it is about. */
export const somethingToRead = mailTemplate({
  nl: {
    subject: 'Er is iets voor je te lezen',
    letter: ({ page }: { page: URL }) => ({
      paragraphs: ['Er is iets voor je te lezen in Schoolplein. Log in om het te bekijken.'],
      action: { label: 'Bekijk het', url: page },
      reason: 'Je krijgt deze mail omdat je hier werkt.',
    }),
  },
  en: {
    subject: 'There is something for you to read',
    letter: ({ page }: { page: URL }) => ({
      paragraphs: ['There is something for you to read in Schoolplein. Sign in to see it.'],
      action: { label: 'See it', url: page },
      reason: 'You get this mail because you work here.',
    }),
  },
})
