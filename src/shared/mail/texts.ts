import type { Texts } from '#shared/language/index.ts'

export const nl = {
  letter: {
    copyAddress: 'Werkt de knop niet? Kopieer dan dit adres:',
    automatic: 'Deze mail is automatisch verstuurd. Antwoorden worden niet gelezen.',
    unsubscribe: 'Geen mail meer ontvangen? Meld je af.',
  },
  advice: {
    noServer:
      'Er wordt geen mail verstuurd: zet SMTP_URL (smtps://GEBRUIKER:WACHTWOORD@host) en MAIL_FROM. Mail die wacht, gaat dan alsnog.',
  },
  mailbox: {
    title: 'Verstuurde mail',
    explanation: 'Alleen bij het ontwikkelen: deze mail is niet echt verstuurd. De laatste 200 staan in het geheugen.',
    empty: 'Er is nog geen mail.',
    to: (address: string) => `Aan ${address}`,
    asHtml: 'Bekijk de opmaak',
    back: 'Alle mail',
    home: 'Naar het begin',
  },
}

export const en: Texts<typeof nl> = {
  letter: {
    copyAddress: 'Does the button not work? Copy this address:',
    automatic: 'This mail was sent automatically. Replies are not read.',
    unsubscribe: 'No more of this mail? Unsubscribe.',
  },
  advice: {
    noServer:
      'No mail is sent: set SMTP_URL (smtps://USER:PASSWORD@host) and MAIL_FROM. Mail that waits will be sent then.',
  },
  mailbox: {
    title: 'Mail sent',
    explanation: 'In development only: this mail was not really sent. The last 200 are kept in memory.',
    empty: 'There is no mail yet.',
    to: (address: string) => `To ${address}`,
    asHtml: 'See it laid out',
    back: 'All mail',
    home: 'To the start',
  },
}
