import type { Texts } from '#shared/language/index.ts'

const nl = {
  title: (name: string) => `Gegevens van ${name}`,
  made: (school: string, day: string) => `Dit wist ${school} op ${day}.`,
  contents: 'Wat er in staat',
  deeds: 'Wat je deed',
  deedsText: 'Alleen geteld: deze regels gaan over anderen of over de school.',
  files: 'Foto’s',
  why: 'Waarom',
  ground: 'Grond',
  seenBy: 'Wie ziet het',
  until: 'Tot wanneer',
  from: 'Van wie',
  keep: 'Zo lang als school het nodig heeft',
  rights:
    'Klopt er iets niet? Vraag de school om het te verbeteren. Ben je het niet eens met de school? Klaag bij de Autoriteit Persoonsgegevens.',
  readme:
    'Open gegevens.html in een browser, of gegevens.pdf. Voor een ander programma is data.json; hoe dat is opgebouwd staat in schema.json. Wat een datum heeft, staat ook in agenda.ics voor een agenda. Gaat het over een leerling, dan leest een andere school leerling-edexml-2.1.xml in.',
}

const en: Texts<typeof nl> = {
  title: (name) => `Data of ${name}`,
  made: (school, day) => `This is what ${school} knew on ${day}.`,
  contents: 'What is in it',
  deeds: 'What you did',
  deedsText: 'Counted only: these rows are about others or about the school.',
  files: 'Photos',
  why: 'Why',
  ground: 'Ground',
  seenBy: 'Who sees it',
  until: 'Until when',
  from: 'From whom',
  keep: 'As long as the school needs it',
  rights:
    'Is something not right? Ask the school to correct it. Do you not agree with the school? Complain to the Dutch Data Protection Authority.',
  readme:
    'Open gegevens.html in a browser, or gegevens.pdf. Another program reads data.json; schema.json says how that is made. What has a date stands in agenda.ics too, for a calendar. When it is about a pupil, another school can read in leerling-edexml-2.1.xml.',
}

export type CopyTexts = Texts<typeof nl>
export const copyTexts: { nl: CopyTexts; en: CopyTexts } = { nl, en }
