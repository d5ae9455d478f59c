import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pino from 'pino'
import { afterAll, beforeAll } from 'vitest'
import { Notifications } from '#shared/database/notifications.ts'
import { createPool } from '#shared/database/pool.ts'
import { openFileStore } from '#shared/files/index.ts'
import { beginSession } from '#shared/identity/session.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { KeyMemory } from '#shared/vault/keys.ts'
import { KeyRing } from '#shared/vault/ring.ts'
import { type Application, createApp, type Parts } from '#src/app.ts'
import { noPush } from './push.ts'
import { copyOfWorld, type TestServer } from './server.ts'

type OnlyHere = Pick<Parts, 'extra' | 'elsewhere' | 'note' | 'authority' | 'pace' | 'scanner'> &
  Partial<Pick<Parts, 'log' | 'files' | 'push'>>
type Fields = Readonly<Record<string, string | readonly string[]>>

/** A browser on one organisation's host, with its own cookies. */
export class Browser {
  readonly #front: Pick<FrontDoor, 'application'>
  readonly host: string
  readonly #cookies = new Map<string, string>()

  constructor(front: Pick<FrontDoor, 'application'>, host: string) {
    this.#front = front
    this.host = host
  }

  async request(
    method: 'GET' | 'POST',
    address: string,
    body?: URLSearchParams | FormData | string,
    headers: Record<string, string> = {},
  ): Promise<Response> {
    const response = await this.#front.application.hono.request(`http://${this.host}${address}`, {
      method,
      redirect: 'manual',
      headers: { host: this.host, ...(this.cookie ? { cookie: this.cookie } : {}), ...headers },
      ...(body ? { body } : {}),
    })
    for (const set of response.headers.getSetCookie()) this.#keep(set.split(';')[0]!)
    return response
  }

  /** All cookies as they are sent; setting it replaces them. */
  get cookie(): string {
    return [...this.#cookies].map(([name, value]) => `${name}=${value}`).join('; ')
  }

  set cookie(cookies: string) {
    this.#cookies.clear()
    for (const one of cookies.split('; ').filter(Boolean)) this.#keep(one)
  }

  /** An empty value is how a cookie is taken away. */
  #keep(cookie: string): void {
    const [name, value] = [cookie.slice(0, cookie.indexOf('=')), cookie.slice(cookie.indexOf('=') + 1)]
    if (value) this.#cookies.set(name, value)
    else this.#cookies.delete(name)
  }

  get(address: string): Promise<Response> {
    return this.request('GET', address)
  }

  async text(address: string): Promise<string> {
    return (await this.get(address)).text()
  }

  post(address: string, fields: Fields = {}): Promise<Response> {
    const body = new URLSearchParams()
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) body.append(name, String(one))
    return this.request('POST', address, body)
  }
}

/** The real application on a database of its own, entered by `app.request`. */
export class FrontDoor {
  readonly server: TestServer
  readonly parts: Parts
  readonly application: Application
  /** The clock of the application; a test may set it. */
  clock: { now: Date | null }
  readonly #drop: () => Promise<void>

  private constructor(server: TestServer & { drop: () => Promise<void> }, parts: Parts, clock: { now: Date | null }) {
    this.server = server
    this.#drop = server.drop
    this.parts = parts
    this.clock = clock
    this.application = createApp(parts)
  }

  /** On a new copy of the world, or on the database of another front door or installation, as another process would be. */
  static async open(beside?: Pick<FrontDoor, 'server'>, only: OnlyHere = {}): Promise<FrontDoor> {
    const server = beside ? { ...beside.server, drop: async () => {} } : await copyOfWorld()
    const clock = { now: null as Date | null }
    const notifications = new Notifications(server.app)
    await notifications.start()
    const parts: Parts = {
      pool: createPool(server.app, 6),
      ring: KeyRing.open(server.ringPath),
      memory: new KeyMemory(),
      now: () => clock.now ?? new Date(),
      notifications,
      log: pino({ level: 'silent' }),
      files: await openFileStore({}, mkdtempSync(join(tmpdir(), 'schoolplein-files-'))),
      push: noPush,
      behindProxy: false,
      ...only,
    }
    return new FrontDoor(server, parts, clock)
  }

  /** A browser without a session. */
  stranger(host = 'vuurtoren.localhost'): Browser {
    return new Browser(this, host)
  }

  /** A browser in which this person is signed in, with a second factor. */
  async as(person: string, organisation: string, host = 'vuurtoren.localhost', strong = true): Promise<Browser> {
    const browser = new Browser(this, host)
    const token = await this.within(organisation, async (work) => {
      const row = await work.db
        .selectFrom('account_person')
        .select('account_id')
        .where('person_id', '=', person)
        .executeTakeFirstOrThrow()
      return beginSession(work, { account: row.account_id, person, strong, language: 'nl', device: 'test' })
    })
    browser.cookie = `session=${token}`
    return browser
  }

  /** Work in an organisation, without a person. */
  within<T>(organisation: string, run: (work: Work) => Promise<T>): Promise<T> {
    return asSystem(this.parts, organisation, 'test', run)
  }

  async close(): Promise<void> {
    await this.parts.notifications.close()
    await this.parts.pool.end()
    await this.#drop()
  }
}

/** Opens the front door for a test file and closes it afterwards. `only`: what one installation has beside the products. */
export const frontDoor = (only: OnlyHere = {}): { readonly front: FrontDoor } => {
  const held: { front?: FrontDoor } = {}
  beforeAll(async () => {
    held.front = await FrontDoor.open(undefined, only)
  })
  afterAll(() => held.front?.close())
  return held as { readonly front: FrontDoor }
}
