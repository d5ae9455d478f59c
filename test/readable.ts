import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** Everyone can read the page as it stands (axe, WCAG 2.2 AA), and nothing is wider than the screen. */
export const readable = async (page: Page): Promise<void> => {
  // Turbo says on <html> that it is under way; what counts is the page that it leaves.
  await page.locator('html:not([aria-busy])').waitFor({ state: 'attached' })
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
}

/** The same in the light and in the dark. */
export const readableInBoth = async (page: Page): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme })
    await readable(page)
  }
}
