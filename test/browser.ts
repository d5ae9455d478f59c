import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll } from 'vitest'
import { launchChromium, watch } from './chromium.ts'
import type { FrontDoor } from './front-door.ts'
import { world } from './world.ts'

export const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } }
export type Screen = keyof typeof screens

/** One device: its page, and what was seen on it that must never happen. */
type Device = { readonly context: BrowserContext; readonly page: Page; readonly wrong: string[] }

type Serves = { readonly fetch: FrontDoor['application']['hono']['fetch'] }

/**
 * A real browser before the application of a test file, which is served on a port of this machine. Addresses without a host are
 * those of De Vuurtoren. `serves`: what answers, where that is not the front door's own application.
 */
export const inBrowser = (door: { readonly front: FrontDoor }, serves?: () => Serves) => {
  let server: Server
  let browser: Browser
  beforeAll(async () => {
    const fetch: Serves['fetch'] = (request, env) => (serves?.() ?? door.front.application.hono).fetch(request, env)
    server = serve({ fetch, port: 0, hostname: '127.0.0.1' }) as Server
    await once(server, 'listening')
    browser = await launchChromium()
  })
  afterAll(async () => {
    await browser.close()
    server.closeAllConnections()
    server.close()
  })
  const port = () => (server.address() as AddressInfo).port
  /** The whole address of a page, on one of the hosts of the world. */
  const at = (path = '', host = 'vuurtoren.localhost') => `http://${host}:${port()}${path}`

  /** Signs somebody in on a device, in place of who was. */
  const be = async (context: BrowserContext, person: string): Promise<void> => {
    const [name, value] = (await door.front.as(person, world.vuurtoren)).cookie.split('=') as [string, string]
    await context.clearCookies()
    await context.addCookies([{ name, value, url: at() }])
  }

  /** A device on which this person is signed in, or nobody; a phone, unless said. */
  const openAs = async (person: string | null, options: BrowserContextOptions = {}): Promise<Device> => {
    const usual = { baseURL: at(), locale: 'nl-NL', reducedMotion: 'reduce', viewport: screens.phone } as const
    const context = await browser.newContext({ ...usual, ...options })
    if (person) await be(context, person)
    const page = await context.newPage()
    return { context, page, wrong: await watch(page) }
  }

  /** The same, with a page open. */
  const open = async (person: string | null, address: string, options?: BrowserContextOptions): Promise<Device> => {
    const device = await openAs(person, options)
    await device.page.goto(address)
    return device
  }
  return { port, at, be, openAs, open }
}
