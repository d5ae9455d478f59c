import { AT_ONCE, type Call, type Graph, type Reply } from '../graph/client.ts'

/** How many batches are under way at a time. */
const WIDE = 4

/** Many calls, in batches of twenty of which four are under way. Nothing stands for a call whose time has not come. */
export const together = async (
  graph: Graph,
  calls: readonly Call[],
  options: { readonly each?: boolean } = {},
): Promise<{ readonly replies: (Reply | null)[]; readonly later: number }> => {
  const replies: (Reply | null)[] = calls.map(() => null)
  const slices = Array.from({ length: Math.ceil(calls.length / AT_ONCE) }, (_, index) => index * AT_ONCE)
  let later = 0
  const one = async () => {
    for (let from = slices.shift(); from !== undefined; from = slices.shift()) {
      const got = await graph.batch(calls.slice(from, from + AT_ONCE), options)
      for (const [index, reply] of got.replies.entries()) replies[from + index] = reply
      later = Math.max(later, got.later)
      // What was refused stays refused for now, and asking more would count too.
      if (got.later > 0) slices.length = 0
    }
  }
  const settled = await Promise.allSettled(Array.from({ length: WIDE }, one))
  // What was answered is kept; a reason to stop is told once everybody is back.
  const failed = settled.find((result) => result.status === 'rejected')
  if (failed && replies.every((reply) => reply === null)) throw failed.reason
  return { replies, later: failed ? Math.max(later, 1) : later }
}
