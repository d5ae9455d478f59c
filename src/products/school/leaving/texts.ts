import type { Texts } from '#shared/language/index.ts'

const nl = {
  title: (name: string) => `${name} gaat van school`,
  titleStaff: (name: string) => `${name} gaat weg`,
  pupilText: (name: string) =>
    `${name} staat daarna in geen groep en geen lijst meer. Ouders zien ${name} dan niet meer. Ouders die hier geen ander kind hebben, kunnen niet meer inloggen.`,
  staffText: (name: string) => `${name} ziet daarna niets meer van school en kan niet meer inloggen.`,
  staffGuardianText: (name: string) =>
    `${name} ziet daarna niets meer van het werk. Als ouder blijft ${name} gewoon inloggen.`,
  when: 'Wanneer?',
  now: 'Nu meteen',
  later: 'Na een laatste dag',
  lastDay: 'Laatste dag op school',
  button: (name: string) => `Laat ${name} van school gaan`,
  staffButton: (name: string) => `Laat ${name} weggaan`,
  leaving: (day: string) => `Gaat van school. De laatste dag is ${day}.`,
  left: (day: string) => `Niet meer op school. De laatste dag was ${day}.`,
  undo: 'Toch niet',
  begin: 'Van school laten gaan',
  beginStaff: 'Weg laten gaan',
  back: (name: string) => `Haal ${name} terug`,
  returnTitle: (name: string) => `${name} komt terug`,
  returnText: 'Ouders zien hun kind dan weer. Zij loggen in zoals eerst.',
  problems: {
    when: 'Kies nu of later.',
    day: 'Vul een dag in.',
    past: 'Die dag is al voorbij. Kies vandaag of een latere dag.',
    last: 'Dit is de laatste die mensen kan uitnodigen en rollen kan geven. Maak eerst een ander administrator of directeur, met een account.',
  },
}

const en: Texts<typeof nl> = {
  title: (name) => `${name} leaves school`,
  titleStaff: (name) => `${name} leaves`,
  pupilText: (name) =>
    `After that ${name} is in no group and no list. Parents then no longer see ${name}. Parents without another child here can no longer sign in.`,
  staffText: (name) => `After that ${name} sees nothing of school and can no longer sign in.`,
  staffGuardianText: (name) => `After that ${name} sees nothing of work. As a parent ${name} signs in as before.`,
  when: 'When?',
  now: 'Right now',
  later: 'After a last day',
  lastDay: 'Last day at school',
  button: (name) => `Let ${name} leave school`,
  staffButton: (name) => `Let ${name} leave`,
  leaving: (day) => `Leaves school. The last day is ${day}.`,
  left: (day) => `No longer at school. The last day was ${day}.`,
  undo: 'Stays after all',
  begin: 'Let leave school',
  beginStaff: 'Let leave',
  back: (name) => `Bring ${name} back`,
  returnTitle: (name) => `${name} comes back`,
  returnText: 'Parents then see their child again. They sign in as before.',
  problems: {
    when: 'Choose now or later.',
    day: 'Fill in a day.',
    past: 'That day has passed. Choose today or a later day.',
    last: 'This is the last one who can invite people and give roles. First make somebody else administrator or principal, with an account.',
  },
}

export type LeavingTexts = Texts<typeof nl>
export const leavingTexts: { nl: LeavingTexts; en: LeavingTexts } = { nl, en }
