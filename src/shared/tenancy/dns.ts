import { Resolver } from 'node:dns/promises'

/** What we ask of the domain name system; tests answer it themselves. A server that does not answer is an error. */
export type Dns = {
  /** The text records of a name; none when there is no such name. */
  readonly texts: (name: string) => Promise<string[]>
  /** Where a name leads: the name it is another one for, else its addresses; nothing when it leads nowhere. */
  readonly pointsAt: (name: string) => Promise<string[]>
}

const NOT_THERE = new Set(['ENOTFOUND', 'ENODATA'])

const orNone = (asking: Promise<string[]>): Promise<string[]> =>
  asking.catch((error: NodeJS.ErrnoException) => {
    if (NOT_THERE.has(error.code ?? '')) return []
    throw error
  })

/** Asks the name servers of this machine, and none of what another program on it keeps. */
export const systemDns = (): Dns => {
  const resolver = new Resolver({ timeout: 3_000, tries: 2 })
  return {
    texts: (name) => orNone(resolver.resolveTxt(name).then((records) => records.map((parts) => parts.join('')))),
    pointsAt: async (name) => {
      const other = await orNone(resolver.resolveCname(name))
      if (other.length > 0) return other
      const [four, six] = await Promise.all([orNone(resolver.resolve4(name)), orNone(resolver.resolve6(name))])
      return [...four, ...six]
    },
  }
}
