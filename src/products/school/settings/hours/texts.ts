import { clockShort, type Language, type Texts } from '#shared/language/index.ts'

type Day = {
  readonly starts: string
  readonly noon: string
  readonly resumes: string | null
  readonly ends: string
} | null

const span = (language: Language, to: string, no: string, pause: string) => (day: Day) => {
  if (!day) return no
  const at = (time: string) => clockShort(language, time)
  const rest = day.resumes ? ` (${pause} ${at(day.noon)} ${to} ${at(day.resumes)})` : ''
  return `${at(day.starts)} ${to} ${at(day.ends)}${rest}`
}

const nl = {
  title: 'Schooltijden',
  text: 'Wanneer de school open is in een gewone week, en hoe laat het bellen begint.',
  intro: 'De tijden gelden voor elke week, ook voor dagen van dit schooljaar die al voorbij zijn.',
  weekdays: { 1: 'maandag', 2: 'dinsdag', 3: 'woensdag', 4: 'donderdag', 5: 'vrijdag' },
  open: 'School',
  starts: 'Begin',
  noon: 'Ochtend tot',
  resumes: 'Middag vanaf',
  ends: 'Einde',
  hint: 'Alleen een ochtend? Laat de middag leeg. Is er geen pauze tussen ochtend en middag, laat dan ‘Middag vanaf’ leeg. Wie een kind voor een ochtend of middag afmeldt, krijgt deze tijden.',
  cutOff: 'Hoe laat begint het bellen?',
  cutOffHint: 'Vanaf deze tijd staat wie niet gezien en niet gemeld is op de bellijst.',
  save: 'Bewaar de schooltijden',
  day: span('nl', 'tot', 'geen school', 'pauze'),
  week: (lines: readonly string[]) => lines.join('; '),
  told: {
    day: (weekday: string, before: string, after: string) => `Op ${weekday}: ${before} werd ${after}.`,
    cutOff: (before: string, after: string) =>
      `Bellen vanaf: ${clockShort('nl', before)} werd ${clockShort('nl', after)} uur.`,
  },
  problems: {
    badTime: 'Dit is geen tijd. Typ bijvoorbeeld 8:45.',
    fill: 'Vul een begin en een einde in, of haal het vinkje weg.',
    order: 'Het einde ligt niet na het begin. Kijk de tijden na.',
    noon: 'De ochtend eindigt tussen begin en einde. Vul bij ‘Ochtend tot’ een tijd daartussen in.',
    resumes: 'De middag begint na de ochtend en voor het einde. Kies een tijd daartussen, of laat het leeg.',
    noDay: 'Er is ten minste één schooldag nodig. Zet bij een dag een vinkje.',
    early: 'Op deze tijd is de school nog niet begonnen. Kies een tijd na de eerste bel.',
    late: 'Op deze tijd is de school al uit. Kies een tijd voor de laatste bel.',
  },
}

const en: Texts<typeof nl> = {
  title: 'School hours',
  text: 'When the school is open in an ordinary week, and when calling begins.',
  intro: 'The hours count for every week, also for days of this school year that are over.',
  weekdays: { 1: 'Monday', 2: 'Tuesday', 3: 'Wednesday', 4: 'Thursday', 5: 'Friday' },
  open: 'School',
  starts: 'Begins',
  noon: 'Morning until',
  resumes: 'Afternoon from',
  ends: 'Ends',
  hint: 'Only a morning? Leave the afternoon empty. When there is no break between morning and afternoon, leave ‘Afternoon from’ empty. Who reports a child for a morning or afternoon gets these times.',
  cutOff: 'When does calling begin?',
  cutOffHint: 'From this time on, whoever was neither seen nor reported stands on the call list.',
  save: 'Keep the school hours',
  day: span('en', 'to', 'no school', 'break'),
  week: (lines) => lines.join('; '),
  told: {
    day: (weekday, before, after) => `On ${weekday}: ${before} became ${after}.`,
    cutOff: (before, after) => `Calling from: ${clockShort('en', before)} became ${clockShort('en', after)}.`,
  },
  problems: {
    badTime: 'This is no time. Type 8:45 for instance.',
    fill: 'Fill in when it begins and ends, or take the tick away.',
    order: 'The end does not come after the beginning. Look at the times again.',
    noon: 'The morning ends between beginning and end. Fill in a time between them at ‘Morning until’.',
    resumes: 'The afternoon begins after the morning and before the end. Choose a time between, or leave it empty.',
    noDay: 'At least one school day is needed. Tick a day.',
    early: 'School has not begun by this time. Choose a time after the first bell.',
    late: 'School is over by this time. Choose a time before the last bell.',
  },
}

export type HoursTexts = Texts<typeof nl>
export const hoursTexts: { nl: HoursTexts; en: HoursTexts } = { nl, en }
