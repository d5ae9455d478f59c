import sharp from 'sharp'
import { beforeAll, expect, test } from 'vitest'
import { imageTexts } from '#shared/files/images/index.ts'
import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, molen, staff, guardians, pupils, groups } = world
let wim: Browser
let hatice: Browser
beforeAll(async () => {
  wim = await door.front.as(staff.wim, vuurtoren)
  hatice = await door.front.as(staff.hatice, vuurtoren)
})

const picture = (colour: string) =>
  sharp({ create: { width: 320, height: 200, channels: 3, background: colour } })
    .jpeg()
    .toBuffer()
const upload = async (browser: Browser, person: string, bytes: Buffer | string) => {
  const body = new FormData()
  body.append('photo', new Blob([bytes as BlobPart], { type: 'image/jpeg' }), 'hatice.jpg')
  return browser.request('POST', urls.personPhoto({ id: person }), body)
}
const facesOn = (page: string) => [...page.matchAll(/src="(\/photos\/[^"]+)"/g)].map((match) => match[1]!)
const faceOf = async (browser: Browser, address: string) => facesOn(await browser.text(address))[0]
const shows = async (browser: Browser, address: string) => {
  const answer = await browser.get(address)
  return [answer.status, answer.headers.get('content-type'), answer.headers.get('cache-control')]
}
const files = async () => (await Array.fromAsync(door.front.parts.files.list())).length
const image = [200, 'image/jpeg', 'private, max-age=3600']

test('the own photo: set, cut, replaced and removed; nobody else’s', async () => {
  const mine = urls.personPhoto({ id: staff.hatice })
  expect((await hatice.get(urls.myPhoto())).headers.get('location')).toBe(mine)
  expect(await hatice.text(mine)).toContain('Er is nog geen foto')
  expect((await upload(hatice, staff.hatice, await picture('#a33'))).status).toBe(303)
  const first = (await faceOf(hatice, mine))!
  expect(await shows(hatice, first)).toEqual(image)
  expect((await hatice.post(urls.movePhoto({ id: staff.hatice }), { position: 'left' })).status).toBe(303)
  const moved = (await faceOf(hatice, mine))!
  expect(moved).not.toBe(first)
  expect((await hatice.get(first)).status).toBe(404)
  expect((await hatice.post(urls.movePhoto({ id: staff.hatice }), { position: 'behind' })).status).toBe(422)
  for (const [bytes, problem] of [
    ['<svg/>', 'svg'],
    ['no photo', 'not-a-picture'],
  ] as const) {
    const refused = await upload(hatice, staff.hatice, bytes)
    expect([refused.status, (await refused.text()).includes(imageTexts.nl[problem])]).toEqual([422, true])
  }
  expect((await upload(hatice, staff.tom, await picture('#333'))).status).toBe(404)
  expect((await hatice.post(urls.removePhoto({ id: staff.hatice }))).status).toBe(303)
  expect((await hatice.get(moved)).status).toBe(404)
  expect((await hatice.post(urls.removePhoto({ id: staff.hatice }))).status).toBe(303)
})

test('the office sets anybody’s of the team, and no pupil’s or guardian’s; lists of the team show it', async () => {
  expect((await upload(wim, staff.hatice, await picture('#3a3'))).status).toBe(303)
  for (const other of [pupils.mila, guardians.fenna, staff.sem])
    expect((await upload(wim, other, await picture('#3a3'))).status).toBe(404)
  const face = (await faceOf(wim, urls.people({ kind: 'team' })))!
  expect(face).toContain(staff.hatice)
  expect(await faceOf(wim, urls.person({ id: staff.hatice }))).toBe(face)
  expect(await faceOf(hatice, urls.group({ id: groups.five }))).toBe(face)
  const tom = await door.front.as(staff.tom, vuurtoren)
  expect(await shows(tom, face)).toEqual(image)
  // The whole is only for who sets it.
  expect((await tom.get(`${face}/whole`)).status).toBe(404)
  const stranger = await door.front.as(staff.sem, molen, 'molen.localhost')
  expect((await stranger.get(face)).status).toBe(404)
})

test('guardians see their own children’s teachers only when the school says so and the teacher does not say no', async () => {
  const fenna = await door.front.as(guardians.fenna, vuurtoren)
  const child = urls.child({ id: pupils.mila })
  const face = (await faceOf(wim, urls.people({ kind: 'team' })))!
  const sees = async (browser = fenna) => [(await browser.get(face)).status, await faceOf(browser, child)]
  expect(await sees()).toEqual([404, undefined])
  expect((await hatice.post(urls.photoSettings(), { guardians: 'yes' })).status).toBe(404)
  expect((await wim.post(urls.photoSettings(), { guardians: 'yes' })).status).toBe(303)
  expect(await sees()).toEqual([200, face])
  // Tobi is in another group, Gerda may only ask, and the hidden family has no more than others.
  const gerda = await door.front.as(guardians.gerda, vuurtoren)
  expect((await gerda.get(face)).status).toBe(404)
  const mine = urls.photoReaders({ id: staff.hatice })
  expect((await wim.post(mine, { readers: 'team' })).status).toBe(404)
  expect((await hatice.post(mine, { readers: 'everyone' })).status).toBe(422)
  expect((await hatice.post(mine, { readers: 'team' })).status).toBe(303)
  expect(await sees()).toEqual([404, undefined])
  expect(await shows(wim, face)).toEqual(image)
  expect((await hatice.post(mine, { readers: 'guardians' })).status).toBe(303)
  expect(await sees()).toEqual([200, face])
  expect((await wim.post(urls.photoSettings(), {})).status).toBe(303)
  expect(await sees()).toEqual([404, undefined])
})

test('a look is a line in the log, and a photo goes with its person', async () => {
  const face = (await faceOf(wim, urls.people({ kind: 'team' })))!
  const tom = await door.front.as(staff.tom, vuurtoren)
  const seen = () =>
    door.front.within(vuurtoren, ({ db }) =>
      db
        .selectFrom('audit_line')
        .select(['subjects', 'kinds'])
        .where('action', '=', 'opened')
        .where('place', '=', 'GET /photos/:id/:image')
        .where('person_id', '=', staff.tom)
        .execute(),
    )
  const before = (await seen()).length
  expect((await tom.get(face)).status).toBe(200)
  const lines = await seen()
  expect(lines).toHaveLength(before + 1)
  expect(lines.at(-1)).toEqual({ subjects: [staff.hatice], kinds: ['image'] })
  expect((await hatice.get(face)).status).toBe(200)
  const kept = await files()
  await Promise.all(['#111', '#222'].map(async (colour) => upload(wim, staff.hatice, await picture(colour))))
  const rows = await door.front.within(vuurtoren, ({ db }) => db.selectFrom('image').select('id').execute())
  expect([rows.length, (await files()) - kept]).toEqual([1, 8])
  const now = (await faceOf(wim, urls.people({ kind: 'team' })))!
  await door.front.within(vuurtoren, (work) => work.destroyKey(staff.hatice))
  expect((await wim.get(now)).status).toBe(404)
})
