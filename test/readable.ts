import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What axe has against the page at rest: Turbo says on <html> that it is under way, and may begin while axe looks. */
const violationsOf = async (page: Page): ReturnType<typeof analyse> => {
  await page.locator('html:not([aria-busy])').waitFor({ state: 'attached' })
  const violations = await analyse(page)
  const moved = violations.some(({ nodes }) => nodes.some(({ html }) => /^<html[^>]* aria-busy=/.test(html)))
  return moved ? violationsOf(page) : violations
}

const analyse = async (page: Page) => (await new AxeBuilder({ page }).withTags(TAGS).analyze()).violations

/** Everyone can read the page as it stands (axe, WCAG 2.2 AA), and nothing is wider than the screen. */
export const readable = async (page: Page): Promise<void> => {
  const violations = await violationsOf(page)
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
