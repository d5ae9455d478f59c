import { randomUUID } from 'node:crypto'
import { foundOrganisation } from '#products/school/organisations/founding.ts'
import { addPeople } from '#products/school/people/adding.ts'
import { personRecord } from '#products/school/people/personal-data.ts'
import { asOwner, migrate } from '#shared/database/migrate.ts'
import { openDatabase } from '#shared/database/open.ts'
import { createPool } from '#shared/database/pool.ts'
import { loadSecrets } from '#shared/secrets.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import { registerGeneration } from '#shared/vault/generation.ts'
import { KeyMemory } from '#shared/vault/keys.ts'
import { reading } from '#shared/vault/opening.ts'
import { KeyRing, ringPath } from '#shared/vault/ring.ts'

/*
 * A program to be killed: opens the installation of a data directory, prints in one line the ids of the people it can
 * open, and then adds people, four at a time, for ever; the id of each is printed once its transaction is answered.
 */
const ORGANISATION = '00000001-0000-4000-8000-000000000001'
const dataDir = process.argv[2]!

const { connections } = await openDatabase({ dataDir, databaseUrl: undefined }, loadSecrets(dataDir))
await migrate(connections.owner)
const ring = KeyRing.open(ringPath(dataDir))
await asOwner(connections.owner, async (client) => {
  await registerGeneration(client, ring)
  const { rowCount } = await client.query('select from organisation')
  if (!rowCount) await foundOrganisation(client, { id: ORGANISATION, kind: 'board', name: 'Kill', hosts: [] })
})
const ground = { pool: createPool(connections.app, 4), ring, memory: new KeyMemory(), now: () => new Date() }

const there = await asSystem(ground, ORGANISATION, 'test', async (work) => {
  const rows = await work.db.selectFrom('person').select(['id', 'record']).execute()
  const people = await work.open(rows, { record: reading(personRecord, 'id', 'givenName') })
  return people.filter(({ id, record }) => record.givenName === id).map(({ id }) => id)
})
console.log(there.join(' '))

const write = async () => {
  for (;;) {
    const id = randomUUID()
    await asSystem(ground, ORGANISATION, 'test', (work) =>
      addPeople(work, [{ id, record: { givenName: id, surname: 'Writer' } }]),
    )
    console.log(id)
  }
}
await Promise.all([write(), write(), write(), write()])
