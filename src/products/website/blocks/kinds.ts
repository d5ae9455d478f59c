import { embedBlocks } from '../embeds/block.tsx'
import { formBlock } from '../forms/block.tsx'
import { accordion } from './accordion.tsx'
import { agenda } from './agenda.tsx'
import type { AnyKind, OnSite } from './block.ts'
import { call } from './call.tsx'
import { columns } from './columns.tsx'
import type { Block } from './content.ts'
import { downloads } from './downloads.tsx'
import { gallery } from './gallery.tsx'
import { image } from './image.tsx'
import { news } from './news.tsx'
import { people } from './people.tsx'
import { text } from './text.tsx'

/** Every kind of block, in the order in which an editor chooses from them. */
export const blockKinds: readonly AnyKind[] = [
  text,
  image,
  gallery,
  columns,
  call,
  people,
  downloads,
  news,
  agenda,
  accordion,
  formBlock,
  ...embedBlocks,
]

const byType = new Map(blockKinds.map((kind) => [kind.type, kind]))

/** The kind of a block; nothing for a type that is not there (any more). */
export const kindOf = (type: string): AnyKind | undefined => byType.get(type)

/** What each block says, in plain words. */
export const wordsOf = (blocks: readonly Block[]): string =>
  blocks
    .map(({ type, data }) => kindOf(type)?.words(data) ?? '')
    .filter(Boolean)
    .join('\n')

/** The pictures that these blocks show. */
export const picturesIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(({ type, data }) => [...(kindOf(type)?.pictures?.(data) ?? [])])

/** The documents that these blocks offer. */
export const filesIn = (blocks: readonly Block[]): string[] =>
  blocks.flatMap(({ type, data }) => [...(kindOf(type)?.files?.(data) ?? [])])

/** Blocks with what their kinds found in the database for all of them. */
export type Facts = ReadonlyMap<string, unknown>

/** A block as strangers see it; one of a kind that is not there leaves nothing. */
export const ShowBlock = ({ block, facts, on }: { block: Block; facts: Facts; on: OnSite }) => {
  const kind = kindOf(block.type)
  return kind ? kind.Show({ data: block.data, facts: facts.get(block.type), on }) : null
}
