import { setTimeout as wait } from 'node:timers/promises'
import '#products/m365/personal-data.ts'
import '#products/school/people/personal-data.ts'
import { applySlice } from '#products/m365/applying/run.ts'
import { reachGraph } from '#products/m365/graph/reach.ts'
import { createPool } from '#shared/database/pool.ts'
import { connectionOf, Microsoft } from '#shared/identity/index.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { KeyMemory } from '#shared/vault/keys.ts'
import { KeyRing } from '#shared/vault/ring.ts'

/*
 * A program to be killed: carries out one plan of one organisation, slice by slice, until it is no longer being carried out.
 */
const { app, ringPath, authority, organisation, plan } = JSON.parse(process.argv[2]!)

const ground = {
  pool: createPool(app, 4),
  ring: KeyRing.open(ringPath),
  memory: new KeyMemory(),
  now: () => new Date(),
}
const within = <T>(run: (work: Work) => Promise<T>) => asSystem(ground, organisation, 'test', run)
const cloud = { ring: ground.ring, microsoft: new Microsoft(authority), pace: { now: Date.now, wait } }
const connection = (await within(connectionOf))!
// Who was killed holds the lease for a while; here its time is over at once.
await within((work) => work.db.updateTable('m365_setup').set({ lease: null, lease_until: null }).execute())

for (;;) {
  const { graph } = reachGraph(cloud, connection, 20_000)
  await applySlice({ plan, within, graph, ring: ground.ring, tenant: connection.tenant }, Date.now)
  const { state } = await within((work) =>
    work.db.selectFrom('m365_plan').select('state').where('id', '=', plan).executeTakeFirstOrThrow(),
  )
  if (state !== 'applying') break
}
await ground.pool.end()
