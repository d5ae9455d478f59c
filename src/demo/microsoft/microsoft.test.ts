import { afterAll, beforeAll, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { AtMicrosoft } from '#test/entra.ts'
import { frontDoor } from '#test/front-door.ts'
import { tuesday } from '../examples.ts'
import { demoId } from '../random.ts'
import { writeDemoWorld } from '../write.ts'
import { serveDemoMicrosoft } from './demo-tenant.ts'

const practice = await serveDemoMicrosoft(3000)
const door = frontDoor({ authority: practice.authority })
afterAll(() => practice.close())
beforeAll(async () => {
  door.front.clock.now = new Date(`${tuesday}T08:45:00+01:00`)
  await writeDemoWorld(door.front.server.owner, door.front.parts, tuesday)
})

const signIn = async (name: string) => {
  const browser = door.front.stranger('vuurtoren.localhost:3000')
  const sent = await browser.get(urls.microsoft())
  const back = await new AtMicrosoft(practice.authority).signIn(
    sent.headers.get('location')!,
    demoId(`microsoft ${name}`),
  )
  const response = await browser.get(back)
  return { status: response.status, text: await response.text(), home: await browser.get(urls.home()) }
}

test('a visitor signs in with the practice Microsoft as a teacher who is linked', async () => {
  const { status, home } = await signIn('Hatice Aydın')
  expect([status, home.status]).toEqual([303, 200])
  expect(await home.text()).toContain('Hatice Aydın')
})

test('and sees what comes of an account that is not linked, or of another school', async () => {
  expect((await signIn('Pelle Dam')).text).toContain('kennen we nog niet')
  const other = await signIn('Sem Hofman')
  expect([other.status, other.text.includes('is niet van De Vuurtoren')]).toEqual([422, true])
})

test('the page says what it is, and that it is not Microsoft', async () => {
  const browser = door.front.stranger('vuurtoren.localhost:3000')
  const address = (await browser.get(urls.microsoft())).headers.get('location')!
  const choosing = await fetch(address, { headers: { 'accept-language': 'nl' } })
  expect(await choosing.text()).toMatch(/Dit is niet Microsoft.*Is van een andere school/s)
})
