import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { FrontDoor, frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import { makePage } from './pages/making.ts'
import { startSite } from './sites/starting.ts'

const door = frontDoor()
const { vuurtoren, staff } = world
const as = (person: string) => door.front.as(person, vuurtoren)
const empty = { summary: '', action: null, picture: null, blocks: [] }
const details = { theme: 'lighthouse', tagline: '', address: 'Duinweg 14', phone: '', email: '' } as const

let home: string
beforeAll(async () => {
  home = await door.front.within(vuurtoren, async (work) => {
    await startSite(work, details)
    return makePage(work, { parent: null, kind: 'home', content: { ...empty, title: 'Aan zee leer je ver kijken' } })
  })
})

describe('a page', () => {
  test('is written where it stands, put on the site, and served as bytes to strangers', async () => {
    const wim = await as(staff.wim)
    const page = urls.sitePage({ page: home })
    const block = randomUUID()
    const fields = { base: '1', type: 'text', after: '', text: 'Elke week een middag buiten.' }
    expect((await wim.post(urls.siteBlock({ page: home, block }), fields)).status).toBe(303)
    expect(await wim.text(page)).toContain('Elke week een middag buiten.')
    expect((await door.front.stranger().get('/')).status).toBe(303)

    expect((await wim.post(urls.publishSitePage({ page: home }))).status).toBe(303)
    expect((await wim.post(urls.siteLive(), { live: 'yes' })).status).toBe(303)
    await expect.poll(async () => (await door.front.stranger().get('/')).status).toBe(200)
    const served = await door.front.stranger().get('/')
    expect(await served.text()).toContain('Elke week een middag buiten.')
    const etag = served.headers.get('etag')!
    const again = await door.front.stranger().request('GET', '/', undefined, { 'if-none-match': etag })
    expect([again.status, await again.text()]).toEqual([304, ''])
    expect(await wim.text('/')).not.toContain('Elke week een middag buiten.')
    expect(await wim.text(urls.siteHome())).toContain('Elke week een middag buiten.')
  })

  test('that changes is new in every process', async () => {
    const other = await FrontDoor.open(door.front)
    expect(await (await other.stranger().get('/')).text()).toContain('Aan zee leer je ver kijken')
    const wim = await as(staff.wim)
    await wim.post(urls.sitePage({ page: home }), { base: '2', title: 'De zee is onze buur', summary: '' })
    await wim.post(urls.publishSitePage({ page: home }))
    for (const front of [door.front, other])
      await expect.poll(async () => (await front.stranger().get('/')).text()).toContain('De zee is onze buur')
    await other.close()
  })
})
