import { mailTemplate } from '#shared/mail/index.ts'

type Where = { page: URL }

/** Tells who keeps the register that something was reported; not what, and not by whom. */
export const incidentReported = mailTemplate<'Er is een incident gemeld', 'An incident was reported', Where>({
  nl: {
    subject: 'Er is een incident gemeld',
    letter: ({ page }) => ({
      paragraphs: [
        'Iemand zag iets dat misschien een datalek is. Kijk vandaag wat het is: de tijd om het te melden loopt vanaf nu.',
      ],
      action: { label: 'Bekijk het incident', url: page },
      reason: 'Je krijgt deze mail omdat je incidenten afhandelt.',
    }),
  },
  en: {
    subject: 'An incident was reported',
    letter: ({ page }) => ({
      paragraphs: [
        'Somebody saw something that may be a data breach. See today what it is: the time to report it runs from now.',
      ],
      action: { label: 'See the incident', url: page },
      reason: 'You get this mail because you handle incidents.',
    }),
  },
})

/** Tells who keeps the register that the time to tell somebody runs out. */
export const clockRunsOut = mailTemplate<
  'De tijd om te melden is bijna om',
  'The time to report is nearly over',
  Where
>({
  nl: {
    subject: 'De tijd om te melden is bijna om',
    letter: ({ page }) => ({
      paragraphs: [
        'Bij een incident loopt een klok bijna af. Meld het, of schrijf op waarom dat niet hoeft. In Schoolplein staat hoeveel tijd er nog is, en de tekst staat klaar.',
      ],
      action: { label: 'Bekijk het incident', url: page },
      reason: 'Je krijgt deze mail omdat je incidenten afhandelt.',
    }),
  },
  en: {
    subject: 'The time to report is nearly over',
    letter: ({ page }) => ({
      paragraphs: [
        'The clock of an incident has nearly run out. Report it, or write down why that is not needed. Schoolplein shows how much time is left, and the text stands ready.',
      ],
      action: { label: 'See the incident', url: page },
      reason: 'You get this mail because you handle incidents.',
    }),
  },
})
