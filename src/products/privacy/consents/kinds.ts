import type { ConsentRule } from './outcome.ts'

/** Where what is asked for can be seen. */
export const audiences = ['internet', 'social', 'press', 'school', 'group', 'team', 'family'] as const
export type Audience = (typeof audiences)[number]

/** What a school may ask, by a name that modules know; `own` is what the school thought of itself. */
export const templates = [
  'photo-website',
  'photo-social',
  'photo-app',
  'photo-class',
  'photo-press',
  'contact-list',
  'medical',
  'newsletter',
] as const
export type Template = (typeof templates)[number]
export type Use = Template | 'own'

/** What a template comes with; the school may choose another rule before it asks. */
export const templateKinds: Record<Template, { audience: Audience; rule: ConsentRule; pictures: boolean }> = {
  'photo-website': { audience: 'internet', rule: 'all', pictures: true },
  'photo-social': { audience: 'social', rule: 'all', pictures: true },
  'photo-app': { audience: 'school', rule: 'all', pictures: true },
  'photo-class': { audience: 'group', rule: 'one', pictures: true },
  'photo-press': { audience: 'press', rule: 'all', pictures: true },
  'contact-list': { audience: 'group', rule: 'one', pictures: false },
  medical: { audience: 'team', rule: 'confirmed', pictures: false },
  newsletter: { audience: 'family', rule: 'one', pictures: false },
}
