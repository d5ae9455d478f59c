import type { Texts } from '#shared/language/index.ts'

const nl = {
  home: 'Naar het begin',
  notFound: 'Deze pagina is er niet',
  notFoundText: 'Of je mag er niet bij. Ga terug, of begin opnieuw bij de eerste pagina.',
  houseRule: 'Dat kan niet op deze school',
  failed: 'Dat lukte niet',
  failedText: 'Er ging bij ons iets stuk. Er is niets bewaard. Probeer het nog eens.',
  tooLarge: 'Dit is te groot om te versturen. Er is niets bewaard.',
  unreadable: 'Wat je stuurde, kunnen we niet lezen. Er is niets bewaard. Ga terug en probeer het nog eens.',
  back: 'Terug',
  reference: 'Nummer voor de helpdesk:',
  unavailable: 'Even geen verbinding',
  unavailableText: 'We kunnen nu niet bij de gegevens. Probeer het over een halve minuut nog eens.',
  sendAgain: 'Verstuur opnieuw',
  refusedFile: {
    title: 'Dit bestand nemen we niet aan',
    text: 'De virusscanner vond er iets in. We hebben het niet gelezen en niet bewaard. Vraag wie het bestand maakte of ICT om ernaar te kijken.',
    again: 'Kies een ander bestand',
  },
  unscanned: {
    title: 'We kunnen bestanden nu niet controleren',
    text: 'De virusscanner geeft geen antwoord. Er is niets bewaard. Probeer het over een minuut nog eens.',
    again: 'Kies het bestand opnieuw',
  },
  busy: 'Het is even druk',
  busyText: 'Heel veel mensen loggen nu tegelijk in. Wacht tien seconden en probeer het nog eens.',
  tryAgain: 'Probeer opnieuw',
  signedOut: 'Je bent uitgelogd',
  signedOutText: 'Wat je typte, staat hier klaar. Log in een ander venster in en verstuur het daarna hier.',
  signIn: 'Inloggen',
}

const en: Texts<typeof nl> = {
  home: 'To the start',
  notFound: 'This page is not there',
  notFoundText: 'Or you may not open it. Go back, or start again at the first page.',
  houseRule: 'Not at this school',
  failed: 'That did not work',
  failedText: 'Something broke on our side. Nothing was stored. Please try again.',
  tooLarge: 'This is too large to send. Nothing was stored.',
  unreadable: 'We cannot read what you sent. Nothing was stored. Go back and try again.',
  back: 'Back',
  reference: 'Number for the help desk:',
  unavailable: 'No connection for a moment',
  unavailableText: 'We cannot reach the data now. Please try again in half a minute.',
  sendAgain: 'Send again',
  refusedFile: {
    title: 'We do not take this file',
    text: 'The virus scanner found something in it. We did not read it and did not keep it. Ask whoever made the file, or ICT, to look at it.',
    again: 'Choose another file',
  },
  unscanned: {
    title: 'We cannot check files now',
    text: 'The virus scanner does not answer. Nothing was stored. Please try again in a minute.',
    again: 'Choose the file again',
  },
  busy: 'Busy for a moment',
  busyText: 'Very many people are signing in right now. Wait ten seconds and try again.',
  tryAgain: 'Try again',
  signedOut: 'You are signed out',
  signedOutText: 'What you typed is kept here. Sign in in another window and send it here afterwards.',
  signIn: 'Sign in',
}

export const problemTexts = { nl, en }
