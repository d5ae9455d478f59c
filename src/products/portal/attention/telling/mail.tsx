import { mailTemplate } from '#shared/mail/index.ts'

type Values = { readonly page: URL; readonly choices: URL }

const reason = {
  nl: ({ choices }: Values) =>
    `Je krijgt deze mail omdat je bij onze school hoort. Hoe je bericht krijgt, kies je op ${choices}.`,
  en: ({ choices }: Values) =>
    `You get this mail because you belong to our school. How you are told, you choose at ${choices}.`,
}

/** That something cannot wait: where to read it, never what. */
export const urgentMail = mailTemplate({
  nl: {
    subject: 'Er is iets dringends van school',
    letter: (values: Values) => ({
      paragraphs: [
        'School heeft iets voor je dat niet kan wachten. Wat het is, lees je als je inlogt. Je kunt ook bellen.',
      ],
      action: { label: 'Lees het nu', url: values.page },
      reason: reason.nl(values),
    }),
  },
  en: {
    subject: 'Something urgent from school',
    letter: (values: Values) => ({
      paragraphs: ['The school has something for you that cannot wait. Sign in to read what it is. You can also call.'],
      action: { label: 'Read it now', url: values.page },
      reason: reason.en(values),
    }),
  },
})

export const answerMail = mailTemplate({
  nl: {
    subject: 'School vraagt je iets',
    letter: (values: Values) => ({
      paragraphs: [
        'School heeft een antwoord van je nodig. De vraag lees je als je inlogt. Daar staat ook tot wanneer het kan.',
      ],
      action: { label: 'Lees de vraag', url: values.page },
      reason: reason.nl(values),
    }),
  },
  en: {
    subject: 'School asks you something',
    letter: (values: Values) => ({
      paragraphs: ['The school needs an answer from you. Sign in to read the question, and until when you can answer.'],
      action: { label: 'Read the question', url: values.page },
      reason: reason.en(values),
    }),
  },
})

/** That an answer is due which the school promised to a family. */
export const promiseMail = mailTemplate({
  nl: {
    subject: 'Een ouder wacht op antwoord',
    letter: (values: Values) => ({
      paragraphs: [
        'School heeft een ouder beloofd om uiterlijk vandaag te antwoorden. Wat de vraag is, lees je als je inlogt.',
      ],
      action: { label: 'Lees de vraag', url: values.page },
      reason: reason.nl(values),
    }),
  },
  en: {
    subject: 'A guardian waits for an answer',
    letter: (values: Values) => ({
      paragraphs: ['The school promised a guardian to answer today at the latest. Sign in to read the question.'],
      action: { label: 'Read the question', url: values.page },
      reason: reason.en(values),
    }),
  },
})

/** The one digest of a family, of all its schools. */
export const digestMail = mailTemplate({
  nl: {
    subject: 'Er staan berichten voor je klaar',
    letter: (values: Values) => ({
      paragraphs: ['Er staan berichten voor je klaar die goed zijn om te weten. Je hoeft er niets mee te doen.'],
      action: { label: 'Lees ze', url: values.page },
      reason: reason.nl(values),
    }),
  },
  en: {
    subject: 'Messages are waiting for you',
    letter: (values: Values) => ({
      paragraphs: ['Messages that are good to know are waiting for you. There is nothing you have to do.'],
      action: { label: 'Read them', url: values.page },
      reason: reason.en(values),
    }),
  },
})

/** What a notification says, on a locked screen too. */
export const notificationWords = {
  nl: {
    urgent: 'Er is iets dringends.',
    answer: 'School vraagt je iets.',
    'to-know': 'Er staan berichten voor je klaar.',
    promise: 'Een ouder wacht op antwoord.',
  },
  en: {
    urgent: 'Something is urgent.',
    answer: 'School asks you something.',
    'to-know': 'Messages are waiting for you.',
    promise: 'A guardian waits for an answer.',
  },
} as const
