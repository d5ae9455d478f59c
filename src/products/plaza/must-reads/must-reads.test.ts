import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { runJobs } from '#test/jobs.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, staff, guardians } = world
const as = (person: string) => door.front.as(person, vuurtoren)

const words = (more: Record<string, string | string[]> = {}) => ({
  title: 'Niet opgehaaldq',
  text: 'We bellen na tien minutenq.',
  roles: ['teacher', 'substitute', 'support'],
  due: week.friday,
  requestKey: crypto.randomUUID(),
  ...more,
})

const given = async (more: Record<string, string | string[]> = {}) => {
  const answer = await (await as(staff.anouk)).post(urls.newMustRead(), words(more))
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!.split('/').at(-1)!.split('?')[0]!
}

test('what the principal gives, the team reads and confirms; the principal sees who', async () => {
  setClock(door.front, week.monday, '09:00')
  const id = await given()
  const hatice = await as(staff.hatice)
  expect(await hatice.text(urls.home())).toContain('Niet opgehaaldq')
  expect(await hatice.text(urls.mustRead({ id }))).toContain('Ik heb dit gelezen')
  const principal = await as(staff.anouk)
  expect(await principal.text(urls.mustRead({ id }))).toContain('Nog niet gelezen')
  expect((await hatice.post(urls.confirmMustRead({ id }), { version: '1' })).status).toBe(303)
  expect((await hatice.post(urls.confirmMustRead({ id }), { version: '1' })).status).toBe(303)
  expect(await hatice.text(urls.home())).not.toContain('Niet opgehaaldq')
  expect(await hatice.text(urls.mustRead({ id }))).toContain('Je hebt dit gelezen op')
  await hatice.post(urls.unconfirmMustRead({ id }), {})
  expect(await hatice.text(urls.home())).toContain('Niet opgehaaldq')
})

test('who had read version 1 on a day stays to be shown after version 2', async () => {
  setClock(door.front, week.monday, '09:00')
  const id = await given({ title: 'Ontruimingq' })
  const hatice = await as(staff.hatice)
  await hatice.post(urls.confirmMustRead({ id }), { version: '1' })
  setClock(door.front, week.tuesday, '09:00')
  const principal = await as(staff.anouk)
  const second = await principal.post(urls.newMustReadVersion({ id }), {
    title: 'Ontruimingq',
    text: 'Verzamelen bij de fietsenq.',
    why: 'Het verzamelpunt is nieuwq.',
    due: week.friday,
    from: '1',
  })
  expect(second.status).toBe(303)
  const late = await principal.post(urls.newMustReadVersion({ id }), {
    title: 'Ontruimingq',
    text: 'Iets andersq.',
    why: 'Te laatq.',
    due: week.friday,
    from: '1',
  })
  expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('Iets andersq.')])
  expect(await hatice.text(urls.mustRead({ id }))).toMatch(/Het verzamelpunt is nieuwq[\s\S]*Ik heb dit gelezen/)
  const file = (version: string, day: string) => principal.text(urls.mustReadProofFile({ id }, { version, day }))
  const line = (csv: string) => csv.split('\r\n').find((one) => one.startsWith('Haticeq'))
  expect(line(await file('1', week.monday))).toMatch(/;\d{4}-\d\d-\d\dT[\d:.]+Z;\d{4}-/)
  expect(line(await file('2', week.monday))).toBe(undefined)
  expect(line(await file('2', week.tuesday))).toMatch(/;niet gelezen$/)
  // An answer to the version that is no longer the newest counts for that one only.
  await hatice.post(urls.confirmMustRead({ id }), { version: '2' })
  expect(line(await file('2', week.tuesday))).toMatch(/;\d{4}-[^;]+Z$/)
})

test('a reminder goes to who has not read it, once a day; closing and opening again', async () => {
  setClock(door.front, week.monday, '09:00')
  const id = await given({ title: 'Kledingq' })
  await runJobs(door.front, 'attention')
  const hatice = await as(staff.hatice)
  await hatice.post(urls.confirmMustRead({ id }), { version: '1' })
  setClock(door.front, week.wednesday, '09:00')
  const principal = await as(staff.anouk)
  const reminded = await principal.post(urls.remindMustRead({ id }), {})
  expect(reminded.headers.get('location')).toContain('said=reminded')
  const again = await principal.post(urls.remindMustRead({ id }), {})
  expect(again.headers.get('location')).toContain('said=remindedToday')
  expect(await hatice.text(urls.home())).not.toContain('Kledingq')
  await principal.post(urls.closeMustRead({ id }), {})
  expect(await (await as(staff.tom)).text(urls.home())).not.toContain('Kledingq')
  await principal.post(urls.reopenMustRead({ id }), {})
  expect(await (await as(staff.tom)).text(urls.home())).toContain('Kledingq')
})

test('what is not asked of you is not there; a refused form keeps what was typed; twice is once', async () => {
  setClock(door.front, week.monday, '09:00')
  const id = await given({ roles: ['substitute'], title: 'Alleen invallersq' })
  expect((await (await as(staff.hatice)).get(urls.mustRead({ id }))).status).toBe(404)
  expect((await (await as(guardians.fenna)).get(urls.mustRead({ id }))).status).toBe(404)
  const principal = await as(staff.anouk)
  const refused = await principal.post(urls.newMustRead(), words({ title: '', due: '2020-01-01', roles: [] }))
  const body = await refused.text()
  expect(refused.status).toBe(422)
  for (const said of ['Schrijf een titel.', 'Kies voor wie het is.', 'We bellen na tien minutenq.'])
    expect(body).toContain(said)
  const past = await principal.post(urls.newMustRead(), words({ due: '2020-01-01' }))
  expect(await past.text()).toContain('Kies een dag die nog komt.')
  const nobody = await principal.post(urls.newMustRead(), words({ roles: ['support'] }))
  expect(await nobody.text()).toContain('Voor deze functies werkt hier nu niemand.')
  expect(await principal.text(urls.newMustRead())).toContain('Voor wie')
  const twice = words({ title: 'Tweemaalq' })
  const [one, other] = [
    await principal.post(urls.newMustRead(), twice),
    await principal.post(urls.newMustRead(), twice),
  ]
  expect(one.headers.get('location')).toBe(other.headers.get('location'))
})
