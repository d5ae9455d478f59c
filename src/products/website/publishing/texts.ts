import type { Texts } from '#shared/language/index.ts'

const nl = {
  skip: 'Naar de inhoud',
  menu: 'Menu',
  foot: 'Meer',
  here: 'Je bent hier',
  search: 'Zoek',
  signIn: { school: 'Ouders', other: 'Inloggen' },
  reportIll: 'Ziek melden',
  privacy: 'Privacy',
  accessibility: 'Toegankelijkheid',
  feed: (name: string) => `Nieuws van ${name}`,
  notFound: {
    title: 'Deze pagina is er niet',
    text: 'Misschien is de pagina verhuisd of weggehaald. Zoek hem op, of begin vooraan.',
    home: 'Naar het begin',
  },
}

const en: Texts<typeof nl> = {
  skip: 'Skip to content',
  menu: 'Menu',
  foot: 'More',
  here: 'You are here',
  search: 'Search',
  signIn: { school: 'Parents', other: 'Sign in' },
  reportIll: 'Report ill',
  privacy: 'Privacy',
  accessibility: 'Accessibility',
  feed: (name) => `News of ${name}`,
  notFound: {
    title: 'This page is not there',
    text: 'Perhaps it was moved or removed. Search for it, or begin at the front.',
    home: 'To the beginning',
  },
}

export type SiteTexts = Texts<typeof nl>
/** Words that stand around every page of a site. */
export const siteTexts: { nl: SiteTexts; en: SiteTexts } = { nl, en }
