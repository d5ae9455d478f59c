import type { Shown, ShownChild, There } from '#shared/access/attention.ts'
import { type Item, openItems } from '#shared/attention/item.ts'
import type { Site } from '#shared/tenancy/sites.ts'

/** One thing of the list, with the school it comes from; `here`: the page's own school. */
export type Listed = Item & { readonly shown: Shown; readonly site: Site; readonly here: boolean }

type ListedChild = ShownChild & { readonly site: Site; readonly here: boolean }

/** What one school has for one person: things in words, and the own children. */
export type FromSchool = { readonly items: readonly Listed[]; readonly children: readonly ListedChild[] }

/** Asks each module to show what waits for this person at this school. */
export const fromSchool = async (there: There, here: boolean): Promise<FromSchool> => {
  const { work, me, site, attentions } = there
  const items = await openItems(work, me.id)
  const shown: Listed[] = []
  const children: ListedChild[] = []
  for (const { module, show, children: childrenOf } of attentions) {
    const mine = items.filter((item) => item.module === module)
    const answered = mine.length > 0 ? await show(there, mine) : []
    const bySubject = new Map(answered.map((one) => [one.subject, one]))
    for (const item of mine) {
      const words = bySubject.get(item.subject)
      if (words) shown.push({ ...item, shown: words, site, here })
    }
    if (childrenOf) children.push(...(await childrenOf(there)).map((child) => ({ ...child, site, here })))
  }
  return { items: shown, children }
}

export type Merged = {
  readonly urgent: readonly Listed[]
  readonly answers: readonly Listed[]
  readonly toKnow: readonly Listed[]
  readonly children: readonly ListedChild[]
}

const newest = (one: Listed, other: Listed) => other.from.getTime() - one.from.getTime()

const soonest = (one: Listed, other: Listed) =>
  one.answerBy! < other.answerBy! ? -1 : one.answerBy! > other.answerBy! ? 1 : 0

/** One list of all schools: what is urgent, what needs an answer by its day, and what is good to know, the newest first. */
export const merge = (schools: readonly FromSchool[]): Merged => {
  const items = schools.flatMap((school) => school.items)
  const of = (kind: Item['class']) => items.filter((item) => item.class === kind)
  return {
    urgent: of('urgent').sort(newest),
    answers: of('answer').sort(soonest),
    toKnow: of('to-know').sort(newest),
    children: schools.flatMap((school) => school.children),
  }
}
