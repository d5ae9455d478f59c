// Adds up vitest's reports: node summary.mjs STATUS REPORT…; prints one line. A run that failed without a failed test (a
// file that does not load, an error nobody caught) counts as one failure.
import { existsSync, readFileSync } from 'node:fs'

const [status, ...reports] = process.argv.slice(2)
const read = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : {})
const sum = (name) => reports.map(read).reduce((total, report) => total + (report[name] ?? 0), 0)

const failed = sum('numFailedTests')
const skipped = sum('numPendingTests') + sum('numTodoTests')
const shown = failed === 0 && status !== '0' ? 1 : failed
console.log(`${sum('numPassedTests')} passed, ${shown} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
