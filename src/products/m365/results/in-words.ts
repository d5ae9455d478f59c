import { type Language, number } from '#shared/language/index.ts'
import type { HeatCell } from '#shared/ui/index.ts'
import { percentOf, type Result, stepOf, type Test } from './figures.ts'
import type { ResultTexts } from './texts.ts'

export type InWords = { readonly t: ResultTexts; readonly language: Language }

/** A result in full: "48 van 60", "IV", "niet ingeleverd". */
export const resultInWords = (
  { state, score, level }: Pick<Result, 'state' | 'score' | 'level'>,
  { t, language }: InWords,
) => {
  if (state === 'missing') return t.missingLabel
  if (state === 'to-do') return t.toDo
  if (state === 'handed-in') return t.handedInLabel
  if (score) {
    const said = t.outOf(number(language, score.value), number(language, score.max))
    return level ? `${said} (${level})` : said
  }
  return level ?? t.handedInLabel
}

/** A result as a cell of a heat table: a share of the scale in percent, a level, or that it is missing. */
export const cellOf = (test: Test, result: Result, look: boolean, words: InWords): HeatCell => {
  const { t } = words
  const label = resultInWords(result, words)
  if (result.state === 'missing') return { text: t.missingCell, kind: 'missing', label }
  const percent = percentOf(result)
  if (percent === null) return { text: result.level ?? t.handedIn, label }
  const text = result.score ? String(percent) : result.level!
  return { text, step: stepOf(percent, test.goal), label, ...(look ? { kind: 'look' as const } : {}) }
}
