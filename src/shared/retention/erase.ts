import { sql } from 'kysely'
import { removeFiles } from '#shared/files/jobs.ts'
import { accountOf, endAccountOf } from '#shared/identity/ending.ts'
import type { Words } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { allDeclarations } from '#shared/vault/declaration.ts'
import { type Catalogue, childrenFirst, readCatalogue } from './catalogue.ts'
import { heldUntil } from './holds.ts'
import { cutOff } from './periods.ts'
import { peopleOf, rulesOf } from './rules.ts'
import { anyTable, placesNaming, standsAt, walk } from './walk.ts'

/** Rows that stay, and the law that says so. */
export type Kept = { readonly table: string; readonly what: Words; readonly law: Words; readonly rows: number }

/**
 * What became of an erasure. Only `erased` changed anything: `unknown` for nobody of this organisation, `already` for who
 * was erased before, `held` while a legal hold lasts, `kept` while a law demands what it names. `account`: whether the
 * way to sign in went too, or stays because it is somebody elsewhere as well.
 */
export type Erasure =
  | {
      readonly outcome: 'erased'
      readonly rows: number
      readonly files: number
      readonly jobs: number
      readonly account: 'none' | 'stays' | 'erased'
      readonly kept: readonly Kept[]
    }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'already'; readonly on: Date }
  | { readonly outcome: 'held'; readonly until: string }
  | { readonly outcome: 'kept'; readonly kept: readonly Kept[] }

/** What is done with files whose row goes. */
type Drop = (files: readonly string[]) => Promise<void>

/** Rows about somebody, per table whose rows stay by its declaration. */
const staying = async (work: Work, catalogue: Catalogue, person: string): Promise<Kept[]> => {
  const kept: Kept[] = []
  for (const { table, what, stays } of allDeclarations()) {
    const path = stays && peopleOf(catalogue, table)[0]
    if (!path) continue
    const { query, end } = walk(anyTable(work), table, path.steps)
    const row = await query
      .select(sql<number>`count(*)::int`.as('rows'))
      .where(sql.ref(`${end}.${path.column}`), '=', person)
      .executeTakeFirstOrThrow()
    if (row.rows > 0) kept.push({ table, what, law: stays, rows: row.rows })
  }
  return kept
}

/** Rows about somebody that a law demands today, by the rules that name one. */
const demanded = async (work: Work, catalogue: Catalogue, person: string): Promise<Kept[]> => {
  const kept: Kept[] = []
  for (const { declaration, retention, steps, column, type, people } of rulesOf(catalogue)) {
    if (!retention.atLeast || !people[0]) continue
    const { query, end } = walk(anyTable(work), declaration.table, steps)
    const moment = retention.otherwise
      ? sql`coalesce(${sql.ref(`${end}.${column}`)}, ${sql.ref(`${end}.${retention.otherwise}`)})`
      : sql.ref(`${end}.${column}`)
    const over = cutOff(work.now, retention.atLeast.keep)
    const row = await query
      .select(sql<number>`count(*)::int`.as('rows'))
      .where(standsAt('t', placesNaming(anyTable(work), declaration.table, people[0], [person])))
      .where(sql<boolean>`(${moment} is null or ${moment} > ${type === 'date' ? over.day : over.moment})`)
      .executeTakeFirstOrThrow()
    const { table, what } = declaration
    if (row.rows > 0) kept.push({ table, what, law: retention.atLeast.law, rows: row.rows })
  }
  return kept
}

/** What the law keeps of somebody today: `demands` keeps the whole erasure waiting, `stays` stays after it. */
export const whatErasureKeeps = async (
  work: Work,
  person: string,
): Promise<{ readonly demands: readonly Kept[]; readonly stays: readonly Kept[] }> => {
  const catalogue = await readCatalogue(work)
  return { demands: await demanded(work, catalogue, person), stays: await staying(work, catalogue, person) }
}

/** Somebody whose row stays, since others refer to it without going with it: unreadable, and nowhere listed. */
const deletePerson = async (work: Work, person: string): Promise<number> => {
  await sql`savepoint erasing_person`.execute(work.db)
  try {
    const { numDeletedRows } = await work.db.deleteFrom('person').where('id', '=', person).executeTakeFirstOrThrow()
    await sql`release savepoint erasing_person`.execute(work.db)
    return Number(numDeletedRows)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === '23503')) throw error
    await sql`rollback to savepoint erasing_person`.execute(work.db)
    await work.db.updateTable('person').set({ state: 'left' }).where('id', '=', person).execute()
    return 0
  }
}

/** Subjects that are about nobody any more, with all that hangs on them and their keys; answers how many, and their files. */
const eraseLeftAlone = async (work: Work, catalogue: Catalogue) => {
  let rows = 0
  const files: string[] = []
  for (const { table, through, ownKey } of allDeclarations()) {
    if (!ownKey || !through) continue
    const [by, column] = through.split('.') as [string, string]
    const alone: { id: string }[] = await anyTable(work)
      .selectFrom(table)
      .select(`${table}.id`)
      .where(({ not, exists, selectFrom }) =>
        not(exists(selectFrom(by).select(`${by}.${column}`).whereRef(`${by}.${column}`, '=', `${table}.id`))),
      )
      .execute()
    const ids = alone.map(({ id }) => id)
    for (const { table: hangs, file } of allDeclarations()) {
      const lead = file && catalogue.leads.find((one) => one.table === hangs && one.to === table && one.follows)
      if (!lead || ids.length === 0) continue
      const gone: { file: string | null }[] = await anyTable(work)
        .deleteFrom(hangs)
        .where(lead.column, 'in', ids)
        .returning(sql<string | null>`${sql.ref(`${hangs}.${file}`)}`.as('file'))
        .execute()
      files.push(...gone.flatMap(({ file: name }) => name ?? []))
    }
    for (const id of ids) {
      await anyTable(work).deleteFrom(table).where('id', '=', id).execute()
      await work.destroyKey(id)
    }
    rows += ids.length
  }
  return { rows, files }
}

/**
 * Destroys the key of somebody and deletes every row that is about them, their files and their jobs, whatever module they
 * are of: the declarations and the foreign keys say which. Asks nothing: holds and laws are for the caller.
 */
export const eraseEverywhere = async (work: Work, catalogue: Catalogue, person: string, drop: Drop) => {
  const declared = new Map(allDeclarations().map((one) => [one.table, one]))
  const account = await accountOf(work, person)
  let [rows, files] = [0, 0]
  for (const table of childrenFirst(catalogue)) {
    const declaration = declared.get(table)
    if (!declaration || declaration.stays || table === 'person') continue
    for (const path of peopleOf(catalogue, table)) {
      const returned = <As extends string>(column: string | undefined, as: As) =>
        column ? sql<string | null>`${sql.ref(`${table}.${column}`)}`.as(as) : sql<null>`null`.as(as)
      const gone: { file: string | null; subject: string | null }[] = await anyTable(work)
        .deleteFrom(table)
        .where(standsAt(table, placesNaming(anyTable(work), table, path, [person])))
        .returning([returned(declaration.file, 'file'), returned(declaration.ownKey && 'id', 'subject')])
        .execute()
      for (const { subject } of gone) if (subject) await work.destroyKey(subject)
      rows += gone.length
      const dropped = gone.flatMap(({ file }) => file ?? [])
      if (dropped.length === 0) continue
      await drop(dropped)
      files += dropped.length
    }
  }
  const alone = await eraseLeftAlone(work, catalogue)
  if (alone.files.length > 0) await drop(alone.files)
  rows += alone.rows
  files += alone.files.length
  await work.destroyKey(person)
  rows += await deletePerson(work, person)
  const ended: 'none' | 'stays' | 'erased' = account ? await endAccountOf(work, account) : 'none'
  const jobs = await work.forgetJobs([person, ...(account && ended === 'erased' ? [account] : [])])
  return { rows, files, jobs, account: ended }
}

const erasedOn = async (work: Work, person: string): Promise<Date | null> => {
  const row = await work.db
    .selectFrom('vault_key')
    .select('destroyed_at')
    .where('subject_id', '=', person)
    .executeTakeFirst()
  return row?.destroyed_at ?? null
}

const isHere = async (work: Work, person: string): Promise<boolean> =>
  (await work.db.selectFrom('person').select('id').where('id', '=', person).forUpdate().executeTakeFirst()) !==
  undefined

/**
 * Erases somebody from this organisation, at once and for good: unreadable in the living system from this commit on, and
 * in every backup within 35 days at most. Other organisations stay whole; the account goes when it is nobody else.
 * `because` goes into the log: a word such as `request`, never personal data. Refuses, and changes nothing, for who was
 * erased before, is not of this organisation, is held, or whom a law still asks for (art. 17(3) GDPR; PROMISES P62).
 */
export const erasePerson = async (
  work: Work,
  person: string,
  { because }: { readonly because: string },
): Promise<Erasure> => {
  const on = await erasedOn(work, person)
  if (on) return { outcome: 'already', on }
  if (!(await isHere(work, person))) return { outcome: 'unknown' }
  const until = await heldUntil(work, person)
  if (until) return { outcome: 'held', until }
  const catalogue = await readCatalogue(work)
  const kept = await demanded(work, catalogue, person)
  if (kept.length > 0) return { outcome: 'kept', kept }
  const erased = await eraseEverywhere(work, catalogue, person, (files) => removeFiles(work, files))
  await work.audit('erased', because, [person])
  return { outcome: 'erased', ...erased, kept: await staying(work, catalogue, person) }
}
