import type { Block, Inline, RichText } from './document.ts'

const said = (parts: readonly Inline[], links: boolean): string =>
  parts
    .map((part) => {
      if (part.type === 'hardBreak') return '\n'
      const link = links ? part.marks?.find((mark) => mark.type === 'link') : undefined
      return link && link.attrs.href !== part.text ? `${part.text} (${link.attrs.href})` : part.text
    })
    .join('')

const linesOf = (block: Block, links: boolean): string[] => {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return said(block.content, links).split('\n')
    case 'blockquote':
      return block.content.flatMap((one) => linesOf(one, links))
    case 'table':
      return block.content.map((row) =>
        row.content.map((cell) => cell.content.flatMap((one) => linesOf(one, links)).join(' ')).join(' | '),
      )
    default:
      return block.content.flatMap((item) => item.content.flatMap((one) => linesOf(one, links)))
  }
}

/** The words and nothing else, a line for each paragraph: for search, a mail, a summary. */
export const plainText = (document: RichText): string =>
  document.content
    .flatMap((block) => linesOf(block, false))
    .map((line) => line.trim())
    .filter(Boolean)
    .join('\n')

/** Like `plainText`, with the addresses that links lead to, so that a changed address is a change. Goes into `differenceOf`. */
export const comparable = (document: RichText): string =>
  document.content.flatMap((block) => linesOf(block, true)).join('\n')

/** The beginning, in whole words. */
export const beginningOf = (document: RichText, max: number): string => {
  const text = plainText(document).replaceAll('\n', ' ')
  if (text.length <= max) return text
  const cut = text.slice(0, max)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), max / 2)).replace(/[\s,;:.]+$/, '')}…`
}
