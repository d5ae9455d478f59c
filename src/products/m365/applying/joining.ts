import { whenRosterChanges } from '#products/school/index.ts'
import { MODULE } from '../setup/switched.ts'
import { PLAN } from './names.ts'

/** Some changes come in a row, as when a file is read in: one plan for all of them. */
const TOGETHER = 3_000

// Not at night only: who joins gets an account as soon as the plan lets it.
whenRosterChanges(MODULE, async (work) => {
  const setup = await work.db.selectFrom('m365_setup').select('consented_at').executeTakeFirst()
  if (!setup?.consented_at) return
  const runAt = new Date(work.wall.getTime() + TOGETHER)
  await work.enqueue(PLAN, { cause: 'joined', person: null }, { key: PLAN, runAt })
})
