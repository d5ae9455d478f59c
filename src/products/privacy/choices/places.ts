/** The countries of the European Economic Area by their ISO codes: the Union, Iceland, Liechtenstein and Norway. `EU` is the Union itself. */
const EEA: ReadonlySet<string> = new Set(
  'AT BE BG CY CZ DE DK EE ES FI FR GR HR HU IE IS IT LI LT LU LV MT NL NO PL PT RO SE SI SK EU'.split(' '),
)

/** What people write beside the official names. */
const ALSO: Readonly<Record<string, readonly string[]>> = {
  US: ['VS', 'USA', 'US', 'Amerika', 'America'],
  GB: ['UK', 'Engeland', 'England', 'Groot-Brittannië', 'Great Britain'],
  NL: ['Holland', 'the Netherlands'],
  CZ: ['Czech Republic'],
  // The area as a whole is a place within it.
  EU: ['EER', 'EEA', 'EU'],
}

const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
type Country = { readonly code: string; readonly names: readonly string[] }
let known: readonly Country[] | undefined

/** Every country by its names. Made when first asked: the names of all regions take megabytes. */
const countries = (): readonly Country[] => {
  if (known) return known
  const namesIn = ['nl', 'en'].map((language) => new Intl.DisplayNames(language, { type: 'region', fallback: 'none' }))
  known = letters.flatMap((one) =>
    letters.flatMap((other) => {
      const code = one + other
      // Codes of the past are other names of what is there today.
      if (new Intl.Locale(`und-${code}`).region !== code) return []
      const names = [...namesIn.flatMap((names) => names.of(code) ?? []), ...(ALSO[code] ?? [])]
      return names.length === 0 ? [] : [{ code, names }]
    }),
  )
  return known
}

const escaped = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const mentions = (text: string, name: string): boolean =>
  new RegExp(`(?<![\\p{L}\\p{N}])${escaped(name)}(?![\\p{L}\\p{N}])`, 'iu').test(text)

/** The countries that a text names, and those of them outside the EEA (art. 44 GDPR), as the text would name them. */
export const placesIn = (text: string): { readonly all: number; readonly outside: readonly string[] } => {
  const named = countries().flatMap(({ code, names }) => {
    const name = names.find((one) => mentions(text, one))
    return name ? [{ code, name }] : []
  })
  return { all: named.length, outside: named.filter(({ code }) => !EEA.has(code)).map(({ name }) => name) }
}
