import { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import { Field, TextArea } from '#shared/ui/index.ts'
import { typedIn } from '../typed.ts'
import type { ConsentWords } from '../words.ts'
import type { PurposeTexts } from './texts.ts'

export type Problems = Readonly<Record<string, string>>
export type Filled = { readonly typed: Typed; readonly problems: Problems }

/** The sentence for a field's problem. */
export const problemOf = (t: PurposeTexts, problems: Problems, name: string): string | undefined => {
  const code = problems[name]
  return code && t.problems[code as keyof PurposeTexts['problems']]
}

const title = z.string('title').min(3, 'title').max(60, 'title')
const text = z.string('text').min(20, 'text').max(600, 'text')
const orNothing = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((typed) => (typed === '' || typed === undefined ? null : typed), schema.nullable())

/** The words of a question as a form holds them. */
export const wordsFields = {
  nlTitle: title,
  nlText: text,
  enTitle: orNothing(title),
  enText: orNothing(text),
}

type WordsTyped = { nlTitle: string; nlText: string; enTitle: string | null; enText: string | null }

/** English is there as a whole or not at all. */
export const bothOrNone = ({ enTitle, enText }: WordsTyped) => (enTitle === null) === (enText === null)
export const englishProblem = { message: 'both', path: ['enTitle'] }

export const wordsOf = ({ nlTitle, nlText, enTitle, enText }: WordsTyped): ConsentWords => ({
  nl: { title: nlTitle, text: nlText },
  en: enTitle !== null && enText !== null ? { title: enTitle, text: enText } : null,
})

/** The fields of a question's words, filled with what was typed or with what stands. */
export const WordsFields = ({
  t,
  words,
  typed,
  problems,
}: Filled & { t: PurposeTexts; words: ConsentWords | undefined }) => (
  <>
    <Field
      name="nlTitle"
      label={t.nlTitle}
      maxLength={60}
      value={typedIn(typed, 'nlTitle') ?? words?.nl.title}
      error={problemOf(t, problems, 'nlTitle')}
    />
    <TextArea
      name="nlText"
      label={t.nlText}
      rows={5}
      maxLength={600}
      value={typedIn(typed, 'nlText') ?? words?.nl.text}
      error={problemOf(t, problems, 'nlText')}
    />
    <Field
      name="enTitle"
      label={t.enTitle}
      hint={t.enHint}
      optional
      maxLength={60}
      value={typedIn(typed, 'enTitle') ?? words?.en?.title}
      error={problemOf(t, problems, 'enTitle')}
    />
    <TextArea
      name="enText"
      label={t.enText}
      rows={5}
      optional
      maxLength={600}
      value={typedIn(typed, 'enText') ?? words?.en?.text}
      error={problemOf(t, problems, 'enText')}
    />
  </>
)
