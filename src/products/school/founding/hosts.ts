/** One label of a host name, or a whole name. */
const HOST = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)*$/

/** "De Vuurtoren" as the first part of a host name: `devuurtoren`. */
const labelOf = (name: string): string =>
  name
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .slice(0, 40)

/** Below which name organisations get theirs: `localhost` on this machine, else the host that set-up was opened on. */
const baseOf = (hostname: string): string =>
  hostname.endsWith('localhost') || /^(127\.|\[)/.test(hostname) ? 'localhost' : hostname

/**
 * The host of an organisation: what was typed (a label, or a whole name with dots), or one made from its name. Nothing
 * when that is no host name.
 */
export const hostFor = (typed: string, name: string, openedOn: string): string | null => {
  const wanted = typed.trim().toLowerCase() || labelOf(name)
  const host = wanted.includes('.') ? wanted : `${wanted}.${baseOf(openedOn)}`
  return HOST.test(host) ? host : null
}
