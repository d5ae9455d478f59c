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
import { asSuperuser } from '#test/server.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, guardians, staff, pupils } = world

let server: Server
let browser: Browser
let base: string
beforeAll(async () => {
  server = serve({ fetch: door.front.application.hono.fetch, port: 0, hostname: '127.0.0.1' }) as Server
  await once(server, 'listening')
  base = `http://vuurtoren.localhost:${(server.address() as AddressInfo).port}`
  browser = await launchChromium()
})
afterAll(async () => {
  await browser.close()
  server.closeAllConnections()
  server.close()
})

const readable = async (page: Page) => {
  await page.locator('html:not([aria-busy])').waitFor({ state: 'attached' })
  const { violations } = await new AxeBuilder({ page }).withTags(['wcag2a', 'wcag2aa', 'wcag22aa']).analyze()
  const place = new URL(page.url()).pathname
  expect([place, violations.map(({ id, nodes }) => [id, nodes[0]?.html])]).toEqual([place, []])
  expect([place, await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)]).toEqual([place, 0])
}

/** A substitute opened the page of a child of another group, and the minute's job saw it. */
const lookElsewhere = async () => {
  await asSuperuser(door.front.server.admin, (client) =>
    client.query(
      `truncate look_alarm, look_watch;
       insert into audit_line (organisation_id, person_id, action, place, subjects, kinds, role, about)
       values ('${vuurtoren}', '${staff.marit}', 'opened', 'GET /people/:id', '{${pupils.mila}}', '{contact,ordinary}', 'substitute',
         '${pupils.mila}')`,
    ),
  )
  const job = door.front.application.tasks.find(({ name }) => name === 'privacy-alarms')!
  await job.run({ inOrganisation: (run: never) => door.front.within(vuurtoren, run) } as never)
}

test.each([
  ['phone', { width: 390, height: 844 }, 'light'],
  ['desktop', { width: 1280, height: 800 }, 'dark'],
] as const)('on a %s: a guardian asks why, the substitute explains, the officer answers and searches', async (_, viewport, colorScheme) => {
  await lookElsewhere()
  const wrong: unknown[][] = []
  const as = async (person: string) => {
    const { cookie } = await door.front.as(person, vuurtoren)
    const [name, value] = cookie.split('=') as [string, string]
    const context = await browser.newContext({ reducedMotion: 'reduce', locale: 'nl-NL', viewport, colorScheme })
    await context.addCookies([{ name, value, url: base }])
    const page = await context.newPage()
    wrong.push(await watch(page))
    return page
  }
  const press = (page: Page, role: 'button' | 'link', words: string | RegExp) =>
    page.getByRole('main').getByRole(role, { name: words }).first().click()

  const fenna = await as(guardians.fenna)
  await fenna.goto(base + urls.child({ id: pupils.mila }))
  await press(fenna, 'link', 'Wie keek')
  await fenna.getByText('Deze collega gaf je kind die dag geen les').waitFor()
  await readable(fenna)
  await press(fenna, 'button', 'Vraag waarom Maritq Grootq keek')
  await fenna.getByText('Er is gevraagd waarom').waitFor()

  const roos = await as(staff.roos)
  await roos.goto(base + urls.alarms())
  await press(roos, 'link', /Maritq/)
  await roos.getByText('Er is gevraagd waarom').waitFor()
  await readable(roos)
  await press(roos, 'button', 'Vraag Maritq Grootq om uitleg')
  await roos.getByText('Er is nog geen antwoord').waitFor()

  const marit = await as(staff.marit)
  await marit.goto(base + urls.myLooks())
  await readable(marit)
  await press(marit, 'button', 'Stuur je uitleg')
  await marit.getByText('Schrijf in een paar zinnen waarom.').last().waitFor()
  await readable(marit)
  await marit.getByLabel('Waarom bekeek je dit?').fill('Mila viel op het plein.')
  await press(marit, 'button', 'Stuur je uitleg')
  await marit.getByText('Je uitleg is verstuurd').waitFor()

  await roos.reload()
  await roos.getByText('Mila viel op het plein.').waitFor()
  await roos.getByLabel('Wat is er aan de hand').fill('Een ongeluk op het plein, dit mocht.')
  await press(roos, 'button', 'Leg het oordeel vast')
  await roos.getByText('Beoordeeld door Roosq').waitFor()
  await press(roos, 'link', 'Bekijk deze regels in het logboek')
  await roos.getByText('Wie keek, het nieuwste eerst').waitFor()
  await readable(roos)
  await roos.goto(base + urls.figures())
  await readable(roos)

  await fenna.reload()
  await fenna.getByText('Antwoord van school: Een ongeluk op het plein').waitFor()
  expect(wrong.flat()).toEqual([])
  for (const page of [fenna, roos, marit]) await page.context().close()
})
