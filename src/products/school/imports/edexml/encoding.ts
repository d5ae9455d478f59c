import { isUtf8 } from 'node:buffer'
import { Refused } from '../problems.ts'

const mostMegabytes = 16
const pieceBytes = 64 * 1024

// What the browser world calls windows-1252 contains all of ISO-8859-1; files that say the one often mean the other.
const labels = new Map([
  ['utf-8', 'utf-8'],
  ['utf8', 'utf-8'],
  ['us-ascii', 'utf-8'],
  ['iso-8859-1', 'windows-1252'],
  ['latin1', 'windows-1252'],
  ['windows-1252', 'windows-1252'],
  ['cp1252', 'windows-1252'],
  ['iso-8859-15', 'iso-8859-15'],
])

/**
 * Turns the bytes of an XML file into text, in pieces of at most 64 kB: UTF-8 with or without a byte order mark, or
 * ISO-8859-1, ISO-8859-15 and Windows-1252 where the XML declaration says so. Throws `Refused` for anything else, for
 * bytes that are no UTF-8, for what does not start like XML, and after 16 MB; at once when `bytes`, the
 * size of the file, is known to be more. `line` is asked where the reader stands.
 */
export async function* decodeXml(
  chunks: AsyncIterable<Uint8Array>,
  line: () => number,
  bytes = 0,
): AsyncGenerator<string> {
  const tooLarge = (size: number) => {
    if (size > mostMegabytes * 1024 * 1024) throw new Refused('too-large', line(), '', mostMegabytes)
  }
  tooLarge(bytes)
  let decode: ((bytes: Buffer, last: boolean) => string) | undefined
  let head = Buffer.alloc(0)
  let total = 0
  for await (const chunk of chunks) {
    total += chunk.byteLength
    tooLarge(total)
    let piece = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength)
    if (decode === undefined) {
      piece = head.byteLength === 0 ? piece : Buffer.concat([head, piece])
      // The XML declaration has to be there in whole before it can be read.
      if (piece.byteLength < 256) {
        head = Buffer.from(piece)
        continue
      }
      decode = decoderFor(piece, line)
    }
    for (let at = 0; at < piece.byteLength; at += pieceBytes) yield decode(piece.subarray(at, at + pieceBytes), false)
  }
  if (decode === undefined && head.byteLength === 0) throw new Refused('empty', 1, '')
  yield (decode ?? decoderFor(head, line))(decode === undefined ? head : Buffer.alloc(0), true)
}

function decoderFor(bytes: Buffer, line: () => number): (bytes: Buffer, last: boolean) => string {
  const start = bytes.toString('latin1', 0, 256)
  if (/^(\xff\xfe|\xfe\xff|\0|.\0)/s.test(start)) throw new Refused('encoding-unknown', 1, '')
  const marked = start.startsWith('\xef\xbb\xbf')
  const text = marked ? start.slice(3) : start
  if (text.trim() === '') throw new Refused('empty', 1, '')
  if (!text.trimStart().startsWith('<')) throw new Refused('not-xml', 1, '')
  const declared = /^<\?xml[^>]*?\sencoding\s*=\s*["']([^"']*)["']/.exec(text)?.[1]
  const label = labels.get((marked ? undefined : declared)?.toLowerCase() ?? 'utf-8')
  if (label === undefined) throw new Refused('encoding-unknown', 1, '')
  if (label === 'utf-8') return utf8(marked ? 3 : 0, line)
  const decoder = new TextDecoder(label)
  return (piece, last) => decoder.decode(piece, { stream: !last })
}

// By hand, because TextDecoder says that something is wrong but not on which line.
function utf8(skip: number, line: () => number): (bytes: Buffer, last: boolean) => string {
  let rest = Buffer.alloc(0)
  let toSkip = skip
  return (piece, last) => {
    let bytes = rest.byteLength === 0 ? piece : Buffer.concat([rest, piece])
    if (toSkip > 0) {
      bytes = bytes.subarray(toSkip)
      toSkip = 0
    }
    const end = lastWhole(bytes)
    if (last && end < bytes.byteLength) throw new Refused('cut-off', line(), '')
    const whole = bytes.subarray(0, end)
    rest = Buffer.from(bytes.subarray(end))
    const text = whole.toString('utf8')
    if (isUtf8(whole)) return text
    const before = text.slice(0, text.indexOf('\ufffd'))
    throw new Refused('encoding-wrong', line() + before.split('\n').length - 1, '')
  }
}

// Where the last character of these bytes starts if it is not complete, else their length.
function lastWhole(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.byteLength); back++) {
    const byte = bytes[bytes.byteLength - back] ?? 0
    if ((byte & 0xc0) === 0x80) continue
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : byte >= 0xc0 ? 2 : 1
    return length > back ? bytes.byteLength - back : bytes.byteLength
  }
  return bytes.byteLength
}
