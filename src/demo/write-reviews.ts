import { type Access, accessToday } from '#products/school/access-reviews/access.ts'
import { startReview } from '#products/school/access-reviews/deciding.ts'
import { hashOf, type Item } from '#products/school/access-reviews/queries.ts'
import { rolesGivenIn } from '#products/school/people/roles.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Part } from './part.ts'
import { demoId } from './random.ts'
import { staffId } from './staff.ts'

const DAYS = 86_400_000
const principal = staffId('vuurtoren', 'Anouk Visser')
const administrator = staffId('vuurtoren', 'Wim Postma')

/** Nobody reviews themselves: the administrator looks at the principal, the principal at everyone else. */
const reviewerOf = ({ person }: Access) => (person === principal ? administrator : principal)

/** Last year's record: everything stayed, but for a teacher who had helped out in the office. */
const writeRecord = async (work: Work, access: readonly Access[]) => {
  const review = demoId('access-review/vuurtoren/1')
  const at = new Date(work.now.getTime() - 350 * DAYS)
  const helped: Access = {
    person: staffId('vuurtoren', 'Pelle Dam'),
    kind: 'role',
    what: 'administrator',
    since: new Date(at.getTime() - 200 * DAYS).toISOString().slice(0, 10),
  }
  const roles = access.filter(({ kind }) => kind === 'role')
  const items: Item[] = [
    ...roles.map((one) => ({ ...one, decision: 'stays' as const, by: reviewerOf(one), at })),
    { ...helped, decision: 'ends', by: principal, at },
  ]
  const people = new Set(items.map(({ person }) => person)).size
  // The record is closed as soon as it is there: it comes first without its end.
  const record = { finished_by: principal, finished_at: at, people, ended: 1, left_open: 0, state_hash: hashOf(items) }
  const started = { id: review, started_by: principal, started_at: new Date(at.getTime() - 2 * DAYS) }
  await work.db.insertInto('access_review').values(started).execute()
  await work.db
    .insertInto('access_review_item')
    .values(
      items.map(({ person, by, at, ...one }) => ({
        ...one,
        review_id: review,
        person_id: person,
        decided_by: by,
        decided_at: at,
      })),
    )
    .execute()
  await work.db.updateTable('access_review').set(record).where('id', '=', review).execute()
}

/** The yearly review at De Vuurtoren: last year's record, and this year's half-way, by two people. */
export const writeReviews = async (work: Work, { organisation, staff }: Part): Promise<void> => {
  if (organisation.host !== 'vuurtoren') return
  await writeRecord(work, await accessToday(work, rolesGivenIn.school))
  const review = await startReview(work, 'school')
  const seen = staff.map(({ id }) => id).filter((id, index) => index % 2 === 0 && id !== principal)
  for (const [by, some] of [
    [principal, seen.slice(0, 4)],
    [administrator, seen.slice(4)],
  ] as const)
    await work.db
      .updateTable('access_review_item')
      .set({ decision: 'stays', decided_by: by, decided_at: work.now })
      .where('review_id', '=', review)
      .where('person_id', 'in', some)
      .where('kind', '!=', 'reader')
      .execute()
}
