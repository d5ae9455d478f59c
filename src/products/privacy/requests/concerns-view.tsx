import type { Typed } from '#shared/access/form.ts'
import { capital, type Language } from '#shared/language/index.ts'
import { Choice } from '#shared/ui/index.ts'
import { concerns, concernWords } from '#shared/vault/concern.ts'
import type { RequestWords } from './texts.ts'

type Props = { words: RequestWords; language: Language; typed: Typed; problems: Readonly<Record<string, string>> }

/** Which kinds of data or purposes a restriction or an objection is about; none is everything. */
export const Concerns = ({ words, language, typed, problems }: Props) => (
  <Choice
    name="concerns"
    legend={words.concerns.title}
    hint={words.concerns.hint}
    options={concerns.map((value) => ({ value, label: capital(concernWords[value]![language]) }))}
    chosen={[typed.concerns ?? []].flat()}
    error={problems.concerns && words.concerns.problem}
    columns={2}
    several
    optional
  />
)
