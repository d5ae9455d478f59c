import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { staff, vuurtoren } = world

test('two who run the office and take each other’s role away at the same moment: one of them keeps it', async () => {
  for (let round = 0; round < 5; round++) {
    const wim = await door.front.as(staff.wim, vuurtoren)
    const anouk = await door.front.as(staff.anouk, vuurtoren)
    const answers = await Promise.all([
      wim.post(urls.roles({ id: staff.anouk }), { roles: ['teacher'] }),
      anouk.post(urls.roles({ id: staff.wim }), { roles: ['teacher'] }),
    ])
    // The other is refused in words, or finds the page gone when the role had ended before it was even asked.
    const [done, refused] = answers.map(({ status }) => status).sort()
    expect([round, done]).toEqual([round, 303])
    expect([404, 422]).toContain(refused)
    const kept = answers[0]!.status === 303 ? wim : anouk
    const other = kept === wim ? staff.anouk : staff.wim
    const back = await kept.post(urls.roles({ id: other }), { roles: [kept === wim ? 'principal' : 'administrator'] })
    expect(back.status).toBe(303)
  }
})
