import { asOwner } from '#shared/database/migrate.ts'
import { openFileStore } from '#shared/files/index.ts'
import { runRetention } from '#shared/retention/run.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import { load } from './load.ts'
import { dayList } from './pages.ts'
import { startServer } from './serve.ts'
import { inWorld, type World } from './world.ts'

const ROWS = 1_000_000
const CONNECTIONS = 10
const WARM_UP = 2_000
const LIMIT = { seconds: 600, p99: 200 }

export type RetentionResult = {
  readonly name: 'retention'
  /** Rows that were due, and that went. */
  readonly rows: number
  readonly seconds: number
  readonly rows_per_second: number
  readonly proven: boolean
  readonly pages: number
  readonly p50_ms: number
  readonly p99_ms: number
  /** The same pages before the run began: what the machine was like. */
  readonly p99_before_ms: number
  readonly errors: number
  readonly target: string
  readonly met: boolean
}

/** A million marks of school days long past, of the pupils of one school; nobody runs such a school, for so long. */
const addOldMarks = ({ connections, schools }: World) =>
  asOwner(connections.owner, async (client) => {
    const { id } = schools[0]!
    await client.query(`begin; set local app.organisation = '${id}'`)
    await client.query(
      `insert into attendance_mark (organisation_id, pupil_id, on_day, state, marked_at)
       select organisation_id, pupil_id, date '1990-01-01' + day, 'present', now()
       from (select distinct organisation_id, pupil_id from group_pupil) p, generate_series(0, 9999) day limit ${ROWS}`,
    )
    await client.query('commit')
    await client.query('analyze attendance_mark')
  })

/**
 * Lets a night's run erase a million rows in one school, in the middle of the day, while teachers of all schools keep
 * opening day lists; measures both. The run is a process of its own, as a worker is.
 */
export const retentionBench = (say: (line: string) => void): Promise<RetentionResult> =>
  inWorld(async (world) => {
    await addOldMarks(world)
    say(`Twenty schools are there, and ${ROWS} rows that are due.`)
    await using ours = await startServer('ours', world)
    const pages = world.schools.map((school) => ({ ...dayList.of(school), port: ours.port }))
    await load(pages, CONNECTIONS, { requests: WARM_UP })
    const before = await load(pages, CONNECTIONS, { requests: WARM_UP })
    const files = await openFileStore({}, world.dataDir)
    say('The run begins.')
    const began = performance.now()
    let seconds = 0
    const running = runRetention({
      files,
      inOrganisation: (run) => asSystem(world.ground, world.schools[0]!.id, 'bench', run),
    }).finally(() => {
      seconds = (performance.now() - began) / 1000
    })
    const meanwhile = await load(pages, CONNECTIONS, { until: running })
    const ran = await running
    const figures = {
      rows: ran.done,
      seconds: Number(seconds.toFixed(1)),
      rows_per_second: Math.round(ran.done / seconds),
      proven: ran.state === 'proven',
      pages: meanwhile.requests,
      p50_ms: Number(meanwhile.p50.toFixed(1)),
      p99_ms: Number(meanwhile.p99.toFixed(1)),
      p99_before_ms: Number(before.p99.toFixed(1)),
      errors: meanwhile.errors,
    }
    const met =
      ran.done >= ROWS &&
      figures.proven &&
      seconds < LIMIT.seconds &&
      figures.p99_ms <= LIMIT.p99 &&
      figures.errors === 0
    const target = `${ROWS} rows in < ${LIMIT.seconds} s, p99 of pages ≤ ${LIMIT.p99} ms meanwhile`
    return { name: 'retention', ...figures, target, met }
  })
