import { supplierOf } from '#products/privacy/index.ts'
import { whoHasASay, withRoleToday } from '#products/school/index.ts'
import { giveItem } from '#shared/attention/item.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { type Asked, allAsked } from './queries.ts'
import { toldRoles } from './rules.ts'

export const MODULE = 'break-glass'

/** The window that opens, here at the school. Answers false when that person is not here, or has a protected identity. */
const openWindow = async (work: Work, { id, supplier, person, kinds, reason, endsAt }: Asked): Promise<boolean> => {
  const here = await work.db
    .selectFrom('person')
    .select('id')
    .where('id', '=', person)
    .where('protected', '=', false)
    .executeTakeFirst()
  if (!here) return false
  await work.db
    .insertInto('support_window')
    .values({
      id,
      person_id: person,
      opened_as: 'break-glass',
      supplier_id: supplier,
      kinds: [...kinds],
      reason,
      opened_at: work.now,
      ends_at: endsAt,
    })
    .onConflict((same) => same.columns(['organisation_id', 'id']).doNothing())
    .execute()
  await work.audit('opened-by-break-glass', `support-windows/${id}`, [person])
  return true
}

/** Whom it is about, and who speaks for a child. */
const ownOf = async (work: Work, person: string): Promise<string[]> => {
  const say = await whoHasASay(work, [person])
  return [person, ...say.flatMap(({ guardian, authority }) => (authority === 'no' ? [] : guardian))]
}

const untold = async (work: Work, asked: readonly Asked[]): Promise<Asked[]> => {
  const rows = await work.db.selectFrom('attention_item').select('subject_id').where('module', '=', MODULE).execute()
  const told = new Set(rows.map(({ subject_id }) => subject_id))
  return asked.filter(({ id }) => !told.has(id))
}

/**
 * What a knock leads to, at the school and, by a knock of its own, at its board: everybody who answers for it is told, and at
 * the school the window opens in the same commit. So nobody looks at a school that was not told. What another organisation than
 * the own supplier put there is left alone. Answers which.
 */
export const takeIn = async (work: Work): Promise<string[]> => {
  const supplier = await supplierOf(work)
  const running = (await allAsked(work)).filter(
    (one) => one.state === 'given' && one.endsAt > work.now && one.supplier === supplier?.id,
  )
  const news = await untold(work, running)
  for (const asked of news) {
    const answering = (await withRoleToday(work, toldRoles)).map(({ id }) => id)
    const item = { module: MODULE, subject: asked.id, class: 'urgent', whatever: true } as const
    // A mail of its own leaves for who answers for it.
    await giveItem(work, { ...item, readers: answering, toldAlready: true })
    if (asked.customer !== work.organisation || !(await openWindow(work, asked))) continue
    const own = await ownOf(work, asked.person)
    await giveItem(work, { ...item, readers: own.filter((one) => !answering.includes(one)) })
  }
  return news.map(({ id }) => id)
}
