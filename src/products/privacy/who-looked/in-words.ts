import type { Named } from '#products/school/index.ts'
import type { Route } from '#shared/access/module.ts'
import type { Look } from '#shared/audit/looks.ts'
import type { Role } from '#shared/identity/me.ts'
import { roleName } from '#shared/identity/role-words.ts'
import { type Language, listOf } from '#shared/language/index.ts'
import type { Kind } from '#shared/vault/declaration.ts'
import { kindWords } from '#shared/vault/kind-words.ts'
import type { WhoLookedTexts } from './texts.ts'

/** Whose names are only for themselves: other families are "a parent". */
const FAMILIES = new Set<string | null>(['guardian', 'guardian-information-only', 'pupil', null])

/** Who come from outside the school to help. */
export const SUPPLIERS = new Set<string | null>(['supplier', 'supplier-support', 'partner'])

/** A page, and sometimes through which support window. */
const PAGE = /^(GET|POST) (\S+)/

/** The name of somebody of the team, where the person who reads may know it. */
export const nameIn = (look: Look, names: ReadonlyMap<string, Named>): string | null =>
  look.viewer === null || FAMILIES.has(look.role) ? null : (names.get(look.viewer)?.name ?? null)

/** In which role; a job says that nobody looked, and a code that somebody did who was not signed in. */
export const roleIn = (t: WhoLookedTexts, language: Language, { viewer, role, place }: Look): string => {
  if (SUPPLIERS.has(role)) return t.supplier
  if (role !== null) return roleName(role as Role, language)
  if (viewer !== null) return t.someone
  return PAGE.test(place) ? t.withCode : t.byItself
}

/** What one does on the page where it was, in the words of the overview of rights. */
export const pageIn = (t: WhoLookedTexts, language: Language, routes: readonly Route[], place: string): string => {
  const [, method, pattern] = PAGE.exec(place) ?? []
  if (!pattern) return t.background
  return routes.find((route) => route.method === method && route.pattern === pattern)?.about[language] ?? t.oldPage
}

/** "naam en gewone gegevens en contactgegevens". A number by itself says nothing and is left out beside others. */
export const kindsIn = (language: Language, kinds: Iterable<string>): string => {
  const all = [...new Set(kinds)].sort()
  const told = all.length > 1 ? all.filter((kind) => kind !== 'identifier') : all
  return listOf(
    language,
    told.map((kind) => kindWords[kind as Kind]?.[language] ?? kind),
  )
}
