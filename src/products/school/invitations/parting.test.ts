import { expect, test } from 'vitest'
import { addPeople } from '#products/school/people/adding.ts'
import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { asSuperuser } from '#test/server.ts'
import { addressOf, PASSWORD, world } from '#test/world.ts'

const door = frontDoor()
const { staff, pupils, guardians, vuurtoren } = world
const rows = async (query: string): Promise<Record<string, unknown>[]> =>
  (await asSuperuser(door.front.server.admin, (client) => client.query(query))).rows
const fields = { has: 'new', newPassword: 'acht blauwe kikkers dansen' }

const office = () => door.front.as(staff.wim, vuurtoren)

const guardianOf = async (wim: Browser, pupil: string, givenName: string) => {
  const added = await wim.post(urls.newGuardianship({ id: pupil }), {
    givenName,
    surname: 'Nieuwq',
    relation: 'ouder',
    authority: 'yes',
    callOrder: '3',
    other: 'yes',
  })
  return added.headers.get('location')!.split('/').at(-1)!
}

const codeFor = async (wim: Browser, id: string, how = 'link') =>
  /([0-9A-HJKMNP-TV-Z]{16})/.exec(await (await wim.post(urls.invite({ id }), { how })).text())![1]!

const ties = (person: string) => rows(`select account_id from account_person where person_id = '${person}'`)
const childrenOf = (person: string) =>
  rows(`select pupil_id from guardianship where guardian_id = '${person}' and to_on is null order by 1`)

test('an account of the wrong parent is taken away: signed out at once, on record, and the right one is invited', async () => {
  const wim = await office()
  const mother = await guardianOf(wim, pupils.ravi, 'Moederq')
  const code = await codeFor(wim, mother)
  const wrong = door.front.stranger()
  await wrong.post(urls.invitation({ code }), { ...fields, address: 'vader@thuis.example' })
  expect(await wrong.text(urls.children())).toContain('Raviq')

  const page = urls.partAccount({ id: mother })
  expect(await wim.text(page)).toContain('Gebruikt: er is een account gemaakt')
  expect((await wim.post(page)).headers.get('location')).toBe(urls.invite({ id: mother }))
  expect((await wrong.get(urls.children())).headers.get('location')).toContain(urls.signIn())
  expect(await ties(mother)).toEqual([])
  expect(
    await rows(
      `select id from account where address_hash not in (select address_hash from account a join account_person p on p.account_id = a.id)`,
    ),
  ).toEqual([])
  expect(await wim.text(urls.invite({ id: mother }))).toContain('door Wimq Postmaq')
  const lines = await rows(`select person_id from audit_line where action = 'parted-account'`)
  expect(lines).toEqual([{ person_id: staff.wim }])

  expect(await door.front.stranger().text(urls.invitation({ code }))).toContain('al gebruikt')
  const right = door.front.stranger()
  await right.post(urls.invitation({ code: await codeFor(wim, mother) }), {
    ...fields,
    address: 'moeder@thuis.example',
  })
  expect(await right.text(urls.children())).toContain('Raviq')
})

test('an account that is somebody elsewhere stays there; the own account and the last of the office stay too', async () => {
  const wim = await office()
  await wim.post(urls.partAccount({ id: guardians.fenna }))
  expect(await ties(guardians.fenna)).toEqual([])
  expect(await ties(guardians.fennaAtMolen)).toHaveLength(1)
  expect((await wim.post(urls.partAccount({ id: staff.wim }))).status).toBe(422)
  expect((await wim.post(urls.partAccount({ id: guardians.fenna }))).status).toBe(422)
  expect((await wim.get(urls.partAccount({ id: guardians.fennaAtMolen }))).status).toBe(404)
  expect(
    (await (await door.front.as(staff.tom, vuurtoren)).post(urls.partAccount({ id: guardians.kofi }))).status,
  ).toBe(404)
})

test('a teacher who is a parent accepts with the own account and is one person; the office can take it back', async () => {
  const wim = await office()
  const parent = await guardianOf(wim, pupils.noor, 'Tomq')
  const code = await codeFor(wim, parent)
  const own = { has: 'own', address: addressOf('tom'), password: PASSWORD }
  const laptop = door.front.stranger()
  expect((await laptop.post(urls.invitation({ code }), own)).status).toBe(303)
  expect(await ties(staff.tom)).toHaveLength(1)
  expect(await childrenOf(staff.tom)).toEqual([{ pupil_id: pupils.noor }])
  const tom = await door.front.as(staff.tom, vuurtoren)
  expect(await tom.text(urls.children())).toContain('Noorq')

  await wim.post(urls.partAccount({ id: staff.tom }))
  expect((await tom.get(urls.children())).headers.get('location')).toContain(urls.signIn())
  expect([await childrenOf(staff.tom), await childrenOf(parent)]).toEqual([[], [{ pupil_id: pupils.noor }]])
  expect([await ties(staff.tom), await ties(parent)].map(({ length }) => length)).toEqual([1, 0])
  await codeFor(wim, parent)
})

test('a parent who was entered twice, for two children, keeps one account and sees both', async () => {
  const wim = await office()
  const twice = await guardianOf(wim, pupils.ravi, 'Kofiq')
  const phone = door.front.stranger()
  const address = urls.invitation({ code: await codeFor(wim, twice) })
  expect((await phone.post(address, { has: 'own', address: addressOf('kofi'), password: PASSWORD })).status).toBe(303)
  const children = await phone.text(urls.children())
  for (const name of ['Zuriq', 'Tobiq', 'Raviq']) expect(children).toContain(name)
  expect(await wim.text(urls.people({ kind: 'guardians' }))).not.toContain('Kofiq Nieuwq')
  expect(await wim.text(urls.invitationGroup({ id: world.groups.six }))).toContain(
    'de uitnodiging van Kofiq Nieuwq aan',
  )
  const again = await guardianOf(wim, pupils.zuri, 'Kofitweeq')
  const refused = await door.front.stranger().post(urls.invitation({ code: await codeFor(wim, again) }), {
    has: 'own',
    address: addressOf('kofi'),
    password: PASSWORD,
  })
  expect(refused.status).toBe(422)
})

test('a parent who comes to work here accepts as a colleague, and is one person with the own children', async () => {
  const wim = await office()
  const added = await wim.post(urls.newStaff(), {
    givenName: 'Ngozitweeq',
    surname: 'Okaforq',
    roles: 'support',
    other: 'yes',
  })
  const colleague = added.headers.get('location')!.split('/').at(-1)!
  const code = await codeFor(wim, colleague)
  const laptop = door.front.stranger()
  const entered = await laptop.post(urls.invitation({ code }), {
    has: 'own',
    address: addressOf('ngozi'),
    password: PASSWORD,
  })
  expect(entered.headers.get('location')).toContain(urls.secondFactor())
  expect((await childrenOf(colleague)).length).toBe(2)
  expect([await ties(colleague), await ties(guardians.ngozi)].map(({ length }) => length)).toEqual([1, 0])
  await wim.post(urls.partAccount({ id: colleague }))
  expect([await ties(colleague), await ties(guardians.ngozi)].map(({ length }) => length)).toEqual([0, 1])
  expect((await childrenOf(guardians.ngozi)).length).toBe(2)
})

test('a code says why it opens nothing and what to do; guesses wait and lock nobody out', async () => {
  const wim = await office()
  const late = await guardianOf(wim, pupils.noor, 'Laatq')
  await wim.post(urls.invite({ id: late }), { how: 'letter' })
  const { codeOf } = await import('./code.ts')
  const codeNow = (person: string) =>
    door.front.within(vuurtoren, async (work) => {
      const row = await work.db
        .selectFrom('invitation')
        .select('id')
        .where('person_id', '=', person)
        .where('ended_at', 'is', null)
        .executeTakeFirstOrThrow()
      return codeOf(work, row.id)
    })
  const code = await codeNow(late)
  door.front.clock.now = new Date(Date.now() + 27 * 86_400_000)
  const phone = door.front.stranger()
  expect((await phone.get(urls.invitation({ code }))).status).toBe(200)
  expect((await phone.post(urls.askInvitation({ code }))).status).toBe(404)
  door.front.clock.now = new Date(Date.now() + 29 * 86_400_000)
  const expired = await phone.get(urls.invitation({ code }))
  expect(expired.status).toBe(410)
  expect((await expired.text()).includes('Vraag school om een nieuwe')).toBe(true)
  expect(await (await phone.post(urls.askInvitation({ code }))).text()).toContain('School heeft je vraag')
  const list = urls.invitationGroup({ id: world.groups.five }, { only: 'attention' })
  const later = await office()
  expect(await later.text(list)).toContain('Vraagt om een nieuwe code')
  await later.post(urls.invite({ id: late }), { how: 'letter' })
  expect(await phone.text(urls.invitation({ code }))).toContain('nieuwere uitnodiging')
  const mailed = await door.front.within(vuurtoren, async (work) => {
    const [id] = await addPeople(work, [
      { record: { givenName: 'Mailq', surname: 'Nieuwq', email: 'mail@thuis.example' } },
    ])
    return id!
  })
  await later.post(urls.invite({ id: mailed }), { how: 'mail' })
  const first = await codeNow(mailed)
  door.front.clock.now = new Date(Date.now() + 60 * 86_400_000)
  expect(await (await phone.post(urls.askInvitation({ code: first }))).text()).toContain('nieuwe mail onderweg')
  const second = await codeNow(mailed)
  expect(second).not.toBe(first)

  let status = 0
  for (let guess = 0; guess < 120 && status !== 429; guess++)
    status = (await phone.get(urls.invitation({ code: String(guess).padStart(16, 'X') }))).status
  expect(status).toBe(429)
  expect((await phone.get(urls.invitation({ code: second }))).status).toBe(200)
  door.front.clock.now = null
})
