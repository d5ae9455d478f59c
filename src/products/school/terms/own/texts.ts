import type { Texts } from '#shared/language/index.ts'

const nl = {
  place: 'Gebruiksregels',
  back: 'Ik',
  title: (school: string) => `Zo gebruiken we Schoolplein op ${school}`,
  first: 'Lees dit één keer door. Daarna kun je verder.',
  changed: 'De regels zijn veranderd. Lees ze nog een keer door. Daarna kun je verder.',
  justChanged: 'School heeft de regels net veranderd. Dit is de nieuwe tekst.',
  unsent: 'Wat je net wilde versturen, is niet verstuurd. Doe het opnieuw als je verder bent.',
  onlyDutch: 'Deze tekst is er alleen in het Nederlands.',
  agree: 'Ik ga akkoord',
  version: (number: string, day: string) => `Versie ${number}, geldt sinds ${day}`,
  kept: 'School bewaart dat je akkoord ging, wanneer, en met welke tekst. Je ziet dat terug bij je account.',
  notTitle: 'Ga je niet akkoord?',
  notText:
    'Dan kun je hier nu niet verder. Log uit en praat met de directeur. Je kind ziek melden kan telefonisch, en wat je mag weten over je kind, vertelt school je ook zonder Schoolplein.',
  notTextTeam: 'Dan kun je hier nu niet verder. Log uit en praat met de directeur.',
  account: 'Mijn account en taal',
  signOut: 'Log uit',
  mine: 'Gebruiksregels',
  mineText: 'Waar je akkoord mee ging.',
  none: 'Er zijn geen gebruiksregels',
  noneText: 'Als school ze publiceert, lees je ze één keer als je inlogt.',
  audience: { guardian: 'Voor ouders', team: 'Voor het team' },
  accepted: (number: string, day: string) => `Versie ${number}: akkoord op ${day}`,
  inLanguage: { nl: 'gelezen in het Nederlands', en: 'gelezen in het Engels' },
  read: 'Lees de tekst',
  messages: 'Berichten van school over de regels',
  messagesText: 'Wat school met je wil bespreken, en wat je nu wel en niet kunt.',
}

const en: Texts<typeof nl> = {
  place: 'Terms of use',
  back: 'Me',
  title: (school) => `How we use Schoolplein at ${school}`,
  first: 'Read this once. After that you can go on.',
  changed: 'The terms have changed. Please read them once more. After that you can go on.',
  justChanged: 'School has just changed the terms. This is the new text.',
  unsent: 'What you were about to send was not sent. Do it again once you are through.',
  onlyDutch: 'This text exists in Dutch only.',
  agree: 'I agree',
  version: (number, day) => `Version ${number}, in force since ${day}`,
  kept: 'School keeps that you agreed, when, and to which text. You find it with your account.',
  notTitle: 'Do you not agree?',
  notText:
    'Then you cannot go on here now. Sign out and talk to the principal. You can report your child ill by phone, and what you may know about your child, school tells you without Schoolplein too.',
  notTextTeam: 'Then you cannot go on here now. Sign out and talk to the principal.',
  account: 'My account and language',
  signOut: 'Sign out',
  mine: 'Terms of use',
  mineText: 'What you agreed to.',
  none: 'There are no terms of use',
  noneText: 'When school publishes them, you read them once as you sign in.',
  audience: { guardian: 'For parents', team: 'For the team' },
  accepted: (number, day) => `Version ${number}: agreed on ${day}`,
  inLanguage: { nl: 'read in Dutch', en: 'read in English' },
  read: 'Read the text',
  messages: 'Messages from school about the terms',
  messagesText: 'What school wants to discuss with you, and what you can and cannot do now.',
}

export type OwnTermsTexts = Texts<typeof nl>
export const ownTermsTexts: { nl: OwnTermsTexts; en: OwnTermsTexts } = { nl, en }
