import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { plusDays, weekdayOf } from '#products/school/index.ts'
import { runRetention } from '#shared/retention/run.ts'
import { allDeclarations } from '#shared/vault/declaration.ts'
import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { ordinaryWeek, setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, guardians, pupils, staff, groups } = world

let wim: Browser
let ngozi: Browser
beforeEach(async () => {
  setClock(door.front, week.tuesday, '08:20')
  wim = await door.front.as(staff.wim, vuurtoren)
  ngozi = await door.front.as(guardians.ngozi, vuurtoren)
  await door.front.within(vuurtoren, async ({ db }) => {
    for (const table of ['absence', 'attendance_mark', 'absence_call'] as const) await db.deleteFrom(table).execute()
  })
})

const phone = (pupil: string, fields: Record<string, string>) =>
  wim.post(urls.newPupilAbsence({ pupil }), { requestKey: randomUUID(), when: 'day', kind: 'ill', ...fields })
/** Somebody of each group was seen: the rest of it can be called about. */
const seenOneOf = async (...some: readonly string[]) =>
  door.front.within(vuurtoren, ({ db, now, today }) =>
    db
      .insertInto('attendance_mark')
      .values(
        some.map((pupil) => ({
          pupil_id: pupil,
          on_day: today,
          state: 'present',
          arrived_at: null,
          marked_by: staff.hatice,
          marked_at: now,
        })),
      )
      .execute(),
  )
const absences = () =>
  door.front.within(vuurtoren, ({ db }) =>
    db
      .selectFrom('absence')
      .select(['id', 'pupil_id', 'from_on', 'via', 'reporter_id', 'noted_by', 'word', 'handed_over_at'])
      .orderBy('from_on')
      .execute(),
  )
const markAbsent = (pupil: string, days: readonly string[]) =>
  door.front.within(vuurtoren, ({ db, now }) =>
    db
      .insertInto('attendance_mark')
      .values(
        days.map((day) => ({
          pupil_id: pupil,
          on_day: day,
          state: 'absent',
          arrived_at: null,
          marked_by: staff.tom,
          marked_at: now,
        })),
      )
      .execute(),
  )

describe('the whole school today', () => {
  test('per group, with reports and the call list, for the office and the principal only', async () => {
    await phone(pupils.zuri, { reporter: guardians.kofi })
    await seenOneOf(pupils.noor)
    setClock(door.front, week.tuesday, '08:50')
    const page = await wim.text(urls.schoolAbsences())
    expect(page).toContain('Nog niet begonnen')
    expect(page).not.toContain('Raviq')
    expect(page).toContain('Groep 5')
    expect(page).toContain('Bel Fennaq')
    expect(page).toMatch(/Kofiq belde, 8\.20/)
    expect(page).not.toMatch(/Onvindbaarq|Plusgroep/)
    expect(page).toContain('1 van 3 er')
    expect(await wim.text(urls.home())).toContain('Bel over 1 kind')
    expect((await (await door.front.as(staff.anouk, vuurtoren)).get(urls.schoolAbsences())).status).toBe(200)
    for (const person of [staff.hatice, staff.marit, staff.roos, guardians.ngozi])
      expect((await (await door.front.as(person, vuurtoren)).get(urls.schoolAbsences())).status).toBe(404)
  })

  test('finds a pupil by a part of the name, and opens any group', async () => {
    const page = await (await wim.post(urls.schoolAbsences(), { name: 'yildiz' })).text()
    expect(page).toContain(urls.pupilAbsences({ pupil: pupils.mila }))
    expect(page).not.toContain(urls.pupilAbsences({ pupil: pupils.ravi }))
    const nobody = await wim.post(urls.schoolAbsences(), { name: 'onvindbaarq' })
    expect(await nobody.text()).toContain('Geen leerling met die naam')
    expect((await wim.get(urls.dayList({ group: groups.six }))).status).toBe(200)
  })

  test('the cut-off time is the school’s own', async () => {
    const wrong = await wim.post(urls.hours(), { ...ordinaryWeek, cutOff: 'half negen' })
    expect([wrong.status, await wrong.text()]).toEqual([422, expect.stringContaining('half negen')])
    expect((await wim.post(urls.hours(), { ...ordinaryWeek, cutOff: '9.15' })).status).toBe(303)
    await seenOneOf(pupils.noor)
    setClock(door.front, week.tuesday, '09:14')
    expect(await wim.text(urls.schoolAbsences())).not.toContain('Bel Fennaq')
    setClock(door.front, week.tuesday, '09:15')
    expect(await wim.text(urls.schoolAbsences())).toContain('Bel Fennaq')
    await wim.post(urls.hours(), ordinaryWeek)
  })
})

describe('a report by telephone', () => {
  test('says who rang and who wrote it down; also of a day that was', async () => {
    expect(await wim.text(urls.newPupilAbsence({ pupil: pupils.zuri }))).toContain('Wie belt er?')
    const answer = await phone(pupils.zuri, {
      reporter: guardians.ngozi,
      when: 'days',
      fromOn: week.monday,
      toOn: week.monday,
    })
    expect(answer.headers.get('location')).toBe(urls.pupilAbsences({ pupil: pupils.zuri }))
    expect(await absences()).toMatchObject([
      { from_on: week.monday, via: 'phone', reporter_id: guardians.ngozi, noted_by: staff.wim },
    ])
    expect(await ngozi.text(urls.myAbsences())).toContain('Ngoziq belde')
  })

  test('keeps what was typed, and refuses who is no guardian and pupils of elsewhere', async () => {
    const again = await phone(pupils.zuri, { word: 'Komt later' })
    expect([again.status, await again.text()]).toEqual([422, expect.stringContaining('Komt later')])
    for (const reporter of [guardians.fenna, guardians.gerda, 'iemand'])
      expect((await phone(pupils.zuri, { reporter })).status).toBe(404)
    for (const pupil of [pupils.emre, pupils.hidden, randomUUID(), 'x'])
      expect((await phone(pupil, { reporter: 'nobody' })).status).toBe(404)
    expect(await absences()).toEqual([])
  })
})

describe('decisions', () => {
  const decide = (pupil: string, fields: Record<string, string>) => wim.post(urls.absenceDecisions({ pupil }), fields)
  /** School days before the Tuesday, the latest first; not Wednesdays, which are short. */
  const daysBefore = (count: number) =>
    Array.from({ length: 40 }, (_, index) => plusDays(week.tuesday, -1 - index))
      .filter((day) => weekdayOf(day) < 6 && weekdayOf(day) !== 3)
      .slice(0, count)

  test('three long days without leave are more than sixteen hours, and warn', async () => {
    const days = daysBefore(3)
    await markAbsent(pupils.ravi, days)
    for (const [index, day] of days.entries()) {
      expect(await wim.text(urls.pupilAbsences({ pupil: pupils.ravi }))).not.toContain('binnen vijf werkdagen')
      expect([index, (await decide(pupils.ravi, { day, ground: 'luxury' })).status]).toEqual([index, 303])
    }
    const page = await wim.text(urls.pupilAbsences({ pupil: pupils.ravi }))
    expect(page).toContain('17 uur en 15 minuten ongeoorloofd tussen')
    expect(page).toContain('binnen vijf werkdagen')
    expect(await wim.text(urls.schoolAbsences())).toContain('Raviq Ramdinq')
  })

  test('allowed days and study days do not count', async () => {
    const days = daysBefore(3)
    await markAbsent(pupils.ravi, days)
    for (const day of days) await decide(pupils.ravi, { day, ground: 'luxury' })
    await door.front.within(vuurtoren, ({ db }) =>
      db
        .insertInto('closed_days')
        .values({ kind: 'study-day', name: 'Studiedag', from_on: days[1]!, to_on: days[1]! })
        .execute(),
    )
    expect(await wim.text(urls.pupilAbsences({ pupil: pupils.ravi }))).toContain('Nu 11 uur en 30 minuten ongeoorloofd')
    const { id } = (await absences())[0]!
    await decide(pupils.ravi, { absence: id, ground: 'religion' })
    expect(await wim.text(urls.pupilAbsences({ pupil: pupils.ravi }))).toContain('Nu 5 uur en 45 minuten ongeoorloofd')
    await door.front.within(vuurtoren, ({ db }) => db.deleteFrom('closed_days').execute())
  })

  test('need a ground, a day that was missed, and a report of this pupil', async () => {
    await phone(pupils.zuri, { reporter: guardians.ngozi })
    const { id } = (await absences())[0]!
    expect((await decide(pupils.zuri, { absence: id })).status).toBe(422)
    expect((await decide(pupils.zuri, { day: week.monday, ground: 'luxury' })).status).toBe(404)
    expect((await decide(pupils.mila, { absence: id, ground: 'luxury' })).status).toBe(404)
  })
})

describe('hand-over', () => {
  const csv = async (): Promise<string> => {
    const page = await wim.text(urls.handOvers())
    const address = /href="(\/absences\/hand-overs\/\d+)"/.exec(page)![1]!
    const answer = await wim.get(address)
    expect(answer.headers.get('content-type')).toBe('text/csv; charset=utf-8')
    return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await answer.arrayBuffer())
  }

  test('is a CSV that Excel opens, once per line, and no formula gets through', async () => {
    await door.front.within(vuurtoren, async (work) => {
      const { personRecord } = await import('#products/school/index.ts')
      const record = { ...nobody, givenName: '=1+1', surname: 'Ramdinq', sourceKey: 'lk-42' }
      const sealed = await work.seal(personRecord, { subject: pupils.ravi, row: pupils.ravi }, record)
      await work.db.updateTable('person').set({ record: sealed }).where('id', '=', pupils.ravi).execute()
    })
    await phone(pupils.ravi, { reporter: 'nobody', when: 'half', on: week.tuesday, part: 'morning' })
    await phone(pupils.zuri, { reporter: guardians.ngozi, when: 'open' })
    await markAbsent(pupils.noor, [week.monday])
    expect(await wim.text(urls.handOvers())).toContain('Draag 2 regels over')
    expect((await wim.post(urls.handOvers())).status).toBe(303)
    const file = await csv()
    expect(file.startsWith('\uFEFFSleutel;Achternaam;')).toBe(true)
    const lines = file.trimEnd().split('\r\n')
    expect(lines).toHaveLength(3)
    const [date, monday] = [week.tuesday, week.monday]
    expect(lines).toContain(`;Meulenq;van der;Noorq;Groep 5;onbekend;${monday};${monday};;;345;;`)
    expect(lines).toContain(`lk-42;Ramdinq;;"'=1+1";Groep 6;ziek;${date};${date};;12:00;210;;`)
    expect(await wim.text(urls.handOvers())).toContain('Er is niets om over te dragen')
    await wim.post(urls.handOvers())
    expect(await csv()).toBe(file)
    expect((await wim.get(urls.handOver({ at: '1700000000000' }))).status).toBe(404)
    expect((await ngozi.get(urls.handOvers())).status).toBe(404)
  })
})

const nobody = {
  fromFile: null,
  prefix: '',
  initials: '',
  email: null,
  phone: null,
  birthDate: null,
  sex: null,
  eckId: null,
  calledInClass: null,
}

describe('retention', () => {
  const forget = () =>
    runRetention({
      inOrganisation: (run) => door.front.within(vuurtoren, run),
      files: door.front.parts.files,
    })

  test('the word goes thirty days after hand-over, the rest when the school year is over', async () => {
    await phone(pupils.zuri, { reporter: guardians.ngozi, word: 'Boek in de la' })
    await markAbsent(pupils.noor, [week.monday])
    await wim.post(urls.handOvers())
    setClock(door.front, plusDays(week.tuesday, 29), '08:20')
    await forget()
    expect((await absences())[0]?.word).not.toBeNull()
    setClock(door.front, plusDays(week.tuesday, 30), '08:20')
    await forget()
    expect(await absences()).toMatchObject([{ pupil_id: pupils.zuri, word: null }])
    const nextYear = `${Number(week.tuesday.slice(0, 4)) + 1}`
    setClock(door.front, `${nextYear}-07-31`, '12:00')
    await forget()
    expect(await absences()).toHaveLength(1)
    setClock(door.front, `${nextYear}-08-01`, '12:00')
    await forget()
    expect(await absences()).toEqual([])
    const marks = await door.front.within(vuurtoren, ({ db }) =>
      db.selectFrom('attendance_mark').select('on_day').execute(),
    )
    expect(marks).toEqual([])
  })

  test('is declared', () => {
    const declared = new Map(allDeclarations().map((one) => [one.table, one]))
    expect(declared.get('absence')?.retention).toMatchObject([
      { after: 'absence.handed_over_at', keep: { days: 30 } },
      { after: 'absence.to_on', otherwise: 'from_on', keep: { until: '08-01' }, finally: 'delete' },
    ])
    for (const table of ['attendance_mark', 'absence_call'])
      expect(declared.get(table)?.retention).toMatchObject([
        { after: `${table}.on_day`, keep: { until: '08-01' }, finally: 'delete' },
      ])
  })
})
