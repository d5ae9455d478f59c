import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { staff, vuurtoren } = world
const look = { name: 'De Nieuwe Vuurtorenq', mark: 'mill', hue: '145', chroma: '10', language: 'nl' }

test('the office changes name and colour; a colour that looks like a warning is refused with advice', async () => {
  const wim = await door.front.as(staff.wim, vuurtoren)
  const refused = await wim.post(urls.settings(), { ...look, hue: '30' })
  expect(refused.status).toBe(422)
  const text = await refused.text()
  expect(text).toContain('lijken op de kleuren voor waarschuwen')
  expect(text).toContain('value="De Nieuwe Vuurtorenq"')
  expect((await wim.post(urls.settings(), { ...look, chroma: '40' })).status).toBe(422)

  const told = new Promise<void>((resolve) =>
    door.front.parts.notifications.onAny((topic) => topic === 'sites' && resolve()),
  )
  expect((await wim.post(urls.settings(), look)).status).toBe(303)
  await told
  expect(await wim.text(urls.home())).toContain('De Nieuwe Vuurtorenq')
  expect(await wim.text(urls.settings())).toContain('value="145"')
  const other = await door.front.as(staff.gerrit, world.molen, 'molen.localhost')
  expect(await other.text(urls.settings())).toContain('value="De Molen"')
})

test('nobody but the office sets up the school', async () => {
  for (const person of [staff.hatice, world.guardians.kofi]) {
    const browser = await door.front.as(person, vuurtoren)
    expect((await browser.get(urls.settings())).status).toBe(404)
    expect((await browser.post(urls.settings(), look)).status).toBe(404)
  }
})
