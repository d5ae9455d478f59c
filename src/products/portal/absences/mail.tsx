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

/** To a guardian who did not answer the telephone. */
export const callUsMail = mailTemplate({
  nl: {
    subject: 'Bel je ons even?',
    letter: ({ page }: Values) => ({
      paragraphs: [
        'We willen je vanochtend graag even spreken, en we kregen je niet aan de telefoon. Bel je ons zo snel mogelijk?',
        'Je kunt ook inloggen en daar een melding doen.',
      ],
      action: { label: 'Doe een melding', url: page },
      reason: 'Je krijgt deze mail omdat school je mag benaderen over een kind op onze school.',
    }),
  },
  en: {
    subject: 'Could you call us?',
    letter: ({ page }: Values) => ({
      paragraphs: [
        'We would like to speak to you this morning and could not reach you by telephone. Please call us as soon as you can.',
        'You can also sign in and make a report there.',
      ],
      action: { label: 'Make a report', url: page },
      reason: 'You get this mail because the school may contact you about a child at our school.',
    }),
  },
})
