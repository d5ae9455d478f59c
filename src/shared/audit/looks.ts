import { type RawBuilder, type SqlBool, sql } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'

/** One time that somebody opened somebody's data: who, in which role, where, of whom and which kinds. */
export type Look = {
  readonly id: string
  readonly at: Date
  /** Where this line stands among the others; give it back to go on after it. */
  readonly cursor: string
  /** Nobody for a job, a command, or a page that a code opens. */
  readonly viewer: string | null
  readonly role: string | null
  readonly place: string
  readonly subjects: readonly string[]
  readonly kinds: readonly string[]
  /** Whose page it was, where it was one person's. */
  readonly about: string | null
}

export type Wanted = {
  /** Of whom: the ids of one person, who may stand in older lines under another one. */
  readonly subjects?: readonly string[] | undefined
  /** By whom, likewise. */
  readonly viewers?: readonly string[] | undefined
  /** Whose looks are left out. */
  readonly butNot?: readonly string[] | undefined
  readonly from?: Date | undefined
  /** Up to, and not with, this moment. */
  readonly until?: Date | undefined
  readonly after?: string | undefined
}

const CURSOR = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6})_([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/

/** Whether a text is a place in the list: what comes from an address is asked first. */
export const isCursor = (text: string): boolean => CURSOR.test(text)

type Where = readonly [at: string, id: string, viewer: string]

/** What both indexes hold: moment, line and viewer. */
const within = ({ viewers, butNot, from, until, after }: Wanted, [at, id, who]: Where): RawBuilder<SqlBool> => {
  const cursor = CURSOR.exec(after ?? '')
  const parts: RawBuilder<SqlBool>[] = [sql`true`]
  // One is asked for as one: the index then gives the lines in order.
  if (viewers)
    parts.push(
      viewers.length === 1 ? sql`${sql.ref(who)} = ${viewers[0]}` : sql`${sql.ref(who)} = any(${viewers}::uuid[])`,
    )
  if (butNot?.length) parts.push(sql`(${sql.ref(who)} is null or ${sql.ref(who)} <> all(${butNot}::uuid[]))`)
  if (from) parts.push(sql`${sql.ref(at)} >= ${from}`)
  if (until) parts.push(sql`${sql.ref(at)} < ${until}`)
  if (cursor) {
    const moment = sql`${cursor[1]}::timestamp at time zone 'UTC'`
    parts.push(sql`(${sql.ref(at)}, ${sql.ref(id)}) < (${moment}, ${cursor[2]}::uuid)`)
  }
  return sql`(${sql.join(parts, sql` and `)})`
}

const OF_LINE: Where = ['audit_line.at', 'audit_line.id', 'audit_line.person_id']

const columns = [
  'audit_line.id',
  'audit_line.at',
  'audit_line.person_id as viewer',
  'audit_line.role',
  'audit_line.place',
  'audit_line.subjects',
  'audit_line.kinds',
  'audit_line.about',
] as const
const cursor =
  sql<string>`to_char(audit_line.at at time zone 'UTC', 'YYYY-MM-DD HH24:MI:SS.US') || '_' || audit_line.id`.as(
    'cursor',
  )

/** The lines of the last minute, which are in no index yet. */
const waiting = (work: Work, wanted: Wanted) =>
  work.db
    .selectFrom('audit_line')
    .select([...columns, cursor])
    .where(sql<boolean>`action = 'opened' and sequence is null`)
    .where(within(wanted, OF_LINE))
    .$if(wanted.subjects !== undefined, (query) => query.where(sql<boolean>`subjects && ${wanted.subjects}::uuid[]`))

const chained = (work: Work, wanted: Wanted) =>
  work.db
    .selectFrom('audit_line')
    .select([...columns, cursor])
    // Written out, so that the indexes serve it whatever is asked.
    .where(sql<boolean>`action = 'opened' and sequence is not null`)
    .where(within(wanted, OF_LINE))

/** Of one person: walked through in the index per subject, and only the lines of one page are fetched. */
const ofSubject = (work: Work, subject: string, wanted: Wanted, most: number) =>
  work.db
    .selectFrom((eb) =>
      eb
        .selectFrom('disclosure_subject as seen')
        .select(['seen.line_id', 'seen.at'])
        .where('seen.subject_id', '=', subject)
        .where(within(wanted, ['seen.at', 'seen.line_id', 'seen.viewer_id']))
        .orderBy('seen.at', 'desc')
        .orderBy('seen.line_id', 'desc')
        .limit(most)
        .as('found'),
    )
    .innerJoin('audit_line', 'audit_line.id', 'found.line_id')
    .select([...columns, cursor])

/**
 * Who looked, the newest first, `most` at a time: of a person, by a person, in a period, or all together. Answers within a
 * second over ten million lines (`bin/bench disclosures`): it goes on after a cursor and never counts pages. A look is here
 * from the moment the answer left, also before the minute's chaining.
 */
export const findLooks = async (work: Work, wanted: Wanted, most: number): Promise<Look[]> => {
  const { subjects } = wanted
  const old = subjects ? subjects.map((one) => ofSubject(work, one, wanted, most)) : [chained(work, wanted)]
  const queries = [waiting(work, wanted), ...old].map((query) =>
    query.orderBy('audit_line.at', 'desc').orderBy('audit_line.id', 'desc').limit(most).execute(),
  )
  // The waiting first: a line that is chained in between is then found twice, and never not at all.
  const rows = new Map((await Promise.all(queries)).flat().map((row) => [row.id, row]))
  return [...rows.values()].sort((one, other) => (one.cursor < other.cursor ? 1 : -1)).slice(0, most)
}

export type WantedSubjects = Pick<Wanted, 'viewers'> & {
  readonly from: Date
  readonly until: Date
  /** On these pages, as the log names them; everywhere, unless said. */
  readonly places?: readonly string[] | undefined
  /** Only looks with one of these kinds. */
  readonly kinds?: readonly string[] | undefined
}

/** Everybody of whom something was opened, with the kinds of those looks: by whom, where, in which period. */
export const subjectsOpened = async (work: Work, wanted: WantedSubjects): Promise<Map<string, Set<string>>> => {
  const { places, kinds } = wanted
  // What waits first, as above: between the two nothing is lost.
  const found = ['sequence is null', 'sequence is not null'].map((state) =>
    work.db
      .selectFrom('audit_line')
      .select([sql<string>`unnest(subjects)`.as('subject'), 'kinds'])
      .distinct()
      .where(sql<boolean>`action = 'opened' and ${sql.raw(state)}`)
      .where(within(wanted, OF_LINE))
      .$if(places !== undefined, (query) => query.where(sql<boolean>`place = any(${places}::text[])`))
      .$if(kinds !== undefined, (query) => query.where(sql<boolean>`kinds && ${kinds}::text[]`))
      .execute(),
  )
  const subjects = new Map<string, Set<string>>()
  for (const row of (await Promise.all(found)).flat())
    subjects.set(row.subject, new Set([...(subjects.get(row.subject) ?? []), ...row.kinds]))
  return subjects
}

/** When the supplier or a partner last opened something under one of these ids since a moment; nothing when nobody did. */
export const lastLookOfSupplier = async (
  work: Work,
  subjects: readonly string[],
  since: Date,
): Promise<Date | null> => {
  const row = await work.db
    .selectFrom('audit_line')
    .select('at')
    .where(sql<boolean>`action = 'opened' and role in ('supplier', 'supplier-support', 'partner')`)
    .where('at', '>=', since)
    .where(sql<boolean>`subjects && ${subjects}::uuid[]`)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row?.at ?? null
}

/** Who opened something on which page between two moments, once each: for counting, never to be shown. */
export const pagesUsed = (work: Work, from: Date, until: Date) =>
  work.db
    .selectFrom('audit_line')
    .select(['person_id as person', 'role', 'place'])
    .distinct()
    .where(sql<boolean>`action = 'opened' and sequence is not null and person_id is not null and role is not null`)
    .where('at', '>=', from)
    .where('at', '<', until)
    .execute()
