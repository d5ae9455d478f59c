import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { permissions } from '#products/m365/connection/permissions.ts'
import { actAsAccount } from '#shared/identity/act-as-account.ts'
import { type Authority, standInAuthority } from '#shared/identity/index.ts'
import { allow, saveConnection } from '#shared/identity/microsoft/connection.ts'
import { linkIdentity } from '#shared/identity/microsoft/identities.ts'
import { asSystem } from '#shared/tenancy/transaction.ts'
import type { Ground, Work } from '#shared/tenancy/work.ts'
import type { KeyRing } from '#shared/vault/ring.ts'
import { urls } from '#src/urls.ts'
import { addDays } from '../calendar.ts'
import type { Part } from '../part.ts'
import { demoId } from '../random.ts'
import { organisationId } from '../schools.ts'
import { staffId } from '../staff.ts'
import { type Directory, emptyDirectory, type Tenant } from './graph/index.ts'
import { DOMAINS, practiceDirectory, servePracticeGraph } from './practice-graph.ts'
import { entraStandIn, type StandInPerson } from './stand-in.ts'

type Practice = { readonly authority: Authority; readonly close: () => Promise<void> }

/** The school of the demo that lets its team in with Microsoft. */
const HOST = 'vuurtoren'
const tenant = demoId('microsoft tenant kompas')
const client = demoId('microsoft client vuurtoren')
const SECRET = 'only-for-the-demo'

const oidOf = (name: string) => demoId(`microsoft ${name}`)

/** Who is at the practice Microsoft, and what comes of choosing them. */
const people: readonly (Omit<StandInPerson, 'oid'> & { readonly linked?: boolean })[] = [
  { name: 'Hatice Aydın', userName: 'h.aydin@devuurtoren.example', mfa: true, linked: true },
  { name: 'Wim Postma', userName: 'w.postma@devuurtoren.example', mfa: true, linked: true },
  {
    name: 'Pelle Dam',
    userName: 'p.dam@devuurtoren.example',
    mfa: true,
    note: { nl: 'Heeft nog niets gekoppeld.', en: 'Has linked nothing yet.' },
  },
  {
    name: 'Sem Hofman',
    userName: 's.hofman@demolen.example',
    mfa: true,
    tenant: demoId('microsoft tenant molen'),
    note: { nl: 'Is van een andere school.', en: 'Is of another school.' },
  },
]

/** Sets up Microsoft at the school that has it, and links the two who use it already. */
export const writeMicrosoft = async (
  work: Work,
  ring: KeyRing,
  { organisation, staff, today }: Part,
  accounts: ReadonlyMap<string, string>,
): Promise<void> => {
  if (organisation.host !== HOST) return
  await saveConnection(work, { tenant, client, secret: SECRET, secretEndsOn: addDays(today, 23), trustsMfa: true })
  await allow(work, 'offered')
  for (const { name } of people.filter(({ linked }) => linked)) {
    const accountId = staff.find((one) => one.id === staffId(HOST, name))?.accountId
    const account = accountId && accounts.get(accountId)
    if (!account) throw new Error(`${name} has no account in the demo world`)
    await actAsAccount(work, account)
    await linkIdentity(work, ring, account, { tenant, object: oidOf(name) })
  }
}

/** The object that somebody has at the practice Microsoft: for who can sign in there the one of their account. */
export const practiceObject = (name: string, person: string): string =>
  people.some((one) => one.name === name) ? oidOf(name) : demoId(`m365 account ${person}`)

/** Who is at the practice Microsoft, and not by Schoolplein's doing. */
export const otherPeople = people
  .filter((one) => !one.linked && !one.tenant)
  .map(({ name, userName }) => ({ oid: oidOf(name), name, userName }))

/** The practice tenant with what is in it. */
export const practiceTenant = (directory: Directory): Tenant => {
  directory.granted = permissions.map((permission) => permission.name)
  return { id: tenant, name: 'Stichting Kompas', client, domains: DOMAINS, directory }
}

/**
 * Serves the practice Microsoft to this machine, for a demo at a port: signing in, and Graph on a port of its own. Where it
 * is, and how to stop it.
 */
export const serveDemoMicrosoft = async (port: number, ground?: Ground): Promise<Practice> => {
  const server = createServer()
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const id = organisationId(HOST)
  const directory = ground
    ? await asSystem(ground, id, 'practice microsoft', async (work) => {
        const found = await practiceDirectory(work, otherPeople)
        // What the stand-in knows of people is no look at them.
        work.disclosure.subjects.clear()
        return found
      })
    : emptyDirectory()
  const { graph, port: graphPort, close } = await servePracticeGraph([practiceTenant(directory)])
  const authority = standInAuthority((server.address() as AddressInfo).port, graphPort)
  const answersTo = [`http://${HOST}.localhost:${port}${urls.microsoftAnswer()}`]
  const there = people.map((person) => ({ ...person, oid: oidOf(person.name) }))
  const name = 'Stichting Kompas'
  server.on(
    'request',
    entraStandIn(authority.origin, () => [
      {
        ...{ tenant, name, client, secret: SECRET, answersTo, people: there },
        asksFor: permissions.map((permission) => permission.name),
        consented: (given) => {
          directory.granted = [...given]
        },
        graphToken: () => graph.issue(tenant),
      },
    ]),
  )
  return {
    authority,
    close: async () => {
      await close()
      server.closeAllConnections()
      server.close()
    },
  }
}
