import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { idIn, messaging, page, placeIn, write } from '#test/messaging.ts'
import { week } from '#test/school-week.ts'
import { world } from '#test/world.ts'

const { as, db } = messaging()
const { guardians, pupils, staff, groups } = world

describe('a letter of the school', () => {
  const letter = (to: readonly string[], more: Record<string, string> = {}) => ({
    requestKey: randomUUID(),
    to,
    heading: 'Uitstapjeq',
    text: 'Neem een lunch meeq',
    urgency: 'to-know',
    ...more,
  })

  test('goes to chosen guardians; each answers to the sender alone, and nobody sees an answer of another', async () => {
    const hatice = await as(staff.hatice)
    const write_ = await hatice.text(`${urls.writeLetter()}?to=${groups.five}`)
    expect(write_).toContain('Dit lezen 6 ouders. Niemand anders.')
    const sent = await hatice.post(
      urls.writeLetter(),
      letter([groups.five], { urgency: 'answer', answerBy: week.friday }),
    )
    const thread = idIn(sent)
    for (const [who, answer] of [
      [guardians.ngozi, 'Zuri komt meeq'],
      [guardians.fenna, 'Mila eet vegetarischq'],
    ] as const) {
      const browser = await as(who)
      expect(await browser.text(urls.home())).toContain('Uitstapjeq')
      const seen = await page(browser, thread)
      expect(seen).toContain('Dit leest Haticeq Aydınq. Niemand anders.')
      expect((await write(browser, thread, answer)).status).toBe(303)
      expect(await page(browser, thread)).toContain(answer)
    }
    expect(await page(await as(guardians.kofi), thread)).not.toContain('Zuri komt meeq')
    expect(await page(await as(guardians.fenna), thread)).not.toContain('Zuri komt meeq')
    const list = await hatice.text(urls.messages())
    for (const words of ['Zuri komt meeq', 'Mila eet vegetarischq', 'Gelezen door 3 van 6'])
      expect(list).toContain(words)
    const replies = await db((it) => it.selectFrom('message_thread').select('id').where('kind', '=', 'reply').execute())
    for (const { id } of replies)
      expect((await (await as(guardians.kofi)).get(urls.messageThread({ thread: id }))).status).toBe(404)
    expect((await write(hatice, thread, 'Aan allenq')).status).toBe(404)
    const gerda = await as(guardians.gerda)
    expect((await gerda.get(urls.messageThread({ thread }))).status).toBe(404)
    expect((await gerda.get(urls.messages())).status).toBe(404)
  })

  test('only to the own groups and their children; sent twice it is one', async () => {
    const hatice = await as(staff.hatice)
    for (const other of [groups.six, pupils.tobi, guardians.ngozi, groups.molenSeven]) {
      expect((await hatice.get(`${urls.writeLetter()}?to=${other}`)).status).toBe(404)
      expect((await hatice.post(urls.writeLetter(), letter([other]))).status).toBe(404)
    }
    const form = letter([pupils.mila])
    const [once, twice] = [await hatice.post(urls.writeLetter(), form), await hatice.post(urls.writeLetter(), form)]
    expect(idIn(once)).toBe(idIn(twice))
    expect((await (await as(guardians.ngozi)).get(urls.messageThread({ thread: idIn(once) }))).status).toBe(404)
    const none = await hatice.post(urls.writeLetter(), { ...letter([pupils.mila]), heading: '', text: '' })
    expect([none.status, await none.text()]).toEqual([422, expect.stringContaining('Geef het een onderwerp')])
    expect((await hatice.post(urls.newLetter(), {})).status).toBe(422)
    expect(placeIn(await hatice.post(urls.newLetter(), { to: pupils.mila }))).toBe(urls.writeLetter())
    expect((await hatice.post(urls.newLetter(), { to: pupils.tobi })).status).toBe(404)
  })

  test('of a sender who left, the answers come to the team of the group', async () => {
    const marit = await as(staff.marit)
    const thread = idIn(await marit.post(urls.writeLetter(), letter([groups.six])))
    await db((it) => it.updateTable('person').set({ state: 'left' }).where('id', '=', staff.marit).execute())
    const kofi = await as(guardians.kofi)
    expect(await page(kofi, thread)).toContain('Dit leest Tomq Bakkerq. Niemand anders.')
    await write(kofi, thread, 'Voor wie er nu isq')
    expect(await (await as(staff.tom)).text(urls.messages())).toContain('Voor wie er nu isq')
    await db((it) => it.updateTable('person').set({ state: 'active' }).where('id', '=', staff.marit).execute())
  })
})
