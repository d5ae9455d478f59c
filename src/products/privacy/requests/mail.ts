import { mailTemplate } from '#shared/mail/index.ts'

type Where = { page: URL }

/** Tells the school that something about a request has to be done; not what, and not of whom. */
export const somethingToDo = mailTemplate<
  'Er wacht een verzoek over gegevens',
  'A request about personal data is waiting',
  Where
>({
  nl: {
    subject: 'Er wacht een verzoek over gegevens',
    letter: ({ page }) => ({
      paragraphs: [
        'Er is een verzoek over gegevens dat op school wacht. In Schoolplein staat wat het is en hoeveel dagen er nog zijn.',
      ],
      action: { label: 'Bekijk de verzoeken', url: page },
      reason: 'Je krijgt deze mail omdat je op deze school verzoeken over gegevens beantwoordt.',
    }),
  },
  en: {
    subject: 'A request about personal data is waiting',
    letter: ({ page }) => ({
      paragraphs: [
        'A request about personal data waits for the school. Schoolplein shows what it is and how many days are left.',
      ],
      action: { label: 'See the requests', url: page },
      reason: 'You get this mail because you answer requests about personal data at this school.',
    }),
  },
})

/** Tells somebody that school wrote something about what they asked. */
export const schoolWrote = mailTemplate<'Er is nieuws over je verzoek', 'There is news about your request', Where>({
  nl: {
    subject: 'Er is nieuws over je verzoek',
    letter: ({ page }) => ({
      paragraphs: ['School heeft iets geschreven over een verzoek van jou. In Schoolplein lees je wat.'],
      action: { label: 'Lees wat school schrijft', url: page },
      reason: 'Je krijgt deze mail omdat je school iets vroeg over gegevens.',
    }),
  },
  en: {
    subject: 'There is news about your request',
    letter: ({ page }) => ({
      paragraphs: ['School wrote something about a request of yours. In Schoolplein you can read what.'],
      action: { label: 'Read what school writes', url: page },
      reason: 'You get this mail because you asked the school something about personal data.',
    }),
  },
})

/** Tells somebody that their data were erased at their own request: there is no page left for them to open. */
export const dataErased = mailTemplate<
  'Je gegevens zijn gewist',
  'Your data were erased',
  Readonly<Record<never, never>>
>({
  nl: {
    subject: 'Je gegevens zijn gewist',
    letter: () => ({
      paragraphs: [
        'Je vroeg school om je gegevens te wissen. Dat is nu gedaan: hier zijn ze meteen onleesbaar, en binnen 35 dagen ook in elke reservekopie.',
        'Wat de wet school laat bewaren, stond bij het antwoord op je verzoek. Dit is de laatste mail: ook dit adres is gewist.',
      ],
      reason: 'Je krijgt deze mail omdat je school vroeg om je gegevens te wissen.',
    }),
  },
  en: {
    subject: 'Your data were erased',
    letter: () => ({
      paragraphs: [
        'You asked the school to erase your data. That has been done: they are unreadable here at once, and in every backup within 35 days at most.',
        'What the law makes the school keep stood with the answer to your request. This is the last mail: this address was erased too.',
      ],
      reason: 'You get this mail because you asked the school to erase your data.',
    }),
  },
})
