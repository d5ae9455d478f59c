import type { Texts } from '#shared/language/index.ts'

const nl = {
  title: 'Zoeken',
  field: 'Waar zoek je naar?',
  search: 'Zoek',
  found: (count: number) => (count === 1 ? '1 pagina gevonden' : `${count} pagina’s gevonden`),
  none: (words: string) => `Niets gevonden voor ‘${words}’. Probeer een ander woord, of kortere woorden.`,
}
const en: Texts<typeof nl> = {
  title: 'Search',
  field: 'What are you looking for?',
  search: 'Search',
  found: (count) => (count === 1 ? '1 page found' : `${count} pages found`),
  none: (words) => `Nothing found for ‘${words}’. Try another word, or shorter words.`,
}
export const searchTexts: { nl: Texts<typeof nl>; en: Texts<typeof nl> } = { nl, en }
