import type { Role } from '#shared/identity/me.ts'
import { roleName } from '#shared/identity/role-words.ts'
import { capital, type Language, listOf, number } from '#shared/language/index.ts'
import type { Access } from './access.ts'
import type { Item, Words } from './queries.ts'
import type { ReviewTexts } from './texts.ts'

export type Said = { readonly t: ReviewTexts; readonly language: Language; readonly words: Words }

/** A piece of access in words, within a sentence: "Leerkracht", "valt in: Groep 6". */
export const accessInWords = ({ t, language, words }: Said, { kind, what }: Pick<Access, 'kind' | 'what'>): string => {
  if (kind === 'role') return roleName(what as Role, language)
  if (kind === 'group') return t.access.group(words.groups.get(what) ?? t.access.unknownGroup)
  const name = words.people.get(what)
  return name === undefined ? t.access.readers('1', true) : t.access.reader(name)
}

/** "Leerkracht, ICT en mag 2 afgeschermde mensen zien": whom, stands with the one decision only, not on lists and on paper. */
export const summary = (said: Said, items: readonly Item[]): string => {
  const { t, language } = said
  const readers = items.filter(({ kind }) => kind === 'reader').length
  const words = listOf(language, [
    ...items.filter(({ kind }) => kind !== 'reader').map((one) => accessInWords(said, one)),
    ...(readers > 0 ? [t.access.readers(number(language, readers), readers === 1)] : []),
  ])
  return capital(words)
}

/** "Blijft: Leerkracht. Gestopt: ICT. Door Anouk Visser" */
export const decisionsInWords = (said: Said, items: readonly Item[]): string => {
  const { t, language, words } = said
  const parts = (['stays', 'ends', 'gone'] as const).flatMap((decision) => {
    const some = items.filter((one) => one.decision === decision)
    if (some.length === 0) return []
    return [t.decided(t.decisions[decision], summary(said, some))]
  })
  const by = [...new Set(items.flatMap((one) => (one.by && words.people.get(one.by)) ?? []))]
  return [...parts, ...(by.length > 0 ? [t.by(listOf(language, by))] : [])].join('. ')
}
