import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { roundOf } from '#test/conversation-rounds.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { runJobs, runTask } from '#test/jobs.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, guardians, pupils, staff, groups } = world
const as = (person: string) => door.front.as(person, vuurtoren)
const { makeRound, slotsOf, bookings, book } = roundOf(door)
const home = async (who: Browser) => (await who.text(urls.home())).replaceAll('&#39;', '’')

beforeEach(async () => {
  setClock(door.front, week.tuesday, '07:48')
  await door.front.within(vuurtoren, ({ db }) => db.deleteFrom('conversation_round').execute())
})

describe('swapping', () => {
  const both = async () => {
    const round = await makeRound({ groups: groups.five, until1: '16:00' })
    const [first, second, third] = await slotsOf(round, groups.five)
    const [ngozi, fenna] = [await as(guardians.ngozi), await as(guardians.fenna)]
    await book(ngozi, round, { [pupils.zuri]: first!.id })
    await book(fenna, round, { [pupils.mila]: second!.id })
    const of = async (pupil: string) => (await bookings()).find(({ pupil_id }) => pupil_id === pupil)!
    return { round, first: first!, second: second!, third: third!, ngozi, fenna, of }
  }
  const swapIds = () =>
    door.front.within(vuurtoren, ({ db }) => db.selectFrom('conversation_swap').select('id').execute())

  test('asked without a name, said yes to, and both have the other’s time', async () => {
    const { first, second, ngozi, fenna, of } = await both()
    const ask = urls.askConversationSwap({ id: (await of(pupils.zuri)).id })
    const page = await ngozi.text(ask)
    expect(page).toContain(second.id)
    expect(page).not.toContain('Milaq')
    expect((await ngozi.post(ask, { requestKey: randomUUID(), wanted: '' })).status).toBe(422)
    for (let times = 0; times < 2; times++)
      expect((await ngozi.post(ask, { requestKey: randomUUID(), wanted: second.id })).status).toBe(303)
    expect(await swapIds()).toHaveLength(1)
    expect(await home(fenna)).toContain('Een ander gezin wil ruilen: het gesprek over Milaq')
    const asked = await fenna.text(urls.conversations())
    expect(asked).toMatch(/Ruil, ik kom om 15.30/)
    expect(asked).not.toContain('Zuriq')
    const [swap] = await swapIds()
    const answer = urls.answerConversationSwap({ swap: swap!.id })
    for (const other of [guardians.deniz, guardians.restricted])
      expect((await (await as(other)).post(answer, { answer: 'yes' })).status).toBe(404)
    expect((await ngozi.post(answer, { answer: 'yes' })).status).toBe(404)
    expect((await fenna.post(answer, { answer: 'yes' })).status).toBe(303)
    expect([(await of(pupils.zuri)).slot_id, (await of(pupils.mila)).slot_id]).toEqual([second.id, first.id])
    expect(await home(ngozi)).toContain('Er is geruild: het gesprek over Zuriq')
    expect((await fenna.post(answer, { answer: 'yes' })).status).toBe(404)
  })

  test('said no to, withdrawn, or overtaken by a change: nobody loses a time', async () => {
    const { round, first, second, third, ngozi, fenna, of } = await both()
    const ask = urls.askConversationSwap({ id: (await of(pupils.zuri)).id })
    await ngozi.post(ask, { requestKey: randomUUID(), wanted: second.id })
    const answer = async () => urls.answerConversationSwap({ swap: (await swapIds())[0]!.id })
    expect((await fenna.post(await answer(), { answer: 'no' })).status).toBe(303)
    await ngozi.post(ask, { requestKey: randomUUID(), wanted: second.id })
    expect((await ngozi.post(await answer(), { answer: 'withdraw' })).status).toBe(303)
    await ngozi.post(ask, { requestKey: randomUUID(), wanted: second.id })
    const late = await answer()
    await book(ngozi, round, { [pupils.zuri]: third.id }, randomUUID(), { [pupils.zuri]: (await of(pupils.zuri)).id })
    expect((await fenna.post(late, { answer: 'yes' })).status).toBe(404)
    expect([(await of(pupils.zuri)).slot_id, (await of(pupils.mila)).slot_id]).toEqual([third.id, second.id])
    expect(first.id).not.toBe(third.id)
  })
})

describe('guardians who live apart', () => {
  const wish = async (who: string, round: string, to: string) =>
    (await as(who)).post(urls.conversationWish({ round, pupil: pupils.mila }), { wish: to })

  test('come together when both wish it: two appointments become one', async () => {
    const round = await makeRound({ groups: groups.five })
    const [first, second] = await slotsOf(round, groups.five)
    await book(await as(guardians.fenna), round, { [pupils.mila]: first!.id })
    await book(await as(guardians.deniz), round, { [pupils.mila]: second!.id })
    expect((await wish(guardians.fenna, round, 'together')).status).toBe(303)
    expect(await bookings()).toHaveLength(2)
    expect(await home(await as(guardians.deniz))).toContain('De andere ouder vraagt of jullie samen komen')
    expect(await (await as(guardians.deniz)).text(urls.conversations())).toContain('De andere ouder vraagt of jullie')
    expect((await wish(guardians.deniz, round, 'together')).status).toBe(303)
    expect((await bookings()).map(({ slot_id }) => slot_id)).toEqual([first!.id])
    for (const who of [guardians.fenna, guardians.deniz])
      expect(await (await as(who)).text(urls.conversations())).toMatch(/Milaq: maandag .*15.30/)
    expect((await wish(guardians.restricted, round, 'together')).status).toBe(404)
  })

  test('part again when one wishes so, whatever the round says; who asked gives way and chooses an own time', async () => {
    const round = await makeRound({ groups: groups.five, apart: 'together' })
    const [first, second] = await slotsOf(round, groups.five)
    await book(await as(guardians.fenna), round, { [pupils.mila]: first!.id })
    expect((await wish(guardians.fenna, round, 'apart')).status).toBe(303)
    const [left] = await bookings()
    expect([left!.slot_id, left!.side]).toEqual([first!.id, guardians.deniz])
    expect((await book(await as(guardians.fenna), round, { [pupils.mila]: second!.id })).status).toBe(303)
    expect(await bookings()).toHaveLength(2)
  })

  test('in one conversation hear of each other’s booking, moving and cancelling', async () => {
    const round = await makeRound({ groups: groups.five, apart: 'together' })
    const [first, second] = await slotsOf(round, groups.five)
    const [fenna, deniz] = [await as(guardians.fenna), await as(guardians.deniz)]
    await book(fenna, round, { [pupils.mila]: first!.id })
    const was = async () => ({ [pupils.mila]: (await bookings())[0]!.id })
    await book(fenna, round, { [pupils.mila]: second!.id }, randomUUID(), await was())
    expect(await home(deniz)).toMatch(/Het gesprek over Milaq gaat van maandag .*15.30.* naar maandag .*15.40/)
    await deniz.text(urls.conversations())
    expect(await home(deniz)).not.toContain('Het gesprek over Milaq gaat van')
    const cancel = urls.cancelConversation({ id: (await bookings())[0]!.id })
    expect((await fenna.post(cancel, { requestKey: randomUUID() })).status).toBe(303)
    expect(await home(deniz)).toMatch(/Het gesprek over Milaq van maandag .*15.40.* gaat niet door/)
  })
})

describe('the waiting list', () => {
  test('moves up: a time is kept for the first, then for the next, then for whoever chooses it', async () => {
    const round = await makeRound({ groups: groups.five, until1: '15:40' })
    const [only] = await slotsOf(round, groups.five)
    const [fenna, ngozi, deniz] = [await as(guardians.fenna), await as(guardians.ngozi), await as(guardians.deniz)]
    await book(fenna, round, { [pupils.mila]: only!.id })
    await ngozi.post(urls.waitForConversation({ round, pupil: pupils.zuri }), { waits: 'yes' })
    setClock(door.front, week.tuesday, '07:55')
    await deniz.post(urls.waitForConversation({ round, pupil: pupils.mila }), { waits: 'yes' })
    expect(await deniz.text(urls.conversations())).toContain('nummer 2 van de wachtlijst')
    const [hers] = await bookings()
    await fenna.post(urls.cancelConversation({ id: hers!.id }), { requestKey: randomUUID() })
    expect(await home(ngozi)).toContain('Er is een tijd vrij voor het gesprek over Zuriq')
    expect(await home(deniz)).not.toContain('Er is een tijd vrij')
    expect((await book(deniz, round, { [pupils.mila]: only!.id })).status).toBe(422)
    setClock(door.front, week.wednesday, '07:56')
    await runJobs(door.front, 'conversation-offer')
    expect(await home(ngozi)).not.toContain('Er is een tijd vrij')
    expect(await home(deniz)).toContain('Er is een tijd vrij voor het gesprek over Milaq')
    expect((await book(ngozi, round, { [pupils.zuri]: only!.id })).status).toBe(422)
    await deniz.post(urls.waitForConversation({ round, pupil: pupils.mila }), { waits: 'no' })
    expect((await book(ngozi, round, { [pupils.zuri]: only!.id })).status).toBe(303)
  })
})

test('a reminder goes to who comes and speaks for the child on that day, and to nobody else', async () => {
  const round = await makeRound({ groups: groups.five })
  const [first] = await slotsOf(round, groups.five)
  await book(await as(guardians.ngozi), round, { [pupils.zuri]: first!.id })
  setClock(door.front, week.nextMonday, '07:00')
  const ties = (to: string | null) =>
    door.front.within(vuurtoren, ({ db }) =>
      db.updateTable('guardianship').set({ to_on: to }).where('guardian_id', '=', guardians.kofi).execute(),
    )
  await ties(week.saturday)
  const mails = await runJobs(door.front, 'conversation-reminder')
  await ties(null)
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
    ['ngozi@test.example', expect.stringContaining('Denk aan je afspraak')],
  ])
  expect(mails[0]!.text).not.toContain('Zuriq')
})

test('a guardian whose authority ended sees nothing and can do nothing; at night the time comes free', async () => {
  const round = await makeRound({ groups: groups.five })
  const [first, second] = await slotsOf(round, groups.five)
  const deniz = await as(guardians.deniz)
  await book(await as(guardians.fenna), round, { [pupils.mila]: first!.id })
  await book(deniz, round, { [pupils.mila]: second!.id })
  const his = (await bookings()).find(({ side }) => side === guardians.deniz)!
  const ties = (to: string | null) =>
    door.front.within(vuurtoren, ({ db }) =>
      db.updateTable('guardianship').set({ to_on: to }).where('guardian_id', '=', guardians.deniz).execute(),
    )
  await ties(week.monday)
  expect((await book(deniz, round, { [pupils.mila]: second!.id })).status).toBe(404)
  expect((await deniz.post(urls.cancelConversation({ id: his.id }), { requestKey: randomUUID() })).status).toBe(404)
  await runTask(door.front, vuurtoren, 'conversation-guests', null)
  await ties(null)
  expect((await bookings()).map(({ slot_id }) => slot_id)).toEqual([first!.id])
})

describe('the team', () => {
  const dayOf = (round: string) => urls.conversationDay({ round, group: groups.five, day: week.nextMonday })
  const wim = () => as(staff.wim)

  test('hands a day over to a colleague; not to one who sits elsewhere then', async () => {
    const round = await makeRound({ groups: groups.five })
    const [first] = await slotsOf(round, groups.five)
    const ngozi = await as(guardians.ngozi)
    await book(ngozi, round, { [pupils.zuri]: first!.id })
    const over = { deed: 'hand-over', from: staff.hatice, to: staff.tom }
    const six = await makeRound({ groups: groups.six, until1: '15:40' })
    const busy = await (await wim()).post(dayOf(round), over)
    expect([busy.status, await busy.text()]).toEqual([422, expect.stringMatching(/zit dan al ergens anders: 15.30/)])
    await door.front.within(vuurtoren, ({ db }) => db.deleteFrom('conversation_round').where('id', '=', six).execute())
    expect((await (await wim()).post(dayOf(round), over)).status).toBe(303)
    expect(await ngozi.text(urls.conversations())).toContain('Met Tomq Bakkerq')
    expect(await home(await as(guardians.kofi))).toMatch(/Het gesprek over Zuriq op maandag .*is met iemand anders/)
  })

  test('moves a day with everything in it, and cancels one; every family is told', async () => {
    const round = await makeRound({ groups: groups.five })
    const [first, second] = await slotsOf(round, groups.five)
    const [ngozi, fenna] = [await as(guardians.ngozi), await as(guardians.fenna)]
    await book(ngozi, round, { [pupils.zuri]: first!.id })
    await book(fenna, round, { [pupils.mila]: second!.id })
    const bad = await (await wim()).post(dayOf(round), { deed: 'move', on: week.nextMonday, time: '15:33' })
    expect(bad.status).toBe(422)
    const moved = await (await wim()).post(dayOf(round), { deed: 'move', on: week.nextMonday, time: '15:40' })
    expect(moved.status).toBe(303)
    expect(await fenna.text(urls.conversations())).toMatch(/Milaq: maandag .*15.50/)
    expect(await home(ngozi)).toMatch(/Het gesprek over Zuriq gaat van maandag .*15.30.* naar maandag .*15.40/)
    expect((await (await wim()).post(dayOf(round), { deed: 'cancel' })).status).toBe(303)
    expect(await bookings()).toEqual([])
    expect(await home(fenna)).toContain('gaat niet door')
  })

  test('adds a specialist, who then sees that conversation only; adds hours; says where it is', async () => {
    const round = await makeRound({ groups: groups.five })
    const [first] = await slotsOf(round, groups.five)
    const ngozi = await as(guardians.ngozi)
    await book(ngozi, round, { [pupils.zuri]: first!.id })
    const address = { round, group: groups.five }
    const tom = await as(staff.tom)
    expect((await tom.get(urls.conversationRound({ round }))).status).toBe(404)
    const added = await (await wim()).post(urls.conversationSeats(address), { colleague: staff.tom, when: first!.id })
    expect(added.status).toBe(303)
    const seen = await tom.text(urls.conversationRound({ round }))
    expect(seen).toMatch(/15.30\suur Zuriq/)
    expect(seen).not.toMatch(/15\.40/)
    for (const page of [urls.conversationGroup(address), dayOf(round)]) expect((await tom.get(page)).status).toBe(404)
    expect(await ngozi.text(urls.conversations())).toMatch(/Met (Haticeq|Tomq).* en /)
    const file = await (await tom.get(urls.conversationRoundFile({ round }))).text()
    expect(file).toContain('BEGIN:VEVENT')
    expect(file).not.toContain('Zuriq')
    expect(await tom.text(urls.conversationDoorOf({ round, teacher: staff.tom }))).toContain('Zuriq')
    const place = urls.conversationGroup(address)
    expect((await (await wim()).post(place, { room: 'lokaal 6', link: 'javascript:alert(1)' })).status).toBe(422)
    expect((await (await wim()).post(place, { room: 'lokaal 6', link: '' })).status).toBe(303)
    expect(await ngozi.text(urls.conversations())).toContain('in lokaal 6')
    const hours = { groups: groups.five, on: week.nextMonday, from: '17:00', until: '17:20', closesOn: week.saturday }
    const times = urls.conversationTimes({ round })
    expect((await (await wim()).post(times, { ...hours, until: '' })).status).toBe(422)
    for (const [status, count] of [
      [303, 8],
      [422, 8],
    ] as const) {
      expect((await (await wim()).post(times, hours)).status).toBe(status)
      expect(await slotsOf(round, groups.five)).toHaveLength(count)
    }
    const out = await (await wim()).post(urls.conversationSeats(address), { out: staff.hatice })
    expect(out.status).toBe(422)
  })

  test('calls a round off: one without appointments disappears, in another every family is told', async () => {
    const empty = await makeRound({ groups: groups.five })
    const hatice = await as(staff.hatice)
    expect((await hatice.post(urls.callOffConversationRound({ round: empty }))).status).toBe(303)
    expect((await hatice.get(urls.conversationRound({ round: empty }))).status).toBe(404)
    const round = await makeRound()
    const [first] = await slotsOf(round, groups.five)
    const ngozi = await as(guardians.ngozi)
    await book(ngozi, round, { [pupils.zuri]: first!.id })
    const off = urls.callOffConversationRound({ round })
    for (const other of [staff.tom, staff.marit]) expect((await (await as(other)).post(off)).status).toBe(404)
    expect((await (await wim()).post(off)).status).toBe(303)
    expect(await bookings()).toEqual([])
    expect(await home(await as(guardians.kofi))).toContain('gaat niet door')
    expect(await ngozi.text(urls.conversations())).toContain('Kiezen kan niet meer')
  })

  test('is told of a colleague who left, and hands those conversations over', async () => {
    const round = await makeRound({ groups: groups.five })
    const state = (state: 'left' | 'active') =>
      door.front.within(vuurtoren, ({ db }) =>
        db.updateTable('person').set({ state }).where('id', '=', staff.hatice).execute(),
      )
    await state('left')
    expect(await (await wim()).text(urls.conversationRound({ round }))).toContain('Haticeq Aydınq werkt hier niet meer')
    const over = { deed: 'hand-over', from: staff.hatice, to: staff.tom }
    expect((await (await wim()).post(dayOf(round), over)).status).toBe(303)
    expect(await (await wim()).text(urls.conversationRound({ round }))).not.toContain('werkt hier niet meer')
    await state('active')
  })

  test('moves an appointment by hand for who calls', async () => {
    const round = await makeRound({ groups: groups.five })
    const [first, second] = await slotsOf(round, groups.five)
    await book(await as(guardians.ngozi), round, { [pupils.zuri]: first!.id })
    const slot = urls.conversationSlot({ round, slot: first!.id })
    const hatice = await as(staff.hatice)
    expect((await hatice.post(slot, { requestKey: randomUUID(), to: second!.id })).status).toBe(303)
    expect((await bookings()).map(({ slot_id }) => slot_id)).toEqual([second!.id])
    expect(await home(await as(guardians.ngozi))).toMatch(/gaat van maandag .*15.30/)
  })
})
