import type { Inline, Block as Part, RichText } from '#shared/rich-text/index.ts'
import type { Fault } from './block.ts'

type Heading = Extract<Part, { type: 'heading' }>
type Table = Extract<Part, { type: 'table' }>

const said = (parts: readonly Inline[]): string =>
  parts.map((part) => (part.type === 'text' ? part.text : ' ')).join('')

const isLink = (part: Inline): boolean =>
  part.type === 'text' && (part.marks?.some(({ type }) => type === 'link') ?? false)

/** A link of which a screen reader says nothing: spaces or signs only. */
const isEmptyLink = (part: Inline): boolean => isLink(part) && !/[\p{L}\p{N}]/u.test(said([part]))

const hasHeader = ({ content }: Table): boolean =>
  content[0]?.content.every(({ type }) => type === 'tableHeader') ||
  content.every((row) => row.content[0]?.type === 'tableHeader')

/** A heading that skips a level, or says nothing. */
const headingFaults = (parts: readonly Part[]): Fault[] => {
  let level = 1
  return parts.flatMap((part): Fault[] => {
    if (part.type !== 'heading') return []
    const words = said(part.content).trim()
    if (!words) return [{ kind: 'heading-order', about: '' }]
    const skips = part.attrs.level > level + 1
    level = part.attrs.level
    return skips ? [{ kind: 'heading-order', about: words }] : []
  })
}

const partFaults = (part: Part): Fault[] => {
  switch (part.type) {
    case 'paragraph':
    case 'heading':
      return part.content.filter(isEmptyLink).map((link) => ({ kind: 'empty-link', about: said([link]) }))
    case 'table':
      return [
        ...(hasHeader(part) ? [] : [{ kind: 'table-header', about: '' } as const]),
        ...part.content.flatMap((row) => row.content.flatMap((cell) => cell.content.flatMap(partFaults))),
      ]
    case 'blockquote':
      return part.content.flatMap(partFaults)
    default:
      return part.content.flatMap((item) => item.content.flatMap(partFaults))
  }
}

/** What somebody who hears a text or walks through it by headings would miss (WCAG 2.2: 1.3.1, 2.4.4, 2.4.6). */
export const faultsOf = ({ content }: RichText): Fault[] => [...headingFaults(content), ...content.flatMap(partFaults)]

const withoutEmptyLinks = (parts: readonly Inline[]): Inline[] =>
  parts.map((part) =>
    isEmptyLink(part) && part.type === 'text'
      ? { ...part, marks: part.marks?.filter(({ type }) => type !== 'link') }
      : part,
  )

const withHeader = (table: Table): Table => {
  if (hasHeader(table)) return table
  const [first, ...rest] = table.content
  const head = { ...first!, content: first!.content.map((cell) => ({ ...cell, type: 'tableHeader' as const })) }
  return { ...table, content: [head, ...rest] }
}

const repairedPart = (part: Part): Part => {
  switch (part.type) {
    case 'paragraph':
    case 'heading':
      return { ...part, content: withoutEmptyLinks(part.content) }
    case 'table': {
      const { content, ...table } = withHeader(part)
      return {
        ...table,
        content: content.map((row) => ({
          ...row,
          content: row.content.map((cell) => ({ ...cell, content: cell.content.map(repairedPart) })),
        })),
      }
    }
    case 'blockquote':
      return { ...part, content: part.content.map(repairedPart) }
    default:
      return { ...part, content: part.content.map((item) => ({ ...item, content: item.content.map(repairedPart) })) }
  }
}

/** The same text with headings in order, empty ones gone, the first row of a table as its headings, and no empty links. */
export const repaired = (text: RichText): RichText => {
  let level = 1
  const content = text.content.flatMap((part): Part[] => {
    if (part.type !== 'heading') return [repairedPart(part)]
    if (!said(part.content).trim()) return []
    level = Math.min(part.attrs.level, level + 1)
    return [repairedPart({ ...part, attrs: { level: level as Heading['attrs']['level'] } })]
  })
  return { ...text, content }
}
