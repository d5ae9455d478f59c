import { mailTemplate } from '#shared/mail/index.ts'

type Where = { page: URL }

/** Tells the supplier that a complaint waits; not what, and not of whom. */
export const complaintWaits = mailTemplate<'Er wacht een klacht', 'A complaint is waiting', Where>({
  nl: {
    subject: 'Er wacht een klacht',
    letter: ({ page }) => ({
      paragraphs: [
        'Iemand van een school schreef een klacht. In Schoolplein staat wat het is en hoeveel dagen er nog zijn om te antwoorden.',
      ],
      action: { label: 'Bekijk de klachten', url: page },
      reason: 'Je krijgt deze mail omdat je bij de leverancier klachten beantwoordt.',
    }),
  },
  en: {
    subject: 'A complaint is waiting',
    letter: ({ page }) => ({
      paragraphs: [
        'Somebody of a school wrote a complaint. Schoolplein shows what it is and how many days are left to answer it.',
      ],
      action: { label: 'See the complaints', url: page },
      reason: 'You get this mail because you answer complaints at the supplier.',
    }),
  },
})

/** Tells somebody that the supplier answered. */
export const supplierAnswered = mailTemplate<'Er is antwoord op je klacht', 'Your complaint is answered', Where>({
  nl: {
    subject: 'Er is antwoord op je klacht',
    letter: ({ page }) => ({
      paragraphs: ['De leverancier van Schoolplein antwoordde op een klacht van jou. In Schoolplein lees je wat.'],
      action: { label: 'Lees het antwoord', url: page },
      reason: 'Je krijgt deze mail omdat je een klacht schreef.',
    }),
  },
  en: {
    subject: 'Your complaint is answered',
    letter: ({ page }) => ({
      paragraphs: ['The supplier of Schoolplein answered a complaint of yours. In Schoolplein you can read what.'],
      action: { label: 'Read the answer', url: page },
      reason: 'You get this mail because you wrote a complaint.',
    }),
  },
})
