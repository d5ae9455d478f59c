import type { Block, Cell, Inline, Mark, RichText } from './document.ts'
import { mayLinkTo } from './links.ts'

/*
 * A text as somebody types it in a plain box, where no script runs: `# ` and `## ` begin a heading, `- ` and `1. ` a line of a
 * list, `> ` a quotation, `| … |` a row of a table, an empty line a new paragraph; **bold**, *italic*, [word](https://…).
 */

const PIECE =
  /\\([\\*[\]#>|-])|\*\*([^*]+)\*\*|\*([^*\s][^*]*)\*|\[([^\]]+)\]\(([^)\s]+)\)|(https?:\/\/[^\s<>]*[^\s<>.,;:!?)])/g

const piece = (text: string, marks: readonly Mark[]): Inline[] =>
  text ? [{ type: 'text', text, ...(marks.length > 0 ? { marks } : {}) }] : []

const linked = (text: string, href: string, marks: readonly Mark[]): Inline[] =>
  piece(text, mayLinkTo(href) ? [...marks, { type: 'link', attrs: { href } }] : marks)

const inlinesOf = (line: string, marks: readonly Mark[] = []): Inline[] => {
  const found: Inline[] = []
  let plain = ''
  let end = 0
  const flush = () => {
    found.push(...piece(plain, marks))
    plain = ''
  }
  for (const match of line.matchAll(PIECE)) {
    const [all, escaped, bold, italic, word, address, bare] = match
    plain += line.slice(end, match.index)
    end = match.index + all.length
    if (escaped) plain += escaped
    else {
      flush()
      if (bold) found.push(...inlinesOf(bold, [...marks, { type: 'bold' }]))
      else if (italic) found.push(...inlinesOf(italic, [...marks, { type: 'italic' }]))
      else found.push(...linked(word ?? bare!, address ?? bare!, marks))
    }
  }
  plain += line.slice(end)
  flush()
  return found
}

const paragraph = (lines: readonly string[]): Block => ({
  type: 'paragraph',
  content: lines.flatMap((line, at) => [...(at > 0 ? [{ type: 'hardBreak' } as const] : []), ...inlinesOf(line)]),
})

const kinds = {
  heading: /^#{1,2}\s+(?=\S)/,
  bulletList: /^[-•]\s+(?=\S)/,
  orderedList: /^\d{1,3}[.)]\s+(?=\S)/,
  blockquote: /^>\s*/,
  table: /^\|(?=.*\|$)/,
} as const
type Kind = keyof typeof kinds | 'paragraph'

const kindOf = (line: string): Kind =>
  (Object.keys(kinds) as (keyof typeof kinds)[]).find((kind) => kinds[kind].test(line)) ?? 'paragraph'

const rows = (lines: readonly string[]): Block => {
  const ruled = /^[\s|:-]+$/.test(lines[1] ?? '')
  const cells = (line: string, type: Cell['type']): Cell[] =>
    line
      .slice(1, -1)
      .split(/(?<!\\)\|/)
      .map((one) => ({ type, content: [paragraph([one.trim()])] }))
  const kept = lines.filter((_, at) => !(ruled && at === 1))
  return {
    type: 'table',
    content: kept.map((line, at) => ({
      type: 'tableRow',
      content: cells(line, ruled && at === 0 ? 'tableHeader' : 'tableCell'),
    })),
  }
}

const blockOf = (kind: Kind, lines: readonly string[]): Block[] => {
  if (kind === 'paragraph') return [paragraph(lines)]
  if (kind === 'table') return [rows(lines)]
  const bare = lines.map((line) => line.replace(kinds[kind], ''))
  if (kind === 'heading')
    return bare.map((line, at) => ({
      type: 'heading',
      attrs: { level: lines[at]!.startsWith('##') ? 3 : 2 },
      content: inlinesOf(line),
    }))
  if (kind === 'blockquote') return [{ type: 'blockquote', content: [paragraph(bare)] }]
  return [{ type: kind, content: bare.map((line) => ({ type: 'listItem', content: [paragraph([line])] })) }]
}

/** Every text is one: what is nothing else is a paragraph. */
export const documentOfTyped = (typed: string): RichText => {
  const open: { kind: Kind; lines: string[] }[] = []
  let before: Kind | null = null
  for (const line of typed.split('\n').map((one) => one.trim())) {
    const kind = line ? kindOf(line) : null
    if (kind && kind === before) open.at(-1)!.lines.push(line)
    else if (kind) open.push({ kind, lines: [line] })
    before = kind
  }
  return { type: 'doc', content: open.flatMap(({ kind, lines }) => blockOf(kind, lines)) }
}

const escaped = (text: string): string => text.replace(/[\\*[\]]/g, '\\$&')

const typedInlines = (parts: readonly Inline[]): string =>
  parts
    .map((part) => {
      if (part.type === 'hardBreak') return '\n'
      const has = (type: Mark['type']) => part.marks?.find((mark) => mark.type === type)
      const link = has('link')
      let text = escaped(part.text)
      if (has('italic')) text = `*${text}*`
      if (has('bold')) text = `**${text}**`
      if (link?.type !== 'link' || link.attrs.href === part.text) return text
      return `[${text}](${link.attrs.href})`
    })
    .join('')

const typedBlock = (block: Block): string => {
  switch (block.type) {
    case 'paragraph':
      return typedInlines(block.content)
    case 'heading':
      return `${'#'.repeat(block.attrs.level - 1)} ${typedInlines(block.content)}`
    case 'blockquote':
      return block.content.map(typedBlock).join('\n').replace(/^/gm, '> ')
    case 'table': {
      const lines = block.content.map(
        (row) =>
          `| ${row.content.map((cell) => cell.content.map(typedBlock).join(' ').replaceAll('\n', ' ')).join(' | ')} |`,
      )
      const headed = block.content[0]?.content.every((cell) => cell.type === 'tableHeader')
      return (headed ? [lines[0], '| --- |', ...lines.slice(1)] : lines).join('\n')
    }
    default:
      return block.content
        .flatMap((item) => item.content.map(typedBlock))
        .join('\n')
        .split('\n')
        .map((line, at) =>
          kindOf(line) === 'paragraph' ? `${block.type === 'bulletList' ? '-' : `${at + 1}.`} ${line}` : line,
        )
        .join('\n')
  }
}

/** The text for a plain box, such that `documentOfTyped` makes the same of it; lists in lists become one. */
export const typedOf = (document: RichText): string => document.content.map(typedBlock).filter(Boolean).join('\n\n')
