import { z } from 'zod'

/** A part of a page: a kind that `kinds.ts` knows, with what that kind holds. Its id stays the same through all versions. */
export type Block = { readonly id: string; readonly type: string; readonly data: Readonly<Record<string, unknown>> }

/** What a page says at a moment, as one revision holds it. */
export type Content = {
  readonly title: string
  /** One or two sentences: under the title, in lists of pages, in search engines. */
  readonly summary: string
  /** The button under the title. */
  readonly action: { readonly words: string; readonly to: string } | null
  /** The picture that goes with it in lists and at the top. */
  readonly picture: string | null
  readonly blocks: readonly Block[]
}

/** Where a link leads: `page:ID` for a page of this site, so that it holds when that page moves; else an address. */
export const linkTarget = z
  .string('link')
  .max(1000, 'link')
  .regex(/^(page:[0-9a-f-]{36}|https?:\/\/\S+|mailto:\S+@\S+|tel:[+\d][\d -]*|\/(?!\/)\S*)$/i, 'link')

/** What stands at the head of a page. */
export const headForm = z.object({
  title: z.string('title').min(1, 'title').max(120, 'title-long'),
  summary: z.string('summary').max(300, 'summary-long'),
  actionWords: z.string().max(60, 'action-long').optional(),
  actionTo: z.union([z.literal(''), linkTarget]).optional(),
  picture: z.string().max(40).optional(),
})

export type Head = Omit<Content, 'blocks'>

/** The head of a page from its form. A button without words or without a place to go is none. */
export const headOf = (form: z.output<typeof headForm>): Head => ({
  title: form.title,
  summary: form.summary,
  action: form.actionWords && form.actionTo ? { words: form.actionWords, to: form.actionTo } : null,
  picture: form.picture || null,
})
