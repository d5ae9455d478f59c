import { type Block, type Inline, type RichText, typedOf } from '#shared/rich-text/index.ts'
import { type FieldCommon, firstLineKept, Labelled } from './field.tsx'
import { Icon } from './icon.tsx'
import type { IconName } from './icon-names.ts'
import type { Child } from './jsx.ts'
import { useWords } from './language-context.ts'
import { Link } from './link.tsx'

const Piece = ({ part }: { part: Inline }): Child => {
  if (part.type === 'hardBreak') return <br />
  return (part.marks ?? []).reduce<Child>((inside, mark) => {
    if (mark.type === 'bold') return <strong>{inside}</strong>
    if (mark.type === 'link') return <Link to={mark.attrs.href}>{inside}</Link>
    return <em>{inside}</em>
  }, part.text)
}

const Pieces = ({ parts }: { parts: readonly Inline[] }) => parts.map((part) => <Piece part={part} />)

const Cells = ({ row }: { row: Extract<Block, { type: 'table' }>['content'][number] }) =>
  row.content.map(({ type, attrs, content }) => {
    const spans = { colSpan: attrs?.colspan, rowSpan: attrs?.rowspan }
    return type === 'tableHeader' ? (
      <th {...spans} scope="col">
        <Blocks blocks={content} down={0} />
      </th>
    ) : (
      <td {...spans}>
        <Blocks blocks={content} down={0} />
      </td>
    )
  })

// The default of a browser would read a whole text aloud as one line; a scrolling table can be reached by keyboard.
const Blocks = ({ blocks, down }: { blocks: readonly Block[]; down: number }): Child =>
  blocks.map((block) => {
    switch (block.type) {
      case 'paragraph':
        return (
          <p>
            <Pieces parts={block.content} />
          </p>
        )
      case 'heading': {
        const Heading = `h${block.attrs.level + down}` as 'h2'
        return (
          <Heading>
            <Pieces parts={block.content} />
          </Heading>
        )
      }
      case 'blockquote':
        return (
          <blockquote>
            <Blocks blocks={block.content} down={down} />
          </blockquote>
        )
      case 'table':
        return (
          <div class="wide-table">
            <table>
              <tbody>
                {block.content.map((row) => (
                  <tr>
                    <Cells row={row} />
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        )
      default: {
        const List = block.type === 'bulletList' ? 'ul' : 'ol'
        return (
          <List>
            {block.content.map((item) => (
              <li>
                <Blocks blocks={item.content} down={down} />
              </li>
            ))}
          </List>
        )
      }
    }
  })

/** A formatted text, read. Its headings are level 2 and 3; `down` puts them lower, under a heading of the page. */
export function RichProse({ document, down = 0 }: { document: RichText; down?: 0 | 1 | 2 }) {
  return (
    <div class="prose rich">
      <Blocks blocks={document.content} down={down} />
    </div>
  )
}

const tools = [
  ['bold', 'bold'],
  ['italic', 'italic'],
  ['heading', 'heading'],
  ['bulletList', 'list'],
  ['orderedList', 'list-ordered'],
  ['link', 'link'],
  ['blockquote', 'quote'],
  ['table', 'table'],
  ['undo', 'undo-2'],
  ['redo', 'redo-2'],
] as const satisfies readonly (readonly [string, IconName])[]

const inTable = ['addRow', 'addColumn', 'deleteTable'] as const

/**
 * A box for formatted text. It posts what `richText` reads: the editor's document, or, without script, plain text with a few
 * signs in it, which the hint explains. Its page says `editor: true`.
 */
export function RichTextField({
  document,
  rows = 8,
  ...field
}: Omit<FieldCommon, 'value'> & { document?: RichText | null | undefined; rows?: number }) {
  const words = useWords().editor
  return (
    <Labelled field={field}>
      {(bound) => (
        <div
          class="editor"
          data-behaviour="rich-text"
          data-document={document ? JSON.stringify(document) : undefined}
          data-label={field.label}
        >
          <div class="editor-tools" role="toolbar" aria-label={words.tools} hidden>
            {tools.map(([name, icon]) => (
              <button type="button" data-do={name} title={words[name]} aria-label={words[name]}>
                <Icon name={icon} />
              </button>
            ))}
            {inTable.map((name) => (
              <button type="button" data-do={name} data-in-table hidden>
                {words[name]}
              </button>
            ))}
          </div>
          <div class="editor-link" hidden>
            <input class="box" type="url" aria-label={words.address} placeholder="https://" />
            <button type="button" class="button button-tinted" data-do="setLink">
              {words.setLink}
            </button>
            <button type="button" class="button button-line" data-do="dropLink">
              {words.dropLink}
            </button>
          </div>
          <textarea {...bound} class="box" rows={rows}>
            {firstLineKept(document ? typedOf(document) : undefined)}
          </textarea>
          <p class="hint editor-signs">{words.signs}</p>
        </div>
      )}
    </Labelled>
  )
}
