import { randomUUID } from 'node:crypto'
import { fullName, personRecord } from '#products/school/index.ts'
import type { OfModule, Shown } from '#shared/access/attention.ts'
import type { Item } from '#shared/attention/item.ts'
import { oneOf } from '#shared/database/one-of.ts'
import { withAccount } from '#shared/identity/accounts.ts'
import { Me } from '#shared/identity/me.ts'
import type { Language } from '#shared/language/index.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { withoutAccountByChoice } from '../start/no-account.ts'

type PaperThing = Shown & { readonly answerBy: string | null }
export type PaperLetter = { readonly person: string; readonly name: string; readonly things: readonly PaperThing[] }

/** What a letter holds: what waits and was told in no other way, or what left in a batch. */
const itemsOn = async (work: Work, batch: string | null): Promise<ReadonlyMap<string, Item[]>> => {
  const query = work.db
    .selectFrom('attention_item')
    .select(['person_id', 'module', 'subject_id', 'class', 'answer_by', 'from_at'])
    .orderBy('from_at', 'desc')
    .orderBy('id')
  const rows = await (batch
    ? query.where('letter_batch', '=', batch)
    : query
        .where('told_at', 'is', null)
        .where('from_at', '<=', work.now)
        .where('until_at', '>', work.now)
        .where('answered_at', 'is', null)
  ).execute()
  const found = new Map<string, Item[]>()
  for (const row of rows) {
    const item: Item = {
      module: row.module,
      subject: row.subject_id,
      class: row.class as Item['class'],
      answerBy: row.answer_by,
      from: row.from_at,
    }
    found.set(row.person_id, [...(found.get(row.person_id) ?? []), item])
  }
  return found
}

/** Those of these people whom no message can reach: no account, or one that they want to be rid of. */
const onlyOnPaper = async (work: Work, people: readonly string[]): Promise<string[]> => {
  const signsIn = await withAccount(work, people)
  const refuses = await withoutAccountByChoice(work)
  return people.filter((person) => !signsIn.has(person) || refuses.has(person))
}

/**
 * A letter for each of them, with what each module lets that reader see; with `batch` the letters that left together, as
 * they are now. The office sees no names that it may not know: letters of a protected family are not in this list for whom
 * that family is hidden from.
 */
export const paperLetters = async (
  work: Work,
  { site, language, attentions }: { site: Site; language: Language; attentions: readonly OfModule[] },
  batch: string | null = null,
): Promise<PaperLetter[]> => {
  const items = await itemsOn(work, batch)
  const readers = batch ? [...items.keys()] : await onlyOnPaper(work, [...items.keys()])
  const rows = await work.db
    .selectFrom('person')
    .select(['id', 'record'])
    .where('id', 'in', oneOf(readers))
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
    const things: PaperThing[] = []
    for (const { module, show } of attentions) {
      const mine = items.get(id)!.filter((item) => item.module === module)
      const shown = mine.length > 0 ? await show({ work, me: reader, site, language, attentions }, mine) : []
      const byId = new Map(mine.map((item) => [item.subject, item]))
      things.push(...shown.map((one) => ({ ...one, answerBy: byId.get(one.subject)?.answerBy ?? null })))
    }
    if (things.length > 0) letters.push({ person: id, name, things })
  }
  return letters.sort((one, other) => one.name.localeCompare(other.name, 'nl'))
}

/** How many people wait for a letter; nothing is opened. */
export const countOnPaper = async (work: Work): Promise<number> =>
  (await onlyOnPaper(work, [...(await itemsOn(work, null)).keys()])).length

/** These letters were printed and posted: what stands in them is told. Answers the batch. */
export const printed = async (work: Work, people: readonly string[]): Promise<string> => {
  const batch = randomUUID()
  await work.db
    .updateTable('attention_item')
    .set({ told_at: work.now, letter_batch: batch })
    .where('person_id', 'in', oneOf(people))
    .where('told_at', 'is', null)
    .where('from_at', '<=', work.now)
    .execute()
  await work.audit('posted-letters', `letters/${batch}`, people)
  return batch
}

/** They did not leave after all: they wait again. Answers false for a batch that is not there. */
export const notPrinted = async (work: Work, batch: string): Promise<boolean> => {
  const rows = await work.db
    .updateTable('attention_item')
    .set({ told_at: null, letter_batch: null })
    .where('letter_batch', '=', batch)
    .returning('person_id')
    .execute()
  if (rows.length === 0) return false
  await work.audit('took-letters-back', `letters/${batch}`, [...new Set(rows.map(({ person_id }) => person_id))])
  return true
}

export type Batch = { readonly id: string; readonly at: Date; readonly letters: number }

/** The letters that left lately, the newest first. */
export const lastBatches = async (work: Work): Promise<Batch[]> => {
  const rows = await work.db
    .selectFrom('attention_item')
    .select(({ fn }) => ['letter_batch', fn.max('told_at').as('at'), fn.count('person_id').distinct().as('letters')])
    .where('letter_batch', 'is not', null)
    .groupBy('letter_batch')
    .orderBy('at', 'desc')
    .limit(5)
    .execute()
  return rows.map(({ letter_batch, at, letters }) => ({ id: letter_batch!, at: at!, letters: Number(letters) }))
}
