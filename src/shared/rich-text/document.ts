import { z } from 'zod'
import { mayLinkTo } from './links.ts'

/** What a text may say about a piece of itself. */
export type Mark =
  | { readonly type: 'bold' | 'italic' }
  | { readonly type: 'link'; readonly attrs: { readonly href: string } }

export type Inline =
  | { readonly type: 'text'; readonly text: string; readonly marks?: readonly Mark[] | undefined }
  | { readonly type: 'hardBreak' }

interface ListItem {
  readonly type: 'listItem'
  readonly content: readonly Block[]
}
export interface Cell {
  readonly type: 'tableHeader' | 'tableCell'
  readonly attrs?: { readonly colspan: number; readonly rowspan: number } | undefined
  readonly content: readonly Block[]
}
interface Row {
  readonly type: 'tableRow'
  readonly content: readonly Cell[]
}
interface Quotation {
  readonly type: 'blockquote'
  readonly content: readonly Block[]
}

export type Block =
  | { readonly type: 'paragraph'; readonly content: readonly Inline[] }
  | { readonly type: 'heading'; readonly attrs: { readonly level: 2 | 3 }; readonly content: readonly Inline[] }
  | { readonly type: 'bulletList' | 'orderedList'; readonly content: readonly ListItem[] }
  | Quotation
  | { readonly type: 'table'; readonly content: readonly Row[] }

/** A formatted text as Tiptap writes it, of these parts and no others (docs/decisions/0041). */
export interface RichText {
  readonly type: 'doc'
  readonly content: readonly Block[]
}

const DEEPEST = 24
const mark = z.discriminatedUnion('type', [
  z.object({ type: z.enum(['bold', 'italic']) }),
  z.object({ type: z.literal('link'), attrs: z.object({ href: z.string() }) }),
])

const text = z.object({
  type: z.literal('text'),
  text: z.string().min(1),
  // A link to where no link may go loses its address and keeps its words.
  marks: z
    .array(mark)
    .max(6)
    .optional()
    .transform((marks) => marks?.filter((one) => one.type !== 'link' || mayLinkTo(one.attrs.href))),
})
const inline = z.discriminatedUnion('type', [text, z.object({ type: z.literal('hardBreak') })])
const inlines = z.array(inline).default([])
const span = z.number().int().min(1).max(50).default(1)

const list = z.object({
  type: z.enum(['bulletList', 'orderedList']),
  get content() {
    return z.array(z.object({ type: z.literal('listItem'), content: blocks }))
  },
})
const cell = z.object({
  type: z.enum(['tableHeader', 'tableCell']),
  attrs: z.object({ colspan: span, rowspan: span }).optional(),
  get content() {
    return blocks
  },
})
const blocks: z.ZodType<Block[]> = z.lazy(() =>
  z.array(
    z.discriminatedUnion('type', [
      z.object({ type: z.literal('paragraph'), content: inlines }),
      z.object({
        type: z.literal('heading'),
        attrs: z.object({ level: z.union([z.literal(2), z.literal(3)]) }),
        content: inlines,
      }),
      list,
      z.object({ type: z.literal('blockquote'), content: blocks }),
      z.object({
        type: z.literal('table'),
        content: z.array(z.object({ type: z.literal('tableRow'), content: z.array(cell).min(1) })).min(1),
      }),
    ]),
  ),
)
const whole = z.object({ type: z.literal('doc'), content: blocks })

const deeperThan = (value: unknown, levels: number): boolean =>
  typeof value === 'object' &&
  value !== null &&
  (levels === 0 || Object.values(value).some((one) => deeperThan(one, levels - 1)))

/**
 * A document out of JSON, or null when it is none of ours: a part that is not on the list is refused whole, what a part
 * carries beyond it (a class, a style, an `onclick`) is left out, and a link that may not be loses its address.
 */
export const documentFrom = (json: string): RichText | null => {
  try {
    const value: unknown = JSON.parse(json)
    if (deeperThan(value, DEEPEST)) return null
    const read = whole.safeParse(value)
    return read.success ? (read.data as RichText) : null
  } catch {
    return null
  }
}
