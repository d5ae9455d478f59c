import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createGunzip } from 'node:zlib'
import type { Table } from './tables.ts'

/** A row of a backup: PostgreSQL's text of each column, null where it is empty. */
export type Row = ReadonlyMap<string, string | null>

const ESCAPED: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

/** COPY's text form of one value (PostgreSQL, COPY, "Text Format"). */
const plainly = (text: string): string | null =>
  text === '\\N' ? null : text.replace(/\\(.)/g, (_, letter: string) => ESCAPED[letter] ?? letter)

/** Reads the rows of a table of which the text passes; one at a time, however large the table is. */
export async function* rowsOf(folder: string, { name, columns }: Table, passes: (line: string) => boolean) {
  const input = createReadStream(join(folder, 'tables', `${name}.copy.gz`)).pipe(createGunzip())
  for await (const line of createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (!passes(line)) continue
    const values = line.split('\t').map(plainly)
    yield new Map(columns.map((column, at) => [column, values[at] ?? null])) as Row
  }
}
