import { randomUUID } from 'node:crypto'
import type { Me, Role } from '#shared/identity/me.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { endAssignment } from '../groups/queries.ts'
import { departIfNothingLeft } from '../leaving/changes.ts'
import { endReading } from '../people/protection.ts'
import { changeRoles, rolesGivenIn, rolesOf } from '../people/roles.ts'
import { namesOf } from '../rights/queries.ts'
import { accessToday, keyOf } from './access.ts'
import { findReview, hashOf, type Item, itemsOf, mayDecide, mayReviewSelf, REVIEW, seenOf } from './queries.ts'

/** Begins a review of everything there is today; answers the one that is under way when there is one. */
export const startReview = async (work: Work, kind: Site['kind']): Promise<string> => {
  const id = randomUUID()
  const begun = await work.db
    .insertInto('access_review')
    .values({ id, started_by: work.person, started_at: work.now })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!begun) {
    const { id: open } = await work.db
      .selectFrom('access_review')
      .select('id')
      .where('finished_at', 'is', null)
      .executeTakeFirstOrThrow()
    return open
  }
  const access = await accessToday(work, rolesGivenIn[kind])
  if (access.length > 0)
    await work.db
      .insertInto('access_review_item')
      .values(access.map(({ person, kind, what, since }) => ({ review_id: id, person_id: person, kind, what, since })))
      .execute()
  await work.audit('began-access-review', 'access-reviews')
  await work.notify(REVIEW)
  return id
}

/** Holds a review that is under way: one decision at a time. Answers false when it is not there or finished. */
const hold = async (work: Work, review: string): Promise<boolean> => {
  const row = await work.db
    .selectFrom('access_review')
    .select('id')
    .where('id', '=', review)
    .where('finished_at', 'is', null)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return row !== undefined
}

const endOne = async (work: Work, { person, kind, what }: Item): Promise<'done' | 'last-reader'> => {
  if (kind === 'group') await endAssignment(work, what, person)
  return kind === 'reader' ? endReading(work, what, person) : 'done'
}

/** Takes roles away at once, as on the page of roles; who has nothing left here leaves. */
const endRoles = async (work: Work, kind: Site['kind'], person: string, roles: readonly string[]) => {
  if (roles.length === 0) return 'done'
  const given: readonly Role[] = rolesGivenIn[kind]
  const held = (await rolesOf(work, [person])).get(person) ?? []
  const kept = held.filter((role) => given.includes(role) && !roles.includes(role))
  if ((await changeRoles(work, person, kept)) === 'last') return 'last'
  if (kept.length === 0) await departIfNothingLeft(work, [person])
  return 'done'
}

const note = (work: Work, review: string, { person, kind, what }: Item, decision: NonNullable<Item['decision']>) =>
  work.db
    .updateTable('access_review_item')
    .set({ decision, decided_by: work.person, decided_at: work.now })
    .where('review_id', '=', review)
    .where('person_id', '=', person)
    .where('kind', '=', kind)
    .where('what', '=', what)
    .execute()

export type Decided = 'done' | 'last' | 'last-reader' | 'other' | 'own' | 'none'

/**
 * Decides about everything of one person that I may decide about: what is named ends at once, the rest stays. Refuses to
 * end the last of the office (`last`) or the last who may see a protected person (`last-reader`), to decide about oneself
 * while somebody else could (`own`: four eyes), and what another one decided since the form was made (`other`).
 */
export const decide = async (
  work: Work,
  me: Me,
  at: { readonly review: string; readonly person: string; readonly kind: Site['kind'] },
  given: { readonly ends: readonly string[]; readonly seen: string },
): Promise<Decided> => {
  if (!(await hold(work, at.review)) || !(await namesOf(work, [at.person])).has(at.person)) return 'none'
  const items = (await itemsOf(work, at.review)).filter(({ person }) => person === at.person)
  const mine = items.filter((one) => mayDecide(me, one))
  if (mine.length === 0 || given.ends.some((key) => !mine.some((one) => keyOf(one) === key))) return 'none'
  if (at.person === me.id && !(await mayReviewSelf(work, me))) return 'own'
  const wanted = (one: Item) => (given.ends.includes(keyOf(one)) ? 'ends' : 'stays')
  if (given.seen !== seenOf(items)) {
    // The same form once more is no second decision.
    return mine.every((one) => one.by === me.id && (one.decision === 'gone' || one.decision === wanted(one)))
      ? 'done'
      : 'other'
  }
  const live = new Set(
    (await accessToday(work, rolesGivenIn[at.kind])).filter(({ person }) => person === at.person).map(keyOf),
  )
  const open = mine.filter(({ decision }) => decision !== 'ends' && decision !== 'gone')
  const ending = open.filter((one) => live.has(keyOf(one)) && wanted(one) === 'ends')
  const roles = ending.filter(({ kind }) => kind === 'role').map(({ what }) => what)
  for (const one of ending) if ((await endOne(work, one)) !== 'done') return 'last-reader'
  if ((await endRoles(work, at.kind, at.person, roles)) === 'last') return 'last'
  for (const one of open) await note(work, at.review, one, live.has(keyOf(one)) ? wanted(one) : 'gone')
  await work.audit('reviewed-access', 'access-reviews', [at.person])
  await work.notify(REVIEW)
  return 'done'
}

/**
 * Closes a review: what ended by itself in the meantime is noted so, what nobody decided about stays open in the record.
 * Finished twice is once. Refuses a review that is not there (`none`), and one in which nothing was decided (`nothing`).
 */
export const finishReview = async (
  work: Work,
  review: string,
  kind: Site['kind'],
): Promise<'done' | 'none' | 'nothing'> => {
  if (!(await hold(work, review))) return (await findReview(work, review))?.finished ? 'done' : 'none'
  const before = await itemsOf(work, review)
  if (before.every(({ decision }) => decision === null)) return 'nothing'
  const live = new Set((await accessToday(work, rolesGivenIn[kind])).map((one) => `${one.person} ${keyOf(one)}`))
  for (const one of before)
    if (one.decision === null && !live.has(`${one.person} ${keyOf(one)}`)) await note(work, review, one, 'gone')
  const items = await itemsOf(work, review)
  await work.db
    .updateTable('access_review')
    .set({
      finished_by: work.person,
      finished_at: work.now,
      people: new Set(items.filter(({ decision }) => decision !== null).map(({ person }) => person)).size,
      ended: items.filter(({ decision }) => decision === 'ends').length,
      left_open: items.filter(({ decision }) => decision === null).length,
      state_hash: hashOf(items),
    })
    .where('id', '=', review)
    .execute()
  await work.audit('finished-access-review', 'access-reviews')
  await work.notify(REVIEW)
  return 'done'
}
