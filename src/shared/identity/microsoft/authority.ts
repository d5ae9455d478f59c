/** Microsoft's sign-in hosts with where Graph is: the world's, and those of its sovereign clouds. */
const CLOUDS: Readonly<Record<string, string>> = {
  'login.microsoftonline.com': 'graph.microsoft.com',
  'login.microsoftonline.us': 'graph.microsoft.us',
  'login.partner.microsoftonline.cn': 'microsoftgraph.chinacloudapi.cn',
}

/** The host at which tenants are found, and the one of Graph: we ask no others anything for them. */
export type Authority = { readonly origin: string; readonly graph: string; readonly secure: boolean }

const cloudAt = (host: string): Authority => ({
  origin: `https://${host}`,
  graph: `https://${CLOUDS[host]}`,
  secure: true,
})

/** Microsoft, as every installation has it unless told otherwise. */
export const microsoft: Authority = cloudAt('login.microsoftonline.com')

/** The authority that an operator names by its host; nothing for a host that is not Microsoft's. */
export const authorityNamed = (host: string): Authority | undefined =>
  Object.hasOwn(CLOUDS, host) ? cloudAt(host) : undefined

/** A stand-in on this machine, for tests and the demo. Throws for one that others could be behind. */
export const standInAuthority = (port: number, graphPort: number = port): Authority => ({
  origin: `http://localhost:${port}`,
  graph: `http://localhost:${graphPort}`,
  secure: false,
})

/** Where a tenant's documents are. */
export const issuerOf = ({ origin }: Authority, tenant: string): URL => new URL(`${origin}/${tenant}/v2.0`)
