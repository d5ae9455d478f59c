import { isOnHere } from '#shared/access/switch.ts'
import { connectionOf } from '#shared/identity/index.ts'
import { type Task, task } from '#shared/jobs/task.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Cloud } from '#src/products.ts'
import { reachGraph } from '../graph/reach.ts'
import { GraphTrouble } from '../graph/trouble.ts'
import { APPLY, type Made, makePlan, wishesOf } from '../plans/making.ts'
import { saveChecked, setupOf } from '../setup/setup.ts'
import { MODULE } from '../setup/switched.ts'
import { eraseAsked } from './erasing.ts'
import { PLAN } from './names.ts'
import { applySlice } from './run.ts'

const TEND = 'm365-tend'

/** How long a job may wait in its process: longer waits are for a later job. */
const PATIENCE = 20_000

const later = (work: Work, seconds: number) => new Date(work.wall.getTime() + seconds * 1_000)

/** Plans and carries out, each as a job of its own, and looks every few minutes whether something was left lying. */
export const applyingTasks = (cloud: Cloud): readonly Task[] => [
  task<Made>(PLAN, async ({ inOrganisation: within, data }) => {
    const connection = await within(async (work) =>
      (await isOnHere(work, MODULE)) && wishesOf(await setupOf(work)) ? connectionOf(work) : null,
    )
    if (!connection) return
    const { graph } = reachGraph(cloud, connection, PATIENCE)
    try {
      const stored = await makePlan({ within, graph, ring: cloud.ring, connection }, data)
      await within(async (work) => {
        await saveChecked(work, { problem: null })
        // Who joined while a plan is carried out comes in the next one, right after it.
        if (stored === 'busy') await work.enqueue(PLAN, data, { key: PLAN, runAt: later(work, 60) })
      })
    } catch (error) {
      if (!(error instanceof GraphTrouble)) throw error
      await within(async (work) => {
        await saveChecked(work, { problem: error.code ? `${error.kind} ${error.code}` : error.kind })
        await work.notify('m365/plans')
        if (error.kind === 'away' || error.kind === 'throttled')
          await work.enqueue(PLAN, data, { key: PLAN, runAt: later(work, error.later) })
      })
    }
  }),
  task<{ plan: string }>(APPLY, async ({ inOrganisation: within, data }) => {
    const connection = await within(connectionOf)
    if (!connection) return
    const { graph } = reachGraph(cloud, connection, PATIENCE)
    await applySlice({ plan: data.plan, within, graph, ring: cloud.ring, tenant: connection.tenant }, cloud.pace.now)
  }),
  // What a killed process left is taken up again, and what has to go from the tenant goes.
  task(
    TEND,
    async ({ inOrganisation: within }) => {
      const connection = await within(async (work) => {
        const left = await work.db
          .selectFrom('m365_plan')
          .select('id')
          .where('state', '=', 'applying')
          .where(({ or, eb }) => or([eb('resume_at', 'is', null), eb('resume_at', '<', work.wall)]))
          .executeTakeFirst()
        if (left) await work.enqueue(APPLY, { plan: left.id }, { key: APPLY })
        const asked = await work.db
          .selectFrom('m365_erasure')
          .select('object_id')
          .where('done_at', 'is', null)
          .limit(1)
          .executeTakeFirst()
        return asked ? connectionOf(work) : null
      })
      if (connection) await eraseAsked(within, reachGraph(cloud, connection, PATIENCE).graph)
    },
    '*/5 * * * *',
  ),
  task(
    'm365-night',
    ({ inOrganisation: within }) =>
      within((work) => work.enqueue(PLAN, { cause: 'night', person: null }, { key: PLAN })),
    '30 2 * * *',
  ),
]
