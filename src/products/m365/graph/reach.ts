import { type Connection, type Microsoft, Trouble } from '#shared/identity/index.ts'
import type { Pace } from '#src/products.ts'
import { Graph } from './client.ts'
import { GraphTrouble } from './trouble.ts'

type Known = Pick<Connection, 'tenant' | 'client' | 'secret'>
type Kept = { readonly token: string; readonly until: Date }

/** Tokens of this process by tenant and application; never written anywhere. */
const tokens = new Map<string, Kept>()
const MARGIN = 60_000

/** A token that is good for a minute at least; asks for a new one when it has to. */
const tokenOf = async (microsoft: Microsoft, known: Known, anew: boolean): Promise<string> => {
  const key = `${microsoft.places.origin} ${known.tenant} ${known.client} ${known.secret}`
  const kept = tokens.get(key)
  if (kept && !anew && kept.until.getTime() - MARGIN > Date.now()) return kept.token
  try {
    const got = await microsoft.applicationToken(known)
    tokens.set(key, got)
    return got.token
  } catch (error) {
    tokens.delete(key)
    if (!(error instanceof Trouble)) throw error
    throw error.kind === 'away'
      ? new GraphTrouble('away', { cause: error })
      : new GraphTrouble('credentials', { code: error.code ?? error.kind })
  }
}

export type Reached = { readonly graph: Graph; readonly permissions: () => Promise<readonly string[]> }

/** Graph for one tenant, as the school's own application. `patience`: how long it may wait in this process for its turn. */
export const reachGraph = (
  { microsoft, pace }: { microsoft: Microsoft; pace: Pace },
  known: Known,
  patience: number,
): Reached => ({
  graph: new Graph({
    origin: microsoft.places.graph,
    token: (anew = false) => tokenOf(microsoft, known, anew),
    wait: pace.wait,
    now: pace.now,
    until: pace.now() + patience,
  }),
  permissions: async () => rolesIn(await tokenOf(microsoft, known, true)),
})

/**
 * The permissions that an application's token carries (`roles`, Microsoft identity platform access tokens). Only shown to
 * people, never relied on: Graph itself decides.
 */
const rolesIn = (token: string): readonly string[] => {
  try {
    const { roles } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString())
    return Array.isArray(roles) ? roles.filter((one) => typeof one === 'string') : []
  } catch {
    return []
  }
}
