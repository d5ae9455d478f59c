import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'
import { peopleTexts } from './people-texts.ts'

const door = frontDoor()
const { vuurtoren, staff, supplier } = world

const facts = {
  day: week.monday,
  time: '9.00',
  breach: 'yes',
  natures: ['read', 'deleted'],
  cause: 'system',
  kinds: ['health', 'contact'],
  people: ['pupils'],
  risk: 'high',
  size: '1204',
  summary: 'De lijst stond openq.',
  causeText: 'Een recht was te ruimq.',
  measures: 'Het recht is kleiner gemaaktq.',
  extent: 'Ouders zagen wat niet voor hen wasq.',
  consequences: '',
}
const reportedBy = async (person: string, organisation: string, host: string, more: Record<string, string> = {}) => {
  const browser = await door.front.as(person, organisation, host)
  const intake = { saw: 'Iets stond openq.', day: week.monday, time: '8.30', requestKey: crypto.randomUUID(), ...more }
  const id = (await browser.post(urls.reportIncident(), intake)).headers.get('location')!.split('/').at(-1)!
  return { browser, id }
}
const pdf = async (browser: Awaited<ReturnType<typeof reportedBy>>['browser'], address: string) => {
  const answer = await browser.get(address)
  return [answer.status, answer.headers.get('content-type'), (await answer.text()).slice(0, 5)]
}

test('the six items for the school, and every part of the authority’s form as text to copy', async () => {
  setClock(door.front, week.monday, '09:00')
  const { browser, id } = await reportedBy(staff.lotte, supplier, 'supplier.localhost')
  const early = await browser.text(urls.incidentReady({ id }))
  expect(early.match(/nog niet bekend/g)!.length).toBeGreaterThan(5)
  await browser.post(urls.incidentFacts({ id }), facts)
  await browser.post(urls.incidentStep({ id, step: 'identify' }), { text: 'Nagekeken in het logboekq.' })
  const page = await browser.text(urls.incidentReady({ id }))
  for (const item of [
    'De lijst stond openq',
    'Een recht was te ruimq',
    'kleiner gemaaktq',
    'niet voor hen wasq',
    '1.204',
  ])
    expect([item, page.includes(item)]).toEqual([item, true])
  expect(page).toContain('Daarvan bijzonder of gevoelig: Gezondheid (bijzonder)')
  expect(page).toContain('Geraakt: vertrouwelijkheid en beschikbaarheid')
  expect(page).toContain('Er zijn kinderen bij.')
  expect(page).toMatch(/Vaststellen \(maandag .*Nagekeken in het logboekq/)
  expect(page).not.toContain('later dan 72 uur')
  setClock(door.front, week.friday, '09:00')
  expect(await browser.text(urls.incidentReady({ id }))).toContain('later dan 72 uur na de ontdekking')
  expect(await pdf(browser, urls.incidentLetter({ id, letter: 'school' }))).toEqual([200, 'application/pdf', '%PDF-'])
})

test('a letter to people in each language, about each kind and nature; a rehearsal says so', async () => {
  setClock(door.front, week.monday, '09:00')
  const { browser, id } = await reportedBy(staff.roos, vuurtoren, 'vuurtoren.localhost', { practice: 'yes' })
  await browser.post(urls.incidentFacts({ id }), facts)
  for (const language of Object.keys(peopleTexts)) {
    const answer = await pdf(browser, urls.incidentLetter({ id, letter: language }))
    expect([language, ...answer]).toEqual([language, 200, 'application/pdf', '%PDF-'])
  }
  expect((await browser.get(urls.incidentLetter({ id, letter: 'xx' }))).status).toBe(404)
  expect(await browser.text(urls.incidentReady({ id }))).toContain('OEFENING: niet versturen')
  const hatice = await door.front.as(staff.hatice, vuurtoren)
  expect((await hatice.get(urls.incidentReady({ id }))).status).toBe(404)
})
