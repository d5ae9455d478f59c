import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, guardians, pupils, staff, groups } = world
const five = { group: groups.five }

const marks = () =>
  door.front.within(vuurtoren, ({ db }) =>
    db
      .selectFrom('attendance_mark')
      .select(['pupil_id', 'on_day', 'state', 'arrived_at', 'marked_by'])
      .orderBy('pupil_id')
      .execute(),
  )
const assign = (person: string, group: string, from: string, to: string, weekdays: number[] = []) =>
  door.front.within(vuurtoren, ({ db }) =>
    db
      .insertInto('group_teacher')
      .values({ group_id: group, person_id: person, weekdays, from_on: from, to_on: to })
      .execute(),
  )
const tap = (browser: Browser, pupil: string, state: string, query = {}) =>
  browser.post(urls.attendanceMarks(five, query), { pupil, state })
/** Follows the answer to a press, as a browser does. */
const follow = async (browser: Browser, answer: Response) => browser.text(answer.headers.get('location') ?? '')
const reportIll = async (pupil: string, guardian: string, fields: Record<string, string> = {}) => {
  const browser = await door.front.as(guardian, vuurtoren)
  const answer = await browser.post(urls.newAbsence(), {
    requestKey: randomUUID(),
    pupil,
    when: 'day',
    kind: 'ill',
    ...fields,
  })
  expect(answer.status).toBe(303)
}

let hatice: Browser
beforeEach(async () => {
  setClock(door.front, week.tuesday, '08:20')
  hatice = await door.front.as(staff.hatice, vuurtoren)
  await door.front.within(vuurtoren, async ({ db }) => {
    for (const table of ['absence', 'attendance_mark', 'absence_call'] as const) await db.deleteFrom(table).execute()
  })
})

describe('who opens the day list', () => {
  test('the own teacher, in one tap from the first page', async () => {
    expect(await hatice.text(urls.home())).toContain(`href="${urls.dayList(five)}"`)
    const answer = await hatice.get(urls.dayLists())
    expect(answer.headers.get('location')).toBe(urls.dayList(five))
    const page = await hatice.text(urls.dayList(five))
    for (const name of ['Zuriq', 'Milaq', 'Noorq', 'van der Meulenq']) expect(page).toContain(name)
  })

  test('not the teacher of another group, not a guardian, not for a group that is none', async () => {
    const tom = await door.front.as(staff.tom, vuurtoren)
    const ngozi = await door.front.as(guardians.ngozi, vuurtoren)
    for (const browser of [tom, ngozi]) {
      expect((await browser.get(urls.dayList(five))).status).toBe(404)
      expect((await tap(browser, pupils.zuri, 'present')).status).toBe(404)
    }
    for (const group of [randomUUID(), groups.molenSeven, 'x'])
      expect((await hatice.get(urls.dayList({ group }))).status).toBe(404)
    expect(await marks()).toEqual([])
  })

  test('a part-timer also on the other days', async () => {
    const tom = await door.front.as(staff.tom, vuurtoren)
    for (const day of [week.monday, week.thursday])
      expect((await tom.get(urls.dayList({ group: groups.six }, { on: day }))).status).toBe(200)
  })

  test('a substitute only on the days assigned', async () => {
    await assign(staff.marit, groups.five, week.tuesday, week.wednesday)
    const marit = await door.front.as(staff.marit, vuurtoren)
    const status = async (on: string) => (await marit.get(urls.dayList(five, { on }))).status
    expect(await Promise.all([week.monday, week.tuesday, week.wednesday, week.thursday].map(status))).toEqual([
      404, 200, 200, 404,
    ])
    setClock(door.front, week.thursday, '08:20')
    expect(await status(week.tuesday)).toBe(404)
    setClock(door.front, week.monday, '08:20')
    expect(await status(week.tuesday)).toBe(404)
  })

  test('a protected pupil is there for the teacher who must know, and for no colleague of the same group', async () => {
    await assign(staff.tom, groups.five, week.tuesday, week.tuesday)
    const tom = await door.front.as(staff.tom, vuurtoren)
    expect(await hatice.text(urls.dayList(five))).toContain('Onvindbaarq')
    const page = await tom.text(urls.dayList(five))
    expect(page).toContain('Zuriq')
    expect(page).not.toMatch(/Onvindbaarq|Schuilenburgq/)
    expect(page).not.toContain(pupils.hidden)
    expect((await tap(tom, pupils.hidden, 'present')).status).toBe(404)
    await tom.post(urls.everyoneHere(five))
    expect((await marks()).map(({ pupil_id }) => pupil_id)).toEqual([pupils.zuri, pupils.mila, pupils.noor])
    await door.front.within(vuurtoren, ({ db }) =>
      db.deleteFrom('group_teacher').where('person_id', '=', staff.tom).where('group_id', '=', groups.five).execute(),
    )
  })

  test('and every look is written down', async () => {
    const lines = () =>
      door.front.within(vuurtoren, ({ db }) =>
        db
          .selectFrom('audit_line')
          .select(['person_id', 'subjects', 'kinds'])
          .where('action', '=', 'opened')
          .where('place', '=', `GET ${urls.dayList.pattern}`)
          .orderBy('at', 'desc')
          .execute(),
      )
    const before = await lines()
    await hatice.get(urls.dayList(five))
    const [line, ...older] = await lines()
    expect(older).toHaveLength(before.length)
    expect(line?.person_id).toBe(staff.hatice)
    expect(line?.subjects).toEqual(expect.arrayContaining([pupils.zuri, pupils.mila, pupils.noor, pupils.hidden]))
  })
})

describe('a tap', () => {
  const chosen = (page: string, name: string) =>
    new RegExp(
      `aria-label="${name}[^"]*">(?:<button[^>]*>[^<]*</button>)*?<button[^>]*aria-pressed="true">([^<]+)<`,
    ).exec(page)?.[1]

  test('marks, and one press takes it back', async () => {
    expect(chosen(await hatice.text(urls.dayList(five)), 'Zuriq')).toBeUndefined()
    const answer = await tap(hatice, pupils.zuri, 'present')
    expect(answer.status).toBe(303)
    const page = await follow(hatice, answer)
    expect(chosen(page, 'Zuriq')).toBe('Er')
    expect(page).toContain('Zuriq is er.')
    const at = /name="at" value="(\d+)"/.exec(page)![1]!
    const back = await hatice.post(urls.undoMarks(five), { at, was: '' })
    expect(chosen(await follow(hatice, back), 'Zuriq')).toBeUndefined()
    expect(await marks()).toEqual([])
  })

  test('of late takes the time of tapping, which can be put right', async () => {
    setClock(door.front, week.tuesday, '08:41')
    const page = await follow(hatice, await tap(hatice, pupils.mila, 'late'))
    expect(page).toContain('Milaq is te laat, 8.41.')
    const time = urls.lateTime({ ...five, pupil: pupils.mila })
    expect(page).toContain(time)
    expect(await hatice.text(time)).toContain('08:41')
    const wrong = await hatice.post(time, { time: 'kwart voor negen' })
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('kwart voor negen')])
    expect((await hatice.post(time, { time: '8.52' })).status).toBe(303)
    expect((await marks())[0]).toMatchObject({ state: 'late', arrived_at: '08:52:00' })
  })

  test('that replaced a late mark is taken back to that late mark', async () => {
    setClock(door.front, week.tuesday, '08:41')
    await tap(hatice, pupils.mila, 'late')
    setClock(door.front, week.tuesday, '08:43')
    const page = await follow(hatice, await tap(hatice, pupils.mila, 'absent'))
    const [, at] = /name="at" value="(\d+)"/.exec(page)!
    const [, was] = /name="was" value="([^"]*)"/.exec(page)!
    await hatice.post(urls.undoMarks(five), { at: at!, was: was! })
    expect((await marks())[0]).toMatchObject({ state: 'late', arrived_at: '08:41:00' })
  })

  test('for everyone marks who was neither tapped nor reported, and is taken back as one', async () => {
    await reportIll(pupils.zuri, guardians.ngozi)
    await tap(hatice, pupils.mila, 'late')
    setClock(door.front, week.tuesday, '08:31')
    const page = await follow(hatice, await hatice.post(urls.everyoneHere(five)))
    expect((await marks()).map(({ pupil_id, state }) => [pupil_id, state])).toEqual([
      [pupils.mila, 'late'],
      [pupils.hidden, 'present'],
      [pupils.noor, 'present'],
    ])
    expect(page).toContain('2 kinderen zijn er.')
    await hatice.post(urls.undoMarks(five), { at: /name="at" value="(\d+)"/.exec(page)![1]!, was: '' })
    expect(await marks()).toHaveLength(1)
  })

  test('is refused for pupils of elsewhere, other words, a day to come and a day without school', async () => {
    for (const pupil of [pupils.tobi, pupils.emre, randomUUID(), 'x'])
      expect([pupil, (await tap(hatice, pupil, 'present')).status]).toEqual([pupil, 404])
    expect((await tap(hatice, pupils.zuri, 'gone')).status).toBe(404)
    for (const on of [week.wednesday, week.saturday, '2026-02-30', 'morgen'])
      expect([on, (await tap(hatice, pupils.zuri, 'present', { on })).status]).toEqual([on, 404])
    expect(await marks()).toEqual([])
  })
})

describe('a day', () => {
  test('shows the next school day in the weekend, and says why a day has no school', async () => {
    await door.front.within(vuurtoren, ({ db }) =>
      db
        .insertInto('closed_days')
        .values({ kind: 'holiday', name: 'Herfstvakantieq', from_on: week.wednesday, to_on: week.friday })
        .execute(),
    )
    const page = await hatice.text(urls.dayList(five, { on: week.thursday }))
    expect(page).toContain('Herfstvakantieq: geen school')
    expect(page).toContain(urls.dayList(five, { on: week.nextMonday }))
    setClock(door.front, week.saturday, '11:00')
    expect(await hatice.text(urls.dayList(five))).toMatch(/maandag \d+ november/)
    await door.front.within(vuurtoren, ({ db }) => db.deleteFrom('closed_days').execute())
  })

  test('leads to the school days before and after', async () => {
    setClock(door.front, week.monday, '08:20')
    const page = await hatice.text(urls.dayList(five))
    expect(page).toContain(urls.dayList(five, { on: week.tuesday }))
    expect(page).not.toContain(urls.dayList(five, { on: week.saturday }))
  })
})

describe('after the cut-off time', () => {
  beforeEach(() => tap(hatice, pupils.noor, 'present'))

  test('but before anybody was tapped the list comes first, and no telephone number is opened unasked', async () => {
    await door.front.within(vuurtoren, ({ db }) => db.deleteFrom('attendance_mark').execute())
    setClock(door.front, week.tuesday, '08:50')
    const page = await hatice.text(urls.dayList(five))
    expect(page).toContain('Nog niemand aangetikt.')
    expect(page).not.toContain('tel:')
    expect(await hatice.text(urls.dayList(five, { calls: 'all' }))).toContain('Bel Ngoziq')
  })

  const calls = () =>
    door.front.within(vuurtoren, ({ db }) =>
      db.selectFrom('absence_call').select(['guardian_id', 'called_by', 'outcome']).orderBy('called_at').execute(),
    )
  const say = (browser: Browser, guardian: string, outcome: string, pupil: string = pupils.zuri) =>
    browser.post(urls.absenceCalls(), { requestKey: randomUUID(), pupil, guardian, outcome, group: groups.five })

  test('who is neither here nor reported must be called about, and not before', async () => {
    await reportIll(pupils.mila, guardians.fenna)
    await tap(hatice, pupils.hidden, 'present')
    setClock(door.front, week.tuesday, '08:44')
    expect(await hatice.text(urls.dayList(five))).not.toContain('Bel Ngoziq')
    setClock(door.front, week.tuesday, '08:45')
    const page = await hatice.text(urls.dayList(five))
    expect(page).toContain('href="tel:0600000001"')
    expect(page).toContain('Ngoziq is moeder. Neemt Ngoziq niet op, bel dan Kofiq.')
    expect(page).not.toContain('Bel Fennaq')
    await tap(hatice, pupils.zuri, 'present')
    expect(await hatice.text(urls.dayList(five))).not.toContain('Bel Ngoziq')
  })

  test('no answer leads to the next guardian, and says who called', async () => {
    setClock(door.front, week.tuesday, '08:49')
    expect((await say(hatice, guardians.ngozi, 'no-answer')).headers.get('location')).toBe(urls.dayList(five))
    const page = await hatice.text(urls.dayList(five))
    expect(page).toContain('Bel Kofiq')
    expect(page).toMatch(/Haticeq belde Ngoziq, 8\.49.uur: niet opgenomen\./)
    expect(await calls()).toEqual([{ guardian_id: guardians.ngozi, called_by: staff.hatice, outcome: 'no-answer' }])
  })

  test('"ill" becomes a report by that guardian; "on the way" waits half an hour', async () => {
    setClock(door.front, week.tuesday, '08:50')
    await say(hatice, guardians.kofi, 'ill')
    expect(await hatice.text(urls.dayList(five))).toMatch(/Ziek, vandaag\. Kofiq belde, 8\.50/)
    await say(hatice, guardians.fenna, 'coming', pupils.mila)
    expect(await hatice.text(urls.dayList(five))).not.toContain('Bel Fennaq')
    setClock(door.front, week.tuesday, '09:20')
    expect(await hatice.text(urls.dayList(five))).toContain('Bel Denizq')
  })

  test('nobody is called whom the school may not call', async () => {
    setClock(door.front, week.tuesday, '08:50')
    await door.front.within(vuurtoren, async ({ db }) => {
      await db
        .updateTable('guardianship')
        .set({ may_be_contacted: false })
        .where('guardian_id', '=', guardians.kofi)
        .execute()
      const tie = await db
        .selectFrom('guardianship')
        .select('id')
        .where('guardian_id', '=', guardians.deniz)
        .executeTakeFirstOrThrow()
      await db
        .insertInto('guardianship_restriction')
        .values({
          guardianship_id: tie.id,
          kind: 'no-contact',
          from_on: week.monday,
          evidence_seen_by: staff.anouk,
          evidence_seen_on: week.monday,
        })
        .execute()
    })
    const page = await hatice.text(urls.dayList(five))
    expect(page).toContain('Bel Fennaq')
    expect(page).not.toMatch(/Kofiq|Denizq|Gerdaq/)
    for (const [guardian, pupil] of [
      [guardians.kofi, pupils.zuri],
      [guardians.deniz, pupils.mila],
      [guardians.gerda, pupils.noor],
      [guardians.ngozi, pupils.tobi],
      [guardians.fenna, pupils.zuri],
    ] as const)
      expect([guardian, (await say(hatice, guardian, 'no-answer', pupil)).status]).toEqual([guardian, 404])
    expect(await calls()).toEqual([])
  })
})
