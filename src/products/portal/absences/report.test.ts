import { randomUUID } from 'node:crypto'
import { beforeEach, describe, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { setClock, week } from '#test/school-week.ts'
import { tie, untie } from '#test/ties.ts'
import { world } from '#test/world.ts'
import { absenceTasks } from './jobs.ts'

const door = frontDoor()
const { vuurtoren, guardians, pupils, staff, groups } = world

const ill = { when: 'day', kind: 'ill' } as const
const send = (browser: Browser, fields: Record<string, string | string[]>) =>
  browser.post(urls.newAbsence(), { requestKey: randomUUID(), ...fields })

const stored = () =>
  door.front.within(vuurtoren, ({ db }) =>
    db
      .selectFrom('absence')
      .select(['id', 'pupil_id', 'from_on', 'to_on', 'from_time', 'until_time', 'withdrawn_at'])
      .orderBy('reported_at')
      .orderBy('pupil_id')
      .execute(),
  )
const firstId = async () => (await stored())[0]!.id
const clear = () => door.front.within(vuurtoren, ({ db }) => db.deleteFrom('absence').execute())

let ngozi: Browser
let kofi: Browser
let hatice: Browser
beforeEach(async () => {
  setClock(door.front, week.tuesday, '07:48')
  ngozi = await door.front.as(guardians.ngozi, vuurtoren)
  kofi = await door.front.as(guardians.kofi, vuurtoren)
  hatice = await door.front.as(staff.hatice, vuurtoren)
  await clear()
})

describe('a report', () => {
  test('shows the own children and who will read the word', async () => {
    const page = await ngozi.text(urls.newAbsence())
    expect(page).toContain('Zuriq')
    expect(page).toContain('Tobiq')
    expect(page).not.toContain('Milaq')
    expect(page).toContain('Over Zuriq lezen dit Haticeq Aydınq, de administratie en Kofiq.')
    expect(page).toContain('Aanpassen kan tot 8.30')
  })

  test('about two children at once reaches both teachers and both parents', async () => {
    const word = 'Haar boek ligt in haar la.'
    const answer = await send(ngozi, { ...ill, pupil: [pupils.zuri, pupils.tobi], word })
    expect([answer.status, answer.headers.get('location')]).toEqual([303, urls.home({ reported: 'yes' })])
    expect((await stored()).map((row) => [row.pupil_id, row.from_on, row.to_on])).toEqual([
      [pupils.zuri, week.tuesday, week.tuesday],
      [pupils.tobi, week.tuesday, week.tuesday],
    ])
    expect(await ngozi.text(urls.home({ reported: 'yes' }))).toContain('De Vuurtoren heeft je melding, 7.48')
    for (const page of [await hatice.text(urls.dayList({ group: groups.five })), await kofi.text(urls.myAbsences())]) {
      expect(page).toMatch(/Ziek, vandaag(\.|<)/)
      expect(page).toContain(word)
      expect(page).toMatch(/Ngoziq, 7\.48/)
    }
  })

  test('sent twice is one report, also when both arrive at once', async () => {
    const fields = { ...ill, pupil: pupils.zuri, requestKey: randomUUID() }
    const answers = await Promise.all([send(ngozi, fields), send(ngozi, fields)])
    answers.push(await send(ngozi, fields))
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303])
    expect(await stored()).toHaveLength(1)
  })

  test('that the other parent made already is said so, and nothing typed is lost', async () => {
    await send(ngozi, { ...ill, pupil: pupils.zuri })
    const answer = await send(kofi, { ...ill, pupil: pupils.zuri, word: 'Ik kom hem halen' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Zuriq is al gemeld: Ziek, vandaag.')
    expect(page).toContain('Ik kom hem halen')
    expect(await stored()).toHaveLength(1)
  })

  test('with a word that is too long keeps everything that was typed', async () => {
    const word = `Begin ${'x'.repeat(500)}`
    const requestKey = randomUUID()
    const fields = { requestKey, when: 'days', fromOn: week.wednesday, toOn: week.friday, kind: 'other' }
    const answer = await send(ngozi, { ...fields, pupil: pupils.tobi, word })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    for (const kept of [word, requestKey, week.wednesday, week.friday]) expect(page).toContain(kept)
    expect(page).toContain('Er passen 500 tekens in.')
    expect(page).toMatch(new RegExp(`value="${pupils.tobi}" checked`))
    expect(page).toMatch(/value="other" checked/)
    expect(await stored()).toEqual([])
  })

  test('about a child of somebody else is not there, and nothing is stored', async () => {
    for (const pupil of [pupils.mila, pupils.emre, pupils.hidden, randomUUID(), 'geen id'])
      expect([pupil, (await send(ngozi, { ...ill, pupil: [pupils.zuri, pupil] })).status]).toEqual([pupil, 404])
    expect(await stored()).toEqual([])
  })

  test('without a child or an answer says what to choose', async () => {
    const answer = await ngozi.post(urls.newAbsence(), { requestKey: randomUUID() })
    expect(answer.status).toBe(422)
    expect(await answer.text()).toContain('Kies voor wie de melding is.')
  })

  test('of a protected child works for its own guardian', async () => {
    const mother = await door.front.as(guardians.hiddenMother, vuurtoren)
    expect((await send(mother, { ...ill, pupil: pupils.hidden })).status).toBe(303)
    expect(await mother.text(urls.home())).toContain('Onvindbaarq')
  })
})

describe('when', () => {
  test('half a day is a time, and the child is expected in the other half', async () => {
    await send(ngozi, { when: 'half', on: week.tuesday, part: 'morning', kind: 'doctor', pupil: pupils.zuri })
    const [row] = await stored()
    expect([row?.from_time, row?.until_time]).toEqual([null, '12:00:00'])
    setClock(door.front, week.tuesday, '08:40')
    expect(await hatice.text(urls.dayList({ group: groups.five }))).toContain('Dokter, ochtend')
    await hatice.post(urls.attendanceMarks({ group: groups.five }), { pupil: pupils.noor, state: 'present' })
    setClock(door.front, week.tuesday, '12:31')
    expect(await hatice.text(urls.dayList({ group: groups.five }))).toContain('Bel Ngoziq')
  })

  test('a few hours need a time within the lessons', async () => {
    const hours = { when: 'half', on: week.wednesday, part: 'hours', kind: 'doctor', pupil: pupils.zuri }
    const late = await send(ngozi, { ...hours, fromTime: '13:00' })
    expect([late.status, await late.text()]).toEqual([
      422,
      expect.stringContaining('Tussen deze tijden is er geen school.'),
    ])
    expect((await send(ngozi, { ...hours, untilTime: '10:15' })).status).toBe(303)
    expect((await stored())[0]?.until_time).toBe('10:15:00')
  })

  test('after the last bell "today" is the next school day', async () => {
    setClock(door.front, week.friday, '15:00')
    expect(await ngozi.text(urls.newAbsence())).toContain('Maandag')
    await send(ngozi, { ...ill, pupil: pupils.zuri })
    expect((await stored())[0]?.from_on).toBe(week.nextMonday)
  })

  test('a day without school is refused with a day that would do', async () => {
    await door.front.within(vuurtoren, ({ db }) =>
      db
        .insertInto('closed_days')
        .values({ kind: 'study-day', name: 'Studiedag', from_on: week.thursday, to_on: week.friday })
        .execute(),
    )
    const half = { when: 'half', on: week.thursday, part: 'morning', kind: 'other', pupil: pupils.zuri }
    const answer = await send(ngozi, half)
    expect(answer.status).toBe(422)
    expect(await answer.text()).toMatch(/Op donderdag \d+ november is er geen school. Kies bijvoorbeeld maandag/)
    const past = await send(ngozi, { ...half, on: week.monday })
    expect(await past.text()).toContain('Deze dag is al voorbij.')
    await door.front.within(vuurtoren, ({ db }) => db.deleteFrom('closed_days').execute())
  })

  test('until better runs over a weekend and ends on the last school day before', async () => {
    setClock(door.front, week.thursday, '07:30')
    await send(ngozi, { when: 'open', kind: 'ill', pupil: pupils.zuri })
    const id = await firstId()
    setClock(door.front, week.saturday, '12:00')
    const page = await kofi.text(urls.myAbsences())
    expect(page).toContain('tot weer beter')
    expect(page).toContain('weer naar school')
    const answer = await kofi.post(urls.endAbsence({ id }), { back: week.nextMonday })
    expect(answer.status).toBe(303)
    expect((await stored())[0]?.to_on).toBe(week.friday)
    setClock(door.front, week.nextMonday, '08:20')
    expect(await hatice.text(urls.dayList({ group: groups.five }))).not.toContain('Ziek gemeld')
  })

  test('"better again" takes no other day, and not of another child', async () => {
    await send(ngozi, { when: 'open', kind: 'ill', pupil: pupils.zuri })
    const id = await firstId()
    const fenna = await door.front.as(guardians.fenna, vuurtoren)
    expect((await fenna.post(urls.endAbsence({ id }), { back: week.wednesday })).status).toBe(404)
    expect((await ngozi.post(urls.endAbsence({ id }), { back: week.friday })).status).toBe(404)
    expect((await stored())[0]?.to_on).toBeNull()
  })
})

describe('a change', () => {
  const reported = async (fields: Record<string, string> = {}) => {
    await send(ngozi, { ...ill, pupil: pupils.zuri, word: 'Eerst', ...fields })
    return firstId()
  }

  test('is possible until the first bell, by either parent', async () => {
    const id = await reported()
    setClock(door.front, week.tuesday, '08:29')
    expect(await kofi.text(urls.changeAbsence({ id }))).toContain('Eerst')
    const changed = await kofi.post(urls.changeAbsence({ id }), {
      requestKey: randomUUID(),
      when: 'days',
      toOn: week.thursday,
      kind: 'other',
      word: 'Later',
    })
    expect(changed.status).toBe(303)
    expect((await stored())[0]?.to_on).toBe(week.thursday)
    expect(await hatice.text(urls.dayList({ group: groups.five }))).toContain('Later')
  })

  test('after the first bell is refused in words, and nothing changes', async () => {
    const id = await reported()
    setClock(door.front, week.tuesday, '08:30')
    for (const answer of [
      await ngozi.get(urls.changeAbsence({ id })),
      await ngozi.post(urls.changeAbsence({ id }), { requestKey: randomUUID(), ...ill, word: 'Te laat' }),
      await ngozi.post(urls.withdrawAbsence({ id })),
    ]) {
      expect(answer.status).toBe(422)
      expect(await answer.text()).toContain('Bel De Vuurtoren.')
    }
    expect((await stored())[0]?.withdrawn_at).toBeNull()
  })

  test('can be that nothing is the matter: withdrawn, and gone from every list', async () => {
    const id = await reported()
    expect((await ngozi.post(urls.withdrawAbsence({ id }))).status).toBe(303)
    expect(await kofi.text(urls.myAbsences())).not.toContain('Eerst')
    expect(await hatice.text(urls.dayList({ group: groups.five }))).not.toContain('Ziek gemeld')
    expect((await ngozi.get(urls.changeAbsence({ id }))).status).toBe(404)
  })

  test('of another family is not there', async () => {
    const id = await reported()
    const fenna = await door.front.as(guardians.fenna, vuurtoren)
    for (const address of [urls.changeAbsence({ id }), urls.changeAbsence({ id: randomUUID() })])
      expect((await fenna.get(address)).status).toBe(404)
    expect((await fenna.post(urls.withdrawAbsence({ id }))).status).toBe(404)
  })
})

describe('who may not', () => {
  test('a guardian for information only has no page at all', async () => {
    const gerda = await door.front.as(guardians.gerda, vuurtoren)
    for (const address of [urls.newAbsence(), urls.myAbsences()])
      expect([address, (await gerda.get(address)).status]).toEqual([address, 404])
    expect((await send(gerda, { ...ill, pupil: pupils.noor })).status).toBe(404)
    expect(await gerda.text(urls.home())).not.toMatch(/Noorq|Ziek melden/)
  })

  test('a guardian for information only of one child is a guardian of another, and only of that one', async () => {
    await tie(door.front, { pupil: pupils.ravi, guardian: guardians.gerda, authority: 'yes', relation: 'oma' })
    await door.front.within(vuurtoren, ({ db }) =>
      db.updateTable('guardianship').set({ lives_with: true }).where('pupil_id', '=', pupils.noor).execute(),
    )
    const gerda = await door.front.as(guardians.gerda, vuurtoren)
    const page = await gerda.text(urls.newAbsence())
    expect(page).toContain('Raviq')
    expect(page).not.toContain('Noorq')
    expect((await send(gerda, { ...ill, pupil: pupils.noor })).status).toBe(404)
    expect(await stored()).toEqual([])
    await untie(door.front, guardians.gerda, pupils.ravi)
  })

  test('a restriction counts through its last day, and no longer', async () => {
    await door.front.within(vuurtoren, async ({ db }) => {
      const tie = await db
        .selectFrom('guardianship')
        .select('id')
        .where('guardian_id', '=', guardians.restricted)
        .executeTakeFirstOrThrow()
      await db
        .insertInto('guardianship_restriction')
        .values({
          guardianship_id: tie.id,
          kind: 'no-information',
          from_on: week.monday,
          to_on: week.tuesday,
          evidence_seen_by: staff.anouk,
          evidence_seen_on: week.monday,
        })
        .execute()
    })
    const rutger = await door.front.as(guardians.restricted, vuurtoren)
    expect((await rutger.get(urls.myAbsences())).status).toBe(404)
    expect((await send(rutger, { ...ill, pupil: pupils.noor })).status).toBe(404)
    setClock(door.front, week.wednesday, '07:00')
    expect(await rutger.text(urls.myAbsences())).toContain('Noorq')
    expect((await send(rutger, { ...ill, pupil: pupils.noor })).status).toBe(303)
  })
})

describe('the other guardian with authority', () => {
  type Sent = { to: string; subject: string; text: string }
  const told = async (): Promise<Sent[]> => {
    const sent: Sent[] = []
    const queued = await queue()
    for (const { task, data } of queued) {
      const found = absenceTasks.find(({ name }) => name === task)!
      await found.run({
        id: randomUUID(),
        data,
        inOrganisation: (run: never) => door.front.within(vuurtoren, run),
        mailer: {
          send: async ({ to, mail }: { to: string; mail: Omit<Sent, 'to'> }) => void sent.push({ to, ...mail }),
          close: () => {},
        },
        origin: 'http://vuurtoren.localhost',
        organisationName: 'De Vuurtoren',
      } as never)
    }
    return sent
  }
  const queue = async () => {
    const { default: pg } = await import('pg')
    const client = new pg.Client(door.front.server.admin)
    await client.connect()
    const jobs = await client.query(
      `with gone as (delete from graphile_worker._private_jobs returning task_id, payload)
       select t.identifier as task, payload->'data' as data from gone join graphile_worker._private_tasks t on t.id = task_id`,
    )
    await client.end()
    return jobs.rows.filter(({ task }) => task.startsWith('absence')) as { task: string; data: never }[]
  }
  beforeEach(queue)

  test('is told by mail that there is something to read, and not what', async () => {
    await send(ngozi, { ...ill, pupil: [pupils.zuri, pupils.tobi], word: 'Buikgriepq' })
    const sent = await told()
    expect(sent.map(({ to }) => to)).toEqual(['kofi@test.example'])
    expect(sent[0]?.text).toContain('http://vuurtoren.localhost/absences/mine')
    expect(`${sent[0]?.subject}${sent[0]?.text}`).not.toMatch(/Zuriq|Tobiq|Ngoziq|Buikgriepq|ziek\b|Groep/)
  })

  test('is not who lost authority, or may not be written to, after the mail was queued', async () => {
    const { id } = await door.front.within(vuurtoren, ({ db }) =>
      db
        .selectFrom('guardianship')
        .select('id')
        .where('pupil_id', '=', pupils.zuri)
        .where('guardian_id', '=', guardians.kofi)
        .executeTakeFirstOrThrow(),
    )
    const set = (values: object) =>
      door.front.within(vuurtoren, ({ db }) =>
        db.updateTable('guardianship').set(values).where('id', '=', id).execute(),
      )
    for (const [now, before] of [
      [{ authority: 'no' }, { authority: 'yes' }],
      [{ may_be_contacted: false }, { may_be_contacted: true }],
      [{ to_on: week.monday }, { to_on: null }],
    ] as const) {
      await send(ngozi, { ...ill, pupil: pupils.zuri, requestKey: randomUUID() })
      await set(now)
      expect([now, await told()]).toEqual([now, []])
      await set(before)
    }
  })

  test('once for a form that arrives twice', async () => {
    const fields = { ...ill, pupil: pupils.zuri, requestKey: randomUUID() }
    await send(ngozi, fields)
    await send(ngozi, fields)
    expect(await told()).toHaveLength(1)
  })

  test('is not who gets information only, and nobody about a protected child', async () => {
    setClock(door.front, week.friday, '07:00')
    await tie(door.front, { pupil: pupils.hidden, guardian: guardians.kofi, authority: 'yes', relation: 'vader' })
    const rutger = await door.front.as(guardians.restricted, vuurtoren)
    const mother = await door.front.as(guardians.hiddenMother, vuurtoren)
    await send(rutger, { ...ill, pupil: pupils.noor })
    await send(mother, { ...ill, pupil: pupils.hidden })
    expect(await stored()).toHaveLength(2)
    expect(await told()).toEqual([])
    await untie(door.front, guardians.kofi, pupils.hidden)
  })
})
