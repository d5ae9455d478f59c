import type { Page } from 'playwright-core'
import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { inBrowser } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { readable } from '#test/readable.ts'
import { asSuperuser } from '#test/server.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { openAs } = inBrowser(door)
const { vuurtoren, guardians, staff, pupils } = world

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
    const device = await openAs(person, { viewport, colorScheme })
    wrong.push(device.wrong)
    return device.page
  }
  const press = (page: Page, role: 'button' | 'link', words: string | RegExp) =>
    page.getByRole('main').getByRole(role, { name: words }).first().click()

  const fenna = await as(guardians.fenna)
  await fenna.goto(urls.child({ id: pupils.mila }))
  await press(fenna, 'link', 'Wie keek')
  await fenna.getByText('Deze collega gaf je kind die dag geen les').waitFor()
  await readable(fenna)
  await press(fenna, 'button', 'Vraag waarom Maritq Grootq keek')
  await fenna.getByText('Er is gevraagd waarom').waitFor()

  const roos = await as(staff.roos)
  await roos.goto(urls.alarms())
  await press(roos, 'link', /Maritq/)
  await roos.getByText('Er is gevraagd waarom').waitFor()
  await readable(roos)
  await press(roos, 'button', 'Vraag Maritq Grootq om uitleg')
  await roos.getByText('Er is nog geen antwoord').waitFor()

  const marit = await as(staff.marit)
  await marit.goto(urls.myLooks())
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
  await roos.goto(urls.figures())
  await readable(roos)

  await fenna.reload()
  await fenna.getByText('Antwoord van school: Een ongeluk op het plein').waitFor()
  expect(wrong.flat()).toEqual([])
  for (const page of [fenna, roos, marit]) await page.context().close()
})
