import { asOwner } from '#shared/database/migrate.ts'
import { joinPerson } from '#shared/identity/accounts.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import { urls } from '#src/urls.ts'
import { quietFamilies, writeToFamilies } from './family.ts'
import type { Target } from './load.ts'
import { compare, type Goal, type PageResult } from './rounds.ts'
import { type Serving, startServer } from './serve.ts'
import { guardianSignedIn, inWorld, type World } from './world.ts'

const CONNECTIONS = 50
const SHARE = 0.75
const EACH = 5

const goal: Goal = {
  words: `of_reference ≥ ${SHARE}, p99 ≤ 150 ms`,
  met: ({ of_reference, p99_ms }) => of_reference >= SHARE && p99_ms <= 150,
}

type Family = Omit<Target, 'port'>

/** Signs families in at each school who have children at the next one too; each finds fifteen things at either. */
const signFamiliesIn = async ({ ground, ring, schools }: World): Promise<Family[]> => {
  const families: Family[] = []
  for (const school of schools) await asSystem(ground, school.id, 'bench', (work) => writeToFamilies(work, school))
  for (const [at, school] of schools.entries()) {
    const next = schools[(at + 1) % schools.length]!
    for (let number = 0; number < EACH; number++) {
      const [here, there] = [quietFamilies(school)[number]!, quietFamilies(next)[EACH + number]!]
      const { account, cookie } = await asSystem(ground, school.id, 'bench', (work) =>
        guardianSignedIn(work, ring, here),
      )
      await asSystem(ground, next.id, 'bench', (work) => joinPerson(work, account, there))
      families.push({ host: school.host, path: urls.home(), cookie })
    }
  }
  return families
}

/** Measures the first page of families with children at two of twenty schools against its reference and the raw server. */
export const guardianHomeBench = (say: (line: string) => void): Promise<PageResult> =>
  inWorld(async (world) => {
    const families = await signFamiliesIn(world)
    await asOwner(world.connections.owner, (client) => client.query('analyze'))
    say('Twenty schools are there, each with families who have children at two of them.')
    await using raw = await startServer('raw', world)
    await using reference = await startServer('reference', world)
    await using ours = await startServer('ours', world)
    const on = ({ port }: Serving) => families.map((family) => ({ ...family, port }))
    const targets = { raw: on(raw), reference: on(reference), ours: on(ours) }
    return await compare('guardian-home', targets, CONNECTIONS, goal, say)
  })
