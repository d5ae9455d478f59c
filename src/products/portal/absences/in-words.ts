import { type Lessons, plusDays } from '#products/school/index.ts'
import { clock, clockShort, dayLong, dayShort, type Language } from '#shared/language/index.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import type { Absence } from './absences.ts'
import type { AbsenceTexts } from './texts.ts'

/** The language, its words and the day of a page: made once, used for every row. */
export type Words = {
  readonly language: Language
  readonly t: AbsenceTexts
  readonly today: string
  /** The lessons of the day that is shown, so that "until 12.00" is "ochtend". */
  readonly lessons: Lessons | null
}

/** "tot 10.15", "ochtend", "van 9.45 tot 11.00"; nothing for whole days. */
export const timesInWords = (absence: Absence, { t, language, lessons }: Words): string | null => {
  const fromTime = lessons && absence.fromTime && absence.fromTime <= lessons.starts ? null : absence.fromTime
  const untilTime = lessons && absence.untilTime && absence.untilTime >= lessons.ends ? null : absence.untilTime
  if (fromTime === null && untilTime === null) return null
  if (fromTime === null) return untilTime === lessons?.noon ? t.morning : t.until(clockShort(language, untilTime!))
  if (untilTime === null) return fromTime === lessons?.resumes ? t.afternoon : t.since(clockShort(language, fromTime))
  return t.between(clockShort(language, fromTime), clockShort(language, untilTime))
}

/** "vandaag", "tot weer beter", "ma 24 nov tot en met vr 27 nov, ochtend": when a report is about. */
const whenInWords = (absence: Absence, words: Words): string => {
  const { t, language, today } = words
  const { from, to } = absence
  const begun = from <= today
  const short = (day: string) => (day === today ? t.today : dayShort(language, day))
  const times = timesInWords(absence, words)
  if (to === null) return begun ? t.untilBetter : `${short(from)}, ${t.untilBetter}`
  if (from !== to)
    return begun && to >= today ? t.through(short(to)) : t.fromThrough(dayShort(language, from), short(to))
  if (times === null) return short(from)
  return from === today ? times : `${short(from)}, ${times}`
}

/** "Ziek, vandaag". */
export const absenceInWords = (absence: Absence, words: Words): string =>
  `${words.t.kinds[absence.kind]}, ${whenInWords(absence, words)}`

/** "Joost, 7.14 uur", "Anjali, ma 23 nov", "Joost belde, 8.02 uur": who said so and when. */
export const reportedInWords = ({ via, reporter, reportedAt }: Absence, { t, language, today }: Words): string => {
  const name = reporter ?? (via === 'office' ? t.byOffice : t.byGuardian)
  const who = via === 'phone' ? t.byPhone(name) : name
  const day = dayOf(reportedAt)
  return `${who}, ${day === today ? clock(language, reportedAt) : reportDay(day, today, language)}`
}

/** "maandag" for a day of the past week, else "ma 16 nov". */
const reportDay = (day: string, today: string, language: Language): string =>
  day < today && day > plusDays(today, -7) ? dayLong(language, day).split(' ')[0]! : dayShort(language, day)

/** "vandaag", "morgen" or "maandag 24 november", for a day near by. */
export const dayInWords = (day: string, tomorrow: string, { t, language, today }: Words): string =>
  day === today ? t.today : day === tomorrow ? t.tomorrow : dayLong(language, day)
