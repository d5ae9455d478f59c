import { createHash } from 'node:crypto'
import { type Theme, themeCss, themeFromName, themeName } from './theme.ts'

const prefix = '/assets/theme.'
const kept = new Map<string, { url: string; integrity: string }>()
// A family sees a handful of schools; this many different sets is more than an installation shows in a day.
const keptAtMost = 1000

/**
 * The stylesheet of a page's colours. Its address names hues and no school, so that it tells nothing about a family, and
 * ends in a hash, so that it may be kept forever. Every process can make it from the address alone.
 */
export function themeLink(own: Theme, others: readonly Theme[] = []): { url: string; integrity: string } {
  const name = [own, ...others].map(themeName).join('.')
  const known = kept.get(name)
  if (known) return known
  const css = themeCss(own, others)
  const link = { url: `${prefix}${name}.${shortHash(css)}.css`, integrity: `sha384-${digest(css).toString('base64')}` }
  if (kept.size >= keptAtMost) kept.clear()
  kept.set(name, link)
  return link
}

/** The stylesheet an address of `themeLink` stands for; null when it names no theme or its hash does not fit. */
export function serveTheme(
  path: string,
): { type: string; body: Buffer; integrity: string; br?: never; gzip?: never } | null {
  if (!path.startsWith(prefix) || !path.endsWith('.css')) return null
  const parts = path.slice(prefix.length, -'.css'.length).split('.')
  const hash = parts.pop()
  const [own, ...others] = parts.map(themeFromName)
  if (!own || others.length > 20 || others.includes(null)) return null
  const css = themeCss(own, others as Theme[])
  if (hash !== shortHash(css)) return null
  return {
    type: 'text/css; charset=utf-8',
    body: Buffer.from(css),
    integrity: `sha384-${digest(css).toString('base64')}`,
  }
}

const digest = (css: string) => createHash('sha384').update(css).digest()
const shortHash = (css: string) => digest(css).toString('hex').slice(0, 8)
