import { badRequest } from './failing.ts'
import { filtering } from './filtering.ts'
import type { Answer, Asked, Thing } from './types.ts'

const DEFAULT_PAGE = 100
const LARGEST_PAGE = 999

const OPTIONS = new Set(['$select', '$filter', '$expand', '$top', '$skiptoken', '$count', '$orderby', '$deltatoken'])

const isAdvanced = ({ headers, query }: Asked): boolean =>
  headers.consistencylevel === 'eventual' && query.get('$count') === 'true'

/** The properties that `$select` names; all default ones when it is not there. */
export const selected = (
  thing: Thing,
  asked: Asked,
  known: ReadonlySet<string>,
  defaults: readonly string[],
): Thing => {
  const select = asked.query.get('$select')
  const wanted = select ? select.split(',').map((one) => one.trim()) : defaults
  const shown: Thing = { id: thing.id }
  for (const name of wanted) {
    if (!known.has(name)) throw badRequest(`Could not find a property named '${name}'.`, name)
    if (thing[name] !== undefined) shown[name] = thing[name]
    else if (name !== 'id') shown[name] = null
  }
  return shown
}

export const checkOptions = ({ query }: Asked, allowed: ReadonlySet<string> = OPTIONS): void => {
  for (const name of query.keys())
    if (name.startsWith('$') && !allowed.has(name)) throw badRequest(`Query option '${name}' is not allowed.`)
}

const sizeOf = (asked: Asked): number => {
  const top = asked.query.get('$top')
  if (top === null) return DEFAULT_PAGE
  const size = Number(top)
  if (!/^\d+$/.test(top) || size < 1) throw badRequest(`Invalid page size specified: '${top}'.`)
  if (size > LARGEST_PAGE)
    throw badRequest(`Invalid page size specified: '${top}'. Must be between 1 and ${LARGEST_PAGE} inclusive.`)
  return size
}

export const contextOf = (asked: Asked, what: string) => `${asked.origin}/v1.0/$metadata#${what}`

/** The address of this request with other options: Graph's own links are opaque, and whoever takes them apart breaks. */
const linkOf = (asked: Asked, changes: Readonly<Record<string, string | null>>): string => {
  const query = new URLSearchParams(asked.query)
  for (const [name, value] of Object.entries(changes)) {
    if (value === null) query.delete(name)
    else query.set(name, value)
  }
  return `${asked.origin}/v1.0/${asked.path.join('/')}?${query}`
}

/** A page of a list, filtered and with the wanted properties, and a link to the next one when there is more. */
export const listing = (
  asked: Asked,
  things: readonly Thing[],
  { known, defaults, what }: { known: ReadonlySet<string>; defaults: readonly string[]; what: string },
  show: (thing: Thing) => Thing = (thing) => selected(thing, asked, known, defaults),
): Answer => {
  checkOptions(asked)
  const filter = asked.query.get('$filter')
  const found = filter ? things.filter(filtering(filter, known, isAdvanced(asked))) : things
  const from = Number(asked.query.get('$skiptoken')?.replace(/^p/, '') ?? 0)
  if (Number.isNaN(from)) throw badRequest('Invalid skip token.')
  const size = sizeOf(asked)
  const page = found.slice(from, from + size).map(show)
  const more = from + size < found.length
  return {
    status: 200,
    body: {
      '@odata.context': contextOf(asked, what),
      ...(isAdvanced(asked) ? { '@odata.count': found.length } : {}),
      ...(more ? { '@odata.nextLink': linkOf(asked, { $skiptoken: `p${from + size}` }) } : {}),
      value: page,
    },
  }
}

export { linkOf, sizeOf }
