import { mailTemplate } from '#shared/mail/index.ts'

type Values = { readonly page: URL }

/** To the other guardian with authority: that there is something to read, not what and about whom. */
export const toldMail = mailTemplate({
  nl: {
    subject: 'Er staat iets nieuws over een ziekmelding',
    letter: ({ page }: Values) => ({
      paragraphs: ['Iemand heeft iets gemeld over je kind. Wat het is, lees je als je inlogt.'],
      action: { label: 'Lees de melding', url: page },
      reason: 'Je krijgt deze mail omdat je gezag hebt over een kind op onze school.',
    }),
  },
  en: {
    subject: 'Something new about an absence',
    letter: ({ page }: Values) => ({
      paragraphs: ['Somebody reported something about your child. Sign in to read what it is.'],
      action: { label: 'Read the report', url: page },
      reason: 'You get this mail because you have authority over a child at our school.',
    }),
  },
})
