import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { runJobs, runTask } from '#test/jobs.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'
import { type Step, steps } from './kinds.ts'

const door = frontDoor()
const { vuurtoren, staff, guardians, supplier } = world
const as = (person: string) => door.front.as(person, vuurtoren)

const intake = (more: Record<string, string> = {}) => ({
  saw: 'De mail over de schoolreis ging naar alle oudersq.',
  day: week.monday,
  time: '8.30',
  requestKey: crypto.randomUUID(),
  ...more,
})

const facts = (more: Record<string, string | string[]> = {}) => ({
  day: week.monday,
  time: '9.00',
  breach: 'yes',
  natures: ['read'],
  cause: 'user',
  kinds: ['contact'],
  people: ['guardians'],
  risk: 'some',
  size: '24',
  summary: 'Mail naar de verkeerde lijstq',
  causeText: 'De verkeerde lijst was gekozenq.',
  measures: 'De mail is teruggehaaldq.',
  extent: 'Ouders zagen het adres van anderenq.',
  consequences: '',
  ...more,
})

const idOf = (answer: Response) => answer.headers.get('location')!.split('/').at(-1)!
const reported = async (more: Record<string, string> = {}) =>
  idOf(await (await as(staff.roos)).post(urls.reportIncident(), intake(more)))
const take = async (id: string, step: Step, more: Record<string, string> = {}) =>
  (await as(staff.roos)).post(urls.incidentStep({ id, step }), { text: `Gedaanq: ${step}`, ...more })

test('anybody reports what they saw; whoever keeps the register gets a mail, and the clock runs', async () => {
  setClock(door.front, week.monday, '09:00')
  const fenna = await as(guardians.fenna)
  expect(await fenna.text(urls.reportIncident())).toContain('Dit lezen de privacyfunctionaris en de directie')
  const refused = await fenna.post(urls.reportIncident(), intake({ day: week.tuesday }))
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('naar alle oudersq')])
  const form = intake()
  for (let time = 0; time < 2; time++)
    expect((await fenna.post(urls.reportIncident(), form)).headers.get('location')).toContain('sent=yes')
  expect((await fenna.get(urls.incidents())).status).toBe(404)
  const mails = await runJobs(door.front, 'incident')
  expect(mails.map(({ to }) => to).sort()).toEqual(['anouk@test.example', 'roos@test.example'])
  expect(JSON.stringify(mails)).not.toContain('schoolreis')
  setClock(door.front, week.tuesday, '09:00')
  const roos = await as(staff.roos)
  expect((await roos.text(urls.incidents())).match(/naar alle oudersq/g)).toHaveLength(1)
  expect(await roos.text(urls.home())).toContain('nog 48 uur')
  expect((await (await as(staff.hatice)).get(urls.incidents())).status).toBe(404)
})

test('the steps come one after the other; closing with open steps is refused in a sentence', async () => {
  setClock(door.front, week.monday, '09:00')
  const id = await reported()
  const early = await take(id, 'close')
  expect([early.status, await early.text()]).toEqual([
    422,
    expect.stringContaining('Eerst komt deze stap: Vaststellen'),
  ])
  expect(await (await take(id, 'identify')).text()).toContain('Vul eerst aan: wat er gebeurde')
  const roos = await as(staff.roos)
  const later = await roos.post(urls.incidentFacts({ id }), facts({ time: '9.01' }))
  expect([later.status, await later.text()]).toEqual([422, expect.stringContaining('De klok kan niet later beginnen')])
  await roos.post(urls.incidentFacts({ id }), facts({ cause: '', causeText: '', natures: ['read', 'deleted'] }))
  for (const step of ['identify', 'contain', 'solve', 'test', 'apply'] as const) {
    expect((await take(id, step)).status).toBe(303)
    const again = await take(id, step)
    expect([step, again.status]).toEqual([step, 422])
  }
  expect(await (await take(id, 'restore', { needed: 'no' })).text()).toContain('Die moeten worden teruggezet')
  expect(await (await take(id, 'restore', { needed: 'yes' })).text()).toContain('zelf is nagekeken')
  expect((await take(id, 'restore', { needed: 'yes', checked: 'yes' })).status).toBe(303)
  expect((await take(id, 'evaluate')).status).toBe(303)
  expect(await (await take(id, 'close')).text()).toContain('Vul eerst aan: de oorzaak')
  await roos.post(urls.incidentFacts({ id }), facts())
  expect(await (await take(id, 'close')).text()).toContain('Leg eerst vast: melden bij de toezichthouder')
  const told = { told: 'yes', text: 'Gemeld, nummer 12q.' }
  expect((await roos.post(urls.incidentTold({ id, whom: 'authority' }), told)).status).toBe(303)
  expect((await take(id, 'close')).status).toBe(303)
  const page = await roos.text(urls.incident({ id }))
  for (const step of steps) expect(page).toContain(`Gedaanq: ${step}`)
  expect(page).toContain('Roosq Tuinstraq')
  expect((await roos.post(urls.incidentFacts({ id }), facts())).status).toBe(404)
  expect(await (await take(id, 'close')).text()).toContain('Dit incident is gesloten')
})

test('not even in the database is a step skipped', async () => {
  const id = await reported()
  const insert = (number: number, step: string) =>
    door.front.within(vuurtoren, (work) =>
      work.db
        .insertInto('incident_step')
        .values({
          ...{ id: crypto.randomUUID(), incident_id: id, number, step, done_at: work.now, done_by: null },
          words: Buffer.alloc(60) as never,
        })
        .execute(),
    )
  await expect(insert(8, 'close')).rejects.toThrow(/foreign key/)
  await expect(insert(2, 'close')).rejects.toThrow(/check/)
})

test('a rehearsal has no clock, mails nobody and counts nowhere', async () => {
  setClock(door.front, week.wednesday, '09:00')
  await runJobs(door.front, 'incident')
  await door.front.within(vuurtoren, (work) => work.db.deleteFrom('incident').execute())
  const id = await reported({ practice: 'yes', saw: 'Oefenq: een laptop is wegq' })
  expect(await runJobs(door.front, 'incident')).toEqual([])
  const roos = await as(staff.roos)
  expect(await roos.text(urls.incident({ id }))).toMatch(/Dit is een oefening[\s\S]*Er loopt geen klok/)
  expect(await roos.text(urls.home())).not.toContain('loopt een incident')
  // Who does not keep the register cannot practise with it: what they report is real.
  await (await as(staff.hatice)).post(urls.reportIncident(), intake({ practice: 'yes' }))
  expect(await roos.text(urls.home())).toContain('Er loopt een incident')
})

test('the route follows the cause; the supplier has its own register, with the clock to the school', async () => {
  setClock(door.front, week.monday, '09:00')
  const lotte = await door.front.as(staff.lotte, supplier, 'supplier.localhost')
  const id = idOf(await lotte.post(urls.reportIncident(), intake()))
  setClock(door.front, week.tuesday, '10:30')
  expect(await lotte.text(urls.home())).toMatch(/De school vertellen: 2 uur te laat/)
  await lotte.post(urls.incidentFacts({ id }), facts({ cause: 'system' }))
  expect(await lotte.text(urls.incident({ id }))).toContain('maakt de melding klaar')
  expect((await (await as(staff.roos)).get(urls.incident({ id }))).status).toBe(404)
  const own = await reported({ day: week.monday })
  await (await as(staff.roos)).post(urls.incidentFacts({ id: own }), facts({ risk: 'high' }))
  const page = await (await as(staff.roos)).text(urls.incident({ id: own }))
  expect(page).toContain('De school of het bestuur meldt zelf')
  expect(page).toMatch(/Mensen vertellen[\s\S]*zo snel mogelijk/i)
})

test('before a clock runs out whoever keeps the register is reminded, a day and four hours before, once each', async () => {
  setClock(door.front, week.monday, '09:00')
  await runJobs(door.front, 'incident')
  await door.front.within(vuurtoren, (work) => work.db.deleteFrom('incident').execute())
  const id = await reported()
  await reported({ practice: 'yes' })
  await runJobs(door.front, 'incident')
  const mailsAt = async (day: string, time: string) => {
    setClock(door.front, day, time)
    await runTask(door.front, vuurtoren, 'incident-clock', {})
    return (await runJobs(door.front, 'incident')).map(({ to, subject }) => `${to} ${subject}`).sort()
  }
  const both = ['anouk', 'roos'].map((who) => `${who}@test.example De tijd om te melden is bijna om`)
  expect(await mailsAt(week.wednesday, '08:00')).toEqual([])
  expect(await mailsAt(week.wednesday, '10:00')).toEqual(both)
  expect(await mailsAt(week.wednesday, '11:00')).toEqual([])
  expect(await mailsAt(week.thursday, '06:00')).toEqual(both)
  expect(await mailsAt(week.thursday, '10:00')).toEqual([])
  const roos = await as(staff.roos)
  await roos.post(urls.incidentTold({ id, whom: 'authority' }), { told: 'no', text: 'Niemand heeft het gelezenq.' })
  await door.front.within(vuurtoren, (work) =>
    work.db.updateTable('incident').set({ reminded_at_hours: null }).execute(),
  )
  expect(await mailsAt(week.thursday, '11:00')).toEqual([])
})
