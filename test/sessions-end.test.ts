import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from './front-door.ts'
import { asSuperuser } from './server.ts'
import { world } from './world.ts'

const door = frontDoor()
const { staff, guardians, groups, vuurtoren } = world
const run = (query: string) => asSuperuser(door.front.server.admin, (client) => client.query(query))

test('an account that is parted from its person is nobody at the next request', async () => {
  const kofi = await door.front.as(guardians.kofi, vuurtoren)
  expect((await kofi.get(urls.children())).status).toBe(200)
  await run(`delete from account_person where person_id = '${guardians.kofi}'`)
  expect((await kofi.get(urls.children())).headers.get('location')).toContain(urls.signIn())
  expect((await kofi.post(urls.newAbsence())).status).toBe(401)
})

test('who left is nobody, and a role that ended opens nothing more', async () => {
  const ngozi = await door.front.as(guardians.ngozi, vuurtoren)
  await run(`update person set state = 'left' where id = '${guardians.ngozi}'`)
  expect((await ngozi.get(urls.children())).headers.get('location')).toContain(urls.signIn())
  const hatice = await door.front.as(staff.hatice, vuurtoren)
  expect((await hatice.get(urls.dayList({ group: groups.five }))).status).toBe(200)
  await run(`update person_role set to_on = '2020-02-02' where person_id = '${staff.hatice}'`)
  expect((await hatice.get(urls.dayList({ group: groups.five }))).status).toBe(404)
})
