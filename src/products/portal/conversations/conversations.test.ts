import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { roundForm as form, roundOf } from '#test/conversation-rounds.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, guardians, pupils, staff, groups } = world
const as = (person: string) => door.front.as(person, vuurtoren)

const { makeRound, slotsOf, bookings, book } = roundOf(door)

beforeEach(async () => {
  setClock(door.front, week.tuesday, '07:48')
  await door.front.within(vuurtoren, ({ db }) => db.deleteFrom('conversation_round').execute())
})

describe('a round', () => {
  test('a form that says too little comes back with what was typed, and a teacher makes one for own groups only', async () => {
    const wim = await as(staff.wim)
    const refused = await wim.post(urls.newConversationRound(), form({ on1: '', closesOn: week.monday, title: '' }))
    expect(refused.status).toBe(422)
    const page = await refused.text()
    for (const said of ['Schrijf hoe de ronde heet', 'Vul de datum, het begin']) expect(page).toContain(said)
    const hatice = await as(staff.hatice)
    expect((await hatice.post(urls.newConversationRound(), form())).status).toBe(404)
    expect((await hatice.post(urls.newConversationRound(), form({ groups: groups.five }))).status).toBe(303)
  })

  test('breaks are left out, a teacher sits in one place, and the same form is one round', async () => {
    const sent = form({ pauseFrom: '15:45', pauseUntil: '16:00' })
    const wim = await as(staff.wim)
    const [one, other] = [
      await wim.post(urls.newConversationRound(), sent),
      await wim.post(urls.newConversationRound(), sent),
    ]
    expect(one.headers.get('location')).toBe(other.headers.get('location'))
    const round = one.headers.get('location')!.split(/[/?]/)[2]!
    const times = (await slotsOf(round, groups.five)).map(({ starts_at }) => starts_at.toISOString().slice(11, 16))
    expect(times).toEqual(['14:30', '15:00', '15:10', '15:20'])
    const again = await wim.post(urls.newConversationRound(), form())
    expect(again.status).toBe(303)
    const second = await slotsOf(again.headers.get('location')!.split(/[/?]/)[2]!, groups.five)
    expect(second.map(({ starts_at }) => starts_at.toISOString().slice(11, 16))).toEqual(['14:40', '14:50'])
  })

  test('families with several children choose before the others, nobody before or after the time', async () => {
    const round = await makeRound({ opensOn: week.wednesday, opensTime: '07:00' })
    const [first, , third] = await slotsOf(round, groups.five)
    const [ngozi, fenna] = [await as(guardians.ngozi), await as(guardians.fenna)]
    expect((await book(fenna, round, { [pupils.mila]: first!.id })).status).toBe(422)
    expect((await book(ngozi, round, { [pupils.zuri]: first!.id })).status).toBe(303)
    setClock(door.front, week.nextMonday, '07:00')
    expect((await book(fenna, round, { [pupils.mila]: third!.id })).status).toBe(422)
    expect(await bookings()).toHaveLength(1)
  })
})

describe('a family', () => {
  test('books for all children at once; the round leaves the list of who waits; the teacher sees who comes', async () => {
    const round = await makeRound()
    const [five, six] = [await slotsOf(round, groups.five), await slotsOf(round, groups.six)]
    const ngozi = await as(guardians.ngozi)
    expect(await ngozi.text(urls.home())).toContain('Kies een tijd voor het gesprek over Tobiq en Zuriq')
    const page = await ngozi.text(urls.bookConversations({ round }))
    expect(page).toContain('Achter elkaar: Tobiq om')
    expect(page).not.toContain('Milaq')
    const key = randomUUID()
    const picks = { [pupils.zuri]: five[0]!.id, [pupils.tobi]: six[1]!.id }
    expect((await book(ngozi, round, picks, key)).status).toBe(303)
    expect(await ngozi.text(urls.home())).not.toContain('Kies een tijd voor')
    expect(await (await as(staff.hatice)).text(urls.conversationRound({ round }))).toMatch(/15.30\suur Zuriq Okaforq/)
    const partner = await (await as(guardians.kofi)).text(urls.conversations())
    expect(partner).toMatch(/Zuriq: maandag .*15.30/)
    const before = await bookings()
    expect((await book(ngozi, round, { [pupils.zuri]: five[3]!.id }, key)).status).toBe(303)
    expect(await bookings()).toEqual(before)
  })

  test('a time that somebody else just took: the next best stands ready, nothing is booked, the rest stays picked', async () => {
    const round = await makeRound()
    const [five, six] = [await slotsOf(round, groups.five), await slotsOf(round, groups.six)]
    const [ngozi, fenna] = [await as(guardians.ngozi), await as(guardians.fenna)]
    expect((await book(fenna, round, { [pupils.mila]: five[2]!.id })).status).toBe(303)
    const refused = await book(ngozi, round, { [pupils.zuri]: five[2]!.id, [pupils.tobi]: six[5]!.id })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toMatch(/Net door iemand anders gekozen. Nog vrij is maandag .*15.40/)
    expect(page).toMatch(new RegExp(`value="${five[1]!.id}" checked`))
    expect(page).toMatch(new RegExp(`value="${six[5]!.id}" checked`))
    expect(page).not.toContain('Milaq')
    expect(await bookings()).toHaveLength(1)
  })

  test('is never in two places, also not when two phones choose at one moment', async () => {
    const round = await makeRound()
    const [five, six] = [await slotsOf(round, groups.five), await slotsOf(round, groups.six)]
    const [ngozi, kofi] = [await as(guardians.ngozi), await as(guardians.kofi)]
    expect((await book(ngozi, round, { [pupils.zuri]: five[0]!.id, [pupils.tobi]: six[0]!.id })).status).toBe(422)
    const answers = await Promise.all([
      book(ngozi, round, { [pupils.zuri]: five[0]!.id }),
      book(kofi, round, { [pupils.tobi]: six[0]!.id }),
    ])
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
    expect(await bookings()).toHaveLength(1)
  })

  test('moves from what the page showed, cancels, and a late form changes nothing', async () => {
    const round = await makeRound()
    const five = await slotsOf(round, groups.five)
    const fenna = await as(guardians.fenna)
    await book(fenna, round, { [pupils.mila]: five[0]!.id })
    const was = (await bookings())[0]!.id
    const stale = await book(fenna, round, { [pupils.mila]: five[1]!.id })
    expect([stale.status, await stale.text()]).toEqual([422, expect.stringContaining('intussen al gemaakt')])
    const moved = { requestKey: randomUUID(), [`slot-${pupils.mila}`]: five[1]!.id, [`was-${pupils.mila}`]: was }
    expect((await fenna.post(urls.bookConversations({ round }), moved)).status).toBe(303)
    const [now] = await bookings()
    expect(now!.slot_id).toBe(five[1]!.id)
    const file = await fenna.get(urls.conversationFile({ id: now!.id }))
    expect(file.headers.get('content-type')).toContain('text/calendar')
    expect(await file.text()).not.toContain('Milaq')
    const away = { requestKey: randomUUID() }
    const cancelled = urls.cancelConversation({ id: now!.id })
    for (let times = 0; times < 2; times++) expect((await fenna.post(cancelled, away)).status).toBe(303)
    expect((await fenna.post(urls.bookConversations({ round }), moved)).status).toBe(303)
    expect(await bookings()).toEqual([])
  })

  test('whoever else it is: another family, a side that lives elsewhere, who has no authority', async () => {
    const round = await makeRound()
    const five = await slotsOf(round, groups.five)
    const [fenna, deniz, ngozi] = [await as(guardians.fenna), await as(guardians.deniz), await as(guardians.ngozi)]
    await book(fenna, round, { [pupils.mila]: five[0]!.id })
    const [hers] = await bookings()
    expect((await ngozi.post(urls.cancelConversation({ id: hers!.id }), { requestKey: randomUUID() })).status).toBe(404)
    expect((await deniz.post(urls.cancelConversation({ id: hers!.id }), { requestKey: randomUUID() })).status).toBe(404)
    expect((await ngozi.get(urls.conversationFile({ id: hers!.id }))).status).toBe(404)
    expect(await deniz.text(urls.conversations())).not.toMatch(/15.30\suur/)
    expect(await deniz.text(urls.bookConversations({ round }))).toContain('Bezet')
    expect((await book(deniz, round, { [pupils.mila]: five[1]!.id })).status).toBe(303)
    expect((await book(await as(guardians.gerda), round, { [pupils.noor]: five[2]!.id })).status).toBe(404)
    const together = await makeRound({ apart: 'together', from1: '17:00', until1: '17:20' })
    const [late] = await slotsOf(together, groups.five)
    expect((await book(deniz, together, { [pupils.mila]: late!.id })).status).toBe(303)
    expect(await fenna.text(urls.conversations())).toMatch(/Milaq: maandag .*17.00/)
  })

  test('who waits hears that a time came free', async () => {
    const round = await makeRound({ groups: groups.five, until1: '15:40' })
    const [only] = await slotsOf(round, groups.five)
    const [fenna, ngozi] = [await as(guardians.fenna), await as(guardians.ngozi)]
    await book(fenna, round, { [pupils.mila]: only!.id })
    expect(await ngozi.text(urls.conversations())).toContain('Alle tijden voor Zuriq zijn bezet')
    for (let times = 0; times < 2; times++)
      expect((await ngozi.post(urls.waitForConversation({ round, pupil: pupils.zuri }), { waits: 'yes' })).status).toBe(
        303,
      )
    expect(await ngozi.text(urls.home())).not.toContain('Er is een tijd vrij')
    const [hers] = await bookings()
    await fenna.post(urls.cancelConversation({ id: hers!.id }), { requestKey: randomUUID() })
    expect(await ngozi.text(urls.home())).toContain('Er is een tijd vrij voor het gesprek over Zuriq')
  })
})

test('a slot is given once: of many who choose it at one moment one has it, and everybody else hears so', async () => {
  const round = await makeRound({ groups: groups.five, until1: '15:40' })
  const [only] = await slotsOf(round, groups.five)
  const asked: [string, string][] = [
    [guardians.ngozi, pupils.zuri],
    [guardians.fenna, pupils.mila],
    [guardians.deniz, pupils.mila],
    [guardians.restricted, pupils.noor],
  ]
  const browsers = await Promise.all(asked.map(([guardian]) => as(guardian)))
  const answers = await Promise.all(browsers.map((one, at) => book(one, round, { [asked[at]![1]]: only!.id })))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422])
  expect(await bookings()).toHaveLength(1)
})

test('two families who take each other’s times at one moment both get an answer', async () => {
  const round = await makeRound({ groups: groups.five, until1: '15:50' })
  const [first, second] = await slotsOf(round, groups.five)
  const [ngozi, fenna] = [await as(guardians.ngozi), await as(guardians.fenna)]
  await book(ngozi, round, { [pupils.zuri]: first!.id })
  await book(fenna, round, { [pupils.mila]: second!.id })
  const was = new Map((await bookings()).map(({ pupil_id, id }) => [pupil_id, id]))
  const move = (who: Browser, pupil: string, to: string) =>
    who.post(urls.bookConversations({ round }), {
      requestKey: randomUUID(),
      [`slot-${pupil}`]: to,
      [`was-${pupil}`]: was.get(pupil)!,
    })
  const answers = await Promise.all([move(ngozi, pupils.zuri, second!.id), move(fenna, pupils.mila, first!.id)])
  for (const { status } of answers) expect([303, 422]).toContain(status)
  expect(await bookings()).toHaveLength(2)
})

describe('a teacher', () => {
  test('writes down who called, closes and opens times, cancels, and prints no more than given names', async () => {
    const round = await makeRound()
    const five = await slotsOf(round, groups.five)
    const hatice = await as(staff.hatice)
    const [slot, other] = [five[0]!.id, five[1]!.id]
    const who = `${pupils.mila}.${guardians.deniz}`
    const phone = urls.conversationSlot({ round, slot })
    expect(await hatice.text(phone)).toContain('Milaq Yıldızq: Denizq')
    expect((await hatice.post(phone, { requestKey: randomUUID(), who: '' })).status).toBe(422)
    expect((await hatice.post(phone, { requestKey: randomUUID(), who })).status).toBe(303)
    expect(await (await as(guardians.deniz)).text(urls.conversations())).toMatch(/Milaq: maandag .*15.30/)
    const door_ = await hatice.text(urls.conversationDoor({ round, group: groups.five }))
    expect(door_).toContain('Milaq')
    expect(door_).not.toContain('Yıldızq')
    const close = urls.closeConversationSlot({ round, slot: other })
    await hatice.post(close, { closed: 'yes' })
    expect((await book(await as(guardians.fenna), round, { [pupils.mila]: other })).status).toBe(422)
    await hatice.post(close, { closed: 'no' })
    expect((await book(await as(guardians.fenna), round, { [pupils.mila]: other })).status).toBe(303)
    const [called] = (await bookings()).filter(({ via }) => via === 'phone')
    await hatice.post(urls.cancelConversationSlot({ round, slot }), { booking: called!.id })
    expect(await bookings()).toHaveLength(1)
    expect((await (await as(staff.tom)).get(urls.conversationSlot({ round, slot }))).status).toBe(404)
  })
})
