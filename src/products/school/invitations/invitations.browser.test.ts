import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { AxeBuilder } from '@axe-core/playwright'
import { serve } from '@hono/node-server'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { launchChromium, watch } from '#test/chromium.ts'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
let server: Server
let browser: Browser
let school: string

beforeAll(async () => {
  server = serve({ fetch: door.front.application.hono.fetch, port: 0, hostname: '127.0.0.1' }) as Server
  await once(server, 'listening')
  school = `http://vuurtoren.localhost:${(server.address() as AddressInfo).port}`
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
})

const readable = async (page: Page) => {
  const { violations } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze()
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ target }) => target).join(' ')}`)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0)
}

const screens = { phone: { width: 390, height: 844 }, desktop: { width: 1280, height: 900 } }

const officePage = async (screen: keyof typeof screens) => {
  const wim = await door.front.as(world.staff.wim, world.vuurtoren)
  const context = await browser.newContext({ viewport: screens[screen], reducedMotion: 'reduce', locale: 'nl-NL' })
  const [name, value] = wim.cookie.split('=') as [string, string]
  await context.addCookies([{ name, value, url: school }])
  context.setDefaultTimeout(8_000)
  return context.newPage()
}

test.for([
  urls.people(),
  urls.people({ kind: 'team' }),
  urls.groups(),
  urls.group({ id: world.groups.five }),
  urls.person({ id: world.pupils.mila }),
  urls.person({ id: world.guardians.deniz }),
  urls.newGuardianship({ id: world.pupils.mila }),
  urls.invitations(),
  urls.invitationGroup({ id: world.groups.five }),
  urls.invitationTeam(),
  urls.partAccount({ id: world.guardians.ngozi }),
  urls.roles({ id: world.staff.tom }),
  urls.settings(),
  urls.informationRequests(),
])('%s can be read by everyone and keeps its policy, on a phone and a desktop', async (address) => {
  for (const screen of ['phone', 'desktop'] as const) {
    const page = await officePage(screen)
    const wrong = await watch(page)
    await page.goto(school + address)
    await readable(page)
    expect(wrong).toEqual([])
    await page.context().close()
  }
})

test.for([
  'phone',
  'desktop',
] as const)('on a %s: the office adds a guardian and hands over a link, and the guardian sees the child', async (screen) => {
  const page = await officePage(screen)
  const wrong = await watch(page)
  await page.goto(school + urls.person({ id: world.pupils.noor }))
  await page.getByRole('link', { name: 'Ouder of verzorger toevoegen' }).click()
  await page.getByLabel('Roepnaam').fill(`Opa${screen}q`)
  await page.getByLabel('Achternaam').fill(`Meulen${screen}q`)
  await page.getByLabel('Wat is deze persoon van het kind?').fill('opa')
  await page.getByRole('radio', { name: /stiefouder/ }).check()
  await page.getByRole('button', { name: 'Voeg toe aan Noorq' }).click()
  await page.getByRole('link', { name: `Nodig Opa${screen}q uit` }).click()
  await readable(page)
  await page.getByRole('radio', { name: /Laat me de link zien/ }).check()
  await page.getByRole('button', { name: `Nodig Opa${screen}q uit` }).click()
  const link = await page.getByLabel('Link', { exact: true }).inputValue()
  await readable(page)
  expect(wrong).toEqual([])
  await page.context().close()

  const home = await browser.newContext({ viewport: screens[screen], reducedMotion: 'reduce', locale: 'nl-NL' })
  home.setDefaultTimeout(8_000)
  const phone = await home.newPage()
  const wrongThere = await watch(phone)
  await phone.goto(link)
  await readable(phone)
  await phone.getByLabel('E-mailadres').fill(`opa-${screen}@thuis.example`)
  await phone.getByLabel('Nieuw wachtwoord').fill('acht blauwe kikkers dansen')
  await phone.getByRole('button', { name: 'Ga naar school' }).click()
  await phone.getByRole('link', { name: 'Kinderen' }).click()
  await phone.getByRole('link', { name: 'Noorq van der Meulenq' }).click()
  await phone.getByRole('heading', { name: 'Wat school weet' }).waitFor()
  await readable(phone)
  expect(wrongThere).toEqual([])
  await home.close()
})
