import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { pseudonymOf } from '../windows/looking.ts'

/** Of more people than this a second employee gives it (PROMISES P32). */
const ALONE = 50

const DAY = 86_400_000

export type Wanted = { readonly from: string; readonly until: string }

export type Export = Wanted & {
  readonly id: string
  readonly people: number
  readonly askedBy: string
  readonly askedAt: Date
  readonly given: boolean
  /** `waits` for a second employee; `ready` to be fetched by who asked, for a day. */
  readonly state: 'waits' | 'ready' | 'over'
}

const windowsIn = (work: Work, { from, until }: Wanted) =>
  work.db
    .selectFrom('support_window_listed as listed')
    .innerJoin('organisation', 'organisation.id', 'listed.customer_id')
    .select(['listed.window_id', 'organisation.name', 'listed.opened_at', 'listed.ends_at', 'listed.closed_at'])
    .where('listed.supplier_id', '=', work.organisation)
    .where('listed.opened_at', '>=', new Date(`${from}T00:00:00Z`))
    .where('listed.opened_at', '<', new Date(Date.parse(`${until}T00:00:00Z`) + DAY))
    .orderBy('listed.opened_at')
    .execute()

/** The files that were asked for, the newest first. */
export const exportsOf = async (work: Work): Promise<Export[]> => {
  const rows = await work.db
    .selectFrom('support_export')
    .select(['id', 'from_on', 'until_on', 'people', 'asked_by', 'asked_at', 'given_at'])
    .orderBy('asked_at', 'desc')
    .limit(50)
    .execute()
  return rows.map((row) => {
    const over = row.asked_at.getTime() < work.now.getTime() - DAY
    const ready = row.people <= ALONE || row.given_at !== null
    return {
      id: row.id,
      from: row.from_on,
      until: row.until_on,
      people: row.people,
      askedBy: row.asked_by,
      askedAt: row.asked_at,
      given: row.given_at !== null,
      state: over ? 'over' : ready ? 'ready' : 'waits',
    }
  })
}

/** Asks for a file; the same form once more is the same one. Each window counts as a person: who it is, nobody here can tell. */
export const askFor = async (work: Work, me: Me, id: string, wanted: Wanted): Promise<void> => {
  const people = (await windowsIn(work, wanted)).length
  await work.db
    .insertInto('support_export')
    .values({ id, asked_by: me.id, asked_at: work.now, from_on: wanted.from, until_on: wanted.until, people })
    .onConflict((same) => same.columns(['organisation_id', 'id']).doNothing())
    .execute()
  await work.audit('asked-for-export', `support-exports/${id}`)
  await work.notify('support-exports')
}

/** The second yes. Refuses who asked. */
export const give = async (work: Work, me: Me, one: Export): Promise<'done' | 'own'> => {
  if (one.askedBy === me.id) return 'own'
  await work.db
    .updateTable('support_export')
    .set({ given_by: me.id, given_at: work.now })
    .where('id', '=', one.id)
    .where('given_at', 'is', null)
    .execute()
  await work.audit('gave-export', `support-exports/${one.id}`)
  await work.notify('support-exports')
  return 'done'
}

/** The lines of a file that is ready: windows by their pseudonym, never a person. No more than were counted when it was asked for. */
export const linesOf = async (work: Work, one: Export): Promise<string[][]> => {
  await work.db.updateTable('support_export').set({ fetched_at: work.now }).where('id', '=', one.id).execute()
  await work.audit('fetched-export', `support-exports/${one.id}`)
  return (await windowsIn(work, one))
    .slice(0, one.people)
    .map(({ window_id, name, opened_at, ends_at, closed_at }) => [
      pseudonymOf(window_id),
      name,
      opened_at.toISOString(),
      (closed_at ?? ends_at).toISOString(),
    ])
}
