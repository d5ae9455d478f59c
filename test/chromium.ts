import { type Browser, chromium, type Page } from 'playwright-core'

/** The Chromium that `bin/test` found, without its own network traffic. */
export function launchChromium(): Promise<Browser> {
  const args = ['no-sandbox', 'disable-gpu', 'disable-quic', 'no-first-run', 'disable-background-networking']
  return chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [...args, 'disable-component-update', 'disable-sync'].map((name) => `--${name}`),
  })
}

/** Collects what must never happen on a page: a violated content policy, a script that throws, a console error. */
export async function watch(page: Page): Promise<string[]> {
  const seen: string[] = []
  await page.exposeFunction('violated', (what: string) => seen.push(what))
  await page.addInitScript(() => {
    const { violated } = window as unknown as { violated(what: string): void }
    document.addEventListener('securitypolicyviolation', (event) =>
      violated(
        `${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber} ${event.sample}`,
      ),
    )
  })
  page.on('pageerror', (error) => seen.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) seen.push(message.text())
  })
  return seen
}
