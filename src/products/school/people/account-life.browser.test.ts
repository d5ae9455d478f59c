import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { inBrowser, screens } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { readable } from '#test/readable.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { openAs } = inBrowser(door)
const { staff, guardians, pupils, vuurtoren } = world

test.for([
  ['phone', 'Bootq', 'Siemq', 'Sterreq'],
  ['desktop', 'Zeilq', 'Roosq', 'Ravenq'],
] as const)('on a %s: a pupil comes, looks like a twin, leaves next week and stays after all', async ([
  screen,
  surname,
  first,
  twin,
]) => {
  const { page, wrong } = await openAs(staff.wim, { viewport: screens[screen] })
  const fill = async (name: string) => {
    await page.goto(urls.newPupil())
    await page.getByLabel('Roepnaam').fill(name)
    await page.getByLabel('Achternaam').fill(surname)
    await page.getByLabel('Groep', { exact: true }).selectOption({ label: 'Groep 5' })
  }
  await fill(first)
  await readable(page)
  await page.getByRole('button', { name: 'Voeg toe, ouders later' }).click()
  await page.getByRole('heading', { name: `${first} ${surname}` }).waitFor()

  await fill(twin)
  await page.getByRole('button', { name: 'Voeg toe, ouders later' }).click()
  await page.getByText('Een tweeling met dezelfde voorletter?').waitFor()
  await readable(page)
  await page.getByLabel(`Nee, ${twin} is iemand anders`).check()
  await page.getByRole('button', { name: 'Voeg toe, ouders later' }).click()
  await page.getByRole('heading', { name: `${twin} ${surname}` }).waitFor()

  await page.getByRole('link', { name: 'Van school laten gaan' }).click()
  await page.getByLabel('Na een laatste dag').check()
  await page.getByLabel('Laatste dag op school').fill('2099-01-09')
  await readable(page)
  await page.getByRole('button', { name: `Laat ${twin} van school gaan` }).click()
  await page.getByText('De laatste dag is').waitFor()
  await page.getByText('Wat er gedaan is').click()
  await page.getByText('Legde een laatste dag vast').waitFor()
  await readable(page)
  await page.getByRole('button', { name: `Toch niet: ${twin}` }).click()
  await page.getByText('De laatste dag is').waitFor({ state: 'detached' })
  expect(wrong).toEqual([])
  await page.context().close()
})

test('the pages of a move, of duplicates and of two who change one thing can be read by everyone', async () => {
  const wim = await door.front.as(staff.wim, vuurtoren)
  const again = {
    givenName: 'Kofiq',
    surname: 'Mensahq',
    relation: 'papa',
    authority: 'no',
    callOrder: '3',
    other: 'yes',
  }
  const added = await wim.post(urls.newGuardianship({ id: pupils.zuri }), again)
  const other = added.headers.get('location')!.split('/').at(-1)!
  await wim.post(urls.move({ id: pupils.zuri }), { to: world.zeester, lastDay: '2099-01-09' })
  const edit = urls.editPerson({ id: guardians.deniz })
  const old = await wim.text(edit)
  const version = /name="version" value="([^"]+)"/.exec(old)![1]!
  const names = { givenName: 'Denizq', prefix: '', surname: 'Yıldızq', email: 'deniz@test.example' }
  expect((await wim.post(edit, { ...names, phone: '0612345678', version })).status).toBe(303)

  for (const screen of ['phone', 'desktop'] as const) {
    const { page, wrong } = await openAs(staff.wim, { viewport: screens[screen] })
    for (const address of [
      urls.duplicates(),
      urls.merging({ one: guardians.kofi, other }),
      urls.move({ id: pupils.zuri }),
      urls.move({ id: pupils.tobi }),
      urls.arrivals(),
      urls.placing({ id: pupils.zuri }),
    ]) {
      await page.goto(address)
      await readable(page)
    }
    await page.goto(edit)
    await page.evaluate((stale) => {
      document.querySelector<HTMLInputElement>('input[name=version]')!.value = stale
    }, version)
    await page.getByLabel('Telefoon').fill('0687654321')
    await page.getByRole('button', { name: 'Bewaar deze gegevens' }).click()
    await page.getByText('Wimq Postmaq heeft dit net ook gewijzigd.').waitFor()
    await readable(page)
    expect(wrong.filter((line) => !line.includes('422'))).toEqual([])
    await page.context().close()

    const { page: parent } = await openAs(guardians.ngozi, { viewport: screens[screen] })
    await parent.goto(urls.home())
    await parent.getByRole('link', { name: 'Zuriq gaat naar De Zeester' }).click()
    await parent.getByRole('button', { name: 'Verstuur mijn antwoord' }).waitFor()
    await readable(parent)
    await parent.context().close()
  }
})

test('a page that is open when its right ends asks anew, and shows the way in', async () => {
  const { page } = await openAs(guardians.fenna)
  const listening = page.waitForResponse((response) => response.url().includes(urls.live()))
  await page.goto(urls.home())
  await listening
  const wim = await door.front.as(staff.wim, vuurtoren)
  expect((await wim.post(urls.leaving({ id: pupils.mila }), { when: 'now' })).status).toBe(303)
  await page.waitForURL(/sign-in/)
  await page.context().close()
})
