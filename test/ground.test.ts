import { expect, test } from 'vitest'
import { frontDoor } from './front-door.ts'
import { world } from './world.ts'

const door = frontDoor()

test('a signed-in teacher sees the own name, a stranger is sent to sign in', async () => {
  const teacher = await door.front.as(world.staff.hatice, world.vuurtoren)
  const page = await teacher.get('/')
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Haticeq Aydınq')
  const stranger = await door.front.stranger().get('/')
  expect(stranger.status).toBe(303)
  expect(stranger.headers.get('location')).toBe('/sign-in?next=%2F')
})
