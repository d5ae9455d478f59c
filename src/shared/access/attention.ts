import type { Item } from '#shared/attention/item.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Language } from '#shared/language/index.ts'
import type { Site } from '#shared/tenancy/sites.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Child } from '#shared/ui/jsx.ts'

/** One person at one organisation: here, or at another school where the same account is somebody. */
export type There = {
  readonly work: Work
  readonly me: Me
  readonly site: Site
  readonly language: Language
  /** How each module that is on there shows what waits for a reader. */
  readonly attentions: readonly OfModule[]
}

/** One of the reader's things in words, as the first page shows it. */
export type Shown = {
  readonly subject: string
  readonly title: string
  /** Child and sender in one line: "Mila, juf Naima". */
  readonly text: string
  /** A sentence more, for what is urgent. */
  readonly body?: string
  /** Where it is read and answered, and what the button that leads there says. */
  readonly to: string
  readonly action: string
  /** Answers given on the list itself: a form of one or two buttons, which sends back to the first page. Here only, not at another school. */
  readonly answers?: Child
}

/** A child of the reader, as it stands at the head of the first page. */
export type ShownChild = {
  readonly id: string
  readonly name: string
  readonly givenName: string
  readonly text: string
  readonly to: string
}

/** Something that waits and that its module counts itself, from the person: no item was given, and no message leaves for it. */
export type Waiting = Shown & { readonly answerBy: string | null }

/**
 * How a module shows what it gave to readers (`giveItem`): from its own sealed rows, by a query that starts from the
 * person. A thing that it leaves out is one that this person may not see (any more), and stands in no list and no count.
 */
export type Attention = {
  readonly show: (there: There, items: readonly Item[]) => Promise<readonly Shown[]>
  /** The reader's children with how they are now; one module says it. */
  readonly children?: (there: There) => Promise<readonly ShownChild[]>
  /** Questions that follow from who decides today, and so are asked anew at each look; their module tells of them itself. */
  readonly waiting?: (there: There) => Promise<readonly Waiting[]>
}

export type OfModule = Attention & { readonly module: string }
