import { badRequest, Refusal } from './failing.ts'
import { checkOptions, linkOf, selected, sizeOf } from './querying.ts'
import type { Answer, Asked, Tenant, Thing } from './types.ts'

/** Notes that an object changed, or went: what delta tells. */
export const noteChange = (tenant: Tenant, kind: string, id: string, at: number, gone = false): void => {
  const changes = tenant.directory.changes
  changes.push({ kind, id, at, ...(gone ? { gone } : {}) })
}

const LIST_DELTA = new Set(['$select', '$filter', '$deltatoken', '$skiptoken'])
const ASSIGNMENT_DELTA = new Set(['$top', '$deltatoken', '$skiptoken'])

type Follow = {
  readonly kind: string
  readonly things: readonly Thing[]
  readonly known: ReadonlySet<string>
  readonly defaults: readonly string[]
  /** Assignments: takes `$top` and nothing else, and never says what was deleted. */
  readonly assignments?: true
}

const PAGE = 200

/**
 * What changed since a token: the first round gives all there is, page by page, and ends with a token; a token that is too
 * old answers 410, and whoever asks must begin again. Tokens are opaque.
 */
export const changesSince = (asked: Asked, { kind, things, known, defaults, assignments }: Follow): Answer => {
  checkOptions(asked, assignments ? ASSIGNMENT_DELTA : LIST_DELTA)
  const { manners, tenant, query } = asked
  const now = manners.now()
  const fresh = { $deltatoken: `d${now}`, $skiptoken: null }
  const token = query.get('$deltatoken')
  if (token === 'latest') return { status: 200, body: { '@odata.deltaLink': linkOf(asked, fresh), value: [] } }
  const since = token === null ? null : Number(/^d(\d+)$/.exec(token)?.[1] ?? Number.NaN)
  if (since !== null && Number.isNaN(since)) throw badRequest('Badly formed token.')
  if (since !== null && now - since > manners.deltaFor)
    throw new Refusal(410, 'syncStateNotFound', 'Sync state generation is not found; delta sync must begin again.')
  const changed = new Map(
    tenant.directory.changes
      .filter((one) => one.kind === kind && (since === null ? false : one.at > since))
      .map((one) => [one.id, one.gone ?? false]),
  )
  const present = things.filter(({ id }) => since === null || changed.has(id))
  const gone = assignments ? [] : [...changed].filter(([id, isGone]) => isGone && !things.some((one) => one.id === id))
  const all = [
    ...present.map((thing) => selected(thing, asked, known, defaults)),
    ...gone.map(([id]): Thing => ({ id, '@removed': { reason: 'changed' } })),
  ]
  const size = assignments ? sizeOf(asked) : PAGE
  const from = Number(query.get('$skiptoken')?.replace(/^p/, '') ?? 0)
  const more = from + size < all.length
  return {
    status: 200,
    body: {
      ...(more
        ? { '@odata.nextLink': linkOf(asked, { $skiptoken: `p${from + size}` }) }
        : { '@odata.deltaLink': linkOf(asked, fresh) }),
      value: all.slice(from, from + size),
    },
  }
}
