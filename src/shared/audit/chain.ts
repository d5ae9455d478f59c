import { sql } from 'kysely'
import { dayOf, type Work } from '#shared/tenancy/work.ts'

/** Lines chained in one transaction. */
export const AT_ONCE = 500

/** A line as it goes into the chain; `at` to the microsecond, as the database knows it. */
export type Line = {
  readonly id: string
  readonly at: Date
  readonly exactly: string
  readonly person_id: string | null
  readonly action: string
  readonly place: string
  readonly subjects: readonly string[]
  readonly kinds: readonly string[]
  readonly role: string | null
  readonly about: string | null
}

export const lineColumns = ['id', 'at', 'person_id', 'action', 'place', 'subjects', 'kinds', 'role', 'about'] as const
export const exactly = sql<string>`to_char(at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US')`.as('exactly')

/**
 * The hash of a line: HMAC-SHA-256, under a key of the organisation outside the database, of the hash before it and the
 * line with its number. So the chain of one organisation is no other's, and whoever can write in the database but has
 * not the key ring cannot make another chain that verifies. Lines from before role and page were kept have neither, and
 * the hash they were given.
 */
export const hashOf = (work: Work, previous: string, sequence: number, line: Line): string => {
  const { id, exactly, person_id, action, place, subjects, kinds, role, about } = line
  const since = role === null && about === null ? [] : [role, about]
  return work.hash(
    'audit-chain',
    JSON.stringify([previous, sequence, id, exactly, person_id, action, place, subjects, kinds, ...since]),
  )
}

/** One at a time per organisation: chaining, expiry and verifying. Ends with the transaction. */
export const holdChain = (work: Work) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`audit ${work.organisation}`}, 0))`.execute(work.db)

/** The first day of the month in which a moment falls in the Netherlands. */
const monthOf = (at: Date) => `${dayOf(at).slice(0, 7)}-01`

/** What a line that is now the last one leaves in its month's checkpoint. */
type Reached = { month: string; sequence: number; hash: string }

const lastReached = (work: Work): Promise<Reached | undefined> =>
  work.db
    .selectFrom('audit_checkpoint')
    .select(['month', 'sequence', 'hash'])
    .orderBy('sequence', 'desc')
    .limit(1)
    .executeTakeFirst()

/**
 * Numbers and chains up to 500 waiting lines and spreads the subjects of what was opened into the index per subject.
 * Whatever is waiting now gets the next numbers, in the order in which it was written: a line of a transaction that
 * commits later gets a later number, so that the chain never has to be broken open. A line belongs to the month it was
 * written in, or to a later one that had begun in the chain by then. Answers how many lines it chained.
 */
export const chainWaiting = async (work: Work): Promise<number> => {
  await holdChain(work)
  const lines = await work.db
    .selectFrom('audit_line')
    .select([...lineColumns, exactly])
    .where('sequence', 'is', null)
    .orderBy('at')
    .orderBy('id')
    .limit(AT_ONCE)
    .execute()
  if (lines.length === 0) return 0
  let { month, sequence, hash } = (await lastReached(work)) ?? { month: '', sequence: 0, hash: '' }
  const months = new Map<string, Reached>()
  const chained = lines.map((line) => {
    const own = monthOf(line.at)
    if (own > month) month = own
    sequence += 1
    hash = hashOf(work, hash, sequence, line)
    months.set(month, { month, sequence, hash })
    return { id: line.id, sequence, hash }
  })
  await store(work, chained)
  await spread(work, chained[0]!.sequence, sequence)
  await work.db
    .insertInto('audit_checkpoint')
    .values([...months.values()])
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'month'])
        .doUpdateSet((new_) => ({ sequence: new_.ref('excluded.sequence'), hash: new_.ref('excluded.hash') })),
    )
    .execute()
  return chained.length
}

type Chained = { id: string; sequence: number; hash: string }

const store = (work: Work, chained: readonly Chained[]) =>
  work.db
    .updateTable('audit_line')
    .from(
      sql<Chained>`unnest(${chained.map(({ id }) => id)}::uuid[], ${chained.map((one) => one.sequence)}::bigint[],
        ${chained.map((one) => one.hash)}::text[])`.as<'chained'>(sql`chained (id, sequence, hash)`),
    )
    .set((new_) => ({ sequence: new_.ref('chained.sequence'), hash: new_.ref('chained.hash') }))
    .whereRef('audit_line.id', '=', 'chained.id')
    .execute()

const spread = (work: Work, from: number, to: number) =>
  work.db
    .insertInto('disclosure_subject')
    .columns(['subject_id', 'at', 'line_id', 'viewer_id'])
    .expression((from_) =>
      from_
        .selectFrom('audit_line')
        .select([sql<string>`unnest(subjects)`.as('subject_id'), 'at', 'id', 'person_id'])
        .where('action', '=', 'opened')
        .where('sequence', '>=', from)
        .where('sequence', '<=', to),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute()
