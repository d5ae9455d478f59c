import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, test } from 'vitest'
import { demoParts } from '#demo/demo.ts'
import { writeDemoWorld } from '#demo/write.ts'
import { launchChromium } from '#test/chromium.ts'
import { frontDoor } from '#test/front-door.ts'

const tuesday = '2026-11-24'
const door = frontDoor(demoParts(true, { loopback: true }))
let server: Server
let browser: Browser
let port: number
beforeAll(async () => {
  door.front.clock.now = new Date(`${tuesday}T08:47:00+01:00`)
  await writeDemoWorld(door.front.server.owner, door.front.parts, tuesday)
  server = serve({ fetch: door.front.application.hono.fetch, port: 0, hostname: '127.0.0.1' }) as Server
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
  browser = await launchChromium()
}, 120000)
afterAll(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
})

const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } }
test('shots', async () => {
  const plan: [string, string, (string | ((page: import('playwright-core').Page) => Promise<void>))[]][] = JSON.parse(
    process.env.PLAN ?? '[]',
  )
  for (const [person, name, steps] of plan)
    for (const screen of ['phone', 'desktop'] as const)
      for (const scheme of (process.env.SCHEMES ?? 'light').split(',') as ('light' | 'dark')[]) {
        const context = await browser.newContext({
          viewport: screens[screen],
          colorScheme: scheme,
          reducedMotion: 'reduce',
          locale: 'nl-NL',
          deviceScaleFactor: 1,
        })
        const page = await context.newPage()
        const base = `http://vuurtoren.localhost:${port}`
        const signed = await door.front.stranger().post('/demo/sign-in', { person })
        const [cookieName, value] = signed.headers.getSetCookie()[0]!.split(';')[0]!.split('=')
        await context.addCookies([{ name: cookieName!, value: value!, url: base }])
        page.on('console', (m) => console.log('console', m.text()))
        for (const step of steps as string[]) {
          if (step.startsWith('/')) await page.goto(base + step)
          else if (step.startsWith('check:'))
            await page.getByLabel(step.slice(6), { exact: false }).first().check({ force: true })
          else if (step.startsWith('clock:')) door.front.clock.now = new Date(step.slice(6))
          else await page.locator(step).first().click()
          await page.waitForTimeout(350)
        }
        console.log(name, page.url(), (await page.content()).length)
        await page.screenshot({ path: `/tmp/abs/${name}-${screen}-${scheme}.png`, fullPage: true })
        await context.close()
      }
}, 200000)
