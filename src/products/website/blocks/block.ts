import type { z } from 'zod'
import type { Typed } from '#shared/access/form.ts'
import type { Language, Words } from '#shared/language/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { IconName } from '#shared/ui/icon-names.ts'
import type { Child } from '#shared/ui/jsx.ts'
import type { Block } from './content.ts'

/** A page of the site as others link to it. */
type PageLink = { readonly id: string; readonly path: string; readonly title: string }

/** A picture as a page shows it: its sizes, smallest first, and what it shows in words. */
export type ShownPicture = {
  readonly id: string
  readonly alt: string
  /** Which ninth has to stay in view when something is cut off. */
  readonly focus: number
  readonly width: number
  readonly height: number
  readonly sizes: readonly { readonly width: number; readonly webp: string; readonly jpeg: string }[]
}

/** A news article in a list, the newest first. */
type Article = PageLink & { readonly summary: string; readonly day: string; readonly picture: string | null }

/** Something in the agenda: on one day or more. */
export type SiteEvent = {
  readonly id: string
  readonly title: string
  readonly text: string
  readonly place: string
  readonly from: string
  readonly to: string
  readonly starts: string | null
  readonly ends: string | null
  /** A holiday or a study day, which school keeps in its own calendar: nobody has to come. */
  readonly noSchool?: true
}

export type ShownDocument = {
  readonly id: string
  readonly title: string
  readonly type: string
  readonly bytes: number
  readonly address: string
}

/** What every block may use of the site it stands on. */
export type OnSite = {
  readonly language: Language
  readonly today: string
  readonly pages: ReadonlyMap<string, PageLink>
  /** The pictures that may be seen now: one that is not here is left out. */
  readonly pictures: ReadonlyMap<string, ShownPicture>
  readonly articles: readonly Article[]
  readonly events: readonly SiteEvent[]
  readonly documents: ReadonlyMap<string, ShownDocument>
}

/** Something that keeps a page from being published, and what would be right (WCAG 2.2). */
export type Fault = {
  readonly kind: 'alt' | 'heading-order' | 'contrast' | 'empty-link' | 'table-header' | 'empty'
  /** What it is about, in the words of the page. */
  readonly about: string
}

type FieldsProps = {
  readonly language: Language
  readonly typed: Typed
  readonly problems: Readonly<Record<string, string>>
  readonly on: OnSite
  /** What `load` found, of a kind that offers something to choose from. */
  readonly facts?: unknown
}

/**
 * A kind of block: how it is filled in, shown, searched and checked. Adding one is a file in this folder and a line in
 * `kinds.ts`. `Data` is what a page's revision holds, so a newer kind must still read what an older one wrote.
 */
export type BlockKind<Data = never, Facts = undefined> = {
  readonly type: string
  readonly word: Words
  /** What it is for, in one short sentence. */
  readonly text: Words
  readonly icon: IconName
  /** A new one, before anything is filled in. */
  readonly empty: Data
  /** Reads its form; messages are codes that `Fields` puts into words. */
  readonly form: z.ZodType<Data>
  readonly typedOf: (data: Data) => Typed
  readonly Fields: (props: FieldsProps) => Child
  /** What all blocks of this kind on a site need from the database, asked once for all of them. */
  readonly load?: (work: Work, all: readonly Data[]) => Promise<Facts>
  /** Its form offers what `load` finds, so that is asked before there is a block of this kind too. */
  readonly offers?: true
  /** It does something more where scripts run; without them it works too. */
  readonly script?: true
  readonly Show: (props: { readonly data: Data; readonly facts: Facts; readonly on: OnSite }) => Child
  /** What it says, for the search and for the difference between versions. */
  readonly words: (data: Data) => string
  readonly pictures?: (data: Data) => readonly string[]
  /** Documents it offers. */
  readonly files?: (data: Data) => readonly string[]
  /** What keeps it from being published. */
  readonly faults?: (data: Data, on: OnSite) => readonly Fault[]
  /** The same block with what can be mended by itself mended. */
  readonly repair?: (data: Data) => Data
}

/** A kind whose data only the kind itself looks into. */
export type AnyKind = Omit<
  BlockKind,
  'empty' | 'form' | 'typedOf' | 'load' | 'Show' | 'words' | 'pictures' | 'files' | 'faults' | 'repair'
> & {
  readonly empty: Block['data']
  readonly form: z.ZodType<Block['data']>
  readonly typedOf: (data: Block['data']) => Typed
  readonly load?: (work: Work, all: readonly Block['data'][]) => Promise<unknown>
  readonly Show: (props: { readonly data: Block['data']; readonly facts: unknown; readonly on: OnSite }) => Child
  readonly words: (data: Block['data']) => string
  readonly pictures?: (data: Block['data']) => readonly string[]
  readonly files?: (data: Block['data']) => readonly string[]
  readonly faults?: (data: Block['data'], on: OnSite) => readonly Fault[]
  readonly repair?: (data: Block['data']) => Block['data']
}

/** Declares a kind of block. */
export const blockKind = <Data extends object, Facts = undefined>(kind: BlockKind<Data, Facts>): AnyKind =>
  kind as unknown as AnyKind

/** Where a stored link leads now; nothing when its page is gone. */
export const addressOn = (on: OnSite, to: string): string | null =>
  to.startsWith('page:') ? (on.pages.get(to.slice(5))?.path ?? null) : to
