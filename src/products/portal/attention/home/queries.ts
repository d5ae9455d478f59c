import type { OfModule, Shown, ShownChild, There, Waiting } from '#shared/access/attention.ts'
import { type Item, openItems } from '#shared/attention/item.ts'
import { allOf } from '#shared/database/all-of.ts'
import type { Site } from '#shared/tenancy/sites.ts'

/** One thing of the list, with the school it comes from; `here`: the page's own school. */
export type Listed = Item & { readonly shown: Shown; readonly site: Site; readonly here: boolean }

type ListedChild = ShownChild & { readonly site: Site; readonly here: boolean }

/** What one school has for one person: things in words, and the own children. */
export type FromSchool = { readonly items: readonly Listed[]; readonly children: readonly ListedChild[] }

const none = <One>(): Promise<readonly One[]> => Promise.resolve([])

/** Asks each module to show what waits for this person at this school. */
export const fromSchool = async (there: There, here: boolean): Promise<FromSchool> => {
  const { work, me, site, attentions } = there
  const open = openItems(work, me.id)
  const showing = async ({ module, show }: OfModule): Promise<readonly [readonly Item[], readonly Shown[]]> => {
    const mine = (await open).filter((item) => item.module === module)
    return [mine, mine.length > 0 ? await show(there, mine) : []]
  }
  const found = await allOf(
    attentions.map(async (attention) => {
      const { module, children, waiting } = attention
      const [[mine, shown], waits, own] = await allOf([
        showing(attention),
        waiting?.(there) ?? none<Waiting>(),
        children?.(there) ?? none<ShownChild>(),
      ])
      const words = new Map(shown.map((one) => [one.subject, one]))
      const given = mine.flatMap((item) =>
        words.get(item.subject) ? [{ ...item, shown: words.get(item.subject)! }] : [],
      )
      const counted = waits.map(({ answerBy, ...one }) => ({
        module,
        subject: one.subject,
        class: 'answer' as const,
        answerBy,
        from: work.now,
        shown: one,
      }))
      return { items: [...given, ...counted], children: own }
    }),
  )
  const listed = <One extends object>(one: One) => ({ ...one, site, here })
  return {
    items: found.flatMap((one) => one.items).map(listed),
    children: found.flatMap((one) => one.children).map(listed),
  }
}

export type Merged = {
  readonly urgent: readonly Listed[]
  readonly answers: readonly Listed[]
  readonly toKnow: readonly Listed[]
  readonly children: readonly ListedChild[]
}

const newest = (one: Listed, other: Listed) => other.from.getTime() - one.from.getTime()

/** By the day of the answer; what has none comes last. */
const soonest = ({ answerBy: one }: Listed, { answerBy: other }: Listed) =>
  one === other ? 0 : one !== null && (other === null || one < other) ? -1 : 1

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
