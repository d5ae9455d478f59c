import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { asGraph, emptyDirectory, GraphStandIn, type Manners, type Tenant } from '#demo/microsoft/graph/index.ts'
import { permissions } from '#products/m365/connection/permissions.ts'
import { noteConsent, saveChecked, saveWishes } from '#products/m365/setup/setup.ts'
import { type Authority, standInAuthority } from '#shared/identity/index.ts'
import { saveConnection } from '#shared/identity/microsoft/connection.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { Entra } from '../entra.ts'
import { Csdl, hasCsdl, wrongIn } from './csdl.ts'

const SECRET = 'the~value~of~a~secretq'
export const skus = { pupil: randomUUID(), staff: randomUUID() }

/** Graph and Entra for a test file, by a clock that only moves when somebody waits. Wrong exchanges are kept. */
export class TestMicrosoft {
  readonly graph: GraphStandIn
  readonly entra: Entra
  readonly tenant: Tenant
  readonly pace: { now: () => number; wait: (milliseconds: number) => Promise<void> }
  readonly wrong: string[] = []
  readonly #server: Server
  readonly #clock: { ms: number }

  private constructor(entra: Entra, server: Server, graph: GraphStandIn, tenant: Tenant, clock: { ms: number }) {
    this.entra = entra
    this.#server = server
    this.graph = graph
    this.tenant = tenant
    this.#clock = clock
    this.pace = {
      now: () => clock.ms,
      wait: async (milliseconds) => {
        clock.ms += milliseconds
      },
    }
  }

  static async start(
    more: (manners: Manners) => Partial<Manners> = () => ({}),
    { pupils = 100, staff = 20, answersTo = ['http://vuurtoren.localhost/'] as readonly string[] } = {},
  ): Promise<TestMicrosoft> {
    const clock = { ms: Date.now() }
    const plain = asGraph(() => clock.ms)
    const manners = { ...plain, ...more(plain) }
    const directory = emptyDirectory([
      { skuId: skus.pupil, skuPartNumber: 'STANDARDWOFFPACK_STUDENT', units: pupils },
      { skuId: skus.staff, skuPartNumber: 'STANDARDWOFFPACK_FACULTY', units: staff },
    ])
    const client = randomUUID()
    const domains = ['school.example', 'school.onmicrosoft.example']
    const tenant: Tenant = { id: randomUUID(), name: 'Testschool', client, domains, directory }
    directory.granted = permissions.map(({ name }) => name)
    const held: { graph?: GraphStandIn } = {}
    const server = createServer((request, response) => held.graph!.listener(request, response))
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const graph = new GraphStandIn(`http://localhost:${port}`, [tenant], manners)
    held.graph = graph
    const entra = await Entra.start(() => [
      {
        tenant: tenant.id,
        name: tenant.name,
        client,
        secret: SECRET,
        answersTo,
        people: [],
        asksFor: permissions.map(({ name }) => name),
        consented: (given) => {
          directory.granted = [...given]
        },
        graphToken: () => graph.issue(tenant.id),
      },
    ])
    const microsoft = new TestMicrosoft(entra, server, graph, tenant, clock)
    if (hasCsdl) {
      const csdl = new Csdl()
      graph.look = (exchange) => microsoft.wrong.push(...wrongIn(csdl, exchange))
    }
    return microsoft
  }

  get authority(): Authority {
    return standInAuthority(this.entra.port, Number(new URL(this.graph.origin).port))
  }

  /** Lets time go by. */
  pass(milliseconds: number): void {
    this.#clock.ms += milliseconds
  }

  /** What a school's ICT filled in: connected, consented, and wishes. */
  async connect(work: Work, wishes: Partial<Parameters<typeof saveWishes>[1]> = {}): Promise<void> {
    const { id: tenant, client } = this.tenant
    await saveConnection(work, { tenant, client, secret: SECRET, secretEndsOn: null, trustsMfa: false })
    await noteConsent(work)
    await saveChecked(work, {
      problem: null,
      given: this.tenant.directory.granted,
      domains: this.tenant.domains,
      skus: [],
    })
    await saveWishes(work, {
      domain: 'school.example',
      pupilPattern: '{roepnaam}.{achternaam}',
      staffPattern: '{voorletter}.{achternaam}',
      pupilSku: skus.pupil,
      staffSku: skus.staff,
      makesStaff: true,
      makesTeams: true,
      groupPrefix: 'VT',
      byItself: false,
      maxRemovals: 2,
      maxShare: 50,
      keepBlockedDays: 30,
      teachersKeepDays: 30,
      ...wishes,
    })
  }

  get users() {
    return Object.values(this.tenant.directory.users).filter((user) => !user.deletedDateTime)
  }

  get groups() {
    return Object.values(this.tenant.directory.groups).filter((group) => !group.deletedDateTime)
  }

  user(name: string) {
    const user = this.users.find(({ userPrincipalName }) => userPrincipalName.startsWith(`${name}@`))
    if (!user) throw new Error(`Nobody is called ${name}: ${this.users.map((one) => one.userPrincipalName).join(' ')}`)
    return user
  }

  close(): void {
    this.entra.close()
    this.#server.closeAllConnections()
    this.#server.close()
  }
}
