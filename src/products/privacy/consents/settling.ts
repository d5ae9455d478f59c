import { sql } from 'kysely'
import { guardianIdsOf } from '#products/school/index.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Audience, Use } from './kinds.ts'
import { type About, type Standing, standingOf } from './standing.ts'
import { type ConsentChange, tellChanges } from './telling.ts'

/** The topic under which open pages hear that an answer, a question or an outcome changed. */
export const CONSENTS = 'consents'

/** The same on somebody's own page: only what is about their own children, since a moment alone tells something. */
export const consentsOf = (person: string): string => `${CONSENTS}/${person}`

/** One at a time per school: two guardians who answer at once must see each other's answer in the outcome. */
export const hold = (work: Work) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`consents ${work.organisation}`}, 0))`.execute(work.db)

const grantedNow = (work: Work, { purposes, pupils }: About) => {
  let query = work.db
    .selectFrom('consent_granted as granted')
    .innerJoin('consent_purpose as purpose', 'purpose.id', 'granted.purpose_id')
    .select(['granted.purpose_id', 'granted.pupil_id', 'purpose.template', 'purpose.audience'])
  if (purposes) query = query.where('granted.purpose_id', 'in', oneOf(purposes))
  if (pupils) query = query.where('granted.pupil_id', 'in', oneOf(pupils))
  return query.execute()
}

/** Rows that fit one statement. */
const AT_ONCE = 1_000

const keyOf = (purpose: string, pupil: string) => `${purpose} ${pupil}`

const given = ({ purpose, use, audience, pupil }: Standing): ConsentChange => ({
  purpose,
  use,
  audience,
  pupil,
  may: true,
})

/**
 * Tells modules for whom something may be used now, or no longer, since they were told last: after an answer, and for what
 * changes by itself (a guardian's authority, a birthday, a text, the end of a wait). Twice is once.
 */
export const settle = async (work: Work, about: Pick<About, 'purposes' | 'pupils'>): Promise<void> => {
  await hold(work)
  const may = (await standingOf(work, about)).filter((one) => one.may)
  const before = await grantedNow(work, about)
  const known = new Set(before.map((row) => keyOf(row.purpose_id, row.pupil_id)))
  const now = new Set(may.map((one) => keyOf(one.purpose, one.pupil)))
  const begun = may.filter((one) => !known.has(keyOf(one.purpose, one.pupil))).map(given)
  const over = before
    .filter((row) => !now.has(keyOf(row.purpose_id, row.pupil_id)))
    .map((row): ConsentChange => {
      const { purpose_id: purpose, template, audience, pupil_id: pupil } = row
      return { purpose, use: template as Use, audience: audience as Audience, pupil, may: false }
    })
  for (const [purpose, gone] of Map.groupBy(over, (one) => one.purpose))
    await work.db
      .deleteFrom('consent_granted')
      .where('purpose_id', '=', purpose)
      .where('pupil_id', 'in', oneOf(gone.map(({ pupil }) => pupil)))
      .execute()
  for (let at = 0; at < begun.length; at += AT_ONCE)
    await work.db
      .insertInto('consent_granted')
      .values(begun.slice(at, at + AT_ONCE).map(({ purpose, pupil }) => ({ purpose_id: purpose, pupil_id: pupil })))
      .execute()
  await tellChanges(work, [...over, ...begun])
  const changed = [...new Set([...over, ...begun].map(({ pupil }) => pupil))]
  if (changed.length === 0) return
  const readers = new Set([...changed, ...(await guardianIdsOf(work, changed))])
  for (const topic of [CONSENTS, ...[...readers].map(consentsOf)]) await work.notify(topic)
}
