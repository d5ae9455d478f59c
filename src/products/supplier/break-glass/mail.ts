import { mailTemplate } from '#shared/mail/index.ts'

/** Tells who answers for it, at the school and at its board, that the supplier looks in an emergency; not at whom. */
export const supplierLooks = mailTemplate<
  'De leverancier kijkt mee in een noodgeval',
  'The supplier looks in an emergency',
  { page: URL }
>({
  nl: {
    subject: 'De leverancier kijkt mee in een noodgeval',
    letter: ({ page }) => ({
      paragraphs: [
        'Twee medewerkers van de leverancier van Schoolplein openden samen de gegevens van één persoon, zonder dat iemand erom vroeg. Dat duurt hoogstens een uur.',
        'In Schoolplein lees je bij welke school en waarom. De school kan het venster meteen sluiten.',
      ],
      action: { label: 'Lees wat er gebeurt', url: page },
      reason: 'Je krijgt deze mail omdat jij verantwoordelijk bent voor deze gegevens.',
    }),
  },
  en: {
    subject: 'The supplier looks in an emergency',
    letter: ({ page }) => ({
      paragraphs: [
        'Two employees of the supplier of Schoolplein together opened the data of one person, without anybody asking for it. That lasts an hour at most.',
        'In Schoolplein you read at which school and why. The school can close the window at once.',
      ],
      action: { label: 'Read what happens', url: page },
      reason: 'You get this mail because you answer for these data.',
    }),
  },
})
