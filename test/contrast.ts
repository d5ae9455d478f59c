import { readFileSync } from 'node:fs'

type Oklch = readonly [lightness: number, chroma: number, hue: number]
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

/** The contrast of two colours, from 1 to 21 (WCAG 2.2). */
export function contrast(one: Oklch, other: Oklch): number {
  const luminance = (colour: Oklch) => {
    const [red, green, blue] = linearRgb(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
  }
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

type Seed = { hue: number; chroma: number; person: number }

/** The colours of `tokens.css` for a school's hue and chroma and a person's hue, by token name. Reads the real file. */
export function tokens(path: string): {
  light: (seed: Seed) => Map<string, Oklch>
  dark: (seed: Seed) => Map<string, Oklch>
} {
  const css = readFileSync(path, 'utf8')
  const at = css.indexOf('@media (prefers-color-scheme: dark)')
  const read = (part: string) => [...part.matchAll(/--([\w-]+):\s*oklch\(([\d.]+) (.+?) ([\d.]+|var\(--\w+\))\);/g)]
  const [light, dark] = [read(css.slice(0, at)), read(css.slice(at))]
  const colours = (found: RegExpExecArray[], { hue, chroma, person }: Seed) =>
    new Map(
      found.map(([, name, l, c, h]) => {
        const factor = /\* ([\d.]+)\)/.exec(c!)?.[1]
        const amount = c!.includes('--chroma') ? chroma * Number(factor ?? 1) : Number(c)
        const angle = h === 'var(--hue)' ? hue : h === 'var(--person)' ? person : Number(h)
        return [name!, [Number(l), amount, angle] as const]
      }),
    )
  return {
    light: (seed) => colours(light, seed),
    dark: (seed) => new Map([...colours(light, seed), ...colours(dark, seed)]),
  }
}
