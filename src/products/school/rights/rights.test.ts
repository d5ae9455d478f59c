import { expect, test } from 'vitest'
import { Module } from '#shared/access/module.ts'
import { path } from '#shared/access/path.ts'
import { withRole } from '#shared/access/rule.ts'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { walkable } from '#test/walk.ts'
import { world } from '#test/world.ts'

const bell = path('/bell')
const ringers = withRole({ nl: 'wie de belq luidt', en: 'who rings the bellq' }, 'privacy-officer')
const door = frontDoor({
  extra: [
    new Module('bell', { nl: 'Luiden van de belq', en: 'Ringing the bellq' })
      .get(bell, ringers, (visit) => visit.seeOther(urls.home()))
      .about({ nl: 'De belq stil zetten', en: 'Silencing the bellq' })
      .post(bell, ringers, (visit) => visit.seeOther(urls.home())),
  ],
})
const { staff, guardians, pupils, groups, vuurtoren, molen } = world
const as = (person: string) => door.front.as(person, vuurtoren)

/** The part of the page that opens under a role, as words. */
const under = (page: string, role: string) => {
  const from = page.indexOf(`<span class="details-title">${role}</span>`)
  return page.slice(from, page.indexOf('</details>', from)).replace(/<[^>]*>/g, ' ')
}

test('the page is made of the routes: each one’s words and rule are on it, and a new rule by itself', async () => {
  const page = await (await as(staff.wim)).text(urls.rights())
  for (const { about, rule } of walkable(door.front)) {
    expect(page).toContain(about.nl)
    expect(page).toContain(rule.words.nl)
  }
  expect(under(page, 'Privacyfunctionaris (FG)')).toMatch(/Luiden van de belq\s+Bekijken: wie de belq luidt/)
  expect(under(page, 'Privacyfunctionaris (FG)')).toMatch(/De belq stil zetten\s+Doen: wie de belq luidt/)
  expect(under(page, 'Leerkracht')).not.toContain('belq')
  expect(under(page, 'Directeur')).toContain('Iemands gegevens afschermen')
  expect(under(page, 'Administratie')).not.toContain('Iemands gegevens afschermen')
  expect(under(page, 'Iedereen')).toContain('Je eigen account')
})

test('the team reads it; names and who substitutes are for the office; nobody else has it', async () => {
  const office = await (await as(staff.anouk)).text(urls.rights())
  expect(under(office, 'Leerkracht')).toMatch(/2 mensen.*Haticeq Aydınq.*Tomq Bakkerq/s)
  expect(office).toMatch(/Maritq Grootq[\s\S]*Groep 6, vandaag/)
  const teacher = await (await as(staff.hatice)).text(urls.rights())
  expect(under(teacher, 'Leerkracht')).toContain('2 mensen')
  expect(teacher).not.toMatch(/Bakkerq|Grootq|Postmaq/)
  for (const other of [guardians.ngozi, guardians.gerda])
    expect((await (await as(other)).get(urls.rights())).status).toBe(404)
  const foreign = await door.front.as(staff.gerrit, molen, 'molen.localhost')
  expect(await foreign.text(urls.rights())).not.toMatch(/Aydınq|Grootq/)
  expect((await foreign.get(urls.personRights({ id: staff.hatice }))).status).toBe(404)
  const board = await (await door.front.as(staff.idris, world.kompas, 'kompas.localhost')).text(urls.rights())
  expect(under(board, 'Bestuur')).toContain('1 persoon')
  expect(board).not.toContain('Ouder zonder gezag')
})

test('of one person: what they may do today, and through what', async () => {
  const wim = await as(staff.wim)
  const tom = await wim.text(urls.personRights({ id: staff.tom }))
  for (const part of ['Leerkracht', 'Staat voor Groep 6', 'De lijst van de groep']) expect(tom).toContain(part)
  expect(tom).not.toContain('Rollen geven en nemen')
  const ngozi = await wim.text(urls.personRights({ id: guardians.ngozi }))
  for (const part of ['Kind: Zuriq Okaforq', 'Kind: Tobiq Okaforq', 'ouders en verzorgers, over hun eigen kinderen'])
    expect(ngozi).toContain(part)
  expect(await wim.text(urls.personRights({ id: pupils.ravi }))).toContain('een leerling van 16')
  expect((await wim.get(urls.personRights({ id: guardians.hiddenMother }))).status).toBe(404)
  for (const other of [staff.hatice, staff.roos, guardians.ngozi])
    expect((await (await as(other)).get(urls.personRights({ id: staff.tom }))).status).toBe(404)
})

test('English is complete', async () => {
  const roos = await as(staff.roos)
  await roos.post(urls.myLanguage(), { language: 'en' })
  const page = await roos.text(urls.rights())
  for (const part of ['Ringing the bellq', 'who rings the bellq', 'the office and the principal', 'The own teachers'])
    expect(page).toContain(part)
  expect(page).not.toMatch(/iedereen|belq luidt|Bekijken/i)
})

test('a group is given for today with one press, ends by itself, and one press takes it back', async () => {
  const wim = await as(staff.wim)
  const hatice = await as(staff.hatice)
  const page = await wim.text(urls.substitute({ id: groups.six }))
  const days = [...page.matchAll(/name="days" value="([^"]+)"/g)].map((match) => match[1]!)
  expect(days.length).toBe(10)
  expect(page).toMatch(/Invallers[\s\S]*Uit het team[\s\S]*Haticeq[\s\S]*Staat voor Groep 5/)
  expect(page).not.toContain('Tomq')

  const choose = (fields: Record<string, string | string[]>) => wim.post(urls.substitute({ id: groups.six }), fields)
  expect((await choose({ person: staff.hatice })).status).toBe(422)
  expect((await choose({ person: staff.hatice, days: ['2020-01-01'] })).status).toBe(422)
  expect((await choose({ person: staff.hatice, days: ['<b>'] })).status).toBe(422)
  expect((await choose({ days: days[0]! })).status).toBe(422)
  for (const person of [staff.wim, guardians.ngozi, staff.sem])
    expect((await choose({ person, days: days[0]! })).status).toBe(404)
  const twice = await Promise.all([1, 2].map(() => choose({ person: staff.hatice, days: [days[0]!, days[4]!] })))
  expect(twice.map(({ status }) => status).sort()).toEqual([303, expect.toBeOneOf([303, 422])])
  expect(await wim.text(urls.group({ id: groups.six }))).toContain('Vervangt: ')
  expect((await choose({ person: staff.hatice, days: days[0]! })).status).toBe(422)

  const at = (day: string) => new Date(`${day}T10:00:00Z`)
  const opens = async (day: string) => {
    door.front.clock.now = at(day)
    return (await hatice.get(urls.group({ id: groups.six }))).status
  }
  expect([await opens(days[0]!), await opens(days[1]!), await opens(days[4]!)]).toEqual([200, 404, 200])
  door.front.clock.now = at(days[0]!)
  await wim.post(urls.endGroupTeacher({ id: groups.six, person: staff.hatice }), { from: days[0]! })
  expect([await opens(days[0]!), await opens(days[4]!)]).toEqual([404, 200])
  door.front.clock.now = at(days[4]!)
  expect(await wim.text(urls.personRights({ id: staff.hatice }))).toContain('Staat voor Groep 6')
  const ended = await wim.post(urls.endGroupTeacher({ id: groups.six, person: staff.hatice }), {
    from: days[4]!,
    back: 'rights',
  })
  expect([ended.status, ended.headers.get('location')]).toEqual([303, urls.rights()])
  expect(await opens(days[4]!)).toBe(404)
  door.front.clock.now = null
  for (const other of [staff.hatice, guardians.ngozi])
    expect((await (await as(other)).post(urls.substitute({ id: groups.six }))).status).toBe(404)
})
