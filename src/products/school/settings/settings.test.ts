import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
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

const seenIn = (page: string) => /name="seen" value="(\d+)"/.exec(page)![1]!

test('two people change at once: the second sees in words what the first did, with both changes in the form', async () => {
  const [wim, anouk] = [await door.front.as(staff.wim, vuurtoren), await door.front.as(staff.anouk, vuurtoren)]
  const before = { ...look, name: 'De Vuurtorenq', hue: '238' }
  await wim.post(urls.look(), before)
  const seen = seenIn(await wim.text(urls.look()))
  expect((await anouk.post(urls.look(), { ...before, name: 'Anouks Vuurtorenq', seen })).status).toBe(303)

  const second = await wim.post(urls.look(), { ...before, hue: '200', seen })
  expect(second.status).toBe(422)
  const page = await second.text()
  expect(page).toContain('Anoukq Visserq wijzigde dit terwijl jij bezig was')
  expect(page).toContain('Naam: ‘De Vuurtorenq’ werd ‘Anouks Vuurtorenq’.')
  expect(page).toMatch(/value="Anouks Vuurtorenq"/)
  expect(page).toMatch(/name="hue"[^>]*value="200"/)
  const again = { ...before, name: 'Anouks Vuurtorenq', hue: '200', seen: seenIn(page) }
  expect((await wim.post(urls.look(), again)).headers.get('location')).toBe(urls.look({ done: 'saved' }))
  expect((await wim.post(urls.look(), again)).headers.get('location')).toBe(urls.look({ done: 'same' }))
})

test('the newest change says who did what and is put back with one press; an older one is not', async () => {
  const wim = await door.front.as(staff.wim, vuurtoren)
  await wim.post(urls.look(), { ...look, hue: '238' })
  await wim.post(urls.look(), { ...look, hue: '300' })
  const page = await wim.text(urls.look())
  expect(page).toContain('Kleur: tint 238, sterkte 10 werd tint 300, sterkte 10.')
  expect(page).toContain('Wimq Postmaq, ')
  const number = /name="number" value="(\d+)"/.exec(page)![1]!
  const undo = (which: number) => wim.post(urls.undoSetting(), { setting: 'look', number: String(which) })
  expect((await undo(Number(number) - 1)).headers.get('location')).toBe(urls.look({ done: 'not-undone' }))
  expect((await undo(Number(number))).headers.get('location')).toBe(urls.look({ done: 'undone' }))
  expect(await wim.text(urls.look())).toMatch(/name="hue"[^>]*value="238"/)
  expect((await wim.post(urls.undoSetting(), { setting: 'constructor', number: '1' })).status).toBe(404)
  const hatice = await door.front.as(staff.hatice, vuurtoren)
  expect((await hatice.post(urls.undoSetting(), { setting: 'look', number })).status).toBe(404)
})

test('a colour is looked at before it is kept, without script, with its contrast measured', async () => {
  const wim = await door.front.as(staff.wim, vuurtoren)
  await wim.post(urls.look(), look)
  const swatch = await wim.post(urls.look(), { ...look, name: 'Nog niet bewaardq', swatch: '325-110' })
  const page = await swatch.text()
  expect([swatch.status, page.includes('value="Nog niet bewaardq"')]).toEqual([200, true])
  expect(page).toMatch(/name="hue"[^>]*value="325"/)
  expect(page).toContain('data-school="325-110" data-preview')
  expect(page).toMatch(/data-contrast="light button">[\d],\d</)
  expect(await wim.text(urls.look())).not.toContain('Nog niet bewaardq')
  expect((await wim.post(urls.look(), { ...look, hue: '301', see: 'yes' })).status).toBe(200)
  expect(await wim.text(urls.look())).toMatch(/name="hue"[^>]*value="145"/)
})

test.each([
  ['an empty hue', { hue: '' }, 'Vul een geheel getal in van 0 tot en met 359.'],
  ['half a hue', { hue: '12.5' }, 'Vul een geheel getal in van 0 tot en met 359.'],
  ['a name that nobody can read', { name: '\u200b\u202e ' }, 'Vul de naam van de school in.'],
  ['a name that is too long', { name: 'q'.repeat(121) }, 'Gebruik ten hoogste 120 letters.'],
  ['a mark that is none', { mark: 'dragon' }, 'Kies er een.'],
] as const)('%s is refused in words', async (_, typed, words) => {
  const wim = await door.front.as(staff.wim, vuurtoren)
  const refused = await wim.post(urls.look(), { ...look, ...typed })
  expect([refused.status, (await refused.text()).includes(words)]).toEqual([422, true])
})

describe('a logo', () => {
  const drawn = (colour: string) =>
    sharp({ create: { width: 300, height: 100, channels: 4, background: '#0000' } })
      .composite([
        { input: { create: { width: 200, height: 60, channels: 4, background: colour } }, left: 50, top: 20 },
      ])
      .png()
      .toBuffer()
  const upload = (browser: Browser, bytes: Buffer | string, name = 'logo.png') => {
    const body = new FormData()
    body.set('logo', new File([bytes as never], name))
    return browser.request('POST', urls.newLogo(), body)
  }
  const seenAt = async () => {
    door.front.application.serving.sites.forget()
    const page = await door.front.stranger().text(urls.signIn())
    return /<img class="([^"]+)" src="([^"]+)"/.exec(page)
  }

  test.each([
    ['dark letters get a plate in the dark', '#102040', 'on-light-none on-dark-light'],
    ['white letters get a plate in the light', '#ffffff', 'on-light-dark on-dark-none'],
    ['what differs enough from both gets none', '#808080', 'on-light-none on-dark-none'],
  ])('%s, and every visitor of the host sees it', async (_, colour, plates) => {
    const wim = await door.front.as(staff.wim, vuurtoren)
    expect((await upload(wim, await drawn(colour))).status).toBe(303)
    const [, looks, address] = (await seenAt())!
    expect(looks).toBe(`logo ${plates}`)
    const picture = await door.front.stranger().get(address!)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect((await door.front.stranger('molen.localhost').get(address!)).status).toBe(404)
    expect(await wim.text(urls.home())).toContain(`src="${address}"`)
  })

  test('goes with one press and comes back with one; a drawing in SVG and no file are refused in a sentence', async () => {
    const wim = await door.front.as(staff.wim, vuurtoren)
    await upload(wim, await drawn('#102040'))
    const [, , address] = (await seenAt())!
    expect((await wim.post(urls.removeLogo())).status).toBe(303)
    expect(await seenAt()).toBeNull()
    expect((await door.front.stranger().get(address!)).status).toBe(404)
    const number = /name="number" value="(\d+)"/.exec(await wim.text(urls.look()))![1]!
    await wim.post(urls.undoSetting(), { setting: 'look', number })
    expect((await seenAt())![2]).toBe(address)
    expect((await door.front.stranger().get(address!)).status).toBe(200)

    const svg = await upload(wim, '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>', 'logo.svg')
    expect([svg.status, (await svg.text()).includes('SVG kan niet')]).toEqual([422, true])
    const none = await wim.request('POST', urls.newLogo(), new FormData())
    expect([none.status, (await none.text()).includes('Kies eerst een bestand.')]).toEqual([422, true])
    expect((await upload(await door.front.as(staff.hatice, vuurtoren), await drawn('#102040'))).status).toBe(404)
    await wim.post(urls.look(), look)
    expect((await seenAt())![2]).toBe(address)
  })
})
