import { askingFor, supplierOf } from '#products/privacy/index.ts'
import { namesOf, whoHasASay } from '#products/school/index.ts'
import { giveItem, takeItemBack } from '#shared/attention/item.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Kind } from '#shared/vault/declaration.ts'
import type { Reason } from './kinds.ts'
import { windowWords } from './personal-data.ts'
import { forTheSchool } from './rules.ts'

export const MODULE = 'support-windows'

/** The topic under which a window's page hears of looks and of its end. */
export const topicOf = (id: string): string => `support-window/${id}`

/** Whose data a window may be about, for who opens it, and as what. */
export type Whom = { readonly id: string; readonly name: string; readonly as: 'person' | 'guardian' | 'school' }

/** Whether this person may open a window about somebody: themselves, a child they speak for, or, for the school, anybody. */
export const whomFor = async (work: Work, me: Me, about: string): Promise<Whom | null> => {
  const asking = await askingFor(work, me, about)
  if (asking) return { id: about, name: asking.name, as: asking.own ? 'person' : 'guardian' }
  if (!forTheSchool(me)) return null
  const named = (await namesOf(work, [about])).get(about)
  return named ? { id: about, name: named.name, as: 'school' } : null
}

export type Asked = {
  readonly id: string
  readonly kinds: readonly Kind[]
  readonly reason: Reason
  readonly text: string
  readonly minutes: number
}

/** Who is told that the school opened one: the person, or who speaks for a child. */
const toldOf = async (work: Work, { id, as }: Whom): Promise<string[]> => {
  if (as !== 'school') return []
  const guardians = (await whoHasASay(work, [id])).filter(({ authority }) => authority !== 'no')
  return [id, ...guardians.map(({ guardian }) => guardian)]
}

/**
 * Opens a window; the same form once more is the same one. Refuses whose identity is protected: nobody outside the school sees
 * anything of them (PROMISES P32).
 */
export const open = async (
  work: Work,
  me: Me,
  whom: Whom,
  asked: Asked,
): Promise<'done' | 'protected' | 'no-supplier'> => {
  const supplier = await supplierOf(work)
  if (!supplier) return 'no-supplier'
  const { protected: hidden } = await work.db
    .selectFrom('person')
    .select('protected')
    .where('id', '=', whom.id)
    .executeTakeFirstOrThrow()
  if (hidden) return 'protected'
  const { id, kinds, reason, text, minutes } = asked
  const endsAt = new Date(work.now.getTime() + minutes * 60_000)
  const added = await work.db
    .insertInto('support_window')
    .values({
      id,
      person_id: whom.id,
      opened_by: me.id,
      opened_as: whom.as,
      supplier_id: supplier.id,
      kinds: [...kinds],
      reason,
      words: await work.seal(windowWords, { subject: whom.id, row: id }, { text }),
      opened_at: work.now,
      ends_at: endsAt,
    })
    .onConflict((same) => same.columns(['organisation_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst()
  if (!added) return 'done'
  await work.audit('opened-support-window', `${MODULE}/${id}`, [whom.id])
  const readers = await toldOf(work, whom)
  // What is only good to know would come after the window is over.
  await giveItem(work, { module: MODULE, subject: id, readers, class: 'answer', answerBy: work.today, until: endsAt })
  return 'done'
}

/** Closes a window: from this commit on nobody looks through it. Answers false when it is closed or over already. */
export const close = async (work: Work, me: Me, { id, person }: { id: string; person: string }): Promise<boolean> => {
  const closed = await work.db
    .updateTable('support_window')
    .set({ closed_at: work.now, closed_by: me.id })
    .where('id', '=', id)
    .where('closed_at', 'is', null)
    .where('ends_at', '>', work.now)
    .returning('id')
    .executeTakeFirst()
  if (!closed) return false
  await work.audit('closed-support-window', `${MODULE}/${id}`, [person])
  await takeItemBack(work, { module: MODULE, subject: id })
  await work.notify(topicOf(id))
  return true
}
