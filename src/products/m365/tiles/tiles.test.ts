import { expect, test } from 'vitest'
import { addAccount } from '#shared/identity/accounts.ts'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import { addressFrom, titleFrom } from './address.ts'

const door = frontDoor()
const { vuurtoren, staff, pupils, groups, guardians } = world
const as = (person: string) => door.front.as(person, vuurtoren)
/** A pupil who signs in. */
const pupil = async (person: string) => {
  await addAccount(door.front.parts, {
    address: `${person}@pupil.example`,
    language: 'nl',
    persons: [{ organisation: vuurtoren, person }],
  })
  return as(person)
}

const lists = { school: 'school', five: groups.five, six: groups.six, own: 'own' }
const add = async (person: string, list: string, typed: Record<string, string>) =>
  (await as(person)).post(urls.newTile({ list }), { symbol: 'book', colour: 'green', ...typed })
const titlesIn = (page: string, ...some: string[]) =>
  some.filter((one) => page.includes(one)).sort((one, other) => page.indexOf(one) - page.indexOf(other))

test('a pupil begins with the tiles of the own group, of the school and their own', async () => {
  const zuri = await pupil(pupils.zuri)
  const made = await add(staff.hatice, lists.five, { address: 'www.leerspel.example/groep5' })
  expect([made.status, made.headers.get('location')]).toEqual([303, urls.tileList({ list: groups.five })])
  await add(staff.tom, lists.six, { address: 'https://zes.example', title: 'Alleenzes' })
  await add(staff.wim, lists.school, { address: 'https://bieb.example', title: 'Bieb' })
  await add(staff.wim, lists.school, { address: 'https://hr.example', title: 'Verlofhr', forWhom: 'team' })
  const own = await zuri.post(urls.newTile({ list: 'own' }), { address: 'https://mijn.example', symbol: 'heart' })
  expect(own.status).toBe(303)
  const home = await zuri.text(urls.home())
  expect(titlesIn(home, 'Leerspel', 'Bieb', 'Mijn<', 'Alleenzes', 'Verlofhr')).toEqual(['Leerspel', 'Bieb', 'Mijn<'])
  expect(home).toContain('href="https://www.leerspel.example/groep5" rel="noreferrer"')
  expect(home).not.toMatch(/src="http/)
  const teacher = await (await as(staff.hatice)).text(urls.tiles())
  expect(titlesIn(teacher, 'Leerspel', 'Bieb', 'Verlofhr', 'Mijn<', 'Alleenzes')).toEqual([
    'Leerspel',
    'Bieb',
    'Verlofhr',
  ])
})

test('each arranges what is theirs, and the rest is not there', async () => {
  const zuri = await as(pupils.zuri)
  const own = await zuri.text(urls.tileList({ list: 'own' }))
  const [, id] = /lists\/own\/([0-9a-f-]{36})"/.exec(own)!
  const tile = { address: 'https://zes.example', symbol: 'book', colour: 'blue' }
  const refused = [
    [staff.hatice, lists.six],
    [staff.hatice, lists.school],
    [pupils.zuri, lists.five],
    [pupils.zuri, lists.school],
    [guardians.ngozi, lists.own],
    [staff.wim, lists.five],
  ] as const
  for (const [person, list] of refused) expect([list, (await add(person, list, tile)).status]).toEqual([list, 404])
  const hatice = await as(staff.hatice)
  for (const list of [lists.own, lists.five])
    for (const deed of [urls.moveTile, urls.removeTile, urls.restoreTile, urls.changeTile])
      expect((await hatice.post(deed({ list, id: id! }), { ...tile, by: 'up' })).status).toBe(404)
  expect(await zuri.text(urls.tileList({ list: 'own' }))).toBe(own)
})

test('the order goes up and down by plain buttons, and what is removed comes back at its place', async () => {
  const list = lists.school
  const wim = await as(staff.wim)
  await add(staff.wim, list, { address: 'https://drie.example', title: 'Derde' })
  const page = () => wim.text(urls.tileList({ list }))
  const idOf = async (title: string) => {
    const html = await page()
    return /lists\/school\/([0-9a-f-]{36})\/moved/.exec(html.slice(html.indexOf(`>${title}<`)))![1]!
  }
  const order = async () => titlesIn(await page(), '>Bieb<', '>Verlofhr<', '>Derde<')
  const id = await idOf('Derde')
  await wim.post(urls.moveTile({ list, id }), { by: 'up' })
  expect(await order()).toEqual(['>Bieb<', '>Derde<', '>Verlofhr<'])
  for (const _ of [1, 2]) await wim.post(urls.moveTile({ list, id }), { by: 'up' })
  expect(await order()).toEqual(['>Derde<', '>Bieb<', '>Verlofhr<'])
  await wim.post(urls.moveTile({ list, id }), { by: 'down' })
  const gone = await wim.post(urls.removeTile({ list, id }))
  expect(await order()).toEqual(['>Bieb<', '>Verlofhr<'])
  expect(await wim.text(gone.headers.get('location')!)).toContain(urls.restoreTile({ list, id }))
  await wim.post(urls.restoreTile({ list, id }))
  expect(await order()).toEqual(['>Bieb<', '>Derde<', '>Verlofhr<'])
})

test('only an address of a site over https, and what was typed stays', async () => {
  const refused = await add(staff.wim, lists.school, { address: 'http://oud.example', title: 'Ouderwets' })
  const html = await refused.text()
  expect([refused.status, html.includes('beginnen met https') || html.includes('met https beginnen')]).toEqual([
    422,
    true,
  ])
  expect([html.includes('value="http://oud.example"'), html.includes('value="Ouderwets"')]).toEqual([true, true])
  for (const wrong of [
    'javascript:alert(1)',
    'data:text/html,x',
    'ftp://x.example',
    'https://u:p@x.example',
    'https://127.0.0.1',
    'een twee',
    'localhost',
  ])
    expect([wrong, 'wrong' in addressFrom(wrong)]).toEqual([wrong, true])
  expect(addressFrom('leerspel.example:8443/x')).toEqual({ right: 'https://leerspel.example:8443/x' })
  expect(titleFrom('https://www.leerspel.example/groep5')).toBe('Leerspel')
})

test('groups 1 to 4 get large pictures', async () => {
  await door.front.within(vuurtoren, (work) =>
    work.db.updateTable('group_pupil').set({ year: '4' }).where('pupil_id', '=', pupils.zuri).execute(),
  )
  const zuri = await as(pupils.zuri)
  expect(await zuri.text(urls.home())).toContain('link-tiles large')
})
