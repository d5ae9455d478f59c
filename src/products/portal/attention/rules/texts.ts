import { number, plural, type Texts } from '#shared/language/index.ts'

const nl = {
  title: 'Berichten',
  text: 'Wanneer berichten aankomen, wat je belooft, en hoeveel gezinnen er kregen.',
  promise: 'Binnen hoeveel schooldagen antwoordt school?',
  promiseHint: 'Ouders lezen dit als ze iets vragen.',
  days: (count: number) => plural('nl', count, 'schooldag', 'schooldagen'),
  team: 'Berichten aan het team',
  teamHint:
    'Wat een ouder daarbuiten stuurt, komt de volgende werkdag aan, en dat leest de ouder erbij. Wie eigen werktijden koos, houdt die. Leeg: op elk moment.',
  from: 'Vanaf',
  until: 'Tot',
  save: 'Bewaar de afspraken',
  saved: 'De afspraken zijn bewaard.',
  week: 'Deze week',
  weekText: (average: number, most: number) =>
    `Een gezin dat iets kreeg, kreeg gemiddeld ${number('nl', average)} keer bericht, en hoogstens ${number('nl', most)} keer.`,
  weekNone: 'Er ging nog geen bericht naar een gezin.',
  settings: 'Instellingen',
  look: 'Kijk als ouder',
  looking: 'Dit is een verzonnen gezin. Zo ziet een ouder Schoolplein. Er staan geen echte gegevens in.',
  problems: {
    times: 'Typ twee tijden, bijvoorbeeld 7:30 en 18:00. De tweede is later.',
    answerWithin: 'Kies uit de lijst.',
  },
}

const en: Texts<typeof nl> = {
  title: 'Messages',
  text: 'When messages arrive, what you promise, and how many families got.',
  promise: 'Within how many school days does the school answer?',
  promiseHint: 'Guardians read this when they ask something.',
  days: (count) => plural('en', count, 'school day', 'school days'),
  team: 'Messages to the team',
  teamHint:
    'What a guardian sends outside these times arrives on the next working day, and the guardian reads that. Who chose own working hours keeps them. Empty: at any moment.',
  from: 'From',
  until: 'Until',
  save: 'Save the rules',
  saved: 'The rules are saved.',
  week: 'This week',
  weekText: (average, most) =>
    `A family that was told of something was told ${number('en', average)} times on average, and at most ${number('en', most)} times.`,
  weekNone: 'No message has gone to a family yet.',
  settings: 'Settings',
  look: 'Look as a guardian',
  looking: 'This is an invented family. So a guardian sees Schoolplein. No real data stand in it.',
  problems: {
    times: 'Type two times, such as 7:30 and 18:00. The second one is later.',
    answerWithin: 'Choose from the list.',
  },
}

export type RulesTexts = Texts<typeof nl>
export const rulesTexts: { nl: RulesTexts; en: RulesTexts } = { nl, en }
