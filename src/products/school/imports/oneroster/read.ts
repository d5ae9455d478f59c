import { collectProblems, Refused } from '../problems.ts'
import type { Reading } from '../reading.ts'
import type { Roster } from '../roster/roster.ts'
import { buildRoster } from './build.ts'
import { living, withChanges, withoutLoose } from './delta.ts'
import { type Manifest, readManifest } from './manifest.ts'
import { readTable } from './read-table.ts'
import { type Known, schoolIn } from './school.ts'
import { type Row, type TableName, type Tables, tableNames } from './tables.ts'
import { tablesOf } from './write-tables.ts'
import type { Package } from './zip.ts'

export type OneRosterOptions = Known & {
  /** Keep `birthDate`: only where the school has switched birth dates on. Otherwise it is counted and dropped. */
  readonly birthDates: boolean
  readonly today: string
  /** The school as it is known here, asked for when a file holds changes only; null while there is none. */
  readonly current: () => Promise<Roster | null>
}

/**
 * Reads a OneRoster package of CSV files (1.1 or 1.2; standards.md 2.3) as the roster of this school. Never throws for what
 * is in it: that becomes a problem with the file, line and column. Keeps the allow-list of `tables.ts` and nothing else. A
 * package of changes (delta) is laid over the school as it is known; then the same rules hold.
 *
 * Strict: manifest, version, required columns and fields, ids once and references that lead somewhere, dates, grades, roles,
 * true and false, status. Laxer: column names in any case, extra columns (counted), separators and encodings, order.
 */
export async function readOneRoster(open: () => Promise<Package>, options: OneRosterOptions): Promise<Reading> {
  const problems = collectProblems()
  const dropped: Record<string, number> = {}
  let format: Reading['format'] = { kind: 'oneroster', version: null, changes: false }
  const nothing = () => ({ roster: null, guardians: [], format, dropped, problems: problems.list })
  try {
    const files = await open()
    const manifest = await readManifest(files, problems, dropped)
    const { version, modes } = manifest
    const isDelta = [...modes.values()].includes('delta')
    format = { kind: 'oneroster', version, changes: isDelta }
    const given: Partial<Record<TableName, readonly Row[]>> = {}
    for (const [table, mode] of modes) {
      const bytes = await files.get(`${table.toLowerCase()}.csv`)!()
      const rows = readTable(table, bytes, { version, birthDates: options.birthDates, problems, dropped })
      given[table] = living(table, rows, mode, problems)
    }
    if (problems.hasErrors()) return nothing()
    const building = { version, known: options, today: options.today, problems, dropped }
    if (!isDelta) {
      const built = buildRoster(given, { ...building, onlyYear: null, isWhole: (table) => modes.has(table) })
      return { ...built, format, dropped, problems: problems.list }
    }
    const { tables, current, key } = await laidOver(given, manifest, options)
    const isWhole = (table: TableName) => table === 'users' || table === 'classes' || modes.get(table) === 'bulk'
    const known = { brin: options.brin, schoolKey: key }
    const built = buildRoster(tables, { ...building, known, onlyYear: current.schoolYear, isWhole })
    return { ...built, format, dropped, problems: problems.list }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    problems.refuse(error)
    return nothing()
  }
}

/** The school as it is known, with the changes of the file in it. */
async function laidOver(given: Tables, { version, modes }: Manifest, options: OneRosterOptions) {
  const current = await options.current()
  if (current === null) throw new Refused('delta-first', 1, 'manifest.csv')
  const orgs = given.orgs ?? []
  const isNamed = orgs.some(({ values }) => values.type?.toLowerCase() === 'school')
  const key = isNamed ? schoolIn(orgs, options).key : options.schoolKey
  if (key === null) throw new Refused('delta-first', 1, 'manifest.csv')
  const known: Tables = tablesOf(current, version, { key, name: 'School' })
  const term = known.academicSessions!.at(-1)!.values.sourcedId!
  const tables: Partial<Record<TableName, readonly Row[]>> = {}
  for (const table of tableNames) {
    const rows = given[table] ?? []
    const isUnion =
      table === 'orgs' || table === 'academicSessions' || table === 'courses' || modes.get(table) !== 'bulk'
    tables[table] = isUnion ? withChanges(table, known[table] ?? [], rows) : rows
  }
  // Where the sessions did not change they are not in the file: its classes are of the year that is known.
  if (!modes.has('academicSessions'))
    tables.classes = tables.classes!.map((row) => ({ ...row, values: { ...row.values, termSourcedIds: term } }))
  return { tables: withoutLoose(tables), current, key }
}
