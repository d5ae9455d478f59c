import { urls } from '#src/urls.ts'
import type { Target } from './load.ts'
import { compare, type Goal, type PageResult } from './rounds.ts'
import { type Serving, startServer } from './serve.ts'
import { inWorld, type School } from './world.ts'

const CONNECTIONS = 50
const SHARE = 0.75

/** A page that is compared with its reference. */
export type BenchPage = { readonly of: (school: School) => Omit<Target, 'port'>; readonly goal: Goal }

/** The page a teacher opens at twenty past eight: a group of 27. */
export const dayList: BenchPage = {
  of: ({ host, group, teacherCookie }) => ({ host, path: urls.dayList({ group }), cookie: teacherCookie }),
  goal: {
    words: `of_reference ≥ ${SHARE}, p99 ≤ 150 ms`,
    met: ({ of_reference, p99_ms }) => of_reference >= SHARE && p99_ms <= 150,
  },
}

/** The office's list of all 300 pupils on one page. */
export const class300: BenchPage = {
  of: ({ host, administratorCookie }) => ({
    host,
    path: urls.people({ kind: 'pupils' }),
    cookie: administratorCookie,
  }),
  goal: {
    words: `of_reference ≥ ${SHARE}, p50 ≤ 200 ms`,
    met: ({ of_reference, p50_ms }) => of_reference >= SHARE && p50_ms <= 200,
  },
}

/** Measures a page of twenty schools against its reference and the raw server. */
export const pageBench = (name: string, page: BenchPage, say: (line: string) => void): Promise<PageResult> =>
  inWorld(async (world) => {
    say('Twenty schools are there.')
    await using raw = await startServer('raw', world)
    await using reference = await startServer('reference', world)
    await using ours = await startServer('ours', world)
    const on = ({ port }: Serving) => world.schools.map((school) => ({ ...page.of(school), port }))
    const targets = { raw: on(raw), reference: on(reference), ours: on(ours) }
    return await compare(name, targets, CONNECTIONS, page.goal, say)
  })
