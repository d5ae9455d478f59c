import { mailTemplate } from '#shared/mail/index.ts'

type Where = { readonly page: URL }

/** A copy for the sender: where it can be read, corrected and taken away; never what it says. */
export const copyMail = mailTemplate({
  nl: {
    subject: 'We hebben je bericht',
    letter: ({ page }: Where) => ({
      paragraphs: [
        'Je bericht is aangekomen. Via de knop lees je het terug. Je kunt het daar ook verbeteren of weghalen. Een account heb je niet nodig.',
        'Heb je niets gestuurd? Dan vulde iemand anders jouw adres in. Haal het bericht dan weg.',
      ],
      action: { label: 'Bekijk je bericht', url: page },
      reason: 'Je krijgt deze mail omdat dit adres op onze website bij een formulier is ingevuld.',
    }),
  },
  en: {
    subject: 'We have your message',
    letter: ({ page }: Where) => ({
      paragraphs: [
        'Your message has arrived. The button shows it. You can also correct it there, or take it away. You need no account.',
        'Did you send nothing? Then somebody else filled in your address. Take the message away.',
      ],
      action: { label: 'See your message', url: page },
      reason: 'You get this mail because this address was filled in with a form on our website.',
    }),
  },
})

/** That there is an answer, and where. */
export const answeredMail = mailTemplate({
  nl: {
    subject: 'Er is antwoord op je bericht',
    letter: ({ page }: Where) => ({
      paragraphs: [
        'Je stuurde ons een bericht via de website. Er is nu antwoord. Je kunt op dezelfde plek terugschrijven.',
      ],
      action: { label: 'Lees het antwoord', url: page },
      reason: 'Je krijgt deze mail omdat je ons een bericht stuurde via onze website.',
    }),
  },
  en: {
    subject: 'There is an answer to your message',
    letter: ({ page }: Where) => ({
      paragraphs: [
        'You sent us a message through the website. There is an answer now. You can write back in the same place.',
      ],
      action: { label: 'Read the answer', url: page },
      reason: 'You get this mail because you sent us a message through our website.',
    }),
  },
})
