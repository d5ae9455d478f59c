import { readEdexml } from './edexml/read.ts'
import { type OneRosterOptions, readOneRoster } from './oneroster/read.ts'
import { isZip, zipFrom } from './oneroster/zip.ts'
import type { Reading } from './reading.ts'

/**
 * Reads a file that somebody chose, whatever it is: a zip file is a OneRoster package, anything else is read as EDEXML.
 * Refuses as the reader of that format does. `bytes` is the size where it is known beforehand.
 */
export async function readFile(
  chunks: AsyncIterable<Uint8Array>,
  options: OneRosterOptions,
  bytes?: number,
): Promise<Reading> {
  const all = chunks[Symbol.asyncIterator]()
  let head = Buffer.alloc(0)
  while (head.byteLength < 4) {
    const { value, done } = await all.next()
    if (done) break
    head = Buffer.concat([head, value])
  }
  async function* again(): AsyncGenerator<Uint8Array> {
    if (head.byteLength > 0) yield head
    for (let next = await all.next(); !next.done; next = await all.next()) yield next.value
  }
  if (isZip(head)) return readOneRoster(() => zipFrom(again(), bytes), options)
  const { birthDates, today } = options
  return readEdexml(again(), { birthDates, today, ...(bytes === undefined ? {} : { bytes }) })
}
