import { whoHasASay, withRoleToday } from '#products/school/index.ts'
import { giveItem } from '#shared/attention/item.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { type Asked, allAsked } from './queries.ts'
import { toldRoles } from './rules.ts'

export const MODULE = 'break-glass'

/** The window that opens, here at the school: nothing when that person is not here, or has a protected identity. */
const openWindow = async (work: Work, { id, person, kinds, reason, endsAt }: Asked): Promise<void> => {
  const here = await work.db
    .selectFrom('person')
    .select('id')
    .where('id', '=', person)
    .where('protected', '=', false)
    .executeTakeFirst()
  if (!here) return
  const { supplier_id } = await work.db
    .selectFrom('break_glass')
    .select('supplier_id')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  await work.db
    .insertInto('support_window')
    .values({
      id,
      person_id: person,
      opened_as: 'break-glass',
      supplier_id,
      kinds: [...kinds],
      reason,
      opened_at: work.now,
      ends_at: endsAt,
    })
    .onConflict((same) => same.columns(['organisation_id', 'id']).doNothing())
    .execute()
  await work.audit('opened-by-break-glass', `support-windows/${id}`, [person])
}

const untold = async (work: Work, asked: readonly Asked[]): Promise<Asked[]> => {
  const rows = await work.db.selectFrom('attention_item').select('subject_id').where('module', '=', MODULE).execute()
  const told = new Set(rows.map(({ subject_id }) => subject_id))
  return asked.filter(({ id }) => !told.has(id))
}

/**
 * What a knock leads to, at the school and, by a knock of its own, at its board: everybody who answers for it is told, and at
 * the school the window opens in the same commit. So nobody looks at a school that was not told. Answers which.
 */
export const takeIn = async (work: Work): Promise<string[]> => {
  const running = (await allAsked(work)).filter(({ state, endsAt }) => state === 'given' && endsAt > work.now)
  const news = await untold(work, running)
  for (const asked of news) {
    const answering = (await withRoleToday(work, toldRoles)).map(({ id }) => id)
    const atSchool = asked.customer === work.organisation
    const guardians = atSchool ? await whoHasASay(work, [asked.person]) : []
    const own = atSchool
      ? [asked.person, ...guardians.flatMap((one) => (one.authority === 'no' ? [] : one.guardian))]
      : []
    const here = own.length > 0 ? await work.db.selectFrom('person').select('id').where('id', 'in', own).execute() : []
    await giveItem(work, {
      module: MODULE,
      subject: asked.id,
      readers: [...answering, ...here.map(({ id }) => id)],
      class: 'urgent',
      whatever: true,
      toldAlready: true,
    })
    if (atSchool) await openWindow(work, asked)
  }
  return news.map(({ id }) => id)
}
