import { SaxesParser, type SaxesTagPlain } from 'saxes'
import { type Code, Refused } from '../problems.ts'

const most = { depth: 32, runKilobytes: 1024 }

export type Tag = SaxesTagPlain

export type XmlEvents = {
  open(tag: Tag): void
  close(): void
  text(text: string): void
  /** Where the reader stands, for problems. */
  path(): string
}

/**
 * Reads XML 1.0 as a stream, without expanding or fetching anything. Throws `Refused` for what is not well-formed, for
 * DOCTYPE and entity references, for more than 32 levels, and for a megabyte without an element or a text: an endless
 * text, comment, name or list of attributes.
 */
export function startXml(on: XmlEvents) {
  const parser = new SaxesParser({ xmlns: false, defaultXMLVersion: '1.0', forceXMLVersion: true })
  let events = 0
  let quiet = 0
  let depth = 0
  let rooted = false
  let bareAmpersandLine = 0

  function refuse(code: Code, limit?: number): never {
    throw new Refused(code, parser.line, on.path(), limit)
  }

  const text = (more: string) => {
    events++
    on.text(more)
  }

  // No more than these five: with a sixth, V8 turns the parser into a dictionary and reading takes four times as long.
  // So errors are caught where they are thrown, and comments and attributes are part of the run of text around them.
  parser.on('opentag', (tag) => {
    events++
    rooted = true
    if (++depth > most.depth) refuse('too-deep', most.depth)
    on.open(tag)
  })
  parser.on('closetag', () => {
    events++
    depth--
    on.close()
  })
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('doctype', () => refuse('document-type'))

  function step(work: () => void, codeOf: (message: string) => Code): void {
    try {
      work()
    } catch (error) {
      // The parser's own errors are plain; anything else is ours.
      if (!(error instanceof Error) || Object.getPrototypeOf(error) !== Error.prototype) throw error
      const code = codeOf(error.message)
      // The parser takes all after a bare & for a name, to the next ; or the end of the file, and complains only there.
      const bare = bareAmpersandLine > 0 && (code === 'entity' || code === 'cut-off')
      if (bare) throw new Refused('entity', bareAmpersandLine, on.path())
      refuse(code)
    }
  }

  return {
    line: () => parser.line,
    refuse,
    /** Takes the next piece of text, of at most 64 kB, so that one endless run is noticed. */
    write(piece: string): void {
      const before = events
      if (bareAmpersandLine === 0) {
        const at = piece.search(/&(?=[^#\w])/)
        if (at >= 0) bareAmpersandLine = parser.line + piece.slice(0, at).split('\n').length - 1
      }
      step(
        () => parser.write(piece),
        (message) => (message.includes('entity') ? 'entity' : rooted ? 'not-well-formed' : 'not-xml'),
      )
      quiet = events === before ? quiet + piece.length : 0
      if (quiet > most.runKilobytes * 1024) refuse('run-too-long', most.runKilobytes)
    },
    /** Says that there is no more; refuses what is not complete. */
    end(): void {
      step(
        () => parser.close(),
        () => 'cut-off',
      )
    },
  }
}
