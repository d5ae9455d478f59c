import { createHash } from 'node:crypto'

/** A part of a text: `# ` begins a heading, `- ` a line of a list, an empty line a new paragraph. */
export type Block =
  | { readonly kind: 'heading' | 'paragraph'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }

/** What tells that a text is the same to the letter. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex')

/** The parts of a text as somebody typed it. Every text is one: what is no heading or list is a paragraph. */
export const blocksOf = (text: string): Block[] => {
  const blocks: Block[] = []
  let open = false
  for (const line of text.split('\n').map((one) => one.trim())) {
    const last = blocks.at(-1)
    const [, mark, rest] = /^(#|-)\s+(.+)$/.exec(line) ?? []
    if (mark === '#') blocks.push({ kind: 'heading', text: rest! })
    else if (mark === '-' && last?.kind === 'list' && open) blocks[blocks.length - 1] = listWith(last.items, rest!)
    else if (mark === '-') blocks.push(listWith([], rest!))
    else if (line && last?.kind === 'paragraph' && open)
      blocks[blocks.length - 1] = { kind: 'paragraph', text: `${last.text} ${line}` }
    else if (line) blocks.push({ kind: 'paragraph', text: line })
    open = line !== ''
  }
  return blocks
}

const listWith = (items: readonly string[], item: string): Block => ({ kind: 'list', items: [...items, item] })

export type Change = { readonly kind: 'same' | 'gone' | 'new'; readonly text: string }

/** Lines that did not change are left out, but for the ones beside a change. */
const aroundChanges = (changes: readonly Change[]): Change[] => {
  const near = changes.map((_, at) => changes.slice(Math.max(0, at - 1), at + 2).some(({ kind }) => kind !== 'same'))
  return changes.flatMap((change, at) => {
    if (near[at]) return [change]
    return at > 0 && near[at - 1] && near.includes(true, at) ? [{ kind: 'same' as const, text: '…' }] : []
  })
}

const linesOf = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim().replace(/^[#-]\s+/, ''))
    .filter(Boolean)

/** What a reader has to know of a new version: which lines are new and which are gone (the longest common sequence), with the lines beside them; nothing when none is. */
export const differenceOf = (before: string, after: string): Change[] => {
  const [one, other] = [linesOf(before), linesOf(after)]
  const common = Array.from({ length: one.length + 1 }, () => new Uint16Array(other.length + 1))
  for (let i = one.length - 1; i >= 0; i--)
    for (let j = other.length - 1; j >= 0; j--)
      common[i]![j] =
        one[i] === other[j] ? common[i + 1]![j + 1]! + 1 : Math.max(common[i + 1]![j]!, common[i]![j + 1]!)
  const changes: Change[] = []
  let [i, j] = [0, 0]
  while (i < one.length || j < other.length) {
    if (i < one.length && one[i] === other[j]) {
      changes.push({ kind: 'same', text: one[i]! })
      i++
      j++
    } else if (i < one.length && (j >= other.length || common[i + 1]![j]! >= common[i]![j + 1]!))
      changes.push({ kind: 'gone', text: one[i++]! })
    else changes.push({ kind: 'new', text: other[j++]! })
  }
  return aroundChanges(changes)
}
