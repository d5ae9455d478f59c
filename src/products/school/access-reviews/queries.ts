import { createHash } from 'node:crypto'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { othersRunTheOffice } from '../people/roles.ts'
import { principal } from '../people/rules.ts'
import { namesOf } from '../rights/queries.ts'
import type { Access } from './access.ts'

/** The topic under which a review changes: two people may be at it. */
export const REVIEW = 'access-review'

export type Item = Access & {
  readonly decision: 'stays' | 'ends' | 'gone' | null
  readonly by: string | null
  readonly at: Date | null
}

export type Review = {
  readonly id: string
  readonly startedBy: string | null
  readonly startedAt: Date
  readonly finished: {
    readonly by: string | null
    readonly at: Date
    readonly people: number
    readonly ended: number
    readonly open: number
    readonly hash: string
  } | null
}

const reviews = (work: Work) =>
  work.db
    .selectFrom('access_review')
    .select([
      'id',
      'started_by',
      'started_at',
      'finished_by',
      'finished_at',
      'people',
      'ended',
      'left_open',
      'state_hash',
    ])
    .orderBy('started_at', 'desc')

const reviewOf = (row: Awaited<ReturnType<ReturnType<typeof reviews>['executeTakeFirstOrThrow']>>): Review => ({
  id: row.id,
  startedBy: row.started_by,
  startedAt: row.started_at,
  finished: row.finished_at && {
    by: row.finished_by,
    at: row.finished_at,
    people: row.people ?? 0,
    ended: row.ended ?? 0,
    open: row.left_open ?? 0,
    hash: row.state_hash ?? '',
  },
})

/** Every review, the newest first. */
export const listReviews = async (work: Work): Promise<Review[]> => (await reviews(work).execute()).map(reviewOf)

export const findReview = async (work: Work, id: string): Promise<Review | null> => {
  const row = await reviews(work).where('id', '=', id).executeTakeFirst()
  return row ? reviewOf(row) : null
}

/** Everything a review is about, by person. */
export const itemsOf = async (work: Work, review: string): Promise<Item[]> => {
  const rows = await work.db
    .selectFrom('access_review_item')
    .select(['person_id', 'kind', 'what', 'since', 'decision', 'decided_by', 'decided_at'])
    .where('review_id', '=', review)
    .orderBy('person_id')
    .orderBy('kind', 'desc')
    .orderBy('what')
    .execute()
  return rows.map((row) => ({
    person: row.person_id,
    kind: row.kind as Item['kind'],
    what: row.what,
    since: row.since,
    decision: row.decision as Item['decision'],
    by: row.decided_by,
    at: row.decided_at,
  }))
}

/** A hash of what was reviewed and decided: of ids, so that it can be computed again as long as the record is kept. */
export const hashOf = (items: readonly Item[]): string => {
  const lines = items.map(({ person, kind, what, since, decision, by, at }) =>
    [person, kind, what, since, decision ?? 'open', by ?? '-', at?.toISOString() ?? '-'].join(' '),
  )
  return createHash('sha256').update(lines.sort().join('\n')).digest('hex')
}

/** Up to which decision a form has seen: another one means that somebody else decided in the meantime. */
export const seenOf = (items: readonly Item[]): string =>
  String(Math.max(0, ...items.map(({ at }) => at?.getTime() ?? 0)))

/** Whether I may decide about this: who sees protected people is for the principal, as everywhere. */
export const mayDecide = (me: Me, { kind }: Pick<Item, 'kind'>): boolean => kind !== 'reader' || principal(me)

export type ReviewedPerson = {
  readonly id: string
  /** Nothing when I may not know who it is. */
  readonly name: string | null
  readonly items: readonly Item[]
  readonly done: boolean
  /** Whether there is something left here that I may decide. */
  readonly forMe: boolean
}

/** Whether somebody may review themselves: only where nobody else could. */
export const mayReviewSelf = async (work: Work, me: Me): Promise<boolean> => !(await othersRunTheOffice(work, me.id))

const collator = new Intl.Collator('nl')

/** The people of a review by name, each with what it is about and how far it is. */
export const peopleOf = async (work: Work, me: Me, items: readonly Item[]): Promise<ReviewedPerson[]> => {
  const byPerson = Map.groupBy(items, ({ person }) => person)
  const names = await namesOf(work, [...byPerson.keys()])
  const self = await mayReviewSelf(work, me)
  return [...byPerson]
    .map(([id, mine]) => ({
      id,
      name: names.get(id) ?? null,
      items: mine,
      done: mine.every(({ decision }) => decision !== null),
      forMe: names.has(id) && (id !== me.id || self) && mine.some((one) => one.decision === null && mayDecide(me, one)),
    }))
    .sort((one, other) => collator.compare(one.name ?? '', other.name ?? ''))
}

/** The names that the items speak of: groups, who decided, and those of `more`. */
export const wordsFor = async (work: Work, items: readonly Item[], more: readonly (string | null)[]) => {
  const groups = items.filter(({ kind }) => kind === 'group').map(({ what }) => what)
  const rows =
    groups.length === 0
      ? []
      : await work.db.selectFrom('school_group').select(['id', 'name']).where('id', 'in', groups).execute()
  const people = [...items.map(({ by }) => by), ...more]
  return {
    groups: new Map(rows.map(({ id, name }) => [id, name])),
    people: await namesOf(
      work,
      people.filter((one) => one !== null),
    ),
  }
}

export type Words = Awaited<ReturnType<typeof wordsFor>>

export type Standing = {
  readonly open: { readonly id: string; readonly done: number; readonly of: number } | null
  /** When the last one was finished. */
  readonly last: Date | null
  readonly founded: Date
}

/** How it stands with the yearly review. */
export const standing = async (work: Work): Promise<Standing> => {
  const found = await work.db
    .selectFrom('access_review')
    .select(['id', 'finished_at'])
    .orderBy('finished_at', 'desc')
    .execute()
  const { created_at } = await work.db
    .selectFrom('organisation')
    .select('created_at')
    .where('id', '=', work.organisation)
    .executeTakeFirstOrThrow()
  const open = found.find(({ finished_at }) => finished_at === null)
  const items = open ? await itemsOf(work, open.id) : []
  const people = [...Map.groupBy(items, ({ person }) => person).values()]
  const done = people.filter((some) => some.every(({ decision }) => decision !== null)).length
  return {
    open: open ? { id: open.id, done, of: people.length } : null,
    last: found.find(({ finished_at }) => finished_at !== null)?.finished_at ?? null,
    founded: created_at,
  }
}

/** Whether it is time again: a year after the last one, or a month after the school was founded. */
export const isDue = (now: Date, { last, founded }: Pick<Standing, 'last' | 'founded'>): boolean => {
  const due = new Date(last ?? founded)
  if (last) due.setUTCFullYear(due.getUTCFullYear() + 1)
  else due.setUTCMonth(due.getUTCMonth() + 1)
  return now > due
}
