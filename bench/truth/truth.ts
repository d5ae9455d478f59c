import { Agent, request } from 'node:http'
import { asSystem } from '#shared/tenancy/transaction.ts'
import { type Serving, startServer } from '../serve.ts'
import { inWorld, type School, type World } from '../world.ts'
import { type Answer, act, type Recorder, type Send } from './clients.ts'
import { type Field, judge, openField, withoutKeys } from './field.ts'

const CLIENTS = 200
const SECONDS = 60
const WITHOUT_KEYS_SECONDS = 15
/** A process is killed so often, one after the other. */
const KILL_EVERY_MS = 3_000
const ANSWER_WITHIN_MS = 20_000
const PAUSE_MS = 50

export type TruthResult = {
  readonly name: string
  readonly clients: number
  readonly seconds: number
  readonly acknowledged: number
  readonly refused: number
  readonly never_answered: number
  readonly sent_again: number
  readonly looks: number
  readonly kills: number
  readonly anomalies: number
  readonly anomalies_without_keys: number
  readonly target: string
  readonly met: boolean
}

const after = (ms: number) => new Promise((done) => setTimeout(done, ms))

/** Two processes of the application on one database, of which one can be killed and started again. */
class Processes implements AsyncDisposable {
  readonly #world: World
  readonly #all: Serving[] = []
  #turn = 0

  constructor(world: World) {
    this.#world = world
  }

  async start(): Promise<void> {
    for (let count = 0; count < 2; count++) this.#all.push(await startServer('ours', this.#world))
  }

  /** The next port, in turn, so that the two phones of a family come in at two doors. */
  port(): number {
    return this.#all[this.#turn++ % this.#all.length]!.port
  }

  /** kill -9, in the middle of whatever it is doing, and a new one in its place. */
  async killOne(at: number): Promise<void> {
    const which = at % this.#all.length
    process.kill(this.#all[which]!.pid, 'SIGKILL')
    this.#all[which] = await startServer('ours', this.#world)
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await Promise.all(this.#all.map((one) => one[Symbol.asyncDispose]()))
  }
}

const sender = (processes: Processes, host: string): Send => {
  const agent = new Agent({ keepAlive: true, maxSockets: CLIENTS })
  return (cookie, path, form) =>
    new Promise<Answer>((resolve, reject) => {
      const port = processes.port()
      const headers = { Host: `${host}:${port}`, Cookie: cookie, 'Content-Type': 'application/x-www-form-urlencoded' }
      const sent = request(
        { agent, port, path, headers, method: form ? 'POST' : 'GET', timeout: ANSWER_WITHIN_MS },
        (response) => {
          const parts: Buffer[] = []
          response.on('data', (part: Buffer) => parts.push(part))
          response.on('error', reject)
          response.on('end', () =>
            resolve({ status: response.statusCode!, body: Buffer.concat(parts).toString('utf8') }),
          )
        },
      )
      sent.on('timeout', () => sent.destroy(new Error('No answer')))
      sent.on('error', reject)
      sent.end(form && new URLSearchParams(form).toString())
    })
}

const clock = () => performance.now()

const play = async (
  world: World,
  school: School,
  field: Field,
  { seconds, kills }: { seconds: number; kills: boolean },
) => {
  await using processes = new Processes(world)
  await processes.start()
  const send = sender(processes, school.host)
  const recorder: Recorder = { deeds: [], looks: [], retries: 0, now: clock }
  const ends = clock() + seconds * 1000
  const clients = field.clients.map(async (client) => {
    while (clock() < ends) {
      await act(send, recorder, client)
      await after(client.random.below(PAUSE_MS))
    }
  })
  let killed = 0
  while (kills && clock() < ends - KILL_EVERY_MS) {
    await after(KILL_EVERY_MS)
    await processes.killOne(killed++)
  }
  await Promise.all(clients)
  const anomalies = await asSystem(world.ground, school.id, 'bench', (work) => judge(work, field, recorder))
  return { recorder, killed, anomalies }
}

/**
 * 200 clients book, move, cancel and send again for a minute, while processes are killed; then everything that they saw is
 * checked by something that knows nothing of the application. After that the keys of the database are taken away, and the same
 * check has to find out.
 */
export const truthBench = (say: (line: string) => void): Promise<TruthResult> =>
  inWorld(async (world) => {
    const [whole, without] = world.schools as [School, School]
    const open = ({ id, ...school }: School) =>
      asSystem(world.ground, id, 'bench', (work) => openField(work, world.ring, school, CLIENTS))
    const fields = [await open(whole), await open(without)] as const
    say(`${CLIENTS} clients, ${SECONDS} s, a process is killed every ${KILL_EVERY_MS / 1000} s.`)
    const { recorder, killed, anomalies } = await play(world, whole, fields[0], { seconds: SECONDS, kills: true })
    for (const { kind, about } of anomalies.slice(0, 5)) say(`${kind}: ${about}`)
    await withoutKeys(world.connections.owner)
    say(`Now without the keys of the database, ${WITHOUT_KEYS_SECONDS} s.`)
    const seen = await play(world, without, fields[1], { seconds: WITHOUT_KEYS_SECONDS, kills: false })
    const count = (outcome: string) => recorder.deeds.filter((deed) => deed.outcome === outcome).length
    return {
      name: 'booking-truth',
      clients: CLIENTS,
      seconds: SECONDS,
      acknowledged: count('done'),
      refused: count('refused'),
      never_answered: count('unknown'),
      sent_again: recorder.retries,
      looks: recorder.looks.length,
      kills: killed,
      anomalies: anomalies.length,
      anomalies_without_keys: seen.anomalies.length,
      target: 'no anomaly; without the keys the check fails',
      met: anomalies.length === 0 && seen.anomalies.length > 0,
    }
  })
