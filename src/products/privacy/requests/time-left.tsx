import { dayLong, type Language, number } from '#shared/language/index.ts'
import { TimeLeft } from '#shared/ui/index.ts'
import { daysUntil } from './clock.ts'
import type { RequestWords } from './texts.ts'

type Props = { words: RequestWords; language: Language; receivedOn: string; dueOn: string; left: number }

/** "Nog 5 dagen, uiterlijk maandag 30 november". */
export const saidOf = (words: RequestWords, language: Language, one: { dueOn: string; left: number }): string => {
  const { dueOn, left } = one
  const days = number(language, Math.abs(left))
  const said = left < 0 ? words.late(days, left === -1) : left === 0 ? words.lastDay : words.left(days, left === 1)
  return `${said}, ${words.until(dayLong(language, dueOn))}`
}

/** How much time a request has left, in words and as a calm bar. */
export const RequestClock = ({ words, language, receivedOn, dueOn, left }: Props) => (
  <TimeLeft
    text={saidOf(words, language, { dueOn, left })}
    left={Math.max(left, 0)}
    of={daysUntil(receivedOn, dueOn)}
    tone={left < 0 ? 'alert' : left <= 7 ? 'late' : 'quiet'}
  />
)
