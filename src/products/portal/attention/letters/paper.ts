import { dayLong, type Language } from '#shared/language/index.ts'
import type { LetterPart, OneLetter } from '#shared/paper/plain-letter.ts'
import type { PaperLetter } from './queries.ts'
import type { LetterTexts } from './texts.ts'

/** What waits for somebody, as words on paper. */
export const onPaper =
  ({ letter: t, urgent }: LetterTexts, language: Language, day: string) =>
  ({ name, things }: PaperLetter): OneLetter => ({
    title: t.title,
    to: name,
    line: t.line(dayLong(language, day, { year: true })),
    parts: [
      { text: t.text },
      ...things.flatMap((thing): LetterPart[] => [
        { heading: thing.title },
        { text: thing.body ? `${urgent}. ${thing.body}` : thing.text },
        ...(thing.answerBy ? [{ text: t.answerBy(dayLong(language, thing.answerBy)) }] : []),
      ]),
      { text: t.end },
    ],
  })
