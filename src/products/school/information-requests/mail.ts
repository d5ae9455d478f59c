import { mailTemplate } from '#shared/mail/index.ts'

/** Tells the office that a parent asks for something; not who, and not what. */
export const requestArrived = mailTemplate<
  'Er is een vraag om informatie',
  'There is a request for information',
  { page: URL }
>({
  nl: {
    subject: 'Er is een vraag om informatie',
    letter: ({ page }) => ({
      paragraphs: ['Een ouder zonder gezag vraagt school om informatie. In Schoolplein staat wat er gevraagd wordt.'],
      action: { label: 'Bekijk de vraag', url: page },
      reason: 'Je krijgt deze mail omdat je bij de administratie van deze school werkt.',
    }),
  },
  en: {
    subject: 'There is a request for information',
    letter: ({ page }) => ({
      paragraphs: ['A parent without authority asks the school for information. Schoolplein shows what is asked.'],
      action: { label: 'See the request', url: page },
      reason: 'You get this mail because you work in the office of this school.',
    }),
  },
})
