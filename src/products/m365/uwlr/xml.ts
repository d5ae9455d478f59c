import { SaxesParser } from 'saxes'
import { Refused } from './refused.ts'

/** An element of a message that was read whole: at most a few megabytes. */
export type Element = {
  readonly uri: string
  readonly name: string
  readonly line: number
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Element[]
  readonly text: string
}

type Growing = { -readonly [Key in keyof Element]: Element[Key] } & {
  children: Growing[]
  attributes: Map<string, string>
}

const DEEPEST = 32

/**
 * Reads XML 1.0 without expanding or fetching anything. Refuses, with the line, what is not well-formed, DOCTYPE and entities of
 * its own, and more than 32 levels.
 */
export const readXml = (xml: string): Element => {
  const parser = new SaxesParser({ xmlns: true, defaultXMLVersion: '1.0', forceXMLVersion: true })
  const open: Growing[] = []
  let root: Growing | undefined
  parser.on('error', () => {
    throw new Refused('xml', parser.line)
  })
  parser.on('doctype', () => {
    throw new Refused('doctype', parser.line)
  })
  parser.on('opentag', ({ uri, local, attributes }) => {
    const element: Growing = {
      uri,
      name: local,
      line: parser.line,
      attributes: new Map(Object.values(attributes).map((one) => [one.local, one.value])),
      children: [],
      text: '',
    }
    if (open.length >= DEEPEST) throw new Refused('xml', parser.line)
    open.at(-1)?.children.push(element)
    root ??= element
    open.push(element)
  })
  parser.on('closetag', () => {
    const element = open.pop()!
    element.text = element.text.trim()
  })
  const add = (text: string) => {
    const element = open.at(-1)
    if (element) element.text += text
  }
  parser.on('text', add)
  parser.on('cdata', add)
  parser.write(xml).close()
  if (!root) throw new Refused('xml', 1)
  return root
}
