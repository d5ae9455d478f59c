import { CsvRefused, type CsvRow, readCsv } from '../csv-text.ts'
import { type Problems, Refused } from '../problems.ts'
import { fromText } from './formulas.ts'
import { columnsOf, type Row, type TableName, type Use, type Version } from './tables.ts'

const longest = 1_000

export type TableReading = {
  readonly version: Version
  readonly birthDates: boolean
  readonly problems: Problems
  readonly dropped: Record<string, number>
}

type Column = { readonly name: string; readonly use: Use | 'unknown' }

/** Reads the lines of a CSV file; what makes it no list ends the reading, with the file's name and line. */
export function* linesOf(file: string, bytes: Uint8Array): Generator<CsvRow> {
  try {
    yield* readCsv(bytes)
  } catch (error) {
    if (!(error instanceof CsvRefused)) throw error
    throw new Refused(error.code, error.line, file, error.limit)
  }
}

/**
 * The rows of one file of the package, with the columns that may be kept and no others. What is dropped is counted by its
 * name where it holds something, what OneRoster does not know as `unknown`. Column names are taken in any case.
 */
export function readTable(table: TableName, bytes: Uint8Array, reading: TableReading): Row[] {
  const { version, birthDates, problems, dropped } = reading
  const file = `${table}.csv`
  const { uses, required } = columnsOf(table, version, birthDates)
  let columns: Column[] | undefined
  const rows: Row[] = []
  for (const { line, cells } of linesOf(file, bytes)) {
    if (columns === undefined) {
      columns = cells.map((cell) => uses.get(cell.toLowerCase()) ?? { name: cell, use: 'unknown' })
      checkColumns(file, line, columns, required, problems)
      continue
    }
    if (cells.length !== columns.length) {
      problems.report('row-columns', line, file)
      continue
    }
    const values: Record<string, string> = {}
    for (const [index, { name, use }] of columns.entries()) {
      const cell = fromText(cells[index]!.replace(/\s+/g, ' '))
      if (use === 'kept') {
        if (cell.length > longest) problems.report('too-long', line, `${file}/${name}`, longest)
        values[name] = cell.length > longest ? '' : cell
      } else if (cell !== '' && use !== 'ignored') {
        const counted = use === 'dropped' ? name : 'unknown'
        dropped[counted] = (dropped[counted] ?? 0) + 1
      }
    }
    rows.push({ line, values })
  }
  return rows
}

function checkColumns(file: string, line: number, columns: Column[], required: readonly string[], problems: Problems) {
  const names = columns.filter(({ use }) => use !== 'unknown').map(({ name }) => name)
  for (const name of required) if (!names.includes(name)) problems.report('column-missing', line, `${file}/${name}`)
  const repeated = new Set(names.filter((name, index) => names.indexOf(name) !== index))
  for (const name of repeated) problems.report('column-repeated', line, `${file}/${name}`)
}
