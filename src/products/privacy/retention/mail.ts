import { dayLong } from '#shared/language/index.ts'
import { mailTemplate } from '#shared/mail/index.ts'

type Going = { readonly people: number; readonly first: string; readonly page: URL }

/** Tells who watches over personal data that everything about some people goes; how many, not who. */
export const filesGo = mailTemplate<'Binnenkort gaan er dossiers weg', 'Files go soon', Going>({
  nl: {
    subject: 'Binnenkort gaan er dossiers weg',
    letter: ({ people, first, page }) => ({
      paragraphs: [
        `${people === 1 ? 'Van 1 persoon' : `Van ${people} mensen`} is de bewaartermijn bijna voorbij. Dan wist Schoolplein alles over hen. De eerste dag is ${dayLong('nl', first, { year: true })}.`,
        'Moet iets blijven, bijvoorbeeld door een klacht? De privacyfunctionaris kan het tot die dag vastzetten. Daarna kan niemand het terughalen.',
      ],
      action: { label: 'Bekijk wat er weggaat', url: page },
      reason: 'Je krijgt deze mail omdat je hier op persoonsgegevens let.',
    }),
  },
  en: {
    subject: 'Files go soon',
    letter: ({ people, first, page }) => ({
      paragraphs: [
        `The retention period of ${people === 1 ? '1 person' : `${people} people`} is almost over. Schoolplein then erases everything about them. The first day is ${dayLong('en', first, { year: true })}.`,
        'Does anything have to stay, for a complaint for instance? The privacy officer can hold it until that day. After it nobody can bring it back.',
      ],
      action: { label: 'See what goes', url: page },
      reason: 'You get this mail because you watch over personal data here.',
    }),
  },
})
