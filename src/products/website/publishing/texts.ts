import type { Texts } from '#shared/language/index.ts'

const nl = {
  skip: 'Naar de inhoud',
  menu: 'Menu',
  foot: 'Meer',
  scene: 'Kies een onderdeel',
  here: 'Je bent hier',
  search: 'Zoek',
  signIn: { school: 'Ouders', other: 'Inloggen' },
  reportIll: 'Ziek melden',
  privacy: 'Privacy',
  accessibility: 'Toegankelijkheid',
  feed: (name: string) => `Nieuws van ${name}`,
  news: 'Nieuws',
  share: 'Deel dit bericht',
  shareBy: { mail: 'E-mail', whatsapp: 'WhatsApp', facebook: 'Facebook', linkedin: 'LinkedIn' },
  calendar: 'Zet de agenda in je telefoon',
  statementSummary: (name: string) =>
    `Iedereen moet de website van ${name} kunnen gebruiken. Hier staat hoe we daarvoor zorgen.`,
  statement: (about: {
    name: string
    address: string
    day: string
    pages: number
    contact: string
  }) => `# Hoe het er nu voor staat

De website ${about.address} volgt de regels voor toegankelijkheid (WCAG 2.2, niveau A en AA, die ook in EN 301 549 staan). Dit is voor het laatst nagegaan op ${about.day}, voor ${about.pages} pagina’s.

# Hoe we dat weten

Een pagina komt pas op de website als hij door deze controles is gekomen:

- elke foto heeft een beschrijving voor wie hem niet ziet
- koppen staan op volgorde
- letters verschillen genoeg van hun achtergrond
- elke link zegt waar hij naartoe gaat
- elke tabel heeft koppen

De vorm van de pagina’s is ook nagekeken met een schermlezer in gedachten: alles werkt met het toetsenbord, zonder muis, en zonder script.

# Wat nog niet goed is

Documenten die je kunt downloaden, zijn niet allemaal nagekeken. Vraag ons om dezelfde tekst op een andere manier.

# Kun je iets niet gebruiken?

Laat het ons weten${about.contact ? `: ${about.contact}` : ''}. Je hoort binnen twee weken wat we eraan doen. Ben je het er niet mee eens, dan kun je terecht bij de Nationale ombudsman of het College voor de Rechten van de Mens.`,
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
  scene: 'Choose a part',
  here: 'You are here',
  search: 'Search',
  signIn: { school: 'Parents', other: 'Sign in' },
  reportIll: 'Report ill',
  privacy: 'Privacy',
  accessibility: 'Accessibility',
  feed: (name) => `News of ${name}`,
  news: 'News',
  share: 'Share this article',
  shareBy: { mail: 'Mail', whatsapp: 'WhatsApp', facebook: 'Facebook', linkedin: 'LinkedIn' },
  calendar: 'Put the agenda in your telephone',
  statementSummary: (name) => `Everyone must be able to use the website of ${name}. Here is how we see to that.`,
  statement: (about) => `# How it stands now

The website ${about.address} follows the rules for accessibility (WCAG 2.2, level A and AA, which are also in EN 301 549). This was last checked on ${about.day}, for ${about.pages} pages.

# How we know

A page comes on the website only after it passed these checks:

- every picture has a description for who does not see it
- headings stand in order
- letters differ enough from their background
- every link says where it leads
- every table has headings

The shape of the pages was looked at with a screen reader in mind as well: everything works by keyboard, without a mouse, and without script.

# What is not right yet

Documents that you can download were not all checked. Ask us for the same text in another way.

# Is there something you cannot use?

Tell us${about.contact ? `: ${about.contact}` : ''}. Within two weeks you hear what we do about it. If you do not agree, you can go to the National Ombudsman or the Netherlands Institute for Human Rights.`,
  notFound: {
    title: 'This page is not there',
    text: 'Perhaps it was moved or removed. Search for it, or begin at the front.',
    home: 'To the beginning',
  },
}

export type SiteTexts = Texts<typeof nl>
/** Words that stand around every page of a site. */
export const siteTexts: { nl: SiteTexts; en: SiteTexts } = { nl, en }
