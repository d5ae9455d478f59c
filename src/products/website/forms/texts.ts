import type { Texts } from '#shared/language/index.ts'

const nl = {
  name: 'Je naam',
  mail: 'Je mailadres',
  mailHint: 'Hierop krijg je een kopie en het antwoord.',
  readers: (names: string, period: string) => `Dit lezen ${names}. Het gaat weg ${period}.`,
  office: 'de administratie en de directeur',
  officeAndOfficer: 'de administratie, de directeur en de functionaris gegevensbescherming',
  named: 'de mensen op school die dit formulier beantwoorden',
  companyReaders: 'de medewerkers die dit formulier beantwoorden',
  periods: {
    general: 'drie jaar na het laatste contact',
    one: 'een maand na het laatste contact',
    months: (months: string) => `${months} maanden na het laatste contact`,
  },
  leaveEmpty: 'Laat dit leeg',
  yes: 'Ja',
  no: 'Nee',
  send: 'Verstuur',
  check: {
    title: 'Klopt dit?',
    text: 'Lees het nog even na. Het is nog niet verstuurd.',
  },
  problems: {
    empty: 'Vul dit in.',
    name: 'Vul je naam in.',
    long: (most: string) => `Dit is te lang. Er passen ${most} tekens in.`,
    text: 'Vul dit in.',
    area: 'Vul dit in.',
    mail: 'Dit is geen mailadres. Een mailadres ziet eruit als naam@voorbeeld.nl.',
    phone: 'Dit is geen telefoonnummer. Typ cijfers, zoals 06 12345678.',
    number: 'Dit is geen getal. Typ alleen cijfers, zoals 12 of 12,5.',
    date: 'Dit is geen datum. Typ dag, maand en jaar.',
    choice: 'Kies een van de antwoorden.',
    several: 'Kies uit de antwoorden.',
    check: 'Zet een vinkje als het klopt.',
  },
  tooMany:
    'Er komen nu heel veel berichten van jouw netwerk. Wat je typte, staat hier nog. Probeer het over een uur nog eens, of bel.',
  thanks: {
    title: 'Je bericht is aangekomen',
    copy: 'Je krijgt een mail met een link. Daar lees je je bericht terug, verbeter je het of haal je het weg.',
    clock: (day: string) => `Je krijgt antwoord voor ${day}.`,
    back: 'Naar het begin',
  },
}

const en: Texts<typeof nl> = {
  name: 'Your name',
  mail: 'Your mail address',
  mailHint: 'You get a copy and the answer there.',
  readers: (names, period) => `This is read by ${names}. It goes ${period}.`,
  office: 'the office and the principal',
  officeAndOfficer: 'the office, the principal and the privacy officer',
  named: 'the people of the school who answer this form',
  companyReaders: 'the staff who answer this form',
  periods: {
    general: 'three years after the last contact',
    one: 'a month after the last contact',
    months: (months) => `${months} months after the last contact`,
  },
  leaveEmpty: 'Leave this empty',
  yes: 'Yes',
  no: 'No',
  send: 'Send',
  check: {
    title: 'Is this right?',
    text: 'Read it once more. It was not sent yet.',
  },
  problems: {
    empty: 'Fill this in.',
    name: 'Fill in your name.',
    long: (most) => `This is too long. There is room for ${most} characters.`,
    text: 'Fill this in.',
    area: 'Fill this in.',
    mail: 'This is no mail address. A mail address looks like name@example.com.',
    phone: 'This is no telephone number. Type digits, such as 06 12345678.',
    number: 'This is no number. Type digits only, such as 12 or 12.5.',
    date: 'This is no date. Type day, month and year.',
    choice: 'Choose one of the answers.',
    several: 'Choose from the answers.',
    check: 'Tick the box if this is right.',
  },
  tooMany:
    'Very many messages come from your network now. What you typed still stands here. Try again in an hour, or call.',
  thanks: {
    title: 'Your message has arrived',
    copy: 'You get a mail with a link. There you read your message again, correct it or take it away.',
    clock: (day) => `You get an answer before ${day}.`,
    back: 'To the start',
  },
}

export type FormTexts = Texts<typeof nl>
export const formTexts: { nl: FormTexts; en: FormTexts } = { nl, en }
