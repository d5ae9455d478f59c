import { sql } from 'kysely'
import { dayOf, type Work } from '#shared/tenancy/work.ts'
import { holdChain } from './chain.ts'

/** A closed month's lines are kept for a year after it; they go together, so that its checkpoint stands for them. */
const KEPT_MONTHS = 12

/** The newest month, as its first day, of which the lines may be gone on a day (`YYYY-MM-DD`). */
export const lastExpired = (today: string): string => {
  const months = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1 - KEPT_MONTHS - 1
  return `${Math.floor(months / 12)}-${String((months % 12) + 1).padStart(2, '0')}-01`
}

/** The lines' places in the index per subject: found by its key, subject by subject. */
const forgetSubjects = (work: Work, sequence: number) =>
  work.db
    .deleteFrom('disclosure_subject')
    .using('audit_line as line')
    .where('line.sequence', '<=', sequence)
    .whereRef('disclosure_subject.line_id', '=', 'line.id')
    .whereRef('disclosure_subject.at', '=', 'line.at')
    .where('disclosure_subject.subject_id', '=', sql<string>`any(line.subjects)`)
    .execute()

/** Today; but a demo that plays a later day keeps its log, which who verifies it would miss. */
const dayOn = ({ today, wall }: Work): string => (dayOf(wall) < today ? dayOf(wall) : today)

/** The number of the last line that may be gone today; nothing when none may. */
const lastToGo = async (work: Work): Promise<number | null> => {
  const checkpoint = await work.db
    .selectFrom('audit_checkpoint')
    .select('sequence')
    .where('month', '<=', lastExpired(dayOn(work)))
    .orderBy('month', 'desc')
    .limit(1)
    .executeTakeFirst()
  return checkpoint?.sequence ?? null
}

/** How many lines may go today. */
export const countExpired = async (work: Work): Promise<number> => {
  const last = await lastToGo(work)
  if (last === null) return 0
  const row = await work.db
    .selectFrom('audit_line')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('sequence', '<=', last)
    .executeTakeFirstOrThrow()
  return Number(row.count)
}

/** Deletes the lines, and with them their index per subject, of months that ended more than a year ago. Answers how many. */
export const expireLines = async (work: Work): Promise<number> => {
  await holdChain(work)
  const last = await lastToGo(work)
  if (last === null) return 0
  await forgetSubjects(work, last)
  const { numDeletedRows } = await work.db
    .deleteFrom('audit_line')
    .where('sequence', '<=', last)
    .executeTakeFirstOrThrow()
  return Number(numDeletedRows)
}
