import { fullName, personRecord } from '#products/school/index.ts'
import type { OfModule, Shown } from '#shared/access/attention.ts'
import { openItems } from '#shared/attention/item.ts'
import { oneOf } from '#shared/database/one-of.ts'
import { Me } from '#shared/identity/me.ts'
import type { Language } from '#shared/language/index.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { withoutAccountByChoice } from '../start/no-account.ts'

export type PaperLetter = { readonly person: string; readonly name: string; readonly things: readonly Shown[] }

/** Whom a thing waits for that no message can reach: no account, or one that they want to be rid of. */
const onPaper = async (work: Work): Promise<string[]> => {
  const rows = await work.db
    .selectFrom('attention_item')
    .select('person_id')
    .distinct()
    .where('told_at', 'is', null)
    .where('from_at', '<=', work.now)
    .where('until_at', '>', work.now)
    .where('answered_at', 'is', null)
    .execute()
  const people = rows.map(({ person_id }) => person_id)
  const accounts = await work.db
    .selectFrom('account_person')
    .select('person_id')
    .where('organisation_id', '=', work.organisation)
    .where('person_id', 'in', oneOf(people))
    .execute()
  const signsIn = new Set(accounts.map(({ person_id }) => person_id))
  const refuses = await withoutAccountByChoice(work)
  return people.filter((person) => !signsIn.has(person) || refuses.has(person))
}

/**
 * A letter for each of them, with what each module lets that reader see. The office sees no names that it may not know:
 * letters of a protected family are not in this list for whom that family is hidden from.
 */
export const paperLetters = async (
  work: Work,
  { site, language, attentions }: { site: Site; language: Language; attentions: readonly OfModule[] },
): Promise<PaperLetter[]> => {
  const rows = await work.db
    .selectFrom('person')
    .select(['id', 'record'])
    .where('id', 'in', oneOf(await onPaper(work)))
    .where('state', '=', 'active')
    .execute()
  const people = await work.open(rows, { record: reading(personRecord, 'id', 'givenName', 'prefix', 'surname') })
  const letters: PaperLetter[] = []
  for (const { id, record } of people) {
    const name = fullName(record)
    const reader = new Me({
      id,
      account: '',
      givenName: record.givenName,
      name,
      language,
      strong: false,
      roles: ['guardian'],
      accessVersion: 0,
    })
    const items = await openItems(work, id)
    const things: Shown[] = []
    for (const { module, show } of attentions) {
      const mine = items.filter((item) => item.module === module)
      if (mine.length > 0) things.push(...(await show({ work, me: reader, site, language, attentions }, mine)))
    }
    if (things.length > 0) letters.push({ person: id, name, things })
  }
  return letters.sort((one, other) => one.name.localeCompare(other.name, 'nl'))
}

/** These letters were posted: what stands in them is told. */
export const posted = async (work: Work, people: readonly string[]): Promise<void> => {
  await work.db
    .updateTable('attention_item')
    .set({ told_at: work.now })
    .where('person_id', 'in', oneOf(people))
    .where('told_at', 'is', null)
    .where('from_at', '<=', work.now)
    .execute()
  await work.audit('posted-letters', 'letters', people)
}
