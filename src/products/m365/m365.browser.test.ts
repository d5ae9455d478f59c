import { afterAll, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { inBrowser, screens } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { atVuurtoren } from '#test/graph/at-school.ts'
import { TestMicrosoft } from '#test/graph/microsoft.ts'
import { runJobs } from '#test/jobs.ts'
import { readableInBoth } from '#test/readable.ts'
import { world } from '#test/world.ts'

const microsoft = await TestMicrosoft.start()
const door = frontDoor({ authority: microsoft.authority, pace: microsoft.pace })
const { openAs } = inBrowser(door)
afterAll(() => microsoft.close())
const { vuurtoren, staff, groups } = world
const { within, pass, carryOut } = atVuurtoren(door, microsoft)

test.each([
  'phone',
  'desktop',
] as const)('from the connection to a plan that is carried out and a new password, on a %s', async (screen) => {
  Object.assign(microsoft.tenant.directory, { users: {}, groups: {} })
  await within(vuurtoren, async (work) => {
    for (const table of ['m365_plan', 'm365_account', 'm365_group', 'm365_erasure'] as const)
      await work.db.deleteFrom(table).execute()
    await microsoft.connect(work, { makesTeams: false, groupPrefix: screen })
    await work.db.updateTable('m365_setup').set({ given: [] }).execute()
  })
  pass(1_000)
  const ict = await openAs(staff.wim, { viewport: screens[screen] })
  await ict.page.goto(urls.m365Connection())
  await readableInBoth(ict.page)
  await ict.page.getByRole('button', { name: 'Controleer nu' }).click()
  await ict.page.getByText('Alles werkt').waitFor()
  await readableInBoth(ict.page)
  await ict.page.goto(urls.m365())
  await ict.page.getByRole('button', { name: 'Vergelijk nu' }).click()
  await ict.page.getByText('vergelijkt de school met Microsoft').waitFor()
  await runJobs(door.front, 'm365-plan')
  await ict.page.goto(urls.m365())
  await readableInBoth(ict.page)
  await ict.page
    .getByRole('link', { name: /^Plan van/ })
    .first()
    .click()
  await ict.page.getByRole('link', { name: /^Nieuw \d/ }).click()
  await ict.page.getByText('Account maken').first().waitFor()
  await readableInBoth(ict.page)
  await ict.page.getByRole('button', { name: 'Keur goed en voer uit' }).click()
  await ict.page.getByText('stappen klaar').first().waitFor()
  await readableInBoth(ict.page)
  expect(await carryOut()).toBe('done')
  await ict.page.reload()
  await ict.page.getByText('uitgevoerd').first().waitFor()
  await readableInBoth(ict.page)

  const teacher = await openAs(staff.hatice, { viewport: screens[screen] })
  await teacher.page.goto(urls.m365PasswordsOf({ group: groups.five }))
  await teacher.page.getByRole('link', { name: 'Nieuw wachtwoord voor Milaq' }).click()
  await teacher.page.getByText('Het oude werkt dan niet meer').waitFor()
  await readableInBoth(teacher.page)
  await teacher.page.getByRole('button', { name: 'Ja, maak een nieuw wachtwoord' }).click()
  await teacher.page.getByText('Het wachtwoord wordt gemaakt').waitFor()
  await runJobs(door.front, 'm365-reset')
  await teacher.page.getByText('Wachtwoord: ').first().waitFor()
  await readableInBoth(teacher.page)
  expect([...ict.wrong, ...teacher.wrong]).toEqual([])
})
