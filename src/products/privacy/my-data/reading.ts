import type { Kysely, SelectQueryBuilder } from 'kysely'
import type { Work } from '#shared/tenancy/work.ts'
import {
  allDeclarations,
  type Declaration,
  type Field,
  type Kind,
  type Plain,
  type Source,
} from '#shared/vault/declaration.ts'
import { reading } from '#shared/vault/opening.ts'
import { inRow, type Named, type Told } from './telling.ts'

type Row = Readonly<Record<string, unknown>>
type AnyTables = Record<string, Record<string, unknown>>
type AnyTable = Kysely<AnyTables>
type Query = SelectQueryBuilder<AnyTables, string, Record<string, unknown>>

/** Whose data, and who asks: the person, or who has authority over them. */
export type Question = {
  readonly subject: string
  readonly asker: string
  /** The account of the asker, when they ask about themselves: nobody reads how another signs in. */
  readonly account: string | null
  /** Whom the asker knows already: themselves and their children. */
  readonly known: ReadonlyMap<string, string>
}

/** One row of a table about somebody, as they may read it. */
export type Line = {
  /** Where it stands, so that a text of it can be found again. */
  readonly key: string
  readonly source: Source
  readonly told: readonly Told[]
}

/** What one table holds about somebody; `count` counts also the lines that were not asked for. */
export type Part = { readonly declaration: Declaration; readonly lines: readonly Line[]; readonly count: number }

/**
 * How much is read: the newest lines of each table, all of it, only the texts that wait for the school, or only what is of
 * these kinds and names nobody else: nothing else is opened.
 */
export type How = { readonly most: number; readonly onlyWaiting?: boolean; readonly kinds?: ReadonlySet<Kind> }

/** What somebody did to rows about others or about the school: how often, and nothing of those rows. */
export type Deed = { readonly declaration: Declaration; readonly column: Plain; readonly count: number }

const DAY = 86_400_000
const ACCOUNT = 'account_person.account_id'
const MOMENT = /^(at|on_day)$|_(at|on)$/

const tables = (work: Work) => work.db as unknown as AnyTable
const declarationOf = (table: string) => allDeclarations().find((one) => one.table === table)!
const columnsOf = ({ columns }: Declaration) => Object.entries(columns)
const isShown = (column: Declaration['columns'][string]) =>
  'name' in column ? Object.values<Field>(column.fields).some(({ label }) => label) : column.label !== null

const isWanted = ({ kind, label }: Field, { onlyWaiting, kinds }: How) =>
  (!onlyWaiting || label?.mayNameOthers) && (!kinds || (kinds.has(kind) && label !== null && !label.mayNameOthers))

const mayWait = (column: Declaration['columns'][string]) =>
  'name' in column
    ? Object.values<Field>(column.fields).some(({ label }) => label?.mayNameOthers)
    : Boolean(column.label?.mayNameOthers)

/** The ids of rows in another table that are about somebody, as a part of a query: `guardianship.id` of this pupil. */
const idsThrough = (work: Work, through: string, subject: string): Query => {
  const [table, column] = through.split('.') as [string, string]
  const next = declarationOf(table)
  return tables(work)
    .selectFrom(table)
    .select(`${table}.${column}`)
    .where(whoIs(work, next, subject)) as Query
}

/** That a row is about somebody: by a column of its own, or along another table. */
const whoIs =
  (work: Work, declaration: Declaration, subject: string, also: readonly string[] = []) =>
  // biome-ignore lint/suspicious/noExplicitAny: tables are known by their declarations only
  (or: any) => {
    const { table, about, through } = declaration
    const own = through
      ? or(`${table}.${about}`, 'in', idsThrough(work, through, subject))
      : or(`${table}.${about}`, '=', subject)
    return or.or([own, ...also.map((column) => or(`${table}.${column}`, '=', subject))])
  }

const isShared =
  ({ now }: Work, { table, heldBack }: Declaration) =>
  // biome-ignore lint/suspicious/noExplicitAny: tables are known by their declarations only
  (is: any) =>
    heldBack
      ? is.or([
          is(`${table}.${heldBack.until}`, '<=', now),
          is(`${table}.${heldBack.since}`, '<=', new Date(now.getTime() - heldBack.days * DAY)),
        ])
      : is.lit(true)

const selectionOf = (work: Work, declaration: Declaration, { subject, account }: Question): Query | null => {
  const { table, about, through, alsoAbout = {} } = declaration
  const query = tables(work).selectFrom(table) as Query
  if (through === ACCOUNT) return account === null ? null : (query.where(`${table}.${about}`, '=', account) as Query)
  const also = through ? [] : Object.keys(alsoAbout)
  return query.where(whoIs(work, declaration, subject, also)).where(isShared(work, declaration)) as Query
}

/** Sealed columns are bound to the id of their row; where a row has none of its own, to whom it is about. */
const bindingOf = ({ columns, about }: Declaration) => ('id' in columns ? 'id' : about)

const opened = async (work: Work, declaration: Declaration, rows: readonly Row[], account: string | null, how: How) => {
  const sealed = columnsOf(declaration).filter(([, column]) => 'name' in column && isShown(column))
  if (sealed.length === 0) return rows
  const readings = Object.fromEntries(
    sealed.flatMap(([name, column]) => {
      const { fields } = column as { fields: Record<string, Field> }
      const wanted = Object.keys(fields).filter((field) => isWanted(fields[field]!, how))
      return wanted.length > 0 ? [[name, reading(column as never, bindingOf(declaration), ...(wanted as never[]))]] : []
    }),
  )
  if (Object.keys(readings).length === 0) return rows
  if (declaration.through === ACCOUNT) return work.openOfAccount(account!, rows, readings)
  return work.open(rows as never, readings) as Promise<Row[]>
}

/** The names of what columns refer to: groups, schools; never of people. */
const namesOf = async (work: Work, declaration: Declaration, rows: readonly Row[]): Promise<Named> => {
  const found = new Map<string, string | Date>()
  for (const [column, { label }] of columnsOf(declaration).filter(([, one]) => !('name' in one)) as [string, Plain][]) {
    if (!label?.refersTo || label.refersTo === 'person') continue
    const ids = [...new Set(rows.map((row) => row[column]).filter(Boolean))]
    if (ids.length === 0) continue
    const [table, name] = label.refersTo.split('.') as [string, string]
    const named = await tables(work).selectFrom(table).select(['id', name]).where('id', 'in', ids).execute()
    for (const one of named) found.set(one.id as string, one[name] as string | Date)
  }
  return found
}

const newestFirst = (query: Query, declaration: Declaration): Query => {
  const moment = columnsOf(declaration).find(([name, column]) => MOMENT.test(name) && !('name' in column))?.[0]
  return moment ? (query.orderBy(`${declaration.table}.${moment}`, 'desc') as Query) : query
}

const partOf = async (work: Work, declaration: Declaration, question: Question, how: How): Promise<Part | null> => {
  const selection = selectionOf(work, declaration, question)
  const asked = columnsOf(declaration).filter(([, column]) => (how.onlyWaiting ? mayWait(column) : isShown(column)))
  if (!selection || asked.length === 0) return null
  const { table } = declaration
  const rows = (await newestFirst(selection, declaration)
    .select(Object.keys(declaration.columns).map((name) => `${table}.${name}`))
    .select(({ fn }) => fn.countAll<number>().over().as('how_many'))
    .limit(how.most)
    .execute()) as Row[]
  if (rows.length === 0) return null
  const named = new Map([...(await namesOf(work, declaration, rows)), ...question.known])
  const lines = (await opened(work, declaration, rows, question.account, how)).map(
    (row, number): Line => ({
      key: String(row[bindingOf(declaration)] ?? number),
      source: typeof declaration.source === 'function' ? declaration.source(row) : declaration.source!,
      told: inRow(declaration, row, question, named).filter(
        ({ kind, waits }) => !how.kinds || (how.kinds.has(kind) && !waits),
      ),
    }),
  )
  return { declaration, lines: lines.filter(({ told }) => told.length > 0), count: Number(rows[0]!.how_many) }
}

/**
 * Everything the organisation holds about a person, read from the declarations alone: no table is known by name here, so
 * what a module adds tomorrow is in it (art. 15(1) GDPR; PROMISES P60, P61). What is about others in the same row is left
 * out; a text in which somebody else may be named waits for the school. Opening is noted like any other.
 */
export const readAbout = async (work: Work, question: Question, how: How): Promise<Part[]> => {
  const parts: Part[] = []
  for (const declaration of allDeclarations().filter(({ about }) => about !== 'nobody')) {
    const part = await partOf(work, declaration, question, how)
    if (part && part.lines.length > 0) parts.push(part)
  }
  return parts
}

/** What somebody did, table by table, in rows that are not about them: counted only, since the rows are of others. */
export const deedsOf = async (work: Work, { subject }: Question): Promise<Deed[]> => {
  const deeds: Deed[] = []
  for (const declaration of allDeclarations()) {
    const { table, about, alsoAbout = {} } = declaration
    for (const [name, column] of columnsOf(declaration)) {
      if ('name' in column || column.label?.refersTo !== 'person' || name === about || name in alsoAbout) continue
      const { many } = await tables(work)
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('many'))
        .where(`${table}.${name}`, '=', subject)
        .executeTakeFirstOrThrow()
      if (Number(many) > 0) deeds.push({ declaration, column, count: Number(many) })
    }
  }
  return deeds
}
