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

/** Tells the school that a download waits until somebody looked at texts in it; not of whom. */
export const copyWaits = mailTemplate<
  'Er wacht een download met teksten',
  'A download with texts is waiting',
  { page: URL }
>({
  nl: {
    subject: 'Er wacht een download met teksten',
    letter: ({ page }) => ({
      paragraphs: [
        'Iemand vraagt zijn gegevens op. In een paar teksten kan iets over een ander staan. Bekijk die teksten: daarna kan de download weg.',
      ],
      action: { label: 'Bekijk de downloads die wachten', url: page },
      reason: 'Je krijgt deze mail omdat je op deze school teksten bekijkt voor een download van gegevens.',
    }),
  },
  en: {
    subject: 'A download with texts is waiting',
    letter: ({ page }) => ({
      paragraphs: [
        'Somebody asks for their data. A few texts may say something about somebody else. Look at those texts: after that the download can go.',
      ],
      action: { label: 'See the downloads that wait', url: page },
      reason: 'You get this mail because you look at texts for downloads of data at this school.',
    }),
  },
})
