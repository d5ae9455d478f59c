import { sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import { exactly, hashOf, holdChain, type Line, lineColumns } from './chain.ts'
import { lastExpired } from './expiry.ts'

/**
 * `broken` is the number of the first line that is not as it was chained, or is missing; null when all is well.
 * `sequence` and `hash` are those of the last good line: kept elsewhere, they also prove that nobody put back a whole
 * older chain with its checkpoints, which nothing inside the database can show.
 */
export type Verified = {
  readonly lines: number
  readonly waiting: number
  readonly sequence: number
  readonly hash: string
  readonly broken: number | null
}

const AT_ONCE = 5_000

type Stored = Line & { sequence: number | null; hash: string | null }

const linesAfter = (work: Work, sequence: number): Promise<Stored[]> =>
  work.db
    .selectFrom('audit_line')
    .select([...lineColumns, exactly, 'sequence', 'hash'])
    .where('sequence', '>', sequence)
    .orderBy('sequence')
    .limit(AT_ONCE)
    .execute()

const checkpointsOf = async (work: Work) => {
  const rows = await work.db.selectFrom('audit_checkpoint').select(['month', 'sequence', 'hash']).execute()
  return {
    bySequence: new Map(rows.map((row) => [row.sequence, row])),
    last: Math.max(0, ...rows.map((row) => row.sequence)),
  }
}

/** Where the walk begins: before the first line, or at the checkpoint of a month whose lines have expired. */
const beginning = async (work: Work): Promise<{ sequence: number; hash: string }> => {
  const row = await work.db
    .selectFrom('audit_checkpoint')
    .select(['sequence', 'hash'])
    .where('month', '<=', lastExpired(work.today))
    .where((eb) =>
      eb.not(
        eb.exists(
          eb.selectFrom('audit_line').select('id').whereRef('audit_line.sequence', '<=', 'audit_checkpoint.sequence'),
        ),
      ),
    )
    .orderBy('month', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row ?? { sequence: 0, hash: '' }
}

/**
 * Walks the chain of an organisation: every line is numbered without a gap, has the hash that follows from the one
 * before it, passes the checkpoints and reaches the last one. Finds lines that were changed, dropped, put in another
 * order or cut off. Lines that wait for the next minute's chaining are counted only.
 */
export const verifyChain = async (work: Work): Promise<Verified> => {
  await holdChain(work)
  const checkpoints = await checkpointsOf(work)
  let { sequence, hash } = await beginning(work)
  const { count } = await work.db
    .selectFrom('audit_line')
    .select(sql<number>`count(*)::int`.as('count'))
    .where('sequence', 'is', null)
    .executeTakeFirstOrThrow()
  let lines = 0
  const result = (broken: number | null): Verified => ({ lines, waiting: count, sequence, hash, broken })
  for (let some = await linesAfter(work, sequence); some.length > 0; some = await linesAfter(work, sequence)) {
    for (const line of some) {
      const expected = hashOf(work, hash, sequence + 1, line)
      const checkpoint = checkpoints.bySequence.get(sequence + 1)
      const holds =
        line.sequence === sequence + 1 && line.hash === expected && (checkpoint?.hash ?? expected) === expected
      if (!holds) return result(sequence + 1)
      sequence += 1
      hash = expected
      lines += 1
    }
  }
  return result(sequence === checkpoints.last ? null : sequence + 1)
}
