import type { Texts } from '#shared/language/index.ts'

const nl = {
  title: 'Lijst als bestand',
  back: 'Inzagevensters',
  text: 'Welke vensters er waren, bij welke klant en hoe lang, zonder namen. Gaat het over meer dan 50 mensen, dan geeft een collega het vrij.',
  from: 'Van',
  until: 'Tot en met',
  ask: 'Maak het bestand',
  made: 'Gevraagd',
  none: 'Er is nog geen bestand gevraagd',
  line: (from: string, until: string) => `${from} tot en met ${until}`,
  people: { one: 'persoon', other: 'mensen' },
  fetch: 'Haal het bestand op',
  give: 'Geef vrij',
  yours: 'Wacht op een collega: het gaat over meer dan 50 mensen.',
  theirs: 'Alleen wie erom vroeg, haalt het op.',
  over: 'Voorbij: een bestand is er een dag.',
  columns: ['Venster', 'Klant', 'Geopend', 'Gesloten of voorbij'],
  problems: {
    from: 'Kies een dag.',
    until: 'Kies een dag.',
    order: 'De laatste dag ligt voor de eerste.',
    own: 'Dit vroeg je zelf. Een collega moet het vrijgeven.',
  },
}

const en: Texts<typeof nl> = {
  title: 'List as a file',
  back: 'Support windows',
  text: 'Which windows there were, at which customer and for how long, without names. If it is about more than 50 people, a colleague releases it.',
  from: 'From',
  until: 'Up to and including',
  ask: 'Make the file',
  made: 'Asked for',
  none: 'No file has been asked for yet',
  line: (from, until) => `${from} up to and including ${until}`,
  people: { one: 'person', other: 'people' },
  fetch: 'Get the file',
  give: 'Release it',
  yours: 'Waits for a colleague: it is about more than 50 people.',
  theirs: 'Only who asked for it gets it.',
  over: 'Over: a file is there for a day.',
  columns: ['Window', 'Customer', 'Opened', 'Closed or over'],
  problems: {
    from: 'Choose a day.',
    until: 'Choose a day.',
    order: 'The last day is before the first.',
    own: 'You asked for this yourself. A colleague has to release it.',
  },
}

export type ExportTexts = Texts<typeof nl>
export const exportTexts: { nl: ExportTexts; en: ExportTexts } = { nl, en }
