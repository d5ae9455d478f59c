import { AxeBuilder } from '@axe-core/playwright'
import { describe, expect, test } from 'vitest'
import { gallery } from '#test/gallery/index.tsx'
import { open } from '#test/gallery/serving.tsx'

const sizes = { 'small phone': 320, phone: 390, tablet: 820, desktop: 1280 }
const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } }

describe.for(Object.keys(gallery))('%s', (name) => {
  test.for([
    'phone',
    'desktop',
  ] as const)('on a %s: axe is content and the policy is kept, light and dark', async (screen) => {
    const { at, wrong } = await open(`/${name}`, { viewport: screens[screen], reducedMotion: 'reduce' })
    for (const colorScheme of ['light', 'dark'] as const) {
      await at.emulateMedia({ colorScheme })
      const { violations } = await new AxeBuilder({ page: at })
        .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
        .analyze()
      expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([])
    }
    expect(wrong).toEqual([])
    await at.context().close()
  })

  test('nothing sticks out on any screen', async () => {
    const { at, wrong } = await open(`/${name}`)
    for (const width of Object.values(sizes)) {
      await at.setViewportSize({ width, height: 800 })
      expect(await at.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
    }
    expect(wrong).toEqual([])
    await at.context().close()
  })
})

test('a school’s colours and typeface are really there', async () => {
  const { at } = await open('/day-list', { viewport: screens.desktop })
  await at.evaluate(() => document.fonts.ready)
  expect(await at.evaluate(() => document.fonts.check('17px "Wix Madefor Text Variable"'))).toBe(true)
  expect(await at.evaluate(() => getComputedStyle(document.documentElement).getPropertyValue('--hue').trim())).toBe(
    '238',
  )
  await at.context().close()
})

test('on paper: no rail, no buttons, the foot with date and readers', async () => {
  const { at } = await open('/day-list', { viewport: screens.desktop })
  await at.emulateMedia({ media: 'print' })
  expect(await at.getByRole('navigation', { name: 'Hoofdmenu' }).isVisible()).toBe(false)
  expect(await at.getByText('Alleen voor het team van De Vuurtoren.').isVisible()).toBe(true)
  await at.context().close()
})
