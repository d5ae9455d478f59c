import { dayShort, type Language, type Texts } from '#shared/language/index.ts'

const period = (language: Language, through: string) => (from: string, to: string) =>
  from === to ? dayShort(language, from) : `${dayShort(language, from)} ${through} ${dayShort(language, to)}`

const nl = {
  title: 'Vakanties en vrije dagen',
  text: 'Op welke dagen er geen school is: vakanties, feestdagen, studiedagen.',
  years: 'Schooljaar',
  yearName: (from: number) => `${from}-${from + 1}`,
  sum: (days: number, hours: number) => `${days} schooldagen, ${hours} uur les`,
  sumHint: 'Zonder pauzes, met de schooltijden van nu.',
  picture: 'Het hele jaar',
  days: 'Geen school',
  none: 'Er staan nog geen vrije dagen in dit schooljaar',
  noneText: 'Neem hieronder de vakanties over, of voeg zelf dagen toe.',
  period: period('nl', 'tot en met'),
  kinds: { holiday: 'Vakantie', 'public-holiday': 'Feestdag', 'study-day': 'Studiedag', 'day-off': 'Vrije dag' },
  official: 'Vakanties van de overheid',
  officialText: (year: string) =>
    `De vakanties van ${year} zoals de minister ze vaststelde of adviseert, en de feestdagen. Wat er bij jullie al staat, blijft. Daarna pas je ze aan.`,
  noOfficial: (year: string) =>
    `De vakanties van ${year} zijn hier nog niet bekend. Voeg ze zelf toe, of kijk na de volgende versie van Schoolplein.`,
  region: 'In welke regio ligt de school?',
  regions: { north: 'Noord', middle: 'Midden', south: 'Zuid' },
  takeOver: (year: string) => `Neem de vakanties van ${year} over`,
  compared: (region: string) => `Regio ${region}, vergeleken met jullie kalender`,
  stands: { here: 'Staat zo in jullie kalender', missing: 'Staat er nog niet' },
  instead: (days: string) => `Bij jullie: ${days}`,
  add: 'Dagen toevoegen',
  kind: 'Wat is het?',
  name: 'Naam',
  nameHint: 'Zoals iedereen het ziet, bijvoorbeeld ‘Studiedag rekenen’.',
  from: 'Eerste dag',
  to: 'Laatste dag',
  toHint: 'Laat leeg als het één dag is.',
  save: 'Zet in de kalender',
  change: (name: string) => `${name} wijzigen`,
  saveChange: 'Bewaar deze dagen',
  remove: 'Haal uit de kalender',
  removeText: 'Op deze dagen is er dan weer school. Je kunt het terugzetten.',
  back: 'Vakanties en vrije dagen',
  gone: 'Deze dagen staan niet meer in de kalender.',
  told: {
    added: (what: string) => `Erbij: ${what}.`,
    removed: (what: string) => `Weg: ${what}.`,
    changed: (before: string, after: string) => `${before} werd ${after}.`,
    one: (name: string, days: string) => `${name} (${days})`,
    region: (before: string | null, after: string | null) => `Regio: ${before ?? 'geen'} werd ${after ?? 'geen'}.`,
  },
  problems: {
    kind: 'Kies wat het is.',
    name: 'Geef het een naam.',
    long: 'Deze naam is te lang. Gebruik ten hoogste 80 letters.',
    badDay: 'Deze dag bestaat niet. Kies een dag uit de kalender.',
    region: 'Kies een regio.',
    order: 'De laatste dag ligt voor de eerste. Wissel ze om, of kies een latere laatste dag.',
    tooLong: 'Dit is langer dan twee maanden. Kijk het jaar en de maand na.',
    noLessons: 'Op deze dagen is er toch al geen school. Kies een schooldag.',
  },
  outside: (year: string) =>
    `Het schooljaar ${year} loopt van 1 augustus tot en met 31 juli. Kies een dag daarin, of kies eerst een ander schooljaar.`,
  overlap: (name: string, days: string) =>
    `Deze dagen vallen samen met ${name} (${days}). Kies andere dagen, of wijzig eerst ${name}.`,
}

const en: Texts<typeof nl> = {
  title: 'Holidays and days off',
  text: 'On which days there is no school: holidays, public holidays, study days.',
  years: 'School year',
  yearName: (from) => `${from}-${from + 1}`,
  sum: (days, hours) => `${days} school days, ${hours} hours of lessons`,
  sumHint: 'Without breaks, with the school hours of now.',
  picture: 'The whole year',
  days: 'No school',
  none: 'There are no days off in this school year yet',
  noneText: 'Take the holidays over below, or add days yourself.',
  period: period('en', 'to'),
  kinds: {
    holiday: 'Holiday',
    'public-holiday': 'Public holiday',
    'study-day': 'Study day',
    'day-off': 'Day off',
  },
  official: 'Holidays of the government',
  officialText: (year) =>
    `The holidays of ${year} as the minister fixed or advises them, and the public holidays. What you have already stays. You adjust them afterwards.`,
  noOfficial: (year) =>
    `The holidays of ${year} are not known here yet. Add them yourself, or look after the next version of Schoolplein.`,
  region: 'In which region is the school?',
  regions: { north: 'North', middle: 'Middle', south: 'South' },
  takeOver: (year) => `Take over the holidays of ${year}`,
  compared: (region) => `Region ${region}, compared with your calendar`,
  stands: { here: 'Is in your calendar like this', missing: 'Is not there yet' },
  instead: (days) => `You have: ${days}`,
  add: 'Add days',
  kind: 'What is it?',
  name: 'Name',
  nameHint: 'As everyone sees it, ‘Study day arithmetic’ for instance.',
  from: 'First day',
  to: 'Last day',
  toHint: 'Leave empty when it is one day.',
  save: 'Put it in the calendar',
  change: (name) => `Change ${name}`,
  saveChange: 'Keep these days',
  remove: 'Take out of the calendar',
  removeText: 'There is school on these days again then. You can put it back.',
  back: 'Holidays and days off',
  gone: 'These days are not in the calendar any more.',
  told: {
    added: (what) => `Added: ${what}.`,
    removed: (what) => `Gone: ${what}.`,
    changed: (before, after) => `${before} became ${after}.`,
    one: (name, days) => `${name} (${days})`,
    region: (before, after) => `Region: ${before ?? 'none'} became ${after ?? 'none'}.`,
  },
  problems: {
    kind: 'Choose what it is.',
    name: 'Give it a name.',
    long: 'This name is too long. Use at most 80 letters.',
    badDay: 'This day does not exist. Choose a day from the calendar.',
    region: 'Choose a region.',
    order: 'The last day comes before the first. Swap them, or choose a later last day.',
    tooLong: 'This is longer than two months. Look at the year and the month again.',
    noLessons: 'There is no school on these days anyway. Choose a school day.',
  },
  outside: (year) =>
    `School year ${year} runs from 1 August to 31 July. Choose a day in it, or choose another school year first.`,
  overlap: (name, days) =>
    `These days fall together with ${name} (${days}). Choose other days, or change ${name} first.`,
}

export type CalendarTexts = Texts<typeof nl>
export const calendarTexts: { nl: CalendarTexts; en: CalendarTexts } = { nl, en }
