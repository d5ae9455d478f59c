import { randomUUID } from 'node:crypto'
import { namesOf } from '#products/school/index.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Words } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { placeOf } from '../copy/document.ts'
import { answerBy, copyTopic, MAKE, REVIEWS } from '../copy/queries.ts'
import { releasedText } from '../personal-data.ts'
import { readAbout } from '../reading.ts'

const ALL = 1_000_000

/** Copies in which a text waits for the school, the oldest first. Nobody looks at texts about themselves or for themselves. */
const waiting = (work: Work, me: Pick<Me, 'id'>) =>
  work.db
    .selectFrom('data_copy')
    .innerJoin('person', 'person.id', 'data_copy.person_id')
    .select(['data_copy.id', 'data_copy.person_id', 'data_copy.asked_by', 'data_copy.asked_at'])
    .where('data_copy.state', '=', 'review')
    .where('data_copy.asked_by', '!=', me.id)
    .where('data_copy.person_id', '!=', me.id)
    .orderBy('data_copy.asked_at')

export type Waiting = {
  readonly id: string
  readonly about: { readonly id: string; readonly name: string }
  readonly askedBy: string
  readonly before: string
}

/** Whose copies wait, by whom they were asked and before which day they have to be answered. */
export const listWaiting = async (work: Work, me: Pick<Me, 'id'>, one?: string): Promise<Waiting[]> => {
  const rows = await (one ? waiting(work, me).where('data_copy.id', '=', one) : waiting(work, me)).execute()
  const names = await namesOf(
    work,
    rows.flatMap((row) => [row.person_id, row.asked_by]),
  )
  return rows.flatMap((row) => {
    const [about, asker] = [names.get(row.person_id), names.get(row.asked_by)]
    if (!about || !asker) return []
    const before = answerBy(row.asked_at)
    return [{ id: row.id, about: { id: row.person_id, name: about.name }, askedBy: asker.name, before }]
  })
}

/** Which wait, and before which day they have to be answered; opens nothing. */
export const daysWaiting = async (work: Work, me: Pick<Me, 'id'>) =>
  (await waiting(work, me).execute()).map(({ id, asked_at }) => ({ id, before: answerBy(asked_at) }))

export type Text = { readonly place: string; readonly what: Words; readonly label: Words; readonly text: string }

/** Exactly the texts of a copy that may name somebody else, and nothing besides. */
export const textsOf = async (work: Work, me: Pick<Me, 'id'>, copy: string): Promise<Text[] | null> => {
  const row = await waiting(work, me).where('data_copy.id', '=', copy).executeTakeFirst()
  if (!row) return null
  const question = { subject: row.person_id, asker: row.asked_by, account: null, known: new Map<string, string>() }
  const parts = await readAbout(work, question, { most: ALL, onlyWaiting: true })
  return parts.flatMap((part) =>
    part.lines.flatMap((line) =>
      line.told
        .filter((told) => told.waits)
        .map((told) => ({
          place: placeOf(part, line, told),
          what: part.declaration.what,
          label: told.label,
          text: told.words.nl,
        })),
    ),
  )
}

/** Lets a copy go on with these texts, each as it may go along or not at all. Answers false when another did so before. */
export const release = async (
  work: Work,
  me: Pick<Me, 'id'>,
  copy: string,
  released: ReadonlyMap<string, string | null>,
): Promise<boolean> => {
  const row = await waiting(work, me).where('data_copy.id', '=', copy).executeTakeFirst()
  if (!row) return false
  const done = await work.db
    .updateTable('data_copy')
    .set({ state: 'making', step: 1, reviewed_by: me.id, reviewed_at: work.now })
    .where('id', '=', copy)
    .where('state', '=', 'review')
    .executeTakeFirst()
  if (done.numUpdatedRows === 0n) return false
  const seal = await work.sealer([row.person_id])
  const rows = [...released].map(([place, text]) => {
    const id = randomUUID()
    return { id, copy_id: copy, place, released: seal(releasedText, { subject: row.person_id, row: id }, { text }) }
  })
  if (rows.length > 0) await work.db.insertInto('data_copy_text').values(rows).execute()
  await work.audit('reviewed-data-copy', 'my-data', [row.person_id])
  await work.notify(copyTopic(row.asked_by))
  await work.notify(REVIEWS)
  await work.enqueue(MAKE, { copy })
  return true
}
