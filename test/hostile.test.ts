import { describe, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from './front-door.ts'
import { ids, walk } from './walk.ts'
import { world } from './world.ts'

const door = frontDoor()
const { staff, vuurtoren } = world
const administrator = () => door.front.as(staff.wim, vuurtoren)

describe('an address that cannot be', () => {
  test.each([
    '/people/%00',
    '/people/x%00y',
    '/imports/%00',
    '/day/%00',
    '/people/%ff',
    '/people/%zz',
    '/people/a%2fb',
  ])('is not there: %s', async (address) => {
    expect((await (await administrator()).get(address)).status).toBe(404)
  })
})

describe('a posted body', () => {
  test('with names that every object has is a form like any other', async () => {
    const hostile = { constructor: 'a', toString: 'b', hasOwnProperty: 'c', ['__proto__']: 'd', valueOf: 'e' }
    const body = new URLSearchParams(Object.entries(hostile))
    body.append('__proto__', 'd')
    const refused = await (await administrator()).request('POST', urls.newStaff(), body)
    expect(refused.status).toBe(422)
    const stranger = await door.front.stranger().request('POST', urls.newStaff(), body)
    expect(stranger.status).toBe(401)
    const page = await stranger.text()
    for (const name of ['constructor', '__proto__', 'toString']) expect(page).toContain(`name="${name}"`)
    expect(page).not.toContain('native code')
  })

  test('that is large is read only for who may send it', async () => {
    const large = new URLSearchParams({ birthDates: 'x'.repeat(200_000) })
    const statusFor = async (browser: Browser) => (await browser.request('POST', urls.imports(), large)).status
    expect(await statusFor(door.front.stranger())).toBe(413)
    expect(await statusFor(await door.front.as(world.guardians.ngozi, vuurtoren))).toBe(413)
    expect(await statusFor(await door.front.as(staff.hatice, vuurtoren))).toBe(413)
    expect(await statusFor(await administrator())).toBe(422)
  })

  test('that is too large for anyone is refused with a way back', async () => {
    const browser = await administrator()
    const huge = new FormData()
    huge.append('file', new Blob([Buffer.alloc(33 * 1024 * 1024)]), 'large.csv')
    const refused = await browser.request('POST', urls.imports(), huge, {
      referer: `http://${browser.host}${urls.imports()}`,
    })
    expect([refused.status, await refused.text()]).toEqual([413, expect.stringContaining(`href="${urls.imports()}"`)])
  })
})

test('no form puts a typed name in an address', async () => {
  for (const person of [staff.wim, staff.anouk, staff.hatice, world.guardians.ngozi]) {
    const browser = await door.front.as(person, vuurtoren)
    for await (const { address, body } of walk(door.front, browser, ids.own)) {
      const forms = [...body.matchAll(/<form[^>]*method="get"[\s\S]*?<\/form>/g)].map(([form]) => form)
      for (const form of forms) expect([address, /<input(?![^>]*type="hidden")/.test(form)]).toEqual([address, false])
    }
  }
})
