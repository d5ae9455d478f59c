import type { Texts } from '#shared/language/index.ts'

const nl = {
  title: 'Fijn dat je er bent',
  text: (school: string) =>
    `Dit is Schoolplein van ${school}. Hier staat alles over je kind bij elkaar, en nergens anders.`,
  known: 'Wat school van je weet',
  knownText:
    'School heeft gegevens van je kind en jou nodig om les te geven. Welke, waarvoor en hoe lang staat in de privacyverklaring. Daarvoor vragen we geen toestemming, want de wet regelt het.',
  statement: 'Lees de privacyverklaring',
  choice: 'Wat je zelf kiest',
  choiceText:
    'Foto’s en andere dingen die niet moeten, mogen alleen als jij ja zegt. Je kunt dat later altijd veranderen.',
  consents: 'Geef of weiger toestemming',
  told: 'Hoe je bericht krijgt',
  toldText: 'Dringend komt meteen. Wat kan wachten, krijg je in één overzicht per dag.',
  toldLink: 'Kies hoe en hoe laat',
  phone: 'Op je telefoon',
  ready: 'Naar Vandaag',
  no: 'Geen account, alsjeblieft',
  noTitle: 'Geen account',
  noText: (school: string) =>
    `Wil je geen account? Dan log je nu uit en gaat je account bij ${school} over twee weken weg. Je kind merkt er niets van. School schrijft je per brief wat je moet weten.`,
  noBack: 'Bedenk je je? Log dan binnen twee weken in. Daarna blijft je account gewoon bestaan.',
  noButton: 'Haal mijn account weg',
  keep: 'Ik hou mijn account',
}

const en: Texts<typeof nl> = {
  title: 'Good to have you here',
  text: (school) => `This is Schoolplein of ${school}. Everything about your child stands here, and nowhere else.`,
  known: 'What the school knows about you',
  knownText:
    'The school needs data about your child and you to teach. Which, what for and how long stands in the privacy statement. We ask no consent for these, because the law covers them.',
  statement: 'Read the privacy statement',
  choice: 'What you choose yourself',
  choiceText:
    'Photos and other things that are not needed are only allowed when you say yes. You can always change that later.',
  consents: 'Give or refuse consent',
  told: 'How you are told',
  toldText: 'What is urgent comes at once. What can wait comes in one digest a day.',
  toldLink: 'Choose how and when',
  phone: 'On your phone',
  ready: 'To Today',
  no: 'No account, please',
  noTitle: 'No account',
  noText: (school) =>
    `Do you want no account? Then you are signed out now and your account at ${school} goes in two weeks. Your child notices nothing. The school writes you by letter what you have to know.`,
  noBack: 'Changed your mind? Sign in within two weeks. Your account then simply stays.',
  noButton: 'Take my account away',
  keep: 'I keep my account',
}

export type StartTexts = Texts<typeof nl>
export const startTexts: { nl: StartTexts; en: StartTexts } = { nl, en }
