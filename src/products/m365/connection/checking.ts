import { GraphError } from '@microsoft/microsoft-graph-client'
import type { Asked } from '#shared/access/module.ts'
import { connectionOf } from '#shared/identity/index.ts'
import { transaction } from '#shared/tenancy/transaction.ts'
import type { Cloud } from '#src/products.ts'
import type { Graph } from '../graph/client.ts'
import { reachGraph } from '../graph/reach.ts'
import { GraphTrouble } from '../graph/trouble.ts'
import { readSkus } from '../plans/tenant.ts'
import type { Checked } from '../setup/setup.ts'

/** A page waits no longer than this for Microsoft. */
const PATIENCE = 3_000

/** Harmless questions, one for each thing that has to be readable. */
const PROBES = ['/users?$top=1&$select=id', '/groups?$top=1&$select=id', '/education/classes?$top=1&$select=id']

const looked = async (graph: Graph, given: readonly string[]): Promise<Checked> => {
  const [own] = await graph.all<{ verifiedDomains: { name: string; isDefault: boolean }[] }>('/organization')
  const domains = (own?.verifiedDomains ?? [])
    .toSorted((one, other) => Number(other.isDefault) - Number(one.isDefault))
    .map(({ name }) => name)
  const skus = await readSkus(graph)
  for (const probe of PROBES) await graph.get(probe)
  return { given, domains, skus, problem: null }
}

/** Asks Microsoft, outside any transaction, what the app may do and what the tenant has. Nothing without an app. */
export const checkTenant =
  (cloud: Cloud) =>
  async ({ ground, site }: Asked): Promise<Checked | null> => {
    const connection = await transaction(ground, { organisation: site.id }, 'm365', connectionOf)
    if (!connection) return null
    const { graph, permissions } = reachGraph(cloud, connection, PATIENCE)
    let given: readonly string[] | undefined
    try {
      given = await permissions()
      return await looked(graph, given)
    } catch (error) {
      if (!(error instanceof GraphTrouble) && !(error instanceof GraphError)) throw error
      const known = given ? { given } : {}
      if (error instanceof GraphError) return { ...known, problem: `refused ${error.code ?? error.statusCode}` }
      return { ...known, problem: error.code ? `${error.kind} ${error.code}` : error.kind }
    }
  }
