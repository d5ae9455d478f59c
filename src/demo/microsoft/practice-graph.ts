import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { written } from '#products/m365/personal-data.ts'
import { markOf } from '#products/m365/plans/school.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { demoId } from '../random.ts'
import { asGraph, type Directory, emptyDirectory, GraphStandIn, type Tenant } from './graph/index.ts'

export const DOMAINS = ['devuurtoren.example', 'kompas.onmicrosoft.example'] as const
export const SKUS = {
  pupil: { skuId: demoId('sku student'), skuPartNumber: 'STANDARDWOFFPACK_STUDENT', units: 400 },
  staff: { skuId: demoId('sku faculty'), skuPartNumber: 'STANDARDWOFFPACK_FACULTY', units: 60 },
}

/** What somebody at the practice Microsoft did by hand: another name for a group, and for the first pupil of it. */
const RENAMED = { from: 'VT Groep 7 ', to: 'Superzevens' }

const FIELDS = ['userPrincipalName', 'displayName', 'givenName', 'surname', 'department'] as const

/** Somebody who is at the practice Microsoft without being of this school's making. */
type Other = { readonly oid: string; readonly name: string; readonly userName: string }

/**
 * The practice tenant as Schoolplein left it, made anew at every start from what is written down here, so that it never
 * disagrees with it; and with what somebody there did by hand, for the plan to find.
 */
export const practiceDirectory = async (work: Work, others: readonly Other[]): Promise<Directory> => {
  const directory = emptyDirectory([SKUS.pupil, SKUS.staff])
  for (const { oid, name, userName } of others)
    directory.users[oid] = {
      id: oid,
      userPrincipalName: userName,
      displayName: name,
      givenName: name.split(' ')[0]!,
      surname: name.slice(name.indexOf(' ') + 1),
      accountEnabled: true,
      usageLocation: 'NL',
      assignedLicenses: [],
    }
  const accounts = await work.db
    .selectFrom('m365_account')
    .select(['person_id', 'object_id', 'state', 'origin', 'written', 'licence'])
    .where('state', '!=', 'removed')
    .execute()
  const opened = await work.open(accounts, { written: reading(written, 'person_id', ...FIELDS) })
  for (const row of opened)
    directory.users[row.object_id] = {
      id: row.object_id,
      ...row.written,
      employeeId: row.origin === 'made' ? markOf(work, row.person_id) : null,
      accountEnabled: row.state === 'active',
      usageLocation: 'NL',
      assignedLicenses: row.licence ? [{ skuId: row.licence, disabledPlans: [] }] : [],
    }
  const groups = await work.db.selectFrom('m365_group').selectAll().where('object_id', 'is not', null).execute()
  const members = await work.db
    .selectFrom('m365_member')
    .innerJoin('m365_account', 'm365_account.person_id', 'm365_member.person_id')
    .select(['m365_member.group_id', 'm365_member.owner', 'm365_account.object_id'])
    .execute()
  const byGroup = Map.groupBy(members, (member) => member.group_id)
  for (const group of groups) {
    const own = byGroup.get(group.id) ?? []
    const isClass = group.kind === 'class'
    const name = group.written_name ?? group.alias
    directory.groups[group.object_id!] = {
      id: group.object_id!,
      displayName: name.startsWith(RENAMED.from) && !group.kept ? RENAMED.to : name,
      mailNickname: group.alias,
      groupTypes: isClass ? ['Unified'] : [],
      mailEnabled: isClass,
      securityEnabled: true,
      members: own.map(({ object_id }) => object_id),
      owners: own.filter(({ owner }) => owner).map(({ object_id }) => object_id),
      madeAt: 0,
      ...(isClass ? { education: { externalId: group.id, grade: null } } : {}),
      ...(group.team === 'there'
        ? { team: { isArchived: group.archived_on !== null, createdAt: 0, specialization: 'educationClass' } }
        : {}),
    }
  }
  return directory
}

/** Serves the practice Graph to this machine, on a port of its own. */
export const servePracticeGraph = async (tenants: readonly Tenant[]) => {
  const held: { graph?: GraphStandIn } = {}
  const server = createServer((request, response) => held.graph!.listener(request, response))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const manners = { ...asGraph(), groupAfter: 1_000, teamAfter: 2_000 }
  const graph = new GraphStandIn(`http://localhost:${port}`, tenants, manners)
  held.graph = graph
  return {
    graph,
    port,
    close: async () => {
      server.closeAllConnections()
      server.close()
    },
  }
}
