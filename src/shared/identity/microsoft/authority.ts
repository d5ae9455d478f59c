/** Microsoft's sign-in hosts: the world's, and those of its sovereign clouds. */
const CLOUDS = ['login.microsoftonline.com', 'login.microsoftonline.us', 'login.partner.microsoftonline.cn']

/** The host at which tenants are found, and the only one that we ever ask anything for them. */
export type Authority = { readonly origin: string; readonly secure: boolean }

/** Microsoft, as every installation has it unless told otherwise. */
export const microsoft: Authority = { origin: `https://${CLOUDS[0]}`, secure: true }

/** The authority that an operator names by its host; nothing for a host that is not Microsoft's. */
export const authorityNamed = (host: string): Authority | undefined =>
  CLOUDS.includes(host) ? { origin: `https://${host}`, secure: true } : undefined

/** A stand-in on this machine, for tests and the demo. Throws for one that others could be behind. */
export const standInAuthority = (port: number): Authority => ({ origin: `http://localhost:${port}`, secure: false })

/** Where a tenant's documents are. */
export const issuerOf = ({ origin }: Authority, tenant: string): URL => new URL(`${origin}/${tenant}/v2.0`)
