import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { runJobs, runTask } from '#test/jobs.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, zeester, molen, supplier, staff, pupils } = world
const roos = () => door.front.as(staff.roos, vuurtoren)
const lotte = () => door.front.as(staff.lotte, supplier, 'supplier.localhost')

const facts = {
  ...{ day: week.monday, time: '9.00', breach: 'yes', natures: ['read'], cause: 'system', kinds: ['ordinary'] },
  ...{ people: ['pupils'], risk: 'some', size: '', summary: 'Een lijst stond openq.', causeText: 'Een fout rechtq.' },
  ...{ measures: 'Dichtgezetq.', extent: 'Namen waren te zienq.', consequences: '' },
}
const intake = (more: Record<string, string> = {}) => ({
  ...{ saw: 'Gezien door Fennaq.', day: week.monday, time: '8.30', requestKey: crypto.randomUUID() },
  ...more,
})
type Who = Awaited<ReturnType<typeof roos>>
const reportedBy = async (who: Who, more: Record<string, string> = {}) => {
  const id = (await who.post(urls.reportIncident(), intake(more))).headers.get('location')!.split('/').at(-1)!
  return id
}
const incidentsOf = (organisation: string) =>
  door.front.within(organisation, ({ db }) =>
    db.selectFrom('incident').select(['id', 'rehearsal', 'found_at', 'group_size']).orderBy('reported_at').execute(),
  )
/** What lies in the post is taken in everywhere, then the answers to it; the mails that left. */
const post = async () => {
  for (const at of [vuurtoren, zeester, molen, supplier]) await runTask(door.front, at, 'something-arrived', {})
  return runJobs(door.front, 'incident')
}

test('the supplier tells schools: each has it with a clock of its own, computes whom it affects and tells a number', async () => {
  setClock(door.front, week.monday, '12:00')
  await door.front.within(vuurtoren, (work) =>
    work.db
      .insertInto('audit_line')
      .values({
        at: new Date(`${week.monday}T10:00:00+01:00`),
        ...{ person_id: staff.tom, role: 'teacher', action: 'opened', place: 'GET /people/:id' },
        ...{ subjects: [pupils.mila, pupils.tobi], kinds: ['ordinary'] },
      })
      .execute(),
  )
  const who = await lotte()
  const id = await reportedBy(who)
  const early = await who.post(urls.passIncident({ id }), { to: [vuurtoren] })
  expect([early.status, await early.text()]).toEqual([422, expect.stringContaining('Vul eerst aan: wat er gebeurde')])
  await who.post(urls.incidentFacts({ id }), facts)
  expect((await who.post(urls.passIncident({ id }), {})).status).toBe(422)
  const half = await who.post(urls.passIncident({ id }), { to: [vuurtoren], fromDay: week.monday })
  expect([half.status, await half.text()]).toEqual([422, expect.stringContaining('Vul een begin en een einde in')])
  expect(await incidentsOf(vuurtoren)).toEqual([])

  setClock(door.front, week.monday, '13:00')
  const period = { fromDay: week.monday, fromTime: '9.00', untilDay: week.monday, untilTime: '11.00' }
  const told = await who.post(urls.passIncident({ id }), { to: [vuurtoren, zeester], ...period })
  expect(told.status).toBe(303)
  const mails = await post()
  expect(JSON.stringify(mails)).not.toContain('lijst')
  expect(mails.filter(({ subject }) => subject === 'Er is een incident gemeld').map(({ to }) => to)).toContain(
    'roos@test.example',
  )
  const [there] = await incidentsOf(vuurtoren)
  expect(there).toMatchObject({ group_size: 2, found_at: new Date(`${week.monday}T13:00:00+01:00`) })
  expect(await incidentsOf(zeester)).toHaveLength(1)
  expect(await incidentsOf(molen)).toEqual([])
  const page = await (await roos()).text(urls.incident({ id: there!.id }))
  expect(page).toContain('Nog 72 uur')
  expect(page).toContain('Een fout rechtq')
  expect(page).not.toContain('Gezien door Fennaq')
  expect(await (await roos()).text(urls.incidentAffected({ id: there!.id }))).toContain('Milaq')

  // The supplier reads numbers, no names; its clock stopped, and nobody is told twice.
  const back = await who.text(urls.incident({ id }))
  expect(back).toContain('raakt daar 2 mensen')
  expect(back).not.toContain('Milaq')
  expect(back).toContain('De school vertellen: gedaan op')
  await who.post(urls.passIncident({ id }), { to: [vuurtoren] })
  await post()
  expect(await incidentsOf(vuurtoren)).toHaveLength(1)
})

test('a school passes it on to its supplier, without who reported it; a rehearsal stays one and mails nobody', async () => {
  setClock(door.front, week.tuesday, '09:00')
  const who = await roos()
  const id = await reportedBy(who, { practice: 'yes' })
  await who.post(urls.incidentFacts({ id }), facts)
  expect(await who.text(urls.incident({ id }))).toContain('Geef het door aan')
  expect((await who.post(urls.passIncident({ id }), { to: supplier })).status).toBe(303)
  expect(await post()).toEqual([])
  const came = (await incidentsOf(supplier)).at(-1)!
  expect(came.rehearsal).toBe(true)
  const page = await (await lotte()).text(urls.incident({ id: came.id }))
  expect(page).toMatch(/Dit is een oefening[\s\S]*Een lijst stond openq/)
  expect(page).not.toContain('Gezien door Fennaq')
  // A school tells nobody but its supplier.
  const other = await reportedBy(who)
  await who.post(urls.incidentFacts({ id: other }), facts)
  await who.post(urls.passIncident({ id: other }), { to: molen })
  await post()
  expect(await incidentsOf(molen)).toEqual([])
})
