import { z } from 'zod'
import { documentFrom, type RichText } from './document.ts'
import { plainText } from './plain.ts'
import { documentOfTyped } from './typed.ts'

export { type Block, documentFrom, type Inline, type RichText } from './document.ts'
export { beginningOf, comparable, plainText } from './plain.ts'
export { documentOfTyped, typedOf } from './typed.ts'

const BEGINS = '{"type":"doc"'

/** What came out of the field of `RichTextField`: the editor's document, or what was typed where no script ran; null when it is no document of ours. */
export const readRichText = (posted: string): RichText | null =>
  posted.startsWith(BEGINS) ? documentFrom(posted) : documentOfTyped(posted)

/**
 * A field with formatted text in a form's schema. Refuses what has no words (`empty`), what is longer than `max` letters
 * (`tooLong`), and a document with parts that are not on the list (as `empty`).
 */
export const richText = ({ max, empty, tooLong }: { max: number; empty: string; tooLong: string }) =>
  z.string(empty).transform((posted, context): RichText => {
    const document = readRichText(posted)
    const letters = document ? plainText(document).length : 0
    if (!document || letters === 0 || letters > max) {
      context.addIssue({ code: 'custom', message: letters > max ? tooLong : empty })
      return z.NEVER
    }
    return document
  })
