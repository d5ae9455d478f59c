import { plainLetters } from '#products/school/index.ts'

export type Name = { readonly givenName: string; readonly prefix: string; readonly surname: string }

/** What a pattern may hold between braces, as schools say it. */
const parts = ['roepnaam', 'voorletter', 'tussenvoegsel', 'achternaam', 'jaar'] as const
type Part = (typeof parts)[number]

const NAMING: readonly Part[] = ['roepnaam', 'voorletter', 'achternaam']
const TOKEN = /\{([a-z]+)\}/g
/** The part before the @ has 64 characters at Microsoft; a number of four figures must fit behind it. */
const LONGEST = 60

/** Whether a pattern makes addresses: known parts, one that is of the name, and no sign that an address cannot hold. */
export const isPattern = (pattern: string): boolean => {
  const used = [...pattern.matchAll(TOKEN)].map(([, name]) => name)
  return (
    /^[a-z0-9._-]*$/.test(pattern.replaceAll(TOKEN, '')) &&
    used.every((name) => (parts as readonly string[]).includes(name!)) &&
    used.some((name) => (NAMING as readonly string[]).includes(name!))
  )
}

/** Letters that an address can hold: no marks, no spaces, no signs; "D’Hondt-Öz" becomes "dhondt-oz". */
const lettersOf = (text: string) =>
  plainLetters(text)
    .replaceAll(/[^a-z0-9-]+/g, '')
    .replaceAll(/^-+|-+$/g, '')

const fill = (pattern: string, { givenName, prefix, surname }: Name, year: string): string => {
  const values: Readonly<Record<Part, string>> = {
    roepnaam: lettersOf(givenName),
    voorletter: lettersOf(givenName).slice(0, 1),
    tussenvoegsel: lettersOf(prefix),
    achternaam: lettersOf(surname),
    jaar: year.slice(2, 4),
  }
  return pattern
    .replaceAll(TOKEN, (_, name: Part) => values[name])
    .replaceAll(/([._-])[._-]+/g, '$1')
    .replaceAll(/^[._-]+|[._-]+$/g, '')
    .slice(0, LONGEST)
    .replaceAll(/[._-]+$/g, '')
}

/**
 * The account name of somebody by the school's pattern, and whether it got a number because somebody else has it. `taken`
 * holds names in small letters, and gets this one. A name without any letter that an address can hold gets `otherwise`.
 */
export const accountName = (
  { pattern, domain, year, otherwise }: { pattern: string; domain: string; year: string; otherwise: string },
  name: Name,
  taken: Set<string>,
): { readonly address: string; readonly numbered: boolean } => {
  const hasLetters = lettersOf(name.givenName + name.surname) !== ''
  const base = (hasLetters && fill(pattern, name, year)) || otherwise
  for (let number = 1; ; number++) {
    const address = `${base}${number === 1 ? '' : number}@${domain}`
    if (taken.has(address)) continue
    taken.add(address)
    return { address, numbered: number > 1 }
  }
}
