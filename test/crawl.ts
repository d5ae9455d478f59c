import type { BrowserContext, Page } from 'playwright-core'

/** Something that a browser was made to do or to keep. */
type Seen = {
  readonly what: 'request' | 'cookie' | 'local-storage' | 'session-storage' | 'cache' | 'database'
  readonly name: string
}

/** Pages behind these links show another company to whoever asked for that: a crawl asks for nothing. */
const CHOSEN = '/embed/'

/** What a page keeps in the storage of its browser, by name. */
const stored = (page: Page): Promise<Seen[]> =>
  page.evaluate(async () => {
    const named = (what: Seen['what'], names: Iterable<string | undefined>) =>
      [...names].map((name) => ({ what, name: name ?? '?' }))
    return [
      ...named('local-storage', Object.keys(localStorage)),
      ...named('session-storage', Object.keys(sessionStorage)),
      ...named('cache', await caches.keys()),
      ...named(
        'database',
        (await indexedDB.databases()).map(({ name }) => name),
      ),
    ]
  })

/**
 * Opens every page that can be reached by links from these, like a visitor who sees all of them, and answers whatever is not on the
 * list: a request to another host, a cookie, a key of the browser's own storage (PROMISES P50, P52). `listed`: `where name`.
 */
export const crawl = async (
  context: BrowserContext,
  begin: readonly string[],
  { listed, most = 60 }: { readonly listed: ReadonlySet<string>; readonly most?: number },
): Promise<{ readonly visited: readonly string[]; readonly unlisted: readonly string[] }> => {
  const page = await context.newPage()
  const home = new URL(begin[0]!).host
  const unlisted = new Set<string>()
  let at = ''
  page.on('request', (request) => {
    const { protocol, host } = new URL(request.url())
    if (protocol.startsWith('http') && host !== home) unlisted.add(`${at}: request ${host}`)
  })
  const waiting = [...begin]
  const visited = new Set<string>()
  while (waiting.length > 0 && visited.size < most) {
    const address = waiting.shift()!
    at = new URL(address).pathname
    if (visited.has(at)) continue
    visited.add(at)
    await page.goto(address, { waitUntil: 'networkidle' })
    const kept = [
      ...(await context.cookies()).map(({ name }): Seen => ({ what: 'cookie', name: name.replace('__Host-', '') })),
      ...(await stored(page)),
    ]
    for (const { what, name } of kept) if (!listed.has(`${what} ${name}`)) unlisted.add(`${at}: ${what} ${name}`)
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((one) => (one as HTMLAnchorElement).href))
    waiting.push(
      ...links
        .filter((link) => new URL(link).host === home && !new URL(link).pathname.startsWith(CHOSEN))
        .map((link) => link.split('#')[0]!),
    )
  }
  await page.close()
  return { visited: [...visited], unlisted: [...unlisted] }
}
