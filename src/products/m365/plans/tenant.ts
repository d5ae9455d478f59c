import type { Graph } from '../graph/client.ts'
import { AT_ONCE } from '../graph/client.ts'
import { GraphTrouble } from '../graph/trouble.ts'
import type { OwnGroup, Tenant, TenantUser } from './known.ts'

type GraphUser = {
  readonly id: string
  readonly userPrincipalName: string
  readonly displayName: string | null
  readonly givenName: string | null
  readonly surname: string | null
  readonly department: string | null
  readonly employeeId: string | null
  readonly mail: string | null
  readonly accountEnabled: boolean
  readonly assignedLicenses: readonly { readonly skuId: string }[] | null
}

const USERS =
  '/users?$select=id,userPrincipalName,displayName,givenName,surname,department,employeeId,mail,accountEnabled,assignedLicenses&$top=999'
const GONE = '/directory/deletedItems/microsoft.graph.user?$select=id,userPrincipalName&$top=999'
const GROUPS = '/groups?$select=id,displayName,mailNickname&$top=999'

const asUser = (user: GraphUser): TenantUser => ({
  id: user.id,
  userPrincipalName: user.userPrincipalName,
  displayName: user.displayName ?? '',
  givenName: user.givenName ?? '',
  surname: user.surname ?? '',
  department: user.department ?? '',
  employeeId: user.employeeId,
  mail: user.mail,
  accountEnabled: user.accountEnabled,
  licences: (user.assignedLicenses ?? []).map(({ skuId }) => skuId),
})

type Page = { value: readonly { id: string }[]; '@odata.nextLink'?: string }

/** Who is in each of these groups: the first page of twenty groups per call, further pages one by one. */
const peopleIn = async (graph: Graph, groups: readonly string[], what: 'members' | 'owners') => {
  const found = new Map<string, Set<string>>()
  for (let from = 0; from < groups.length; from += AT_ONCE) {
    const some = groups.slice(from, from + AT_ONCE)
    const calls = some.map((id) => ({ method: 'GET' as const, url: `/groups/${id}/${what}?$select=id&$top=999` }))
    const { replies, later } = await graph.batch(calls)
    for (const [index, reply] of replies.entries()) {
      if (!reply) throw new GraphTrouble('throttled', { later })
      // A group that is not there, or not yet, has nobody.
      const page = reply.status === 200 ? (reply.body as Page) : { value: [] }
      const people = new Set(page.value.map(({ id }) => id))
      if (page['@odata.nextLink'])
        for (const { id } of await graph.all<{ id: string }>(page['@odata.nextLink'])) people.add(id)
      found.set(some[index]!, people)
    }
  }
  return found
}

type GraphSku = { skuId: string; skuPartNumber: string; consumedUnits: number; prepaidUnits: { enabled: number } }

/** The licences of the tenant and how many of each there are. */
export const readSkus = async (graph: Graph) => {
  const skus = await graph.all<GraphSku>('/subscribedSkus')
  return skus.map(({ skuId, skuPartNumber, consumedUnits, prepaidUnits }) => ({
    id: skuId,
    name: skuPartNumber,
    units: prepaidUnits.enabled,
    used: consumedUnits,
  }))
}

/** How the tenant is now: accounts, the names of groups, and who is in those of ours. */
export const readTenant = async (graph: Graph, own: readonly OwnGroup[]): Promise<Tenant> => {
  const users = new Map<string, TenantUser>()
  for await (const page of graph.pages<GraphUser>(USERS)) for (const user of page) users.set(user.id, asUser(user))
  const gone = await graph.all<{ id: string; userPrincipalName: string }>(GONE)
  const groups = await graph.all<{ id: string; displayName: string }>(GROUPS)
  const made = own.flatMap(({ object, closedOn }) => (object && !closedOn ? [object] : []))
  const classes = own.flatMap(({ object, kind, closedOn }) => (object && kind === 'class' && !closedOn ? [object] : []))
  const skus = await readSkus(graph)
  return {
    users,
    gone: new Set(gone.map(({ id }) => id)),
    goneNames: gone.map(({ userPrincipalName }) => userPrincipalName),
    groups: new Map(groups.map(({ id, displayName }) => [id, displayName])),
    members: await peopleIn(graph, made, 'members'),
    owners: await peopleIn(graph, classes, 'owners'),
    freeLicences: new Map(skus.map(({ id, units, used }) => [id, Math.max(0, units - used)])),
  }
}
