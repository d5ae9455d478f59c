import type { Texts } from '#shared/language/index.ts'

const nl = {
  title: 'Anonieme cijfers',
  text: 'Met deze cijfers kan Schoolplein beter worden. Ze gaan nergens heen tenzij school dat wil. Hieronder staat precies wat er dan weggaat.',
  rules: [
    'Alleen aantallen mensen per onderdeel en per hele maand. Geen namen, nummers of tijden, en niet welke school het is.',
    'Iedereen telt één keer per maand mee, bij één onderdeel.',
    'Nooit een aantal van minder dan 10 mensen.',
    'Er komt een klein beetje toeval bij, en daarna ronden we af op tientallen. Zo is uit twee maanden niet af te leiden wie erbij kwam of wegging.',
  ],
  month: (month: string) => `Wat er weggaat over ${month}`,
  none: 'Er gaat niets weg',
  noneText: 'Er waren te weinig mensen om een aantal te noemen.',
  columns: { part: 'Onderdeel', who: 'Wie', people: 'Mensen' },
  whos: { team: 'Team', families: 'Ouders en leerlingen' },
  file: 'Download precies dit bestand',
  switch: 'Mogen deze cijfers weg?',
  off: 'Nee. Er gaat niets weg.',
  on: 'Ja. De beheerder van Schoolplein mag dit bestand ophalen. Vanzelf wordt niets verstuurd.',
  allow: 'Sta toe dat deze cijfers weggaan',
  stop: 'Laat geen cijfers meer weggaan',
  history: 'Wie besloot wat',
  allowed: 'Toegestaan',
  stopped: 'Gestopt',
  desk: { off: 'Uit. Er gaat niets weg.', on: 'Aan. De beheerder van Schoolplein mag ze ophalen.' },
  by: (name: string, day: string) => `${name}, ${day}`,
  nobody: 'iemand die er niet meer is',
}

const en: Texts<typeof nl> = {
  title: 'Anonymous figures',
  text: 'These figures can make Schoolplein better. They go nowhere unless school wants it. Below stands exactly what would leave then.',
  rules: [
    'Only numbers of people per part and per whole month. No names, numbers or times, and not which school it is.',
    'Everyone counts once a month, in one part.',
    'Never a number of fewer than 10 people.',
    'A little chance is added, and then we round to tens. So two months do not tell who came or left.',
  ],
  month: (month) => `What leaves about ${month}`,
  none: 'Nothing leaves',
  noneText: 'There were too few people to name a number.',
  columns: { part: 'Part', who: 'Who', people: 'People' },
  whos: { team: 'Team', families: 'Guardians and pupils' },
  file: 'Download exactly this file',
  switch: 'May these figures leave?',
  off: 'No. Nothing leaves.',
  on: 'Yes. Who runs Schoolplein may fetch this file. Nothing is sent by itself.',
  allow: 'Allow these figures to leave',
  stop: 'Let no more figures leave',
  history: 'Who decided what',
  allowed: 'Allowed',
  stopped: 'Stopped',
  desk: { off: 'Off. Nothing leaves.', on: 'On. Who runs Schoolplein may fetch them.' },
  by: (name, day) => `${name}, ${day}`,
  nobody: 'somebody who is gone',
}

export type FiguresTexts = Texts<typeof nl>
export const figuresTexts: { nl: FiguresTexts; en: FiguresTexts } = { nl, en }
