import type { Block, Content, Head } from '../blocks/content.ts'

const withBlocks = (content: Content, blocks: readonly Block[]): Content => ({ ...content, blocks })

/** The page with another title, summary, button or picture. */
export const withHead =
  (head: Head) =>
  (content: Content): Content => ({ ...head, blocks: content.blocks })

/** The page with this block in the place of the one with its id; else behind the block `after`, or first. */
export const withBlock =
  (block: Block, after: string | null) =>
  (content: Content): Content => {
    const { blocks } = content
    if (blocks.some(({ id }) => id === block.id))
      return withBlocks(
        content,
        blocks.map((one) => (one.id === block.id ? block : one)),
      )
    const at = blocks.findIndex(({ id }) => id === after) + 1
    return withBlocks(content, blocks.toSpliced(at, 0, block))
  }

/** The page without a block. */
export const withoutBlock =
  (id: string) =>
  (content: Content): Content =>
    withBlocks(
      content,
      content.blocks.filter((block) => block.id !== id),
    )

/** The page with a block one place up or down; as it was when there is no room. */
export const withMoved =
  (id: string, way: 'up' | 'down') =>
  (content: Content): Content => {
    const from = content.blocks.findIndex((block) => block.id === id)
    const to = way === 'up' ? from - 1 : from + 1
    const block = content.blocks[from]
    if (!block || to < 0 || to >= content.blocks.length) return content
    return withBlocks(content, content.blocks.toSpliced(from, 1).toSpliced(to, 0, block))
  }
