import { SaxesParser, type SaxesTagPlain } from 'saxes'
import type { Element } from './elements.ts'
import { type Code, type Problems, Refused } from './problems.ts'

const most = { depth: 32, runKilobytes: 1024, references: 200 }
const mostPerList: Record<string, number> = { leerling: 30_000, leerkracht: 5_000 }
const mostElsewhere = 5_000

export type Value = { text: string; line: number; path: string }

/** A record or a reference as it stands in the file: only what `elements.ts` lets through. Keys are trimmed. */
export type Found = {
  element: string
  path: string
  line: number
  key: string
  eckId: string
  values: Map<string, Value>
  /** Values that may be there more than once: `rol` and `rolomschrijving`. */
  repeating: Value[]
  references: Found[]
}

type Frame = {
  element: Element
  name: string
  path: string
  line: number
  found: Found | null
  counts: Map<string, number>
}

/**
 * Reads well-formed XML and hands over each record when it is complete. Reports what does not fit `elements.ts`, counts
 * in `dropped` what is left out, and throws `Refused` where reading on makes no sense. Refuses DOCTYPE and entity
 * references, so nothing is ever expanded or fetched. The order of elements is not looked at.
 */
export function startParsing(
  document: ReadonlyMap<string, Element>,
  problems: Problems,
  dropped: Record<string, number>,
  onRecord: (record: Found) => void,
) {
  const parser = new SaxesParser({ xmlns: false, defaultXMLVersion: '1.0', forceXMLVersion: true })
  const stack: Frame[] = []
  const unknownAt = new Set<string>()
  let text = ''
  let skipping = 0
  let skippingExtension = false
  let events = 0
  let quiet = 0
  let rooted = false
  let bareAmpersandLine = 0

  const here = () => stack.at(-1)?.path ?? ''
  const refuse = (code: Code, limit?: number) => {
    throw new Refused(code, parser.line, here(), limit)
  }
  const count = (name: string) => {
    dropped[name] = (dropped[name] ?? 0) + 1
  }

  function open(tag: SaxesTagPlain): void {
    events++
    if (skipping > 0) {
      skipping++
      if (stack.length + skipping > most.depth) refuse('too-deep', most.depth)
      if (skippingExtension && skipping === 2 && tag.name === 'blok') count('toevoegingen')
      return
    }
    const parent = stack.at(-1)
    if (parent === undefined && !document.has(tag.name)) refuse('not-edexml')
    rooted = true
    if (parent !== undefined && 'max' in parent.element) {
      problems.report('element-in-value', parser.line, parent.path)
      skipping = 1
      return
    }
    const children = parent === undefined ? document : 'inside' in parent.element ? parent.element.inside : undefined
    const element = children?.get(tag.name)
    if (element === undefined) {
      // The name is not repeated: in a made-up element it could be anything.
      const place = `${here().replace(/\[\d+\]/g, '')}/*`
      if (!unknownAt.has(place)) problems.report('unknown-element', parser.line, place)
      unknownAt.add(place)
      count('unknown')
      skipping = 1
      return
    }
    if (!('many' in element)) {
      if (element.as === 'dropped' && !tag.isSelfClosing) count(tag.name)
      skippingExtension = element.as === 'extension'
      skipping = 1
      return
    }
    enter(tag, element, parent)
  }

  function enter(
    tag: SaxesTagPlain,
    element: Exclude<Element, { as: 'dropped' | 'ignored' | 'extension' }>,
    parent?: Frame,
  ): void {
    const line = parser.line
    const nth = (parent?.counts.get(tag.name) ?? 0) + 1
    parent?.counts.set(tag.name, nth)
    const path = `${parent === undefined ? '' : `${parent.path}/`}${tag.name}${element.many && element.as !== 'value' ? `[${nth}]` : ''}`
    if (nth > 1 && !element.many) problems.report('repeated', line, path)
    const limit = element.as === 'record' ? (mostPerList[tag.name] ?? mostElsewhere) : most.references
    if (nth > limit) throw new Refused('too-many', line, path, limit)
    let found = parent?.found ?? null
    if (element.as === 'record' || element.as === 'reference') {
      const { key = '', eckid = '' } = tag.attributes
      const own: Found = {
        element: tag.name,
        path,
        line,
        key: key.trim(),
        eckId: eckid.trim(),
        values: new Map(),
        repeating: [],
        references: [],
      }
      found?.references.push(own)
      found = own
    }
    text = ''
    stack.push({ element, name: tag.name, path, line, found, counts: new Map() })
  }

  function close(): void {
    events++
    if (skipping > 0) {
      skipping--
      return
    }
    const frame = stack.pop()
    if (frame?.found === undefined || frame.found === null) return
    if (frame.element.as === 'value') keep(frame, frame.element, frame.found)
    else if (frame.element.as === 'record') onRecord(frame.found)
  }

  function keep(frame: Frame, element: Element & { as: 'value' }, found: Found): void {
    const value = { text: text.replace(/\s+/g, ' ').trim().normalize('NFC'), line: frame.line, path: frame.path }
    text = ''
    // An empty element says the same as none: several administrations write one for every field.
    if (value.text === '') return
    if (value.text.length > element.max && [...value.text].length > element.max) {
      problems.report('too-long', value.line, value.path, element.max)
    } else if (element.many) found.repeating.push(value)
    else found.values.set(frame.name, value)
  }

  function characters(more: string): void {
    events++
    const frame = stack.at(-1)
    if (skipping > 0 || frame === undefined) return
    if (frame.element.as === 'value') {
      // Far beyond the longest value: too long anyway, no need to hold more.
      if (text.length < 16_384) text += more
    } else if (more.trim() !== '') problems.report('stray-text', parser.line, frame.path)
  }

  // No more than these five: with a sixth, V8 turns the parser into a dictionary and reading takes four times as long.
  // So errors are caught where they are thrown, and comments and attributes are part of the run of text around them.
  parser.on('opentag', open)
  parser.on('closetag', close)
  parser.on('text', characters)
  parser.on('cdata', characters)
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
      if (bare) throw new Refused('entity', bareAmpersandLine, here())
      refuse(code)
    }
  }

  return {
    line: () => parser.line,
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
