import { isIP } from 'node:net'

/** Names that lead to this machine or network, or nowhere by agreement (RFC 6761, 6762, 8375). */
const LOCAL = /(^|\.)(localhost|localdomain|local|internal|intranet|lan|home|corp|arpa|onion|invalid)$/
const LABEL = /^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/

type HostProblem = 'empty' | 'address' | 'single' | 'ip' | 'local' | 'port'

export type TypedHost = { readonly name: string } | { readonly problem: HostProblem }

/**
 * The host name in what somebody typed or copied: a name, or an address with `https://` before it and `/` behind it. Letters
 * outside a to z come back as the computer writes them (punycode, `xn--…`), so that a look-alike shows. Refuses what is no
 * name on the internet: an IP address in any spelling, `localhost` and other local names, one word, a port, a page.
 */
export const readHost = (typed: string): TypedHost => {
  const text = typed.trim()
  if (text === '') return { problem: 'empty' }
  const url = URL.parse(/^https?:\/\//i.test(text) ? text : `http://${text}`)
  if (!url || url.username || url.password || url.search || url.hash || url.pathname !== '/')
    return { problem: 'address' }
  if (url.port) return { problem: 'port' }
  const name = url.hostname.replace(/\.$/, '')
  if (isIP(name) || name.startsWith('[')) return { problem: 'ip' }
  if (LOCAL.test(name)) return { problem: 'local' }
  const labels = name.split('.')
  if (labels.length < 2) return { problem: 'single' }
  const proper = labels.every((label) => LABEL.test(label)) && /[a-z]/.test(labels.at(-1)!) && name.length <= 230
  return proper ? { name } : { problem: 'address' }
}

/** Whether a name has letters outside a to z, written as a computer writes them. */
export const isPunycode = (name: string): boolean => name.split('.').some((label) => label.startsWith('xn--'))

/** Whether two names are one, or one lies below the other: `a.example` and `portal.a.example`. */
export const related = (one: string, other: string): boolean =>
  one === other || one.endsWith(`.${other}`) || other.endsWith(`.${one}`)
