import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { languageChoice } from '../personal-data.ts'
import type { LetterLanguage } from './languages.ts'

/** The language that was chosen for each of these people; nothing for who reads the school's own. */
export const languagesOf = async (
  work: Work,
  people: readonly string[],
): Promise<ReadonlyMap<string, LetterLanguage>> => {
  if (people.length === 0) return new Map()
  const rows = await work.db
    .selectFrom('letter_language')
    .select(['person_id', 'choice'])
    .where('person_id', 'in', oneOf(people))
    .execute()
  const opened = await work.open(rows, { choice: reading(languageChoice, 'person_id', 'language') })
  return new Map(opened.map((row) => [row.person_id, row.choice.language]))
}

/** Remembers in which language somebody reads letters. */
export const chooseLanguage = async (work: Work, person: string, language: LetterLanguage): Promise<void> => {
  const choice = await work.seal(languageChoice, { subject: person, row: person }, { language })
  await work.db
    .insertInto('letter_language')
    .values({ person_id: person, choice })
    .onConflict((conflict) => conflict.columns(['organisation_id', 'person_id']).doUpdateSet({ choice }))
    .execute()
}
