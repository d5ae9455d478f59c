import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { tokens } from '#test/contrast.ts'
import { contrast, contrastsOf, linearRgb } from './palette.ts'
import { personHue } from './person-hue.ts'
import { checkHue, productTheme, themeCss, themeFromName, themeName } from './theme.ts'

describe('contrast', () => {
  test('is computed as browsers do', () => {
    expect(contrast([1, 0, 0], [0, 0, 0])).toBeCloseTo(21, 3)
    // #ff0000 is oklch(0.62796 0.25768 29.234)
    expect(linearRgb([0.62796, 0.25768, 29.234]).map((part) => part.toFixed(2))).toEqual(['1.00', '0.00', '0.00'])
    expect(contrast([1, 0, 0], [0.62796, 0.25768, 29.234])).toBeCloseTo(4, 1)
  })

  const { light, dark } = tokens(join(import.meta.dirname, 'css/tokens.css'))
  const hues = Array.from({ length: 120 }, (_, index) => index * 3)
  const themes = [0.02, 0.045, 0.07, 0.095, 0.12]
    .flatMap((chroma) => hues.map((hue) => ({ hue, chroma })))
    .filter((theme) => checkHue(theme) === null)
  const people = Array.from({ length: 12 }, (_, person) => 10 + person * 30)

  const lowest = (colours: typeof light, text: string, ground: string) =>
    Math.min(
      ...themes.map((theme, index) => {
        const found = colours({ ...theme, person: people[index % 12]! })
        return contrast(found.get(text)!, found.get(ground)!)
      }),
    )

  // The numbers of the look: the lowest over all hues and chromas a school may choose.
  test.for([
    ['on-accent', 'accent', 6.2, 9.3],
    ['accent-ink', 'tint-2', 5.8, 7.1],
    ['ink-2', 'tint', 6.6, 7.0],
    ['ink', 'tint-4', 6.7, 4.8],
    ['line-strong', 'sheet', 3.6, 4.2],
    ['face-ink', 'face', 7.3, 7.8],
    ['on-accent', 'accent-press', 4.5, 4.5],
    ['sheet', 'alert', 4.5, 4.5],
    ['alert-ink', 'alert-tint-2', 4.5, 4.5],
    ['late-ink', 'late-tint-2', 4.5, 4.5],
    ['here-ink', 'here-tint-2', 4.5, 4.5],
    ['ink', 'away-tint', 4.5, 4.5],
    ['ink-2', 'sunk', 4.5, 4.5],
    ['focus', 'sheet', 3, 3],
  ] as const)('%s on %s is at least %f (dark %f)', ([text, ground, inLight, inDark]) => {
    expect(lowest(light, text, ground)).toBeGreaterThanOrEqual(inLight - 0.05)
    expect(lowest(dark, text, ground)).toBeGreaterThanOrEqual(inDark - 0.05)
  })

  test('that a school is shown for its colour is that of the stylesheet', () => {
    const inLook = (colours: typeof light, theme: { hue: number; chroma: number }) => {
      const found = colours({ ...theme, person: 10 })
      const of = (text: string, ground: string) => contrast(found.get(text)!, found.get(ground)!)
      return { button: of('on-accent', 'accent'), tint: of('accent-ink', 'tint-2') }
    }
    for (const theme of themes.filter((_, index) => index % 37 === 0))
      expect(contrastsOf(theme)).toEqual({ light: inLook(light, theme), dark: inLook(dark, theme) })
  })
})

describe('a school chooses a colour', () => {
  test('but none that looks like alert or late, and none outside the palette', () => {
    expect(checkHue({ hue: 238, chroma: 0.095 })).toBeNull()
    expect(checkHue({ hue: 30, chroma: 0.1 })).toBe('looks-like-alert')
    expect(checkHue({ hue: 361, chroma: 0.1 })).toBe('not-a-hue')
    expect(checkHue({ hue: 12.5, chroma: 0.1 })).toBe('not-a-hue')
    expect(checkHue({ hue: 238, chroma: 0.2 })).toBe('not-a-chroma')
    expect(checkHue({ hue: 238, chroma: Number.NaN })).toBe('not-a-chroma')
    expect(checkHue(productTheme)).toBeNull()
  })

  test('and its stylesheet holds nothing but two numbers per school', () => {
    expect(themeCss({ hue: 238, chroma: 0.095 }, [{ hue: 145, chroma: 0.1 }])).toBe(
      ':root{--hue:238;--chroma:0.095}[data-school="145-100"]{--hue:145;--chroma:0.1}',
    )
  })

  test('whose name reads back, and a name of anything else does not', () => {
    expect(themeFromName(themeName({ hue: 350, chroma: 0.11 }))).toEqual({ hue: 350, chroma: 0.11 })
    for (const name of ['30-100', '400-100', '238-999', '238', '238-095}', '']) expect(themeFromName(name)).toBeNull()
  })
})

test('a face has one of twelve hues, the same every time, and all twelve are used', () => {
  const hues = Array.from({ length: 400 }, (_, index) => personHue(`00000000-0000-4000-8000-${index}`))
  expect(new Set(hues).size).toBe(12)
  expect(personHue('mila')).toBe(personHue('mila'))
})
