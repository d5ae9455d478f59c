import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { personRecord } from '#products/school/index.ts'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { asSuperuser } from '#test/server.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, guardians, pupils, staff, groups } = world
const as = (person: string) => door.front.as(person, vuurtoren)
const sql = (text: string, values: unknown[] = []) =>
  asSuperuser(door.front.server.admin, async (client) => (await client.query(text, values)).rows)

/** What the worker does every minute. */
const minute = async () => {
  const job = door.front.application.tasks.find(({ name }) => name === 'privacy-alarms')!
  expect(job.every).toBe('* * * * *')
  await job.run({ inOrganisation: (run: never) => door.front.within(vuurtoren, run) } as never)
}
const alarms = () => sql('select kind, viewer_id as viewer, files from look_alarm order by raised_at')
const mails = async () =>
  (
    await sql(`select payload->'data' as data from graphile_worker.jobs j join graphile_worker._private_jobs p using (id)
    where j.task_identifier = 'privacy-something-to-read'`)
  ).length

let crowd: string[]
beforeAll(async () => {
  crowd = Array.from({ length: 60 }, () => randomUUID())
  await door.front.within(vuurtoren, async (work) => {
    const seal = await work.sealer(crowd)
    const record = (at: number) => ({ givenName: `Kindq${at}`, prefix: '', surname: 'Menigteq' }) as never
    const people = crowd.map((id, at) => ({ id, record: seal(personRecord, { subject: id, row: id }, record(at)) }))
    await work.db.insertInto('person').values(people).execute()
    const roles = crowd.map((id) => ({ person_id: id, role: 'pupil', from_on: '2020-01-01' }))
    await work.db.insertInto('person_role').values(roles).execute()
  })
})
beforeEach(() =>
  sql('truncate audit_line, audit_checkpoint, disclosure_subject, look_alarm, look_watch, look_usual, look_setting'),
)

/** Looks that no page allows, as a hole in one would write them. */
const plant = (viewer: string, role: string, about: readonly string[]) =>
  sql(
    `insert into audit_line (organisation_id, person_id, action, place, subjects, kinds, role, about)
     select $1, $2, 'opened', 'GET /people/:id', array[about], '{ordinary}', $3, about from unnest($4::uuid[]) as about`,
    [vuurtoren, viewer, role, about],
  )

describe('bulk reading', () => {
  test('51 files in an hour is an alarm at the next minute, told once; lists of the whole school are none', async () => {
    const office = await as(staff.wim)
    for (let time = 0; time < 5; time++) {
      await office.get(urls.people({ kind: 'pupils' }))
      await office.get(urls.schoolAbsences())
      await office.get(urls.group({ id: groups.five }))
    }
    // The same file again and again is one file.
    for (let time = 0; time < 60; time++) await office.get(urls.person({ id: crowd[0]! }))
    for (const id of crowd.slice(0, 50)) await office.get(urls.person({ id }))
    await minute()
    expect(await alarms()).toEqual([])
    await office.get(urls.person({ id: crowd[50]! }))
    await minute()
    expect(await alarms()).toEqual([{ kind: 'files', viewer: staff.wim, files: 51 }])
    for (const id of crowd.slice(51, 55)) await office.get(urls.person({ id }))
    await minute()
    await minute()
    expect(await alarms()).toEqual([{ kind: 'files', viewer: staff.wim, files: 55 }])
    const page = await (await as(staff.roos)).text(urls.alarms())
    expect(page).toContain('55 dossiers binnen een uur')
    expect(page).toContain('Wimq Postmaq')
    expect(await (await as(staff.roos)).text(urls.privacyDesk())).toContain('Te beoordelen: 1.')
  })

  test('five times what the role usually opens, once that is known, and never below sixteen', async () => {
    const some = (many: number) => crowd.slice(0, many)
    await plant(staff.hatice, 'principal', some(16))
    await minute()
    expect(await alarms()).toEqual([])
    await sql(
      `insert into look_usual (organisation_id, role, files, days, computed_at) values ($1, 'principal', 2, 12, now()),
       ($1, 'administrator', 4, 12, now()), ($1, 'ict', 1, 9, now())`,
      [vuurtoren],
    )
    await plant(staff.wim, 'administrator', some(20))
    await plant(staff.tom, 'ict', some(40))
    await plant(staff.anouk, 'principal', some(15))
    await minute()
    expect(await alarms()).toEqual([])
    await plant(staff.anouk, 'principal', [crowd[15]!])
    await plant(staff.wim, 'administrator', [crowd[20]!])
    await minute()
    const found = await alarms()
    expect(found.map(({ kind, files }) => `${kind} ${files}`).sort()).toEqual(['unusual 16', 'unusual 21'])
  })

  test('what is usual is the middle of everybody’s busiest hours of four weeks', async () => {
    await sql(
      `insert into audit_line (organisation_id, at, person_id, action, place, subjects, kinds, role, about)
       select $1, now() - day * interval '1 day', $2, 'opened', 'GET /people/:id', array[about], '{ordinary}', 'teacher', about
       from generate_series(1, 11) as day, unnest($3::uuid[]) with ordinality as file (about, n) where n <= day`,
      [vuurtoren, staff.hatice, crowd],
    )
    await minute()
    const job = door.front.application.tasks.find(({ name }) => name === 'privacy-usual-looks')!
    await job.run({ inOrganisation: (run: never) => door.front.within(vuurtoren, run) } as never)
    expect(await sql('select role, files, days from look_usual')).toEqual([{ role: 'teacher', files: 6, days: 11 }])
  })
})

test('a child outside the own group: the guardian sees it and asks why, the teacher explains, the officer answers', async () => {
  await plant(staff.marit, 'substitute', [pupils.mila, pupils.mila, pupils.tobi])
  // A guardian who looks at the own child is nobody's business, whoever they teach.
  await plant(guardians.fenna, 'guardian', [pupils.mila])
  await minute()
  await minute()
  expect(await alarms()).toEqual([{ kind: 'outside', viewer: staff.marit, files: 1 }])
  const [fenna, roos, marit] = [await as(guardians.fenna), await as(staff.roos), await as(staff.marit)]
  const [{ id }] = (await sql('select id from look_alarm')) as [{ id: string }]
  const ofMila = urls.whoLookedAtChild({ id: pupils.mila })
  expect(await fenna.text(ofMila)).toContain('Deze collega gaf je kind die dag geen les')
  expect((await (await as(guardians.ngozi)).post(urls.askWhy({ id }))).status).toBe(404)
  expect((await fenna.post(urls.askWhy({ id }))).headers.get('location')).toBe(ofMila)
  expect(await fenna.text(ofMila)).toContain('Er is gevraagd waarom')
  expect(await roos.text(urls.alarms())).toContain('Er is gevraagd waarom')

  const before = await mails()
  expect((await marit.get(urls.explainLooks({ id }))).status).toBe(404)
  expect((await roos.post(urls.askExplanation({ id }))).status).toBe(303)
  expect((await roos.post(urls.askExplanation({ id }))).status).toBe(303)
  expect(await mails()).toBe(before + 1)
  expect(await marit.text(urls.home())).toContain('Er is een vraag over wat je bekeek')
  expect((await marit.post(urls.explainLooks({ id }), { text: ' ' })).status).toBe(422)
  expect((await (await as(staff.hatice)).post(urls.explainLooks({ id }), { text: 'Niet van mij' })).status).toBe(404)
  expect((await marit.post(urls.explainLooks({ id }), { text: 'Mila viel op het pleinq.' })).status).toBe(303)
  expect(await roos.text(urls.alarm({ id }))).toContain('Mila viel op het pleinq.')

  const refused = await roos.post(urls.reviewAlarm({ id }), { text: 'x'.repeat(2_001) })
  expect([refused.status, (await refused.text()).includes('Dit is te lang')]).toEqual([422, true])
  expect((await roos.post(urls.reviewAlarm({ id }), { text: 'Er was een ongeluk, dit mochtq.' })).status).toBe(303)
  expect((await roos.post(urls.reviewAlarm({ id }), { text: 'Toch nietq.' })).status).toBe(404)
  expect(await fenna.text(ofMila)).toContain('Er was een ongeluk, dit mochtq.')
  expect(await marit.text(urls.myLooks())).toContain('Er was een ongeluk, dit mochtq.')
})

test('nobody reviews their own looks: the principal does it for the officer, and sees no others', async () => {
  await plant(staff.roos, 'privacy-officer', crowd.slice(0, 51))
  await plant(staff.wim, 'administrator', crowd.slice(0, 51))
  await minute()
  const [{ id }] = (await sql(`select id from look_alarm where viewer_id = $1`, [staff.roos])) as [{ id: string }]
  const [other] = (await sql(`select id from look_alarm where viewer_id = $1`, [staff.wim])) as [{ id: string }]
  const [roos, anouk, wim] = [await as(staff.roos), await as(staff.anouk), await as(staff.wim)]
  expect(await roos.text(urls.alarm({ id }))).toContain('Dit gaat over jou')
  expect((await roos.post(urls.reviewAlarm({ id }), { text: 'Mocht van mijzelf' })).status).toBe(404)
  expect((await roos.post(urls.askExplanation({ id }))).status).toBe(404)
  await expect(
    sql(
      `update look_alarm set conclusion = convert_to(repeat('x', 60), 'UTF8'), reviewed_by = viewer_id, reviewed_at = now()`,
    ),
  ).rejects.toThrow(/check/)
  expect((await wim.get(urls.alarms())).status).toBe(404)
  expect((await anouk.get(urls.alarm({ id: other.id }))).status).toBe(404)
  expect((await anouk.post(urls.reviewAlarm({ id }), { text: 'Zij zocht voor een verzoekq.' })).status).toBe(303)
  expect(await roos.text(urls.alarm({ id }))).toContain('Zij zocht voor een verzoekq.')
})
