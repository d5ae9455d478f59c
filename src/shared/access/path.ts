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

const NAME = /:([a-zA-Z]+)/g

/** Declares a URL. Every link, redirect and test builds it from here; a renamed one is a compile error. */
export const path = <const Pattern extends string>(pattern: Pattern): Path<Pattern> => {
  const named = pattern.includes(':')
  const build = (first: Record<string, string> = {}, second: Query = {}) => {
    const params = named ? first : {}
    const query = named ? second : (first as Query)
    const address = pattern.replace(NAME, (_, name: string) => encodeURIComponent(params[name]!))
    const asked = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined)
    return asked.length > 0 ? `${address}?${new URLSearchParams(asked)}` : address
  }
  return Object.assign(build, { pattern }) as unknown as Path<Pattern>
}
