import { GraphError } from '@microsoft/microsoft-graph-client'
import { isOnHere } from '#shared/access/switch.ts'
import { connectionOf } from '#shared/identity/index.ts'
import { type Task, task } from '#shared/jobs/task.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { Cloud } from '#src/products.ts'
import { reachGraph } from '../graph/reach.ts'
import { GraphTrouble } from '../graph/trouble.ts'
import { RESULTS } from '../results/rules.ts'
import { takeInResults } from '../results/taking-in.ts'
import { setupOf } from '../setup/setup.ts'
import { MODULE } from '../setup/switched.ts'
import { type ClassWork, readClass } from './reading.ts'

const READ = 'm365-assignments'
const PERMISSION = 'EduAssignments.Read.All'

/** How long the job may wait in its process: longer waits are for a later job. */
const PATIENCE = 20_000

type Asked = {
  /** Also what is older than a week, and what was deleted: delta never tells of that. */
  readonly whole: boolean
  /** Classes that were read already by an earlier attempt of the same round. */
  readonly done: readonly string[]
}

const KEY = ({ whole }: Asked) => `${READ}-${whole}`

/** The classes that stand in the tenant, and the pupil behind each account; nothing where this may not be read. */
const classesOf = async (work: Work) => {
  const setup = await setupOf(work)
  const on = (await isOnHere(work, MODULE)) && (await isOnHere(work, RESULTS))
  if (!on || !setup?.given.includes(PERMISSION)) return null
  const connection = await connectionOf(work)
  if (!connection) return null
  const classes = await work.db
    .selectFrom('m365_group')
    .select('object_id')
    .where('kind', '=', 'class')
    .where('object_id', 'is not', null)
    .where('closed_on', 'is', null)
    .orderBy('id')
    .execute()
  const accounts = await work.db.selectFrom('m365_account').select(['person_id', 'object_id']).execute()
  return {
    connection,
    now: work.wall,
    objects: classes.flatMap(({ object_id }) => object_id ?? []),
    pupils: new Map(accounts.map(({ person_id, object_id }) => [object_id, person_id])),
  }
}

/** Takes in what a class has; after a whole look also what is no longer there goes. */
const store = async (
  work: Work,
  object: string,
  { assignments, results }: ClassWork,
  whole: boolean,
): Promise<void> => {
  const source = `graph:${object}`
  await takeInResults(work, { source, results })
  if (!whole) return
  const stood = await work.db
    .selectFrom('result_test')
    .select(['id', 'source_key'])
    .where('source', '=', source)
    .execute()
  for (const { id, source_key } of stood)
    if (!assignments.includes(source_key)) await work.db.deleteFrom('result_test').where('id', '=', id).execute()
}

const again = (work: Work, asked: Asked, seconds: number) =>
  work.enqueue(READ, asked, { key: KEY(asked), runAt: new Date(work.wall.getTime() + seconds * 1_000) })

/**
 * Reads assignments and what pupils made of them, class by class: every hour what changed, at night all of it. Stopped by Graph, it
 * goes on later with the classes that are left; what is stored twice is stored once (decision 63).
 */
export const assignmentTasks = (cloud: Cloud): readonly Task[] => [
  task<Asked>(READ, async ({ inOrganisation: within, data }) => {
    const found = await within(classesOf)
    if (!found) return
    const { graph } = reachGraph(cloud, found.connection, PATIENCE)
    const done = [...data.done]
    for (const object of found.objects) {
      if (done.includes(object)) continue
      try {
        const read = await readClass(graph, { object, pupils: found.pupils, whole: data.whole, now: found.now })
        await within((work) => store(work, object, read, data.whole))
        done.push(object)
      } catch (error) {
        // A class that was taken away in Teams is for the plan to tell; the others are read.
        if (error instanceof GraphError && error.statusCode === 404) continue
        if (!(error instanceof GraphTrouble)) throw error
        // Without consent or a token the next look at the connection says so; its page tells what to do.
        if (error.kind === 'away' || error.kind === 'throttled')
          await within((work) => again(work, { whole: data.whole, done }, error.later))
        return
      }
    }
  }),
  task(
    `${READ}-hour`,
    ({ inOrganisation: within }) => within((work) => again(work, { whole: false, done: [] }, 0)),
    '10 7-17 * * 1-5',
  ),
  task(
    `${READ}-night`,
    ({ inOrganisation: within }) => within((work) => again(work, { whole: true, done: [] }, 0)),
    '40 3 * * *',
  ),
]
