import { number, plural, type Texts } from '#shared/language/index.ts'

const nl = {
  title: 'Berichten',
  text: 'Wanneer berichten aankomen, wat je belooft, en hoeveel gezinnen er kregen.',
  promise: 'Binnen hoeveel schooldagen antwoordt school?',
  promiseHint:
    'Ouders lezen dit als ze iets vragen. Wie antwoordt, krijgt op de laatste dag een seintje; wat te laat is, zie jij op Vandaag.',
  days: (count: number) => plural('nl', count, 'schooldag', 'schooldagen'),
  rules: 'Huisregels',
  urgent: 'Wie mag iets dringends naar ouders sturen?',
  urgentHint:
    'Dringend komt altijd en meteen. Wie hier niet staat, kan het niet sturen. Bellen over een kind dat niemand zag, kan altijd.',
  weekMost: 'Hoe vaak krijgt een ouder per week hoogstens een seintje?',
  weekMostHint: 'Wat daarna komt, gaat mee in het overzicht. Dringend telt mee, maar komt altijd.',
  times: (count: number) => `${count} keer`,
  family: 'Seintjes aan ouders',
  familyHint: 'Wat iemand daarbuiten stuurt, geeft pas een seintje als deze tijd begint. Leeg: op elk moment.',
  promiseHeading: 'Wat je belooft',
  kept: (inTime: number, asked: number) =>
    asked === 1
      ? `De ene vraag van een ouder van de laatste 30 dagen kreeg ${inTime === 1 ? '' : 'niet '}op tijd antwoord.`
      : `Van de ${number('nl', asked)} vragen van ouders van de laatste 30 dagen ${inTime === 1 ? 'kreeg' : 'kregen'} er ${number('nl', inTime)} op tijd antwoord.`,
  keptNone: 'De laatste 30 dagen liep er geen vraag van een ouder af.',
  lateTitle: (count: number) =>
    count === 1 ? 'Eén vraag wacht langer dan beloofd' : `${number('nl', count)} vragen wachten langer dan beloofd`,
  lateText: 'Kijk wie er antwoordt.',
  lateGone: 'Wie het kreeg, werkt hier niet meer.',
  lateSince: (day: string) => `Beloofd voor ${day}`,
  band: (from: number, to: number | null) => (to === null ? `Meer dan ${from - 1} keer` : `${from} tot ${to} keer`),
  guardians: (count: number) => plural('nl', count, 'ouder', 'ouders'),
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
    choose: 'Kies uit de lijst.',
  },
}

const en: Texts<typeof nl> = {
  title: 'Messages',
  text: 'When messages arrive, what you promise, and how many families got.',
  promise: 'Within how many school days does the school answer?',
  promiseHint:
    'Guardians read this when they ask something. Who answers is told on the last day; what is late you see on Today.',
  days: (count) => plural('en', count, 'school day', 'school days'),
  rules: 'House rules',
  urgent: 'Who may send guardians something urgent?',
  urgentHint:
    'What is urgent always comes at once. Who is not here cannot send it. Calling about a child whom nobody saw is always possible.',
  weekMost: 'How often is a guardian told of something in a week at most?',
  weekMostHint: 'What comes after that goes into the digest. What is urgent counts, but always comes.',
  times: (count) => (count === 1 ? 'once' : `${count} times`),
  family: 'Telling guardians',
  familyHint: 'What somebody sends outside these hours is told when they begin. Empty: at any moment.',
  promiseHeading: 'What you promise',
  kept: (inTime, asked) =>
    asked === 1
      ? `The one question of a guardian in the last 30 days was ${inTime === 1 ? '' : 'not '}answered in time.`
      : `Of the ${number('en', asked)} questions of guardians in the last 30 days ${number('en', inTime)} ${inTime === 1 ? 'was' : 'were'} answered in time.`,
  keptNone: 'No question of a guardian ran out in the last 30 days.',
  lateTitle: (count) =>
    count === 1
      ? 'One question waits longer than promised'
      : `${number('en', count)} questions wait longer than promised`,
  lateText: 'See who answers.',
  lateGone: 'Who got it no longer works here.',
  lateSince: (day) => `Promised for ${day}`,
  band: (from, to) => (to === null ? `More than ${from - 1} times` : `${from} to ${to} times`),
  guardians: (count) => plural('en', count, 'guardian', 'guardians'),
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
    choose: 'Choose from the list.',
  },
}

export type RulesTexts = Texts<typeof nl>
export const rulesTexts: { nl: RulesTexts; en: RulesTexts } = { nl, en }
