import type { Route } from '#shared/access/module.ts'
import { signedIn } from '#shared/access/rule.ts'
import { Me, type Role } from '#shared/identity/me.ts'
import type { Words } from '#shared/language/index.ts'
import { allDeclarations } from '#shared/vault/declaration.ts'

/** Who may do something in one part, in the words of the rule: look at it, do it, or both. */
export type Grant = {
  readonly words: Words
  readonly looks: boolean
  readonly does: boolean
  /** Everyone, or everyone who is signed in. */
  readonly common: boolean
  readonly allows: (me: Me) => boolean
}
export type Part = { readonly about: Words; readonly grants: readonly Grant[] }

const grantOf = (routes: readonly Route[]): Grant => {
  const { words, open } = routes[0]!.rule
  return {
    words,
    looks: routes.some(({ method }) => method === 'GET'),
    does: routes.some(({ method }) => method === 'POST'),
    common: open || words === signedIn.words,
    allows: (me) => routes.some(({ rule }) => rule(me)),
  }
}

/** What there is here and who may do it: the routes by what they are about, each with its rules. Nothing is written down twice. */
export const partsOf = (routes: readonly Route[]): Part[] =>
  [...Map.groupBy(routes, ({ about }) => about.nl).values()].map((some) => ({
    about: some[0]!.about,
    grants: [...Map.groupBy(some, ({ rule }) => rule.words.nl).values()].map(grantOf),
  }))

/** Somebody who is nothing but these roles: whom a rule is asked about. */
const somebodyWith = (roles: readonly Role[]): Me =>
  new Me({ id: '', account: '', givenName: '', name: '', language: 'nl', strong: true, roles, accessVersion: 0 })

const having = (parts: readonly Part[], holds: (grant: Grant) => boolean): Part[] =>
  parts.flatMap(({ about, grants }) => {
    const some = grants.filter(holds)
    return some.length > 0 ? [{ about, grants: some }] : []
  })

/** What these roles open, beside what everyone has. */
export const openTo = (parts: readonly Part[], roles: readonly Role[]): Part[] => {
  const me = somebodyWith(roles)
  return having(parts, (grant) => !grant.common && grant.allows(me))
}

/** What everyone has. */
export const openToAll = (parts: readonly Part[]): Part[] => having(parts, ({ common }) => common)

/** What is kept about people and who sees it, by who sees it: the declarations that stand beside the tables. */
export const keptAbout = (): { readonly seenBy: Words; readonly what: readonly Words[] }[] => {
  const about = allDeclarations().filter((one) => one.about !== 'nobody')
  return [...Map.groupBy(about, ({ seenBy }) => seenBy.nl).values()].map((some) => ({
    seenBy: some[0]!.seenBy,
    what: some.map(({ what }) => what),
  }))
}
