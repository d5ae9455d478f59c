import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { inBrowser, screens } from '#test/browser.ts'
import { frontDoor } from '#test/front-door.ts'
import { readableInBoth } from '#test/readable.ts'
import { world } from '#test/world.ts'
import { type GivenResult, takeInResults } from './taking-in.ts'

const door = frontDoor()
const { openAs } = inBrowser(door)
const { vuurtoren, staff, guardians, groups, pupils } = world

/** Three tests: Zuri goes down, Mila up, Noor did not hand in the last. */
const fill = () =>
  door.front.within(vuurtoren, async (work) => {
    const given = (pupil: string, number: number, value: number | null): GivenResult => ({
      key: `${pupil}/${number}`,
      pupil,
      test: { key: `${number}`, subject: 'Spellingq', name: `Dictee ${number}q`, goal: 50, dueOn: null },
      on: work.today,
      state: value === null ? 'missing' : 'scored',
      score: value === null ? null : { value, min: 0, max: 20 },
      level: null,
      feedback: 'Mooi gewerktq',
      published: true,
    })
    const results = [1, 2, 3].flatMap((number) => [
      given(pupils.zuri, number, 20 - 4 * number),
      given(pupils.mila, number, 9 + 2 * number),
      given(pupils.noor, number, number === 3 ? null : 11),
    ])
    await takeInResults(work, { source: 'test', results })
    await work.db.updateTable('organisation').set({ modules_off: [] }).where('id', '=', work.organisation).execute()
  })

test.each([
  'phone',
  'desktop',
] as const)('from the class to a child by the keyboard, and as tables, on a %s', async (screen) => {
  await fill()
  const hatice = await openAs(staff.hatice, { viewport: screens[screen] })
  await hatice.page.goto(urls.resultsOf({ group: groups.five }))
  await hatice.page.getByText('Spellingq zakt bij 1 kind').waitFor()
  await readableInBoth(hatice.page)
  await hatice.page.getByRole('link', { name: 'Spellingq', exact: true }).first().click()
  await hatice.page.getByText('Dictee 2q').first().waitFor()
  await readableInBoth(hatice.page)
  await hatice.page.getByRole('link', { name: /Zuriq/ }).first().focus()
  await hatice.page.keyboard.press('Enter')
  await hatice.page.getByRole('heading', { name: 'Zuriq Okaforq' }).waitFor()
  await readableInBoth(hatice.page)
  await hatice.page.goBack()
  await hatice.page.getByRole('link', { name: 'Als tabel' }).click()
  await hatice.page.getByRole('link', { name: 'Als beeld' }).waitFor()
  await readableInBoth(hatice.page)

  const ngozi = await openAs(guardians.ngozi, { viewport: screens[screen] })
  await ngozi.page.goto(urls.myResults())
  await ngozi.page.getByText('Mooi gewerktq').first().waitFor()
  await readableInBoth(ngozi.page)
  expect([...hatice.wrong, ...ngozi.wrong]).toEqual([])
})
