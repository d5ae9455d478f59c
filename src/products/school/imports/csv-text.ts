import { isUtf8 } from 'node:buffer'
import Papa from 'papaparse'
import { visible } from '#shared/language/visible.ts'
import { type CsvCode, csvMessages } from './csv-messages.ts'

/** What a CSV file may be at most. */
const csvLimits = { megabytes: 16, rowKilobytes: 64, columns: 200, lines: 500_000 } as const

/** One record of the file; `line` counts from 1 and is the line where the record begins. */
export type CsvRow = { readonly line: number; readonly cells: readonly string[] }

/** Why a CSV file is not read further. Never holds what the file says. */
export class CsvRefused extends Error {
  readonly code: CsvCode
  readonly line: number
  readonly limit: number

  constructor(code: CsvCode, line: number, limit = 0) {
    super(code)
    this.code = code
    this.line = line
    this.limit = limit
  }

  /** The sentence: what is wrong and what would be right. */
  in(language: 'nl' | 'en'): string {
    const text = csvMessages[language][this.code]
    return typeof text === 'function' ? text(this.limit) : text
  }
}

/**
 * Reads a CSV file (RFC 4180) record by record, the header too: UTF-8 with or without a byte order mark, UTF-16 or
 * Windows-1252; separated by `,`, `;` or tab, whichever the first line has most of, or as an Excel line `sep=` says.
 * Lines may end in LF, CR or both; empty lines are left out. Cells are trimmed, without
 * what turns text around, and in Unicode form NFC.
 *
 * Throws `CsvRefused`, with the line, for what is empty, larger than 16 MB, a workbook or no text, in two encodings at once, or has a
 * quote that is not closed, a record of over 64 kB, more than 200 columns or half a million lines. Records before that
 * line are given.
 */
export function* readCsv(bytes: Uint8Array): Generator<CsvRow> {
  const megabyte = 1024 * 1024
  if (bytes.byteLength > csvLimits.megabytes * megabyte) throw new CsvRefused('csv-large', 1, csvLimits.megabytes)
  if (isWorkbook(bytes)) throw new CsvRefused('csv-workbook', 1)
  if (linesIn(bytes) > csvLimits.lines) throw new CsvRefused('csv-lines', csvLimits.lines, csvLimits.lines)
  const text = textOf(bytes)
  if (text.trim() === '') throw new CsvRefused('csv-empty', 1)
  const declared = /^sep=([,;\t])\n/.exec(text)?.[1]
  const start = declared === undefined ? 0 : text.indexOf('\n') + 1
  const separator = declared ?? separatorOf(text)
  const parse = (from: number, to: number) =>
    Papa.parse<string[]>(text.slice(from, to), { delimiter: separator, newline: '\n' })
  for (const records of batchesOf(text, start, declared === undefined ? 1 : 2)) {
    const { data, errors } = parse(records[0]!.from, records.at(-1)!.to)
    if (errors.length > 0 || data.length > records.length) {
      const wrong = records.find(({ from, to }) => {
        const alone = parse(from, to)
        return alone.errors.length > 0 || alone.data.length > 1
      })
      throw new CsvRefused('csv-quote', (wrong ?? records[0]!).line)
    }
    for (const [index, { line }] of records.entries()) {
      const cells = (data[index] ?? []).map((cell) => visible(cell).normalize('NFC'))
      if (cells.length > csvLimits.columns) throw new CsvRefused('csv-columns', line, csvLimits.columns)
      if (cells.some((cell) => cell !== '')) yield { line, cells }
    }
  }
}

/** A workbook of Excel or Numbers, or any other zip file: what people choose who did not save theirs as CSV. */
const isWorkbook = (bytes: Uint8Array): boolean => {
  const start = Buffer.from(bytes.subarray(0, 4)).toString('hex')
  return start === '504b0304' || start === 'd0cf11e0'
}

/** About how many lines these bytes hold, so that a flood of them is refused before it becomes text. */
function linesIn(bytes: Uint8Array): number {
  let [feeds, returns] = [0, 0]
  for (const byte of bytes) {
    if (byte === 10) feeds++
    else if (byte === 13) returns++
  }
  return Math.max(feeds, returns)
}

/** The text of these bytes, with every line ended by LF. */
function textOf(bytes: Uint8Array): string {
  const text = decoded(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).replace(/\r\n?/g, '\n')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they say that this is no text
  const control = text.search(/[\0-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]/)
  if (control >= 0) throw new CsvRefused('csv-binary', lineAt(text, control))
  return text
}

function decoded(bytes: Buffer): string {
  const [one, two, three] = bytes
  if (one === 0xff && two === 0xfe) return wide(bytes.subarray(2), 'utf-16le')
  if (one === 0xfe && two === 0xff) return wide(bytes.subarray(2), 'utf-16be')
  if (one !== 0 && two === 0) return wide(bytes, 'utf-16le')
  if (one === 0 && two !== 0) return wide(bytes, 'utf-16be')
  const marked = one === 0xef && two === 0xbb && three === 0xbf
  const body = marked ? bytes.subarray(3) : bytes
  if (isUtf8(body)) return body.toString('utf8')
  const text = body.toString('utf8')
  // Letters that are right as UTF-8 beside bytes that are not: read as Windows-1252 those names would be spoiled.
  if (marked || /[^\0-\x7f\ufffd]/.test(text))
    throw new CsvRefused('csv-encoding', lineAt(text, text.indexOf('\ufffd')))
  return new TextDecoder('windows-1252').decode(body)
}

function wide(bytes: Buffer, label: 'utf-16le' | 'utf-16be'): string {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    throw new CsvRefused('csv-binary', 1)
  }
}

const lineAt = (text: string, at: number) => text.slice(0, at).split(/\r\n|\r|\n/).length

function separatorOf(text: string): string {
  const end = text.search(/\S[^\n]*(\n|$)/)
  const head = text.slice(end, end + csvLimits.rowKilobytes * 1024)
  const first = head.split('\n', 1)[0]!.replace(/"[^"]*"/g, '')
  const count = (one: string) => first.split(one).length
  return [',', ';', '\t'].reduce((most, one) => (count(one) > count(most) ? one : most))
}

type Record = { readonly from: number; readonly to: number; readonly line: number }

/** Records by where they stand in the text, as many together as fit in 64 kB: a line ends one where no quote is open. */
function* batchesOf(text: string, start: number, firstLine: number): Generator<Record[]> {
  const most = csvLimits.rowKilobytes * 1024
  let batch: Record[] = []
  let from = start
  let line = firstLine
  let nextLine = firstLine
  let open = false
  let quote = text.indexOf('"', start)
  for (let at = start; at < text.length; ) {
    const found = text.indexOf('\n', at)
    const to = found < 0 ? text.length : found
    if (to - from > most) throw new CsvRefused(open ? 'csv-quote' : 'csv-long', line, csvLimits.rowKilobytes)
    for (; quote >= 0 && quote < to; quote = text.indexOf('"', quote + 1)) open = !open
    at = to + 1
    nextLine++
    if (open) continue
    batch.push({ from, to, line })
    from = at
    line = nextLine
    if (to - batch[0]!.from < most) continue
    yield batch
    batch = []
  }
  if (open) throw new CsvRefused('csv-quote', line)
  if (batch.length > 0) yield batch
}
