import Papa from 'papaparse'

/** What a spreadsheet takes for a formula; the library's own pattern lets one with a line end through. */
const FORMULA = /^\s*[=+\-@]/

export type Cell = string | number | null

/**
 * A table as a spreadsheet of a Dutch school opens it: semicolons, lines as on Windows, and the mark that says UTF-8. A cell
 * that would become a formula begins with an apostrophe.
 */
export const csvFile = (rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${Papa.unparse(rows as Cell[][], { delimiter: ';', newline: '\r\n', escapeFormulae: FORMULA })}\r\n`
