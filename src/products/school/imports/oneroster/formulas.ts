/** What a spreadsheet takes for a formula, also with apostrophes before it. One sign alone is none: `-` stands for no name. */
const FORMULA = /^'*\s*[=+\-@]./s

/** A cell that no spreadsheet runs: an apostrophe says that it is text. */
export const asText = (cell: string): string => (FORMULA.test(cell) ? `'${cell}` : cell)

/** The cell as it was before `asText`. */
export const fromText = (cell: string): string => (cell.startsWith("'") && FORMULA.test(cell) ? cell.slice(1) : cell)
