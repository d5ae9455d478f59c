import { asOwner } from '#shared/database/migrate.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import { urls } from '#src/urls.ts'
import { giveResults } from './results-school.ts'
import { compare, type Goal, type PageResult } from './rounds.ts'
import { type Serving, startServer } from './serve.ts'
import { inWorld } from './world.ts'

const CONNECTIONS = 10
const SHARE = 0.75

const goal: Goal = {
  words: `of_reference ≥ ${SHARE}, p99 ≤ 100 ms`,
  met: ({ of_reference, p99_ms }) => of_reference >= SHARE && p99_ms <= 100,
}

/** Measures the results of classes of thirty pupils with forty results each, at ten teachers at a time, against the page by hand. */
export const resultsBench = (say: (line: string) => void): Promise<PageResult> =>
  inWorld(async (world) => {
    for (const school of world.schools)
      await asSystem(world.ground, school.id, 'bench', (work) => giveResults(work, school))
    await asOwner(world.connections.owner, (client) => client.query('analyze'))
    say('Twenty schools are there, each with a class of thirty and forty results of each.')
    await using raw = await startServer('raw', world)
    await using reference = await startServer('reference', world)
    await using ours = await startServer('ours', world)
    const on = ({ port }: Serving) =>
      world.schools.map(({ host, group, teacherCookie }) => ({
        host,
        path: urls.resultsOf({ group }),
        cookie: teacherCookie,
        port,
      }))
    const targets = { raw: on(raw), reference: on(reference), ours: on(ours) }
    return await compare('results', targets, CONNECTIONS, goal, say)
  })
