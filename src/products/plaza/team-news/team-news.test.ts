import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { runJobs } from '#test/jobs.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, staff, guardians } = world
const as = (person: string) => door.front.as(person, vuurtoren)

const words = (more: Record<string, string> = {}) => ({
  title: 'Nieuwe klokq',
  text: 'De bel gaat voortaan om half negenq.',
  kind: 'need',
  mail: 'notice',
  requestKey: crypto.randomUUID(),
  ...more,
})
const write = async (more: Record<string, string> = {}) => {
  const answer = await (await as(staff.anouk)).post(urls.newTeamNews(), words(more))
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!.split('/').at(-1)!
}
const say = (text: string, requestKey = crypto.randomUUID()) => ({ reply: text, requestKey })

test('the team reads what the principal wrote, and talks about it; an own reply can be taken back', async () => {
  setClock(door.front, week.monday, '09:00')
  const principal = await as(staff.anouk)
  expect(await principal.text(urls.newTeamNews())).toContain('Bekijk de namen')
  const id = await write()
  await write({ title: 'Taart in de keukenq', kind: 'nice' })
  const [hatice, tom] = [await as(staff.hatice), await as(staff.tom)]
  expect(await hatice.text(urls.later())).toContain('Nieuwe klokq')
  expect(await hatice.text(urls.teamNews())).toMatch(
    /Moet je weten[\s\S]*Nieuwe klokq[\s\S]*Leuk om te weten[\s\S]*Taart in de keukenq/,
  )
  expect(await hatice.text(urls.teamNewsItem({ id }))).toContain('De bel gaat voortaan om half negenq.')
  expect(await hatice.text(urls.later())).not.toContain('Nieuwe klokq')
  const said = say('Ook op vrijdagq?')
  await hatice.post(urls.replyToTeamNews({ id }), said)
  await hatice.post(urls.replyToTeamNews({ id }), said)
  const page = await tom.text(urls.teamNewsItem({ id }))
  expect(page.split('Ook op vrijdagq?')).toHaveLength(2)
  expect(page).not.toContain('Neem deze reactie terug')
  const own = await hatice.text(urls.teamNewsItem({ id }))
  const takeBack = own.match(/replies\/([0-9a-f-]{36})\/taken-back/)![1]!
  expect((await tom.post(urls.takeReplyBack({ id, reply: takeBack }), {})).status).toBe(404)
  expect((await hatice.post(urls.takeReplyBack({ id, reply: takeBack }), {})).status).toBe(303)
  expect(await tom.text(urls.teamNewsItem({ id }))).not.toContain('Ook op vrijdagq?')
})

test('the mail holds the whole text or only a notice, as the sender chose; its subject never says what', async () => {
  setClock(door.front, week.tuesday, '09:00')
  await runJobs(door.front, 'team-news')
  await write()
  const notices = await runJobs(door.front, 'team-news')
  expect(notices.map(({ to }) => to)).toContain('hatice@test.example')
  expect(new Set(notices.map(({ subject }) => subject))).toEqual(new Set(['Nieuws voor het team']))
  expect(notices.map(({ text }) => text).join()).not.toContain('klokq')
  await write({ mail: 'whole' })
  const whole = await runJobs(door.front, 'team-news')
  expect(whole).toHaveLength(notices.length)
  for (const { subject, text } of whole) {
    expect(subject).toBe('Nieuws voor het team')
    expect(text).toContain('De bel gaat voortaan om half negenq.')
  }
})

test('a mail waits for the hours of its reader, and is not sent of what was taken back', async () => {
  setClock(door.front, week.tuesday, '09:00')
  const hatice = await as(staff.hatice)
  await hatice.post(urls.workingHours(), { works4: 'yes', from4: '08:00', until4: '12:00' })
  const [kept, gone] = [await write({ title: 'Donderdagq' }), await write({ title: 'Vergissingq' })]
  const to = (mails: readonly { to: string }[]) => mails.filter((mail) => mail.to === 'hatice@test.example').length
  expect(to(await runJobs(door.front, 'team-news'))).toBe(0)
  expect(await hatice.text(urls.later())).not.toContain('Donderdagq')
  expect((await (await as(staff.anouk)).post(urls.withdrawTeamNews({ id: gone }), {})).status).toBe(303)
  setClock(door.front, week.thursday, '08:30')
  expect(to(await runJobs(door.front, 'team-news'))).toBe(1)
  expect(await hatice.text(urls.later())).toContain('Donderdagq')
  expect((await hatice.get(urls.teamNewsItem({ id: gone }))).status).toBe(404)
  expect((await hatice.get(urls.teamNewsItem({ id: kept }))).status).toBe(200)
})

test('no guardian reads it, no teacher writes it; a refused form keeps what was typed; twice is once', async () => {
  setClock(door.front, week.monday, '09:00')
  const id = await write()
  const [fenna, hatice, principal] = [await as(guardians.fenna), await as(staff.hatice), await as(staff.anouk)]
  expect((await fenna.get(urls.teamNewsItem({ id }))).status).toBe(404)
  expect((await fenna.post(urls.replyToTeamNews({ id }), say('Hoiq'))).status).toBe(404)
  expect((await hatice.post(urls.newTeamNews(), words())).status).toBe(404)
  expect((await hatice.post(urls.withdrawTeamNews({ id }), {})).status).toBe(404)
  const refused = await principal.post(urls.newTeamNews(), words({ title: '', kind: 'loud' }))
  const body = await refused.text()
  expect(refused.status).toBe(422)
  for (const said of ['Schrijf een titel.', 'Kies hoe belangrijk het is.', 'om half negenq.'])
    expect(body).toContain(said)
  const empty = await hatice.post(urls.replyToTeamNews({ id }), say(''))
  expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('Schrijf eerst een reactie.')])
  const twice = words({ title: 'Tweemaalq' })
  const [one, other] = [
    await principal.post(urls.newTeamNews(), twice),
    await principal.post(urls.newTeamNews(), twice),
  ]
  expect(one.headers.get('location')).toBe(other.headers.get('location'))
})
