import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { contrast, type Look, looks, type Oklch } from '../palette.ts'
import { checkHue, type Theme } from '../theme.ts'
import { siteThemes } from './themes.tsx'

const css = readFileSync(join(import.meta.dirname, '../css/site/themes.css'), 'utf8')

/** The declarations of a theme as a browser takes them: all selectors weigh the same, so the last one stands. */
const declared = (theme: string, look: Look): Map<string, string> => {
  const found = new Map<string, string>()
  const dark = [...css.matchAll(/@media \(prefers-color-scheme: dark\) \{\n((?: {2}.*\n)+)\}/g)]
  const isDark = (at: number) => dark.some(({ index, 0: text }) => at > index && at < index + text.length)
  for (const { 1: selector, 2: body, index } of css.matchAll(/(\.site|\[data-site="[a-z]+"\]) \{([^}]+)\}/g)) {
    if (selector !== '.site' && selector !== `[data-site="${theme}"]`) continue
    if (isDark(index) && look === 'light') continue
    for (const [, name, value] of body!.matchAll(/--([\w-]+): ([^;]+);/g)) found.set(name!, value!)
  }
  return found
}

const colour = (values: Map<string, string>, name: string, { hue, chroma }: Theme): Oklch => {
  const value = values.get(name)!
  const other = /^var\(--([\w-]+)\)$/.exec(value)?.[1]
  if (other) return colour(values, other, { hue, chroma })
  const [, lightness, amount, angle] = /^oklch\(([\d.]+) (calc\(var\([^)]+\) [+*] [\d.]+\)|[\d.]+) (.+)\)$/.exec(value)!
  const sum = (text: string) =>
    text.startsWith('calc')
      ? Number(
          text.replace(/calc\(var\(--(hue|chroma)\) ([+*]) ([\d.]+)\)/, (_, of, sign, by) => {
            const from = of === 'hue' ? hue : chroma
            return String(sign === '+' ? from + Number(by) : from * Number(by))
          }),
        )
      : text === 'var(--hue)'
        ? hue
        : Number(text)
  return [Number(lightness), sum(amount!), sum(angle!)]
}

const schools = [0.02, 0.07, 0.12]
  .flatMap((chroma) => Array.from({ length: 72 }, (_, step) => ({ hue: step * 5, chroma })))
  .filter((theme) => checkHue(theme) === null)

const pairs = [
  ['words', 'page'],
  ['quiet', 'page'],
  ['words', 'soft'],
  ['quiet', 'soft'],
  ['act', 'page'],
  ['act', 'soft'],
  ['on-act', 'act'],
  ['on-deep', 'deep'],
  ['hero-bar', 'hero'],
  ['hero-on-act', 'hero-act'],
] as const

/** Where the message of the home page stands: in the beam of the lighthouse, or on the ground of the scene. */
const messageOn = (theme: string) => ['hero-words', theme === 'lighthouse' ? 'scene-beam' : 'hero'] as const

test.each(
  Object.keys(siteThemes).flatMap((theme) => looks.map((look) => [theme, look] as const)),
)('every text of the theme %s reads in the %s, whatever the colour of the school (WCAG 2.2, 1.4.3)', (theme, look) => {
  const values = declared(theme, look)
  for (const [text, ground] of [...pairs, messageOn(theme)]) {
    if (!values.has(text) || !values.has(ground)) continue
    const worst = schools
      .map((school) => ({
        school,
        contrast: contrast(colour(values, text, school), colour(values, ground, school)),
      }))
      .sort((one, other) => one.contrast - other.contrast)[0]!
    expect([text, ground, worst, worst.contrast >= 4.5]).toEqual([text, ground, worst, true])
  }
})
