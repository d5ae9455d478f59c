import { clock, type Language, pick } from '#shared/language/index.ts'
import { forgottenTexts } from './forgotten/texts.ts'
import { identityTexts } from './texts.ts'

/** Why a guess was not looked at and when it will be: in seconds, or as a time of day when that is further away. */
export const waitWords = (language: Language, now: Date, until: Date): string => {
  const t = pick(language, identityTexts)
  const seconds = Math.ceil((until.getTime() - now.getTime()) / 1_000)
  return seconds <= 90 ? t.waitSeconds(seconds) : t.waitUntil(clock(language, until))
}

/** When another mail may be asked for, and that the last one still works. */
export const mailWaitWords = (language: Language, now: Date, until: Date): string => {
  const t = pick(language, forgottenTexts)
  const seconds = Math.ceil((until.getTime() - now.getTime()) / 1_000)
  return t.wait(seconds <= 90 ? t.seconds(seconds) : t.minutes(Math.ceil(seconds / 60)))
}
