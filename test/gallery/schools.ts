import type { Theme } from '#shared/ui/index.ts'

export const vuurtoren: Theme = { hue: 238, chroma: 0.095 }
export const molen: Theme = { hue: 145, chroma: 0.1 }
export const zeester: Theme = { hue: 350, chroma: 0.11 }
export const school = { language: 'nl', organisation: 'De Vuurtoren', theme: vuurtoren } as const
export const lighthouse = { name: 'De Vuurtoren', mark: 'lighthouse' } as const
