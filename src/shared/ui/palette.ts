import type { Theme } from './theme.ts'

export type Oklch = readonly [lightness: number, chroma: number, hue: number]
type Rgb = readonly [red: number, green: number, blue: number]

/** OKLCH to linear sRGB (CSS Color 4, section 9.2), clipped to what a screen can show. */
export function linearRgb([lightness, chroma, hue]: Oklch): Rgb {
  const a = chroma * Math.cos((hue * Math.PI) / 180)
  const b = chroma * Math.sin((hue * Math.PI) / 180)
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const clip = (value: number) => Math.min(Math.max(value, 0), 1)
  return [
    clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s),
    clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s),
    clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s),
  ]
}

/** Relative luminance of linear sRGB (WCAG 2.2). */
const luminanceOf = ([red, green, blue]: Rgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue

/** The contrast of two luminances, from 1 to 21. */
const ratio = (one: number, other: number) => (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)

/** The contrast of two colours, from 1 to 21 (WCAG 2.2). */
export const contrast = (one: Oklch, other: Oklch): number =>
  ratio(luminanceOf(linearRgb(one)), luminanceOf(linearRgb(other)))

/** What a school's colour is judged by, as `tokens.css` has it (a test compares): lightness and share of the chroma. */
const measured = {
  light: { 'on-accent': [0.99, null], accent: [0.455, 1], 'accent-ink': [0.415, 1], 'tint-2': [0.905, 0.45] },
  dark: { 'on-accent': [0.2, 0.4], accent: [0.8, 0.9], 'accent-ink': [0.845, 0.75], 'tint-2': [0.34, 0.48] },
} as const

/** Letters on a button are nearly white in the light, whatever the school's chroma. */
const ON_ACCENT_CHROMA = 0.008

export type Look = keyof typeof measured
export const looks = ['light', 'dark'] as const satisfies readonly Look[]

export type Contrasts = { readonly [In in Look]: { readonly button: number; readonly tint: number } }

/** How well a school's colour reads: letters on its button, and its letters on its tint, in the light and in the dark. */
export function contrastsOf({ hue, chroma }: Theme): Contrasts {
  const of = (look: Look) => {
    const colour = (name: keyof (typeof measured)['light']): Oklch => {
      const [lightness, share] = measured[look][name]
      return [lightness, share === null ? ON_ACCENT_CHROMA : chroma * share, hue]
    }
    return {
      button: contrast(colour('on-accent'), colour('accent')),
      tint: contrast(colour('accent-ink'), colour('tint-2')),
    }
  }
  return { light: of('light'), dark: of('dark') }
}
