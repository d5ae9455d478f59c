import { expect, test } from 'vitest'
import { frontDoor } from '#test/front-door.ts'

const door = frontDoor()

const from = (remote: string, host = 'localhost:3000', headers = {}) =>
  door.front.application.hono.request(`http://${host}/`, { headers: { host, ...headers } }, {
    incoming: { socket: { remoteAddress: remote, remotePort: 1, remoteFamily: 'IPv4' } },
  } as never)

test('on the machine itself the bare address leads to the schools that are here', async () => {
  const page = await from('127.0.0.1', 'localhost:3000', { 'accept-language': 'en' })
  const text = await page.text()
  expect([page.status, text.includes('To which school?')]).toEqual([200, true])
  for (const host of ['vuurtoren.localhost', 'zeester.localhost', 'molen.localhost'])
    expect(text).toContain(`http://${host}:3000/`)
  expect(text).not.toContain('supplier.localhost')
})

test('anybody else, whatever host they name, learns nothing of who is a customer', async () => {
  for (const answer of [await from('203.0.113.7'), await from('127.0.0.1', 'nobody.example')]) {
    expect(answer.status).toBe(404)
    expect(await answer.text()).not.toContain('Vuurtoren')
  }
})
