import { Agent, request } from 'node:http'
import { urls } from '#src/urls.ts'
import { load } from './load.ts'
import { dayList } from './pages.ts'
import { startServer } from './serve.ts'
import { addSignIns, inWorld, PASSWORD, type SignIn } from './world.ts'

const STORM = 500
const CONNECTIONS = 50
const WARM_UP = 2_000
const P99_MS = 200

export type SignInResult = {
  readonly name: 'sign-in'
  readonly signed_in: number
  readonly refused_as_busy: number
  readonly failed: number
  readonly storm_seconds: number
  readonly pages: number
  readonly p50_ms: number
  readonly p99_ms: number
  readonly errors: number
  readonly target: string
  readonly met: boolean
}

/** Posts the sign-in form once, on a connection of its own; answers the status. */
const signIn = (port: number, { host, address }: SignIn): Promise<number> =>
  new Promise((resolve, reject) => {
    const body = new URLSearchParams({ address, password: PASSWORD }).toString()
    const asked = request(
      {
        port,
        host: '127.0.0.1',
        method: 'POST',
        path: urls.signIn(),
        headers: {
          host: `${host}:${port}`,
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
        },
        agent: new Agent({ maxSockets: 1 }),
      },
      (answer) => {
        answer.resume()
        answer.once('end', () => resolve(answer.statusCode ?? 0))
      },
    )
    asked.once('error', reject)
    asked.end(body)
  })

/**
 * Lets 500 people sign in at one moment, each with the real form and a password hashed as always, while teachers keep
 * opening day lists; measures the teachers. A sign-in that hears "busy" is counted and not tried again.
 */
export const signInBench = (say: (line: string) => void): Promise<SignInResult> =>
  inWorld(async (world) => {
    const people = await addSignIns(world, STORM)
    say(`Twenty schools and ${people.length} people with a password are there.`)
    await using ours = await startServer('ours', world)
    const { port } = ours
    const pages = world.schools.map((school) => ({ ...dayList.of(school), port }))
    await load(pages, CONNECTIONS, { requests: WARM_UP })
    await signIn(port, people[0]!)
    say('The storm begins.')
    const began = performance.now()
    const storm = Promise.all(people.map((one) => signIn(port, one)))
    const meanwhile = await load(pages, CONNECTIONS, { until: storm })
    const seconds = (performance.now() - began) / 1000
    const statuses = await storm
    const count = (wanted: number) => statuses.filter((status) => status === wanted).length
    const figures = {
      signed_in: count(303),
      refused_as_busy: count(503),
      failed: STORM - count(303) - count(503),
      storm_seconds: Number(seconds.toFixed(1)),
      pages: meanwhile.requests,
      p50_ms: Number(meanwhile.p50.toFixed(1)),
      p99_ms: Number(meanwhile.p99.toFixed(1)),
      errors: meanwhile.errors,
    }
    const met = figures.p99_ms <= P99_MS && figures.failed === 0 && figures.errors === 0
    return { name: 'sign-in', ...figures, target: `p99 of signed-in pages ≤ ${P99_MS} ms meanwhile`, met }
  })
