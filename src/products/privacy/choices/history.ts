import { fullName, personRecord } from '#products/school/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { type Choice, type Choices, choicesOf } from './choices.ts'

/** Who decided; nobody when that person is gone or is one whom I may not know. */
type By = { readonly id: string; readonly name: string } | null

/** The decisions about one thing, the newest first, each with who took it. */
export const historyOf = async <About extends keyof Choices>(
  work: Work,
  about: About,
): Promise<(Omit<Choice<About>, 'by'> & { readonly by: By })[]> => {
  const choices = await choicesOf(work, about)
  const ids = [...new Set(choices.flatMap(({ by }) => by ?? []))]
  const rows =
    ids.length === 0 ? [] : await work.db.selectFrom('person').select(['id', 'record']).where('id', 'in', ids).execute()
  const opened = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  const people = new Map(opened.map(({ id, record }) => [id, { id, name: fullName(record) }]))
  return choices.map((choice) => ({ ...choice, by: people.get(choice.by ?? '') ?? null }))
}
