import { type Language, monthLong } from '#shared/language/index.ts'
import type { Period } from '#shared/vault/declaration.ts'
import type { RetentionTexts } from './texts.ts'

/** A period in words: "2 jaar", "1 jaar en 6 maanden", "tot 1 augustus daarna". */
export const periodInWords = (t: RetentionTexts, language: Language, keep: Period): string => {
  const { years = 0, months = 0, days = 0, until } = keep
  const parts = [
    ...(until ? [t.periods.until(`${Number(until.slice(3))} ${monthLong(language, `2000-${until}`)}`)] : []),
    ...(years > 0 ? [t.periods.years(years)] : []),
    ...(months > 0 ? [t.periods.months(months)] : []),
    ...(days > 0 ? [t.periods.days(days)] : []),
  ]
  return parts.length === 0 ? t.periods.none : parts.join(t.periods.and)
}
