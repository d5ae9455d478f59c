import type { Kind } from '#shared/vault/declaration.ts'
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

type Asked = Extract<Kind, 'image' | 'contact' | 'health' | 'ordinary'>
const kinds: Partial<Record<Use, Asked>> = { 'contact-list': 'contact', medical: 'health', newsletter: 'contact' }

/** Of which kind the data are that a question asks about. */
export const kindOf = (use: Use, pictures: boolean): Asked => (pictures ? 'image' : (kinds[use] ?? 'ordinary'))
