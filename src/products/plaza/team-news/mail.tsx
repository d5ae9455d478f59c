import { mailTemplate } from '#shared/mail/index.ts'

type Values = {
  readonly page: URL
  readonly choices: URL
  /** The words, where the sender chose so; a paragraph each. */
  readonly words: readonly string[] | null
}

/** That there is news for the team, or the whole of it; the subject says only that. */
export const teamNewsMail = mailTemplate({
  nl: {
    subject: 'Nieuws voor het team',
    letter: ({ page, choices, words }: Values) => ({
      paragraphs: words ?? ['Er is nieuws voor het team. Wat het is, lees je als je inlogt.'],
      action: { label: words ? 'Lees de reacties' : 'Lees het nieuws', url: page },
      reason: `Je krijgt deze mail omdat je hier werkt. Hoe je bericht krijgt, kies je op ${choices}.`,
    }),
  },
  en: {
    subject: 'News for the team',
    letter: ({ page, choices, words }: Values) => ({
      paragraphs: words ?? ['There is news for the team. Sign in to read what it is.'],
      action: { label: words ? 'Read the replies' : 'Read the news', url: page },
      reason: `You get this mail because you work here. How you are told, you choose at ${choices}.`,
    }),
  },
})
