import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { staff, vuurtoren } = world
const look = { name: 'De Nieuwe Vuurtorenq', mark: 'mill', hue: '145', chroma: '10', language: 'nl' }

test('the office changes name and colour; a colour that looks like a warning is refused with advice', async () => {
  const wim = await door.front.as(staff.wim, vuurtoren)
  const refused = await wim.post(urls.look(), { ...look, hue: '30' })
  expect(refused.status).toBe(422)
  const text = await refused.text()
  expect(text).toContain('lijken op de kleuren voor waarschuwen')
  expect(text).toContain('value="De Nieuwe Vuurtorenq"')
  expect((await wim.post(urls.look(), { ...look, chroma: '40' })).status).toBe(422)

  const told = new Promise<void>((resolve) =>
    door.front.parts.notifications.onAny((topic) => topic === 'sites' && resolve()),
  )
  expect((await wim.post(urls.look(), look)).status).toBe(303)
  await told
  expect(await wim.text(urls.home())).toContain('De Nieuwe Vuurtorenq')
  expect(await wim.text(urls.look())).toContain('value="145"')
  const other = await door.front.as(staff.gerrit, world.molen, 'molen.localhost')
  expect(await other.text(urls.look())).toContain('value="De Molen"')
})

test('nobody but the office sets up the school', async () => {
  for (const person of [staff.hatice, world.guardians.kofi]) {
    const browser = await door.front.as(person, vuurtoren)
    expect((await browser.get(urls.look())).status).toBe(404)
    expect((await browser.post(urls.look(), look)).status).toBe(404)
  }
})

test('the settings home shows what somebody may set up, and no more', async () => {
  const home = await (await door.front.as(staff.wim, vuurtoren)).text(urls.settings())
  for (const line of [urls.look(), urls.imports()]) expect(home).toContain(`href="${line}"`)
  const board = await (await door.front.as(staff.idris, world.kompas, 'kompas.localhost')).get(urls.settings())
  expect(board.status).toBe(404)
})
