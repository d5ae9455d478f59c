type Names<Pattern extends string> = Pattern extends `${string}:${infer Name}/${infer Rest}`
  ? Name | Names<`/${Rest}`>
  : Pattern extends `${string}:${infer Name}`
    ? Name
    : never

/** The parameters of a pattern such as `/groups/:group/days/:day`. */
export type Params<Pattern extends string> = { readonly [Name in Names<Pattern>]: string }

type Query = Readonly<Record<string, string | undefined>>

type Build<Pattern extends string> = [Names<Pattern>] extends [never]
  ? (query?: Query) => string
  : (params: Params<Pattern>, query?: Query) => string

/** A URL of the product: call it to build an address, give its pattern to a route. */
export type Path<Pattern extends string> = Build<Pattern> & { readonly pattern: Pattern }

const NAME = /:([a-zA-Z]+)/

/** Declares a URL. Every link, redirect and test builds it from here; a renamed one is a compile error. */
export const path = <const Pattern extends string>(pattern: Pattern): Path<Pattern> => {
  // Text, name, text, name, …: taken apart once, since a page links to hundreds of people.
  const parts = pattern.split(NAME)
  const build = (first: Record<string, string> = {}, second: Query = {}) => {
    let address = parts[0]!
    for (let at = 1; at < parts.length; at += 2) address += encodeURIComponent(first[parts[at]!]!) + parts[at + 1]
    const query = queryOf(parts.length > 1 ? second : first)
    return query ? `${address}?${query}` : address
  }
  return Object.assign(build, { pattern }) as unknown as Path<Pattern>
}

const queryOf = (query: Query): string => {
  const asked = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
  return asked.length > 0 ? String(new URLSearchParams(asked)) : ''
}
