import { dayLong } from '#shared/language/index.ts'
import type { Absence } from '../absences.ts'
import { absenceInWords, type Words } from '../in-words.ts'
import { type Problem, WORD_MAX } from './form.ts'
import type { Pupil } from './queries.ts'

/** The sentence for a field's problem code. */
export const problemSentences = (words: Words, problems: Readonly<Record<string, string>>): Record<string, string> => {
  const t = words.t.report.problems
  const sentence = (code: string) =>
    code === 'tooLong'
      ? t.tooLong(WORD_MAX)
      : code === 'unreadable'
        ? t.unreadable
        : code === 'whom'
          ? t.whom
          : t.choose
  return Object.fromEntries(Object.entries(problems).map(([field, code]) => [field, sentence(code)]))
}

/** The sentence for a period that cannot be. */
export const periodSentence = (words: Words, { field, code, day, next }: Problem): Record<string, string> => {
  const t = words.t.report.problems
  const long = (at: string | null | undefined) => (at ? dayLong(words.language, at) : '')
  const sentences = {
    choose: t.choose,
    past: t.past(long(day)),
    far: t.far,
    closed: next ? t.closed(long(day), long(next)) : t.closedLong,
    order: t.order,
    times: t.times,
  }
  return { [field]: sentences[code] }
}

/** The sentence for children who were reported already. */
export const alreadySentence = (words: Words, pupils: readonly Pupil[], blocking: readonly Absence[]): string =>
  blocking
    .map((one) =>
      words.t.report.problems.already(
        pupils.find(({ id }) => id === one.pupil)?.givenName ?? '',
        absenceInWords(one, words),
      ),
    )
    .join(' ')
