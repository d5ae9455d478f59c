import { namesWithRoleToday } from '#products/school/index.ts'
import { giveItem, takeItemBack } from '#shared/attention/item.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { teamRoles } from '../rules.ts'

export const MODULE = 'must-reads'

/** The topic under which its pages change. */
export const topicOf = (id: string): string => `must-read/${id}`

type Running = { readonly id: string; readonly version: number; readonly due_on: string }

/** Puts it in the lists of these people, as something to do by its day. */
export const give = async (work: Work, { id, due_on }: Running, readers: readonly string[]): Promise<void> =>
  giveItem(work, {
    module: MODULE,
    subject: id,
    readers,
    class: 'answer',
    answerBy: due_on,
    // It stays until it is read, also after its day.
    until: new Date(work.now.getTime() + 366 * 86_400_000),
  })

/** The names of those who hold one of these roles today. */
export const peopleAsked = (work: Work, roles: readonly string[]) =>
  namesWithRoleToday(
    work,
    teamRoles.filter((role) => roles.includes(role)),
  )

/** Asks these people for the newest version; who was asked already is not asked again. Answers who is new. */
export const ask = async (work: Work, running: Running, people: readonly string[]): Promise<string[]> => {
  if (people.length === 0) return []
  const rows = await work.db
    .insertInto('must_read_reading')
    .values(
      people.map((person_id) => ({
        must_read_id: running.id,
        version: running.version,
        person_id,
        asked_at: work.now,
      })),
    )
    .onConflict((same) => same.doNothing())
    .returning('person_id')
    .execute()
  const asked = rows.map(({ person_id }) => person_id)
  await give(work, running, asked)
  return asked
}

/** Whoever works here since, or has another role since, is asked too; of those who left nothing is asked any more. */
export const askWhoCame = async (work: Work): Promise<void> => {
  const open = await work.db
    .selectFrom('must_read')
    .select(['id', 'version', 'due_on', 'roles'])
    .where('closed_at', 'is', null)
    .execute()
  for (const { roles, ...running } of open) {
    const people = (await peopleAsked(work, roles)).map(({ id }) => id)
    await ask(work, running, people)
  }
}

/** Who has to confirm the newest version still, of those who work here today. */
export const notYet = async (
  work: Work,
  { id, version }: Pick<Running, 'id' | 'version'>,
  roles: readonly string[],
): Promise<string[]> => {
  const people = (await peopleAsked(work, roles)).map((one) => one.id)
  if (people.length === 0) return []
  const rows = await work.db
    .selectFrom('must_read_reading')
    .select('person_id')
    .where('must_read_id', '=', id)
    .where('version', '=', version)
    .where('confirmed_at', 'is', null)
    .where('person_id', 'in', oneOf(people))
    .execute()
  return rows.map(({ person_id }) => person_id)
}

/** Tells who has not read it yet once more, at most once a day. Answers how many; null when that happened today already. */
export const remind = async (work: Work, id: string): Promise<number | null> => {
  const row = await work.db
    .updateTable('must_read')
    .set({ reminded_on: work.today })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .where((or) => or.or([or('reminded_on', 'is', null), or('reminded_on', '<', work.today)]))
    .returning(['id', 'version', 'due_on', 'roles'])
    .executeTakeFirst()
  if (!row) return null
  const people = await notYet(work, row, row.roles)
  await takeItemBack(work, { module: MODULE, subject: id })
  await give(work, row, people)
  await work.audit('reminded', MODULE, people)
  return people.length
}
