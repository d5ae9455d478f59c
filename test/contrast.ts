import { readFileSync } from 'node:fs'
import type { Oklch } from '#shared/ui/palette.ts'

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
