import { mailTemplate } from '#shared/mail/index.ts'

/** Tells the office that a second person is needed; not for whom. */
export const recoveryWaitsMail = mailTemplate({
  nl: {
    subject: 'Een collega vraagt je om mee te kijken',
    letter: ({ page }: { page: URL }) => ({
      paragraphs: [
        'Iemand van de administratie helpt een ouder of collega die niet meer kan inloggen. Een tweede persoon moet dat goedkeuren.',
        'In Schoolplein staat om wie het gaat. Twijfel je? Vraag het dan eerst aan je collega, of stop het.',
      ],
      action: { label: 'Bekijk het', url: page },
      reason: 'Je krijgt deze mail omdat je bij de administratie of directie van deze school werkt.',
    }),
  },
  en: {
    subject: 'A colleague asks you to look along',
    letter: ({ page }: { page: URL }) => ({
      paragraphs: [
        'Somebody in the office helps a parent or colleague who can no longer sign in. A second person must approve that.',
        'Schoolplein shows who it is about. If in doubt, ask your colleague first, or stop it.',
      ],
      action: { label: 'See it', url: page },
      reason: 'You get this mail because you work in the office or are the principal of this school.',
    }),
  },
})
