import { publishSite } from '#products/website/publishing/publish.ts'
import { siteFromAnswers } from '#products/website/sites/starting.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { urls } from '#src/urls.ts'
import { compare, type PageResult } from './rounds.ts'
import { type Serving, startServer } from './serve.ts'
import { inWorld, type World } from './world.ts'

const CONNECTIONS = 50
const SHARE = 0.5
const UNCACHED_SHARE = 0.75

const answers = {
  headline: 'Aan zee leer je ver kijken',
  about: 'Basisschool in de duinen. Elke week zijn alle groepen een middag buiten, ook als het waait.',
  size: 'Ruim tweehonderd kinderen in negen groepen.',
  hours: 'Van 8.30 tot 14.15 uur.',
  visit: 'Elke eerste dinsdag van de maand.',
  team: Array.from({ length: 12 }, (_, at) => `Leerkracht ${at + 1}: groep ${(at % 8) + 1}`).join('\n'),
  address: 'Duinweg 14\n0417 VT Zandvliet',
  phone: '0200 123 456',
  email: 'info@school.example',
  theme: 'lighthouse',
} as const

/** Gives an organisation a site that is on. */
export const addSite = async (work: Work): Promise<void> => {
  await siteFromAnswers(work, 'nl', answers)
  await work.db.updateTable('site').set({ live: true }).execute()
  await publishSite(work)
}

const addSites = async ({ schools, ground }: World): Promise<void> => {
  for (const { id } of schools) await asSystem(ground, id, 'bench', addSite)
}

/** Measures the published home pages of twenty schools, as strangers get them, against the raw server. */
export const siteBench = (say: (line: string) => void): Promise<PageResult> =>
  inWorld(async (world) => {
    await addSites(world)
    say('Twenty sites are there.')
    await using raw = await startServer('raw', world)
    await using ours = await startServer('ours', world)
    const on = ({ port }: Serving) => world.schools.map(({ host }) => ({ host, path: '/', port }))
    // A page of ready bytes is its own reference: by hand nothing would be done but answering them.
    const targets = { raw: on(raw), reference: on(raw), ours: on(ours) }
    const goal = {
      words: `of_raw ≥ ${SHARE}`,
      met: ({ of_raw }: { of_raw: number }) => of_raw >= SHARE,
    }
    return await compare('site', targets, CONNECTIONS, goal, say)
  })

/** Measures what is made anew for every visitor, searching the sites of twenty schools, against the handler by hand. */
export const siteUncachedBench = (say: (line: string) => void): Promise<PageResult> =>
  inWorld(async (world) => {
    await addSites(world)
    say('Twenty sites are there.')
    await using raw = await startServer('raw', world)
    await using reference = await startServer('reference', world)
    await using ours = await startServer('ours', world)
    const path = `${urls.searchSite()}?q=school`
    const on = ({ port }: Serving) => world.schools.map(({ host }) => ({ host, path, port }))
    const goal = {
      words: `of_reference ≥ ${UNCACHED_SHARE}`,
      met: ({ of_reference }: { of_reference: number }) => of_reference >= UNCACHED_SHARE,
    }
    const targets = { raw: on(raw), reference: on(reference), ours: on(ours) }
    return await compare('site-uncached', targets, CONNECTIONS, goal, say)
  })
