import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, staff, guardians, pupils } = world
const as = (person: string) => door.front.as(person, vuurtoren)

const reported = async () => {
  const form = { saw: 'Een account is misbruiktq.', day: week.monday, time: '8.30', requestKey: crypto.randomUUID() }
  const answer = await (await as(staff.roos)).post(urls.reportIncident(), form)
  return answer.headers.get('location')!.split('/').at(-1)!
}
const asked = (more: Record<string, string | string[]> = {}) => ({
  ...{ fromDay: week.monday, fromTime: '8.00', untilDay: week.monday, untilTime: '17.00' },
  ...more,
})
const affected = (id: string) =>
  door.front.within(vuurtoren, async (work) => {
    const { rows } = {
      rows: await work.db.selectFrom('incident_affected').selectAll().where('incident_id', '=', id).execute(),
    }
    return new Map(rows.map(({ person_id, kinds }) => [person_id, [...kinds].sort()]))
  })

/** Looks as pages write them, at a time of Monday. */
const look = (viewer: string, place: string, subjects: readonly string[], kinds: readonly string[], time = '10:00') =>
  door.front.within(vuurtoren, (work) =>
    work.db
      .insertInto('audit_line')
      .values({
        at: new Date(`${week.monday}T${time}:00+01:00`),
        ...{ person_id: viewer, role: 'teacher', action: 'opened', place },
        subjects: [...subjects],
        kinds: [...kinds],
      })
      .execute(),
  )

test('whom it affects is computed from the log: by who looked, where, when and which kinds', async () => {
  setClock(door.front, week.monday, '18:00')
  const id = await reported()
  await look(staff.tom, 'GET /people/:id', [pupils.mila], ['ordinary', 'health'])
  await look(staff.tom, 'GET /groups/:id', [pupils.zuri, pupils.tobi], ['ordinary'])
  await look(staff.tom, 'GET /people/:id', [pupils.noor], ['ordinary'], '19:00')
  await look(staff.hatice, 'GET /people/:id', [pupils.ravi], ['contact'])
  const roos = await as(staff.roos)
  const search = async (more: Record<string, string | string[]>) => {
    await roos.post(urls.clearAffected({ id }))
    expect((await roos.post(urls.searchAffected({ id }), asked(more))).status).toBe(303)
    return [...(await affected(id)).keys()].sort()
  }
  expect(await search({ viewer: 'Tomq' })).toEqual([pupils.zuri, pupils.tobi, pupils.mila].sort())
  expect(await search({ viewer: 'Tomq', kinds: ['health'] })).toEqual([pupils.mila])
  const about = door.front.application.routes.find(({ pattern }) => pattern === '/groups/:id')!.about.nl
  expect(await search({ viewer: 'Tomq', about })).toEqual([pupils.zuri, pupils.tobi].sort())
  expect(await search({ untilTime: '8.01' })).toEqual([])
  // A second search adds up; the count and kinds become items of the incident.
  await search({ viewer: 'Tomq', kinds: ['health'] })
  await roos.post(urls.searchAffected({ id }), asked({ viewer: 'Haticeq' }))
  expect(await affected(id)).toEqual(
    new Map([
      [pupils.mila, ['health', 'ordinary']],
      [pupils.ravi, ['contact']],
    ]),
  )
  const page = await roos.text(urls.incident({ id }))
  expect(page).toMatch(/Gezondheid \(bijzonder\)[\s\S]*Uitgerekend: 2 mensen/)

  const nobody = await roos.post(urls.searchAffected({ id }), asked({ viewer: 'Zzzq' }))
  expect([nobody.status, await nobody.text()]).toEqual([422, expect.stringContaining('niemand met deze naam')])
  const turned = await roos.post(urls.searchAffected({ id }), asked({ untilTime: '7.00' }))
  expect([turned.status, await turned.text()]).toEqual([422, expect.stringContaining('niet na het begin')])
})

test('the data map says of whom a table holds something; a conversation is about who takes part', async () => {
  const id = await reported()
  const roos = await as(staff.roos)
  expect((await roos.post(urls.mapAffected({ id }), { table: 'person_role' })).status).toBe(303)
  await roos.post(urls.mapAffected({ id }), { table: 'guardianship' })
  const all = await affected(id)
  expect([pupils.mila, guardians.fenna, staff.tom].filter((person) => !all.has(person))).toEqual([])
  expect(all.get(staff.tom)).not.toContain('family')
  expect((await roos.post(urls.mapAffected({ id }), { table: 'vault_key; drop' })).status).toBe(422)

  await roos.post(urls.clearAffected({ id }))
  const thread = crypto.randomUUID()
  await door.front.within(vuurtoren, async (work) => {
    await work.db
      .insertInto('must_read')
      .values({
        ...{ id: thread, roles: ['teacher'], due_on: week.friday, version: 1, begun_at: work.now },
        request_key: crypto.randomUUID(),
      })
      .execute()
    await work.db
      .insertInto('must_read_reading')
      .values({ must_read_id: thread, version: 1, person_id: staff.hatice, asked_at: work.now })
      .execute()
  })
  await look(staff.tom, 'GET /must-reads/:id', [thread], ['ordinary'], '16:30')
  await roos.post(urls.searchAffected({ id }), asked({ fromTime: '16.29', untilTime: '16.31' }))
  expect([...(await affected(id)).keys()]).toEqual([staff.hatice])
})

test('names are for the privacy officer alone: the principal sees a number', async () => {
  const id = await reported()
  await look(staff.tom, 'GET /people/:id', [pupils.mila], ['ordinary'])
  const roos = await as(staff.roos)
  await roos.post(urls.searchAffected({ id }), asked({ viewer: 'Tomq' }))
  expect(await roos.text(urls.incidentAffected({ id }))).toContain('Milaq')
  const anouk = await as(staff.anouk)
  expect(await anouk.text(urls.incident({ id }))).toMatch(/Uitgerekend: \d mensen/)
  expect(await anouk.text(urls.incident({ id }))).not.toContain('Milaq')
  expect((await anouk.get(urls.incidentAffected({ id }))).status).toBe(404)
  expect((await anouk.post(urls.searchAffected({ id }), asked())).status).toBe(404)
})

test('an unusual look becomes an incident in one press, with whom it affects', async () => {
  setClock(door.front, week.monday, '18:00')
  await look(staff.marit, 'GET /people/:id', [pupils.mila, pupils.tobi], ['ordinary'], '12:00')
  const alarm = crypto.randomUUID()
  const noon = new Date(`${week.monday}T12:00:00+01:00`)
  await door.front.within(vuurtoren, (work) =>
    work.db
      .insertInto('look_alarm')
      .values({
        ...{ id: alarm, kind: 'files', viewer_id: staff.marit, role: 'substitute', from_at: noon, to_at: noon },
        ...{ files: 51, raised_at: work.now },
      })
      .execute(),
  )
  const roos = await as(staff.roos)
  expect(await roos.text(urls.alarm({ id: alarm }))).toContain('Maak er een incident van')
  const first = await roos.post(urls.incidentFromAlarm({ alarm }))
  const id = first.headers.get('location')!.split('/').at(-1)!
  expect((await roos.post(urls.incidentFromAlarm({ alarm }))).headers.get('location')).toBe(urls.incident({ id }))
  expect([...(await affected(id)).keys()].sort()).toEqual([pupils.mila, pupils.tobi].sort())
  expect((await (await as(staff.wim)).post(urls.incidentFromAlarm({ alarm }))).status).toBe(404)
})
