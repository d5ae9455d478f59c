import { mailTemplate } from '#shared/mail/index.ts'

/** Tells somebody that the download they asked for is ready; not of whom, and never with the file or a link to it. */
export const copyReady = mailTemplate<'Je download staat klaar', 'Your download is ready', { page: URL }>({
  nl: {
    subject: 'Je download staat klaar',
    letter: ({ page }) => ({
      paragraphs: [
        'De download van gegevens waar je om vroeg, staat een week voor je klaar. Log in om hem op te halen.',
      ],
      action: { label: 'Naar mijn gegevens', url: page },
      reason: 'Je krijgt deze mail omdat je in Schoolplein om een download vroeg.',
    }),
  },
  en: {
    subject: 'Your download is ready',
    letter: ({ page }) => ({
      paragraphs: ['The download of data that you asked for is ready for a week. Sign in to get it.'],
      action: { label: 'To my data', url: page },
      reason: 'You get this mail because you asked for a download in Schoolplein.',
    }),
  },
})
