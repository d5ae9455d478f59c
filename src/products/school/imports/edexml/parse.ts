import { visible } from '#shared/language/visible.ts'
import { type Problems, Refused } from '../problems.ts'
import type { Element } from './elements.ts'
import { startXml, type Tag } from './xml.ts'

const mostReferences = 200
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
 * in `dropped` what is left out, and throws `Refused` where reading on makes no sense, as `startXml` does too. The order
 * of elements is not looked at.
 */
export function startParsing(
  document: ReadonlyMap<string, Element>,
  problems: Problems,
  dropped: Record<string, number>,
  onRecord: (record: Found) => void,
) {
  const xml = startXml({ open, close, text: characters, path: () => stack.at(-1)?.path ?? '' })
  const stack: Frame[] = []
  const unknownAt = new Set<string>()
  let text = ''
  let skipping = 0
  let skippingExtension = false

  const count = (name: string) => {
    dropped[name] = (dropped[name] ?? 0) + 1
  }

  function skip(extension = false): void {
    skipping = 1
    skippingExtension = extension
  }

  function open(tag: Tag): void {
    if (skipping > 0) {
      skipping++
      if (skippingExtension && skipping === 2 && tag.name === 'blok') count('toevoegingen')
      return
    }
    const parent = stack.at(-1)
    if (parent === undefined && !document.has(tag.name)) xml.refuse('not-edexml')
    if (parent !== undefined && 'max' in parent.element) {
      problems.report('element-in-value', xml.line(), parent.path)
      skip()
      return
    }
    const children = parent === undefined ? document : 'inside' in parent.element ? parent.element.inside : undefined
    const element = children?.get(tag.name)
    if (element === undefined) {
      // The name is not repeated: in a made-up element it could be anything.
      const place = `${parent?.path.replace(/\[\d+\]/g, '')}/*`
      if (!unknownAt.has(place)) problems.report('unknown-element', xml.line(), place)
      unknownAt.add(place)
      count('unknown')
      skip()
      return
    }
    if (!('many' in element)) {
      if (element.as === 'dropped' && !tag.isSelfClosing) count(tag.name)
      skip(element.as === 'extension')
      return
    }
    enter(tag, element, parent)
  }

  function enter(
    tag: Tag,
    element: Exclude<Element, { as: 'dropped' | 'ignored' | 'extension' }>,
    parent?: Frame,
  ): void {
    const line = xml.line()
    const nth = (parent?.counts.get(tag.name) ?? 0) + 1
    parent?.counts.set(tag.name, nth)
    const path = `${parent === undefined ? '' : `${parent.path}/`}${tag.name}${element.many && element.as !== 'value' ? `[${nth}]` : ''}`
    if (nth > 1 && !element.many) problems.report('repeated', line, path)
    const limit = element.as === 'record' ? (mostPerList[tag.name] ?? mostElsewhere) : mostReferences
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
    const value = { text: visible(text.replace(/\s+/g, ' ')).normalize('NFC'), line: frame.line, path: frame.path }
    text = ''
    // An empty element says the same as none: several administrations write one for every field.
    if (value.text === '') return
    if (value.text.length > element.max && [...value.text].length > element.max) {
      problems.report('too-long', value.line, value.path, element.max)
    } else if (element.many) found.repeating.push(value)
    else found.values.set(frame.name, value)
  }

  function characters(more: string): void {
    const frame = stack.at(-1)
    if (skipping > 0 || frame === undefined) return
    if (frame.element.as === 'value') {
      // Far beyond the longest value: too long anyway, no need to hold more.
      if (text.length < 16_384) text += more
    } else if (more.trim() !== '') problems.report('stray-text', xml.line(), frame.path)
  }

  return xml
}
