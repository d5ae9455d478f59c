import { badRequest, unsupported } from './failing.ts'
import type { Thing } from './types.ts'

type Test = (thing: Thing) => boolean

const TOKENS = /\s*(\(|\)|,|'(?:[^']|'')*'|[^\s(),']+)/gy

const tokensOf = (text: string): string[] => {
  const found: string[] = []
  TOKENS.lastIndex = 0
  while (TOKENS.lastIndex < text.trimEnd().length) {
    const match = TOKENS.exec(text)
    if (!match) throw badRequest(`Invalid filter clause: ${text}`)
    found.push(match[1]!)
  }
  return found
}

const literal = (token: string | undefined): unknown => {
  if (token === undefined) throw badRequest('Invalid filter clause: a value is missing')
  if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'")
  if (token === 'true' || token === 'false') return token === 'true'
  if (token === 'null') return null
  if (/^-?\d+(\.\d+)?$/.test(token)) return Number(token)
  return token
}

const valueAt = (thing: Thing, path: string): unknown =>
  path.split('/').reduce<unknown>((at, part) => (at && typeof at === 'object' ? (at as Thing)[part] : undefined), thing)

const folded = (value: unknown) => (typeof value === 'string' ? value.toLowerCase() : (value ?? null))

const COMPARE: Readonly<Record<string, (one: unknown, other: unknown) => boolean>> = {
  eq: (one, other) => folded(one) === folded(other),
  ne: (one, other) => folded(one) !== folded(other),
  ge: (one, other) => String(one ?? '') >= String(other),
  le: (one, other) => String(one ?? '') <= String(other),
  gt: (one, other) => String(one ?? '') > String(other),
  lt: (one, other) => String(one ?? '') < String(other),
}

/** Reads `$filter` of the kinds that the directory knows; what it cannot do, and properties it has not, it refuses (400). */
class Reader {
  readonly #tokens: string[]
  readonly #known: ReadonlySet<string>
  readonly #advanced: boolean
  #at = 0

  constructor(text: string, known: ReadonlySet<string>, advanced: boolean) {
    this.#tokens = tokensOf(text)
    this.#known = known
    this.#advanced = advanced
  }

  whole(): Test {
    const test = this.#or()
    if (this.#at < this.#tokens.length) throw badRequest(`Invalid filter clause near '${this.#tokens[this.#at]}'`)
    return test
  }

  #take(expected?: string): string {
    const token = this.#tokens[this.#at++]
    if (token === undefined || (expected !== undefined && token !== expected))
      throw badRequest(`Invalid filter clause: '${expected ?? 'a property'}' was expected`)
    return token
  }

  #or(): Test {
    const one = this.#and()
    if (this.#tokens[this.#at] !== 'or') return one
    this.#take('or')
    const other = this.#or()
    return (thing) => one(thing) || other(thing)
  }

  #and(): Test {
    const one = this.#one()
    if (this.#tokens[this.#at] !== 'and') return one
    this.#take('and')
    const other = this.#and()
    return (thing) => one(thing) && other(thing)
  }

  #property(): string {
    const path = this.#take()
    if (!this.#known.has(path.split('/')[0]!)) throw badRequest(`Could not find a property named '${path}'.`, path)
    return path
  }

  #one(): Test {
    const token = this.#tokens[this.#at]
    if (token === '(') {
      this.#take('(')
      const inside = this.#or()
      this.#take(')')
      return inside
    }
    if (token === 'not') {
      this.#needsAdvanced('not')
      this.#take('not')
      const inside = this.#one()
      return (thing) => !inside(thing)
    }
    if (token === 'startswith' || token === 'startsWith' || token === 'endswith') return this.#function(token)
    return this.#comparison()
  }

  #needsAdvanced(operator: string): void {
    if (!this.#advanced)
      throw unsupported(`Operator '${operator}' is not supported without ConsistencyLevel: eventual.`)
  }

  #function(name: string): Test {
    if (name === 'endswith') this.#needsAdvanced(name)
    this.#take()
    this.#take('(')
    const path = this.#property()
    this.#take(',')
    const wanted = String(literal(this.#take())).toLowerCase()
    this.#take(')')
    return (thing) => {
      const value = String(valueAt(thing, path) ?? '').toLowerCase()
      return name === 'endswith' ? value.endsWith(wanted) : value.startsWith(wanted)
    }
  }

  #comparison(): Test {
    const path = this.#property()
    if (path.endsWith('/any')) return this.#any(path.slice(0, -4))
    const operator = this.#take()
    if (operator === 'in') return this.#in(path)
    const compare = COMPARE[operator]
    if (!compare) throw badRequest(`Invalid filter clause: operator '${operator}'`)
    if (operator === 'ne') this.#needsAdvanced('ne')
    const wanted = literal(this.#take())
    return (thing) => compare(valueAt(thing, path), wanted)
  }

  #in(path: string): Test {
    this.#take('(')
    const wanted: unknown[] = [folded(literal(this.#take()))]
    while (this.#tokens[this.#at] === ',') {
      this.#take(',')
      wanted.push(folded(literal(this.#take())))
    }
    this.#take(')')
    if (wanted.length > 15) throw unsupported('Too many child clauses specified in search filter expression.')
    return (thing) => wanted.includes(folded(valueAt(thing, path)))
  }

  /** `groupTypes/any(c:c eq 'Unified')`, `assignedLicenses/any(x:x/skuId eq …)`. */
  #any(path: string): Test {
    this.#take('(')
    const head = this.#take()
    const field = head.slice(head.indexOf(':') + 1).split('/')[1]
    this.#take('eq')
    const wanted = folded(literal(this.#take()))
    this.#take(')')
    return (thing) => {
      const list = valueAt(thing, path)
      return (
        Array.isArray(list) &&
        list.some((one) => folded(field ? (one as Record<string, unknown>)[field] : one) === wanted)
      )
    }
  }
}

/** What `$filter` keeps. `advanced`: the request asked for eventual consistency and a count. */
export const filtering = (text: string, known: ReadonlySet<string>, advanced: boolean): Test =>
  new Reader(text, known, advanced).whole()
