import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { runRetention } from '#shared/retention/run.ts'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { runJobs, runTask } from '#test/jobs.ts'
import { asSuperuser } from '#test/server.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, staff, guardians, pupils } = world
const MARKS = 'attendance_mark~delete~attendance_mark.on_day'
const PLACES = 'group_pupil~delete~person.left_on'

const as = (person: string) => door.front.as(person, vuurtoren)
const text = (body: string) => body.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const sql = (words: string, values: unknown[] = []) =>
  asSuperuser(door.front.server.admin, async (client) => (await client.query(words, values)).rows)
const plantMarks = (pupil: string, days: number, from: string) =>
  sql(
    `insert into attendance_mark (organisation_id, pupil_id, on_day, state, marked_at)
     select $1, $2, $3::date + n, 'present', now() from generate_series(0, $4 - 1) n`,
    [vuurtoren, pupil, from, days],
  )
const run = () =>
  runRetention({
    inOrganisation: (work) => door.front.within(vuurtoren, work),
    files: door.front.parts.files,
  })
const until = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

test('what goes when, what is due and the proof of the night stand on one page, and on the desk', async () => {
  await plantMarks(pupils.mila, 40, '1999-01-01')
  const roos = await as(staff.roos)
  const page = text(await roos.text(urls.retention()))
  expect(page).toContain('40 regels')
  expect(page).toContain('Er is nog geen nacht geweest')
  await run()
  const after = text(await roos.text(urls.retention()))
  expect(after).toContain('40 weg, 0 vastgezet. Bewezen: er is niets over.')
  const [{ id }] = await sql('select id from retention_run')
  expect(text(await roos.text(urls.retentionRun({ id })))).toContain('Wie er in de klas was 40 40 0 0')
  expect(text(await roos.text(urls.privacyDesk()))).toContain('Bewezen op')
})

test('thirty days before everything of somebody goes, school gets one mail with how many: once, not of who is held', async () => {
  const warn = async () => {
    await runTask(door.front, vuurtoren, 'retention-warning', {})
    return runJobs(door.front, 'retention-warned')
  }
  const leave = (pupil: string, days: number) =>
    sql(
      `update person set state = 'left', left_on = (now() at time zone 'Europe/Amsterdam')::date - interval '2 years' + $2::int * interval '1 day'
       where id = $1`,
      [pupil, days],
    )
  await sql('delete from graphile_worker._private_jobs')
  expect(await warn()).toEqual([])
  for (const [pupil, days] of [
    [pupils.mila, 12],
    [pupils.zuri, 20],
    [pupils.noor, 40],
  ] as const)
    await leave(pupil, days)
  const roos = await as(staff.roos)
  const held = { requestKey: randomUUID(), person: pupils.zuri, reason: 'Klacht', until: until(30) }
  expect((await roos.post(urls.retentionHolds(), held)).status).toBe(303)

  const mails = await warn()
  expect(mails.map(({ subject }) => subject)).toEqual(mails.map(() => 'Binnenkort gaan er dossiers weg'))
  expect(new Set(mails.map(({ to }) => to)).size).toBe(mails.length)
  expect(mails.length).toBeGreaterThan(0)
  for (const { text: words } of mails) {
    expect(words).toContain('Van 1 persoon is de bewaartermijn bijna voorbij')
    expect(words).toContain(urls.retention())
    expect(words).not.toContain('Mila')
  }
  expect(text(await roos.text(urls.retention()))).toContain('Milaq')
  expect(await warn()).toEqual([])

  await roos.post(urls.liftRetentionHold({ id: held.requestKey }))
  expect((await warn()).length).toBe(mails.length)
  expect(await warn()).toEqual([])
  await sql(`update person set state = 'active', left_on = null where id = any($1)`, [
    [pupils.mila, pupils.zuri, pupils.noor],
  ])
  await sql('truncate retention_warning, retention_hold')
  await sql(`delete from audit_line where place = 'retention'`)
})

describe('a hold', () => {
  const form = (fields: Record<string, string>) => ({
    requestKey: randomUUID(),
    person: pupils.zuri,
    reason: 'Klacht over een cijferq',
    until: until(30),
    ...fields,
  })

  test('keeps what was due until it is released; the same form twice is one hold', async () => {
    await plantMarks(pupils.zuri, 7, '1999-01-01')
    const roos = await as(staff.roos)
    const found = text(await roos.text(urls.newRetentionHold({ name: 'zuri' })))
    expect(found).toContain('Zuriq Okaforq')
    expect(await roos.text(urls.newRetentionHold({ person: pupils.zuri }))).toContain(
      'Alles over Zuriq Okaforq blijft.',
    )
    const sent = form({})
    for (let twice = 0; twice < 2; twice++) expect((await roos.post(urls.retentionHolds(), sent)).status).toBe(303)
    expect((await sql('select id from retention_hold')).length).toBe(1)
    expect(await roos.text(urls.retention())).toContain('Klacht over een cijferq')
    expect(await run()).toMatchObject({ state: 'proven', due: 7, done: 0, held: 7 })
    expect((await roos.post(urls.liftRetentionHold({ id: sent.requestKey }))).status).toBe(303)
    expect((await roos.post(urls.liftRetentionHold({ id: sent.requestKey }))).status).toBe(404)
    expect(await run()).toMatchObject({ state: 'proven', done: 7 })
    const deeds = await sql(`select action from audit_line where place = 'retention' order by at`)
    expect(deeds.map(({ action }) => action)).toEqual(['held', 'lifted-hold'])
  })

  test('a whole rule is held as well', async () => {
    await plantMarks(pupils.noor, 3, '1999-01-01')
    const roos = await as(staff.roos)
    const { person: _, ...sent } = form({ rule: MARKS })
    expect((await roos.post(urls.retentionHolds(), sent)).status).toBe(303)
    expect(await run()).toMatchObject({ state: 'proven', due: 3, done: 0, held: 3 })
    await sql(`update person set state = 'left', left_on = '2020-01-01' where id = $1`, [pupils.noor])
    const leaving = await run()
    expect(leaving.steps.find(({ rule }) => rule.startsWith('person '))).toMatchObject({ due: 1, done: 0, held: 1 })
    await sql(`update person set state = 'active', left_on = null where id = $1`, [pupils.noor])
    await roos.post(urls.liftRetentionHold({ id: sent.requestKey }))
    expect(await run()).toMatchObject({ done: 3 })
  })

  test.each([
    ['a day that has passed', { until: until(-2) }, 'Kies een dag vanaf vandaag'],
    ['no day', { until: '2027-02-30' }, 'Kies een dag vanaf vandaag'],
    ['a century', { until: until(40_000) }, 'Kies een dag vanaf vandaag'],
    ['no reason', { reason: '  ' }, 'Schrijf in hoogstens 1000 tekens waarom.'],
    ['a book', { reason: 'q'.repeat(1001) }, 'Schrijf in hoogstens 1000 tekens waarom.'],
  ])('with %s comes back with what was typed', async (_, fields, words) => {
    const refused = await (await as(staff.roos)).post(urls.retentionHolds(), form(fields))
    expect(refused.status).toBe(422)
    const body = await refused.text()
    expect(body).toContain(words)
    expect(body).toContain('Zuriq Okaforq')
    expect(await sql('select 1 from retention_hold where lifted_at is null')).toEqual([])
  })

  test('on somebody of another school, or nobody, is on nothing', async () => {
    const roos = await as(staff.roos)
    for (const fields of [{ person: pupils.emre }, { person: 'x' }, { person: '', rule: 'attendance_mark~x' }])
      expect((await roos.post(urls.retentionHolds(), form(fields))).status).toBe(404)
    expect((await (await as(staff.wim)).post(urls.retentionHolds(), form({}))).status).toBe(404)
  })
})

describe('another period', () => {
  const choose = async (rule: string, amount: string, unit = 'days', why = 'Wij werken met projectweken') =>
    (await as(staff.wim)).post(urls.retentionPeriod({ rule }), { amount, unit, why })
  const told = 'School bewaart iets langer of korter dan gewoon'

  test('is refused when it is shorter than the law demands: the law is named and nothing changes', async () => {
    const refused = await choose(MARKS, '27')
    expect(refused.status).toBe(422)
    const body = text(await refused.text())
    expect(body).toContain('Korter dan 28 dagen mag niet: dat vraagt de Leerplichtwet 1969, artikel 21a')
    expect(await sql('select 1 from retention_deviation')).toEqual([])
    expect(await (await as(guardians.ngozi)).text(urls.home())).not.toContain(told)
  })

  test.each([
    ['0'],
    ['-3'],
    ['1.5'],
    ['367'],
    ['9999'],
    ['twee'],
    [''],
    ['１２'],
  ])('of %j days is none', async (amount) => {
    const refused = await choose(MARKS, amount)
    expect(refused.status).toBe(422)
    expect(await refused.text()).toContain('Vul een heel getal in')
  })

  test('is carried out from then on, and everybody reads it with its reason', async () => {
    await plantMarks(pupils.ravi, 1, until(-40))
    expect((await choose(PLACES, '2', 'years')).status).toBe(422)
    expect((await choose(MARKS, '30')).status).toBe(303)
    const ngozi = await as(guardians.ngozi)
    expect(await ngozi.text(urls.home())).toContain(told)
    const read = text(await ngozi.text(urls.retentionPeriods()))
    expect(read).toContain('30 dagen')
    expect(read).toContain('School koos deze termijn zelf: Wij werken met projectweken')
    expect(await ngozi.text(urls.retentionPeriods())).not.toContain('/privacy/retention/periods')
    expect(await run()).toMatchObject({ state: 'proven', done: 1 })
    expect((await choose(MARKS, '60')).status).toBe(303)
    const back = await (await as(staff.wim)).post(urls.endRetentionPeriod({ rule: MARKS }))
    expect(back.status).toBe(303)
    expect(await ngozi.text(urls.home())).not.toContain(told)
    const history = await sql('select number, days, ended_at is null as open from retention_deviation order by number')
    expect(history).toEqual([
      { number: 1, days: 30, open: false },
      { number: 2, days: 60, open: false },
    ])
  })

  test('of what is no school’s to decide is not there', async () => {
    for (const rule of ['account~delete~account.last_active_on', 'vault_key~delete~vault_key.destroyed_at', 'x'])
      expect((await choose(rule, '5')).status).toBe(404)
  })
})
