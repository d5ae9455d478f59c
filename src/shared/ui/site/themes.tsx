import type { assets } from '../assets.ts'
import type { JSX } from '../jsx.ts'
import { LighthouseHero } from './lighthouse.tsx'
import { MillHero } from './mill.tsx'
import { SquareHero } from './square.tsx'
import { TideHero } from './tide.tsx'

type Assets = ReturnType<typeof assets>

/**
 * How a public site looks: a scene, a display face and one idea that carries information. Colours follow from the school's own
 * hue at fixed lightness, so that every school's contrast is that of the theme.
 */
type SiteTheme = {
  readonly Scene: () => JSX.Element
  /** The typefaces that stand in the first view. */
  readonly fonts: (all: Assets) => readonly Assets['font'][]
  /** Shows the menu as strips of the scene. */
  readonly menuInScene: boolean
}

export const siteThemeNames = ['lighthouse', 'mill', 'tide', 'square'] as const
export type SiteThemeName = (typeof siteThemeNames)[number]

export const siteThemes: Readonly<Record<SiteThemeName, SiteTheme>> = {
  lighthouse: { Scene: LighthouseHero, fonts: ({ font, bricolage }) => [font, bricolage], menuInScene: false },
  mill: { Scene: MillHero, fonts: ({ font, piazzolla }) => [font, piazzolla], menuInScene: true },
  tide: { Scene: TideHero, fonts: ({ font, bricolage }) => [font, bricolage], menuInScene: false },
  square: { Scene: SquareHero, fonts: ({ font, bricolage }) => [font, bricolage], menuInScene: true },
}
