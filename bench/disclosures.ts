import type { Wanted } from '#products/privacy/who-looked/asked.ts'
import { searchLooks } from '#products/privacy/who-looked/search.ts'
import { foundOrganisation } from '#products/school/organisations/founding.ts'
import { addPeople } from '#products/school/people/adding.ts'
import { chainWaiting } from '#shared/audit/chain.ts'
import { asOwner } from '#shared/database/migrate.ts'
import { createPool } from '#shared/database/pool.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import { KeyMemory } from '#shared/vault/keys.ts'
import { type Cast, fillLines } from './disclosure-lines.ts'
import { openInstallation } from './installation.ts'

export type DisclosuresResult = {
  readonly name: 'disclosures'
  readonly lines: number
  /** Lines times the people on each: what the index per subject holds. */
  readonly places: number
  readonly fill_s: number
  /** Everything of both tables on disk, indexes included. */
  readonly gigabytes: number
  /** Per search: the slowest of all, the very first included. */
  readonly searches_ms: Readonly<Record<string, number>>
  readonly slowest_ms: number
  /** How many waiting lines the minute's job numbers, hashes and spreads in a second, on top of all these. */
  readonly chained_per_s: number
  readonly errors: number
  readonly target: string
  readonly met: boolean
}

const LINES = 10_000_000
const TIMES = 15
const LIMIT = 1_000
const WAITING = 10_000
const DAY = 86_400_000

const days = (ago: number, many = 1): Pick<Wanted, 'from' | 'until'> => ({
  from: new Date(Date.now() - ago * DAY),
  until: new Date(Date.now() - (ago - many) * DAY),
})

/** What an officer asks; the first of the cast has most lines, so these are the worst. */
const searchesOf = ({ subjects, viewers }: Cast): Readonly<Record<string, Wanted>> => ({
  person: { subject: subjects[0] },
  'person, a day ten months ago': { subject: subjects[0], ...days(300) },
  'person by one viewer': { subject: subjects[0], viewer: viewers[17] },
  'person by nobody who ever looked': { subject: subjects[0], viewer: subjects[1] },
  'person without the family': { subject: subjects[0], butNot: [viewers[0]!, viewers[1]!, viewers[2]!] },
  viewer: { viewer: viewers[0] },
  'viewer, a week ten months ago': { viewer: viewers[0], ...days(300, 7) },
  'viewer who never looked': { viewer: subjects[1] },
  'a day': days(40),
  'a year': days(365, 365),
})

/** Ten million lines of one organisation, searched as the officer's page does: query, names, and the note of the search. */
export const disclosuresBench = async (say: (line: string) => void): Promise<DisclosuresResult> => {
  const { connections, ring, close } = await openInstallation()
  const pool = createPool(connections.app)
  const ground = { pool, ring, memory: new KeyMemory(), now: () => new Date() }
  try {
    const id = await asOwner(connections.owner, (client) =>
      foundOrganisation(client, { kind: 'school', name: 'Grote School', hosts: ['grote.localhost'] }),
    )
    const named = (word: string, count: number) =>
      Array.from({ length: count }, (_, at) => ({ record: { givenName: word, surname: `Achternaam-${at}` } }))
    const cast: Cast = await asSystem(ground, id, 'bench', async (work) => ({
      subjects: await addPeople(work, named('Kind', 2_000)),
      viewers: await addPeople(work, named('Collega', 80)),
    }))
    const began = performance.now()
    const places = await asOwner(connections.owner, (client) => fillLines(client, id, cast, LINES, say))
    const fill = (performance.now() - began) / 1000
    const searches: Record<string, number> = {}
    let errors = 0
    for (const [name, wanted] of Object.entries(searchesOf(cast))) {
      let after: string | undefined
      for (let time = 0; time < TIMES; time++) {
        const started = performance.now()
        const { looks, next } = await asSystem(ground, id, 'bench', (work) => searchLooks(work, { ...wanted, after }))
        searches[name] = Math.max(searches[name] ?? 0, Math.round(performance.now() - started))
        if ((looks.length === 0) !== /nobody|never/.test(name)) errors += 1
        after = next ?? undefined
      }
      say(`${name}: ${searches[name]} ms`)
    }
    const chained = await chaining(ground, id, cast)
    const size = await asOwner(connections.owner, async (client) =>
      Number(
        (
          await client.query(
            `select pg_total_relation_size('audit_line') + pg_total_relation_size('disclosure_subject') as bytes`,
          )
        ).rows[0].bytes,
      ),
    )
    const slowest = Math.max(...Object.values(searches))
    return {
      name: 'disclosures',
      lines: LINES,
      places,
      fill_s: Math.round(fill),
      gigabytes: Number((size / 1e9).toFixed(1)),
      searches_ms: searches,
      slowest_ms: slowest,
      chained_per_s: chained,
      errors,
      target: `each search ≤ ${LIMIT} ms`,
      met: slowest <= LIMIT && errors === 0,
    }
  } finally {
    await pool.end()
    await close()
  }
}

const chaining = async (ground: Parameters<typeof asSystem>[0], id: string, { subjects, viewers }: Cast) => {
  await asSystem(ground, id, 'bench', async (work) => {
    const lines = Array.from({ length: 1_000 }, (_, at) => ({
      person_id: viewers[at % viewers.length]!,
      action: 'opened',
      place: 'GET /people/:id',
      subjects: [subjects[at]!],
      kinds: ['ordinary'],
      role: 'teacher',
      about: subjects[at]!,
    }))
    for (let some = 0; some < WAITING; some += lines.length)
      await work.db.insertInto('audit_line').values(lines).execute()
  })
  const started = performance.now()
  let chained = 0
  for (let some = -1; some !== 0; chained += some) some = await asSystem(ground, id, 'bench', chainWaiting)
  return Math.round(chained / ((performance.now() - started) / 1000))
}
