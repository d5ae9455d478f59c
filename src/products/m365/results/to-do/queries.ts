import { plusDays } from '#products/school/index.ts'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { resultRecord } from '../personal-data.ts'

/** Something that a pupil still has to hand in. */
export type ToDo = { readonly id: string; readonly name: string; readonly dueOn: string }

/** How far ahead somebody's first page looks. */
const AHEAD = 7

/** What I have to hand in today and in the coming week, the soonest first: as a pupil, of myself. */
export const toDo = async (work: Work, me: Pick<Me, 'id'>): Promise<ToDo[]> => {
  const rows = await work.db
    .selectFrom('result')
    .innerJoin('result_test as test', 'test.id', 'result.test_id')
    .select(['result.id', 'result.record', 'test.due_on'])
    .where('result.pupil_id', '=', me.id)
    .where('test.due_on', '>=', work.today)
    .where('test.due_on', '<=', plusDays(work.today, AHEAD))
    .orderBy('test.due_on')
    .orderBy('result.id')
    .execute()
  const opened = await work.open(rows, { record: reading(resultRecord, 'id', 'state', 'test') })
  return opened
    .filter(({ record }) => record.state === 'to-do')
    .map(({ id, record, due_on }) => ({ id, name: record.test, dueOn: due_on! }))
}
