import type { Words } from '#shared/language/index.ts'

/** Something that we put on somebody's device (art. 11.7a Telecommunicatiewet): a cookie, or a key of the browser's own storage. */
export type Kept = {
  readonly name: string
  readonly where: 'cookie' | 'local-storage' | 'cache'
  /** What it is for, in one sentence. */
  readonly why: Words
  /** What makes us put it there. */
  readonly when: Words
  /** How long it stays. */
  readonly until: Words
}

const declared = new Map<string, Kept>()
const order: readonly Kept['where'][] = ['cookie', 'local-storage', 'cache']

/** Declares what a browser keeps of us, beside the code that puts it there. The public list is made of these (PROMISES P50). */
export const keptInBrowser = <One extends Kept>(one: One): One => {
  declared.set(`${one.where} ${one.name}`, one)
  return one
}

/** Everything that a browser can keep of us, cookies first. A browser that finds something else fails `test/crawl.browser.test.ts`. */
export const allKept = (): readonly Kept[] =>
  [...declared.values()].sort(
    (one, other) => order.indexOf(one.where) - order.indexOf(other.where) || one.name.localeCompare(other.name),
  )
