import { randomUUID } from 'node:crypto'
import type { Me } from '#shared/identity/me.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { myRounds } from './queries.ts'

/** Puts me on the waiting list for a child in a round that is open; once is enough. False where there is no such child. */
export const wait = async (work: Work, me: Me, round: string, pupil: string): Promise<boolean> => {
  const found = (await myRounds(work, me)).find((one) => one.id === round && one.open)
  const child = found?.children.find((one) => one.pupil === pupil)
  if (!child || child.mine) return false
  await work.db
    .insertInto('conversation_wait')
    .values({ id: randomUUID(), round_id: round, pupil_id: pupil, guardian_id: me.id, since: work.now })
    .onConflict((same) => same.doNothing())
    .execute()
  return true
}
