import { plusDays, type SchoolDays } from '#products/school/index.ts'
import { type Language, pick } from '#shared/language/index.ts'
import { perMinute } from '#shared/language/per-minute.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Words } from './in-words.ts'
import { absenceTexts } from './texts.ts'

const time = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Amsterdam', timeStyle: 'short' })

/** The time of day of a moment in the Netherlands, as `HH:MM`. */
export const timeOf = perMinute((moment) => time.format(moment))

/** The day and time of this work. */
export const nowOf = (work: Work) => ({ today: work.today, time: timeOf(work.now), tomorrow: plusDays(work.today, 1) })

/** The words of a page, for the lessons of one day. */
export const wordsOf = (language: Language, work: Work, days: SchoolDays, day: string = work.today): Words => ({
  language,
  t: pick(language, absenceTexts),
  today: work.today,
  lessons: days.lessons(day),
})
