import type { Child } from './jsx.ts'
import { Notice } from './notice.tsx'

/**
 * A sentence that shows while one of some words stands in a field. The browser looks by itself: nothing of it is sent or kept.
 * `words`: beginnings of words, with commas between them.
 */
export function TypedHint({ field, words, children }: { field: string; words: string; children: Child }) {
  return (
    <div role="status" data-behaviour="typed-hint" data-field={field} data-words={words}>
      <template>
        <Notice kind="waiting" icon="phone" still>
          {children}
        </Notice>
      </template>
    </div>
  )
}
