import { OperatorError } from '#shared/operator-error.ts'
import { type Site, Sites } from '#shared/tenancy/sites.ts'
import type { Ground } from '#shared/tenancy/work.ts'

/** The organisation that an operator means with a host name: with or without its port, and without `.localhost` too. */
export const siteOn = async (ground: Ground, host: string): Promise<Site> => {
  const name = host.toLowerCase().replace(/:\d+$/, '')
  const sites = await new Sites(ground.pool, ground.now).all()
  const site = sites.get(name) ?? sites.get(`${name}.localhost`)
  if (!site) throw new OperatorError(`No organisation answers on ${host}.`)
  return site
}
