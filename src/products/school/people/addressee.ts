import type { Language } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { personRecord } from './personal-data.ts'

/** Where mail for somebody goes, and in which language they read. */
export type Addressee = { readonly to: string; readonly language: Language }

/** Somebody's mail address, and the language of the last sign-in; nothing without an address. For a job. */
export const addressee = async (work: Work, person: string): Promise<Addressee | null> => {
  const rows = await work.db
    .selectFrom('person')
    .select(['id', 'record'])
    .select(({ selectFrom }) =>
      selectFrom('session')
        .select('session.language')
        .whereRef('session.person_id', '=', 'person.id')
        .orderBy('session.seen_at', 'desc')
        .limit(1)
        .as('language'),
    )
    .where('id', '=', person)
    .where('state', '=', 'active')
    .execute()
  const [found] = await work.open(rows, { record: reading(personRecord, 'id', 'email') })
  return found?.record.email ? { to: found.record.email, language: (found.language as Language) ?? 'nl' } : null
}
