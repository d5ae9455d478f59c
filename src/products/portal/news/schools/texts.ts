import type { Texts } from '#shared/language/index.ts'

const nl = {
  title: 'Nieuws voor scholen',
  text: 'Je schrijft het één keer. Elke school krijgt een eigen bericht voor alle ouders en het team.',
  schools: 'Voor welke scholen?',
  heading: 'Titel',
  words: 'Wat is er te vertellen?',
  readers: (schools: string) => `Dit lezen alle ouders en het hele team van ${schools}.`,
  readersNone: 'Dit lezen alle ouders en het hele team van de scholen die je kiest.',
  class: 'Hoe dringend?',
  toKnow: 'Goed om te weten',
  urgent: 'Dringend',
  send: 'Stuur naar de scholen',
  sent: 'Verstuurd',
  none: 'Er is nog niets verstuurd',
  done: 'Het is onderweg naar de scholen.',
  problems: {
    schools: 'Kies een school.',
    title: 'Geef het een titel van hooguit 120 letters.',
    text: 'Schrijf wat er te vertellen is.',
    'text-long': 'Deze tekst is te lang. Hooguit 20.000 letters.',
  },
}

const en: Texts<typeof nl> = {
  title: 'News for schools',
  text: 'You write it once. Each school gets a message of its own for all guardians and the team.',
  schools: 'For which schools?',
  heading: 'Title',
  words: 'What is there to tell?',
  readers: (schools) => `Read by all guardians and the whole team of ${schools}.`,
  readersNone: 'Read by all guardians and the whole team of the schools that you choose.',
  class: 'How urgent?',
  toKnow: 'Good to know',
  urgent: 'Urgent',
  send: 'Send to the schools',
  sent: 'Sent',
  none: 'Nothing was sent yet',
  done: 'It is on its way to the schools.',
  problems: {
    schools: 'Choose a school.',
    title: 'Give it a title of 120 letters at most.',
    text: 'Write what there is to tell.',
    'text-long': 'This text is too long. 20,000 letters at most.',
  },
}

export type ForSchoolsTexts = Texts<typeof nl>
export const forSchoolsTexts: { nl: ForSchoolsTexts; en: ForSchoolsTexts } = { nl, en }
