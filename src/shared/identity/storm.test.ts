import { describe, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { signingIn } from '#test/signing-in.ts'
import { addressOf, world } from '#test/world.ts'
import { passwordTurns } from './hashing.ts'
import { QueueFull } from './queue.ts'

const door = frontDoor()
const { signIn } = signingIn(door)

describe('a storm of sign-ins', () => {
  test('waits without a connection; when all places are taken the answer is 503 and says when to come back', async () => {
    let release = () => {}
    const held = new Promise<void>((done) => {
      release = done
    })
    const turns = Array.from({ length: 600 }, () => passwordTurns.run(() => held))
    const ended = Promise.allSettled(turns)
    const page = await door.front.as(world.guardians.ngozi, world.vuurtoren)
    const busy = await door.front
      .stranger()
      .post(urls.signIn(), { address: addressOf('ngozi'), password: 'Geheim woord van mij' })
    expect([busy.status, busy.headers.get('retry-after')]).toEqual([503, '10'])
    const text = await busy.text()
    expect(text).toContain('Het is even druk')
    expect(text).toContain(addressOf('ngozi'))
    expect(text).not.toContain('Geheim woord')
    expect((await page.get(urls.me())).status).toBe(200)
    release()
    const refused = (await ended).filter(({ status }) => status === 'rejected')
    expect(refused.every((one) => (one as PromiseRejectedResult).reason instanceof QueueFull)).toBe(true)
    expect([refused.length > 0, refused.length < 100]).toEqual([true, true])
    expect((await signIn('ngozi')).status).toBe(303)
  })
})
