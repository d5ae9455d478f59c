import { capital, clockShort, dayLong, type Language, number } from '#shared/language/index.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import type { Alarm } from './queries.ts'
import type { AlarmTexts } from './texts.ts'

export type Words = { readonly t: AlarmTexts; readonly language: Language }

/** "62 dossiers binnen een uur". */
export const whatInWords = ({ t, language }: Words, { kind, files, subject }: Alarm): string =>
  kind === 'outside' ? t.kinds.outside(subject?.name ?? t.hiddenName) : t.kinds[kind](number(language, files))

/** "Dinsdag 24 november, 9.12 tot 9.48", or one moment. */
export const whenInWords = ({ t, language }: Words, { from, to }: Alarm): string => {
  const day = capital(dayLong(language, from))
  const [begin, end] = [clockShort(language, from), clockShort(language, to)]
  if (dayOf(from) !== dayOf(to)) return `${t.between(day, begin, `${dayLong(language, to)} ${end}`)}`
  return begin === end ? `${day}, ${begin}` : t.between(day, begin, end)
}
