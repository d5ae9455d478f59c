import { capital, clock as clockWord, dayLong, type Language } from '#shared/language/index.ts'
import { Stack, Strong, Text, TimeLeft } from '#shared/ui/index.ts'
import type { Clock } from './clocks.ts'
import type { IncidentTexts } from './texts.ts'

export type Words = { readonly t: IncidentTexts; readonly language: Language }

/** "nog 31 uur, uiterlijk zondag 29 november, 9.12 uur". */
export const clockSaid = ({ t, language }: Words, { whom, due, hours, left }: Clock): string => {
  if (whom === 'people') return t.clocks.soon(Math.max(hours - left - 1, 0))
  const until = t.clocks.until(dayLong(language, due), clockWord(language, due))
  return `${left < 0 ? t.clocks.late(-left) : t.clocks.left(left)}, ${until}`
}

const toneOf = ({ left, hours }: Clock) => (left < 0 ? 'alert' : left * 3 < hours ? 'late' : 'quiet')

/** One clock, as a sentence with a picture of what is left; or what was decided. */
export const ClockLine = (words: Words & { readonly clock: Clock; readonly named?: boolean }) => {
  const { t, language, clock, named } = words
  const { whom, decided, hours, left } = clock
  const name = t.clocks.whom[whom]
  if (decided) {
    const day = dayLong(language, decided.at)
    return (
      <Text
        small
      >{`${name}: ${decided.told ? t.clocks.told(day, clockWord(language, decided.at)) : t.clocks.not(day)}`}</Text>
    )
  }
  const said = clockSaid(words, clock)
  return (
    <Stack gap="tight">
      {named && <Strong>{name}</Strong>}
      <TimeLeft
        text={named ? capital(said) : `${name}: ${said}`}
        left={Math.max(left, 0)}
        of={hours}
        tone={toneOf(clock)}
      />
    </Stack>
  )
}
