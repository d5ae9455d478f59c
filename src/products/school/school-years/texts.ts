import type { Texts } from '#shared/language/index.ts'
import { stepTexts } from './step-texts.ts'

const nl = {
  place: 'Schooljaar',
  title: 'Nieuw schooljaar',
  settingText: 'De groepen van volgend jaar maken, en de dag kiezen waarop ze ingaan.',
  now: (year: string) => `Nu is het ${year}.`,
  noYear: 'Er zijn nog geen groepen.',
  prepare: (year: string) => `${year} voorbereiden`,
  prepareText:
    'Je maakt de groepen van volgend jaar en kiest wie waar komt. Tot de dag die je kiest ziet iedereen de groepen van nu. Alleen de administratie en de directeur zien de voorbereiding.',
  begin: 'Begin met de groepen van nu',
  beginText: 'Iedereen gaat een jaar omhoog en groep 8 gaat van school. Dat is een voorstel: je wijzigt het per kind.',
  fromFile: 'Lees het bestand van volgend jaar in',
  fromFileText: 'Als je leerlingadministratie de groepen van volgend jaar al heeft.',
  preparing: 'In voorbereiding',
  before: 'Eerder',
  dropped: (year: string) => `De voorbereiding van ${year} is weggegooid.`,
  restore: 'Zet terug',
  notRestored: 'Deze voorbereiding kan niet terug: er is al een nieuwe.',
  states: {
    draft: (who: string, when: string) => `Wordt voorbereid. Laatst gewijzigd door ${who}, ${when}`,
    prepared: (day: string) => `Staat klaar voor ${day}`,
    inForce: (day: string) => `Begon op ${day}`,
  },
  somebody: 'een bestand',

  back: 'Alle schooljaren',
  backToYear: (year: string) => `Terug naar ${year}`,
  year: (year: string) => `Schooljaar ${year}`,
  lastChanged: (who: string, when: string) => `Laatst gewijzigd door ${who}, ${when}.`,
  preparedBy: (who: string, when: string) => `Klaargezet door ${who}, ${when}.`,
  takesEffect: (day: string) => `Op ${day} ziet iedereen de nieuwe groepen. Tot die dag kun je alles nog wijzigen.`,
  unprepare: 'Toch nog niet klaar',
  begun: (day: string) =>
    `Dit schooljaar begon op ${day}. Wat niet klopt, wijzig je bij de groep, bij het kind of met een nieuw bestand.`,
  steps: 'Drie stappen',
  stepGroups: 'Groepen en leerkrachten',
  stepPupils: 'Kinderen',
  stepCheck: 'Nakijken en de dag kiezen',
  stepCheckText: 'Wat er op de dag gebeurt, wie van school gaat',
  groupCount: (count: string, one: boolean) => (one ? '1 groep' : `${count} groepen`),
  pupilCount: (count: string, one: boolean) => (one ? '1 kind' : `${count} kinderen`),
  withoutTeacher: (count: string, one: boolean) =>
    one ? '1 heeft nog geen leerkracht' : `${count} hebben nog geen leerkracht`,
  undecided: (count: string, one: boolean) =>
    one ? '1 kind heeft nog geen groep' : `${count} kinderen hebben nog geen groep`,
  allPlaced: 'Iedereen heeft een groep of gaat van school',
  sizes: 'Zo groot worden de groepen',
  lookAt: 'Kijk hier nog naar',
  oddities: {
    empty: 'Er zit nog niemand in.',
    large: 'Meer dan 30 kinderen.',
    'no-teacher': 'Nog geen leerkracht.',
    uneven: (beside: string, pupils: string) => `${beside} heeft er ${pupils}.`,
    days: (days: string) => `Geen leerkracht op ${days}.`,
  },
  drop: 'Gooi deze voorbereiding weg',

  checkTitle: (year: string) => `${year} nakijken`,
  happens: 'Wat er op de dag gebeurt',
  ending: 'De groepen van nu',
  endingText: (count: string, one: boolean) =>
    one
      ? '1 groep eindigt. Wie erin zat blijft bewaard. Wijzigen kan dan niet meer.'
      : `${count} groepen eindigen. Wie erin zat blijft bewaard. Wijzigen kan dan niet meer.`,
  access: 'Leerkrachten',
  accessText: 'Ze zien vanaf die dag alleen hun nieuwe groep, en niet meer de daglijsten van hun groep van nu.',
  without: (names: string) => `Nog geen groep hebben: ${names}. Zij zien dan geen kinderen meer.`,
  substitutes: 'Vervanging',
  substitutesText: (count: string, one: boolean) =>
    one
      ? '1 vervanging die over die dag heen loopt, stopt.'
      : `${count} vervangingen die over die dag heen lopen, stoppen.`,
  noSubstitutes: 'Er loopt geen vervanging over die dag heen.',
  absences: 'Afwezigheid',
  absencesText: (year: string) =>
    `Meldingen van ${year} wissen we in de nacht van 31 juli op 1 augustus. Zet wat je nog nodig hebt eerder over naar je leerlingadministratie.`,
  leaving: 'Wie van school gaat',
  leavingText: (pupils: string, one: boolean) =>
    one
      ? '1 kind verdwijnt uit alle lijsten en zijn ouders zien het niet meer.'
      : `${pupils} kinderen verdwijnen uit alle lijsten en hun ouders zien ze niet meer.`,
  lastGuardians: (count: string, one: boolean) =>
    one
      ? '1 ouder heeft dan geen kind meer op school en kan niet meer inloggen.'
      : `${count} ouders hebben dan geen kind meer op school en kunnen niet meer inloggen.`,
  clocks: 'Vanaf die dag telt de bewaartermijn: twee jaar later is alles van hen weg.',
  nobodyLeaves: 'Niemand.',
  whoLeaves: 'Wie dat zijn',
  open: 'Nog geen groep',
  openText: 'Deze kinderen staan op de dag zelf in geen enkele lijst.',
  hidden: (count: string, one: boolean) =>
    one
      ? 'En 1 kind dat is afgeschermd. De directeur ziet wie.'
      : `En ${count} kinderen die zijn afgeschermd. De directeur ziet wie.`,
  confirmWithout: (count: string, one: boolean) =>
    one ? 'Ja, 1 kind heeft nog geen groep' : `Ja, ${count} kinderen hebben nog geen groep`,
  day: 'Vanaf welke dag ziet iedereen de nieuwe groepen?',
  dayHint: (first: string, lessons: string | null) =>
    lessons
      ? `Het schooljaar begint op ${first}. De eerste schooldag is ${lessons}.`
      : `Het schooljaar begint op ${first}.`,
  prepareButton: (year: string) => `Zet ${year} klaar`,
  prepareFoot: 'Tot die dag kun je dit terugnemen. Daarna wijzig je per groep of kind.',
  problems: {
    name: 'Vul een naam in.',
    long: 'Deze naam is te lang. Kort hem in.',
    level: 'Kies een leerjaar.',
    there: 'Er is al een groep met deze naam. Kies een andere naam.',
    meanwhile: 'Iemand anders wijzigde deze groep intussen. Hieronder staat wat er nu is.',
    person: 'Kies iemand.',
    to: 'Kies waar ze heen gaan.',
    goes: 'Kies een groep.',
    givenName: 'Vul een roepnaam in.',
    surname: 'Vul een achternaam in.',
    day: 'Vul een dag in, zoals 01-08-2027.',
    early: 'Deze dag ligt vóór het schooljaar. Kies 1 augustus of later.',
    past: 'Deze dag is al voorbij. Kies vandaag of later.',
    late: 'Deze dag ligt na het schooljaar. Kies een dag vóór de volgende 1 augustus.',
    undecided: 'Er zijn kinderen zonder groep. Geef ze een groep, of zet een vinkje dat het zo goed is.',
    'no-groups': 'Er zijn nog geen groepen. Maak eerst de groepen van volgend jaar.',
    nobody: 'Er zit nog niemand in een groep. Kies eerst waar de kinderen heen gaan.',
  },
}

const en: Texts<typeof nl> = {
  place: 'School year',
  title: 'New school year',
  settingText: 'Make next year’s groups, and choose the day on which they begin.',
  now: (year) => `It is ${year} now.`,
  noYear: 'There are no groups yet.',
  prepare: (year) => `Prepare ${year}`,
  prepareText:
    'You make next year’s groups and choose who goes where. Until the day you choose everyone sees the groups of now. Only the office and the principal see the preparation.',
  begin: 'Begin with the groups of now',
  beginText: 'Everyone goes one year up and year 8 leaves. That is a proposal: you change it per child.',
  fromFile: 'Read in next year’s file',
  fromFileText: 'When your pupil administration has next year’s groups already.',
  preparing: 'Being prepared',
  before: 'Earlier',
  dropped: (year) => `The preparation of ${year} was thrown away.`,
  restore: 'Put back',
  notRestored: 'This preparation cannot come back: there is a new one.',
  states: {
    draft: (who, when) => `Being prepared. Last changed by ${who}, ${when}`,
    prepared: (day) => `Ready for ${day}`,
    inForce: (day) => `Began on ${day}`,
  },
  somebody: 'a file',

  back: 'All school years',
  backToYear: (year) => `Back to ${year}`,
  year: (year) => `School year ${year}`,
  lastChanged: (who, when) => `Last changed by ${who}, ${when}.`,
  preparedBy: (who, when) => `Made ready by ${who}, ${when}.`,
  takesEffect: (day) => `On ${day} everyone sees the new groups. Until then you can still change everything.`,
  unprepare: 'Not ready after all',
  begun: (day) =>
    `This school year began on ${day}. What is not right you change at the group, at the child or with a new file.`,
  steps: 'Three steps',
  stepGroups: 'Groups and teachers',
  stepPupils: 'Children',
  stepCheck: 'Check and choose the day',
  stepCheckText: 'What happens on the day, who leaves',
  groupCount: (count, one) => (one ? '1 group' : `${count} groups`),
  pupilCount: (count, one) => (one ? '1 child' : `${count} children`),
  withoutTeacher: (count, one) => (one ? '1 has no teacher yet' : `${count} have no teacher yet`),
  undecided: (count, one) => (one ? '1 child has no group yet' : `${count} children have no group yet`),
  allPlaced: 'Everyone has a group or leaves',
  sizes: 'How large the groups become',
  lookAt: 'Have a look at this',
  oddities: {
    empty: 'Nobody is in it yet.',
    large: 'More than 30 children.',
    'no-teacher': 'No teacher yet.',
    uneven: (beside, pupils) => `${beside} has ${pupils}.`,
    days: (days) => `No teacher on ${days}.`,
  },
  drop: 'Throw this preparation away',

  checkTitle: (year) => `Check ${year}`,
  happens: 'What happens on the day',
  ending: 'The groups of now',
  endingText: (count, one) =>
    one
      ? '1 group ends. Who was in it is kept. Nothing in it can be changed then.'
      : `${count} groups end. Who was in them is kept. Nothing in them can be changed then.`,
  access: 'Teachers',
  accessText: 'From that day they see their new group only, and no longer the day lists of their group of now.',
  without: (names) => `No group yet: ${names}. They will see no children then.`,
  substitutes: 'Substitution',
  substitutesText: (count, one) =>
    one ? '1 substitution that goes on past that day stops.' : `${count} substitutions that go on past that day stop.`,
  noSubstitutes: 'No substitution goes on past that day.',
  absences: 'Absence',
  absencesText: (year) =>
    `We erase the reports of ${year} in the night of 31 July. Hand over what you still need to your pupil administration before that.`,
  leaving: 'Who leaves',
  leavingText: (pupils, one) =>
    one
      ? '1 child goes from every list and its guardians no longer see it.'
      : `${pupils} children go from every list and their guardians no longer see them.`,
  lastGuardians: (count, one) =>
    one
      ? '1 guardian then has no child at school and can no longer sign in.'
      : `${count} guardians then have no child at school and can no longer sign in.`,
  clocks: 'The retention period counts from that day: two years later everything of them is gone.',
  nobodyLeaves: 'Nobody.',
  whoLeaves: 'Who they are',
  open: 'No group yet',
  openText: 'These children will be in no list at all on the day.',
  hidden: (count, one) =>
    one
      ? 'And 1 child whose identity is protected. The principal sees who.'
      : `And ${count} children whose identity is protected. The principal sees who.`,
  confirmWithout: (count, one) => (one ? 'Yes, 1 child has no group yet' : `Yes, ${count} children have no group yet`),
  day: 'From which day does everyone see the new groups?',
  dayHint: (first, lessons) =>
    lessons
      ? `The school year begins on ${first}. The first school day is ${lessons}.`
      : `The school year begins on ${first}.`,
  prepareButton: (year) => `Make ${year} ready`,
  prepareFoot: 'Until that day you can take this back. After it you change things per group or child.',
  problems: {
    name: 'Fill in a name.',
    long: 'This name is too long. Shorten it.',
    level: 'Choose a year.',
    there: 'There is a group with this name already. Choose another name.',
    meanwhile: 'Somebody else changed this group meanwhile. Below is what it is now.',
    person: 'Choose somebody.',
    to: 'Choose where they go.',
    goes: 'Choose a group.',
    givenName: 'Fill in a given name.',
    surname: 'Fill in a surname.',
    day: 'Fill in a day, such as 01-08-2027.',
    early: 'This day is before the school year. Choose 1 August or later.',
    past: 'This day is over. Choose today or later.',
    late: 'This day is after the school year. Choose a day before the next 1 August.',
    undecided: 'There are children without a group. Give them a group, or tick that it is all right.',
    'no-groups': 'There are no groups yet. Make next year’s groups first.',
    nobody: 'Nobody is in a group yet. Choose where the children go first.',
  },
}

export type YearTexts = Texts<typeof nl> & (typeof stepTexts)['nl']
export const yearTexts: { nl: YearTexts; en: YearTexts } = {
  nl: { ...stepTexts.nl, ...nl },
  en: { ...stepTexts.en, ...en },
}
