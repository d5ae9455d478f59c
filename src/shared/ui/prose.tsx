import type { Child } from './jsx.ts'
import { Heading } from './text.tsx'

/** A part of a longer text: a heading, a paragraph or a list of lines. */
export type ProseBlock =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }

/** A longer text that is read from beginning to end. `language` when it is another one than the page's. */
export function Prose({ blocks, language }: { blocks: readonly ProseBlock[]; language?: string }) {
  return (
    <div class="prose" lang={language}>
      {blocks.map((block) => {
        if (block.kind === 'list')
          return (
            <ul>
              {block.items.map((item) => (
                <li>{item}</li>
              ))}
            </ul>
          )
        return block.kind === 'heading' ? <Heading level={2}>{block.text}</Heading> : <p>{block.text}</p>
      })}
    </div>
  )
}

type Changed = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string }

const lineOf = ({ kind, text }: Changed, words: { readonly gone: string; readonly new: string }): Child => {
  if (kind === 'same') return text
  return [
    <span class="small strong">{`${words[kind]}: `}</span>,
    kind === 'gone' ? <del>{text}</del> : <ins>{text}</ins>,
  ]
}

/** What is new and what is gone between two texts, line by line; a word says it, the colour repeats it. */
export function Difference({
  changes,
  words,
}: {
  changes: readonly Changed[]
  words: { readonly gone: string; readonly new: string }
}) {
  return (
    <div class="prose difference">
      {changes.map((change) => (
        <p class={change.kind}>{lineOf(change, words)}</p>
      ))}
    </div>
  )
}
