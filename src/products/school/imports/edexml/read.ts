import { collectProblems, Refused } from '../problems.ts'
import type { Reading } from '../reading.ts'
import { startBuilding } from './build.ts'
import { documents } from './elements.ts'
import { decodeXml } from './encoding.ts'
import { startParsing } from './parse.ts'

export type ReadOptions = {
  /** Keep `geboortedatum`: only where the school has switched birth dates on. Otherwise it is counted and dropped. */
  birthDates?: boolean
  /** The day `YYYY-MM-DD` that stands in for `peildatum` and `aanmaakdatum` when the file has neither. */
  today?: string
  /** The size in bytes where it is known beforehand, so that a file that is too large is refused without reading it. */
  bytes?: number
}

/**
 * Reads an EDEXML file (1.03, 2.0 or 2.1; standards.md part 1) as a stream. Never throws for what is in the file: that
 * becomes a problem; an error of the stream itself passes through. Keeps the allow-list of `elements.ts` and nothing else,
 * in problems neither. Refuses files over 16 MB, DOCTYPE, entity references and unreadable encodings.
 *
 * Strict as the schema is: keys, ECK iDs and references, required parts, lengths, code lists, dates, one of each.
 * Laxer, because real files are: any order of elements, any school year, empty elements (as if absent), unknown elements
 * and roles and odd e-mail addresses (a warning), spaces around keys and values, a time in a date, a default namespace.
 */
export async function readEdexml(chunks: AsyncIterable<Uint8Array>, options: ReadOptions = {}): Promise<Reading> {
  const problems = collectProblems()
  const dropped: Record<string, number> = {}
  const building = startBuilding(problems, options.today ?? new Date().toISOString().slice(0, 10))
  const document = options.birthDates ? documents.withBirthDates : documents.withoutBirthDates
  const parsing = startParsing(document, problems, dropped, building.record)
  const rest = { guardians: [], format: { kind: 'edexml' as const }, dropped, problems: problems.list }
  try {
    for await (const text of decodeXml(chunks, parsing.line, options.bytes)) parsing.write(text)
    parsing.end()
    return { roster: building.finish(), ...rest }
  } catch (error) {
    if (!(error instanceof Refused)) throw error
    problems.refuse(error)
    return { roster: null, ...rest }
  }
}
