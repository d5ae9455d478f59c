import { clock, type Language, pick } from '#shared/language/index.ts'
import { identityTexts } from './texts.ts'

/** Why a guess was not looked at and when it will be: in seconds, or as a time of day when that is further away. */
export const waitWords = (language: Language, now: Date, until: Date): string => {
  const t = pick(language, identityTexts)
  const seconds = Math.ceil((until.getTime() - now.getTime()) / 1_000)
  return seconds <= 90 ? t.waitSeconds(seconds) : t.waitUntil(clock(language, until))
}
