import { plural, type Texts } from '#shared/language/index.ts'

const nl = {
  today: 'Vandaag',
  nothing: 'Niets te doen',
  nothingText: 'Als er iets voor je is, staat het hier.',
  offline: (at: string) => `Geen verbinding. Zo was het vandaag om ${at}. Bel school als het haast heeft.`,
  now: 'Nu',
  urgent: 'Dringend',
  answers: 'Antwoord nodig',
  later: (count: number) => `${plural('nl', count, 'bericht', 'berichten')} zonder haast.`,
  digest: {
    today: (at: string) => `Je krijgt ze vandaag om ${at} in één overzicht.`,
    tomorrow: (at: string) => `Je krijgt ze morgen om ${at} in één overzicht.`,
  },
  readNow: 'Nu lezen',
  laterTitle: 'Zonder haast',
  laterText: 'Goed om te weten. Je hoeft er niets mee te doen.',
  laterNone: 'Je hebt alles gelezen',
  laterNoneText: 'Wat school nog schrijft zonder haast, staat straks hier.',
  allRead: 'Ik heb alles gelezen',
  back: 'Vandaag',
  asks: (school: string) => `${school} vraagt eerst iets van je`,
  asksText: 'Daarna zie je hier weer wat er op die school voor je klaarstaat.',
  go: (school: string) => `Ga naar ${school}`,
}

const en: Texts<typeof nl> = {
  today: 'Today',
  nothing: 'Nothing to do',
  nothingText: 'When there is something for you, it stands here.',
  offline: (at) => `No connection. This is how it was today at ${at}. Call the school if it is urgent.`,
  now: 'Now',
  urgent: 'Urgent',
  answers: 'Needs an answer',
  later: (count) => `${plural('en', count, 'message', 'messages')} without hurry.`,
  digest: {
    today: (at) => `You get them today at ${at} in one digest.`,
    tomorrow: (at) => `You get them tomorrow at ${at} in one digest.`,
  },
  readNow: 'Read now',
  laterTitle: 'Without hurry',
  laterText: 'Good to know. Nothing you have to do.',
  laterNone: 'You have read everything',
  laterNoneText: 'What the school writes without hurry will stand here.',
  allRead: 'I have read everything',
  back: 'Today',
  asks: (school) => `${school} first asks something of you`,
  asksText: 'After that you see here again what waits for you at that school.',
  go: (school) => `Go to ${school}`,
}

export type HomeTexts = Texts<typeof nl>
export const homeTexts = { nl, en, place: { nl: nl.today, en: en.today } }
