import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addAccount } from '#shared/identity/accounts.ts'
import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { Stream } from '#test/stream.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { staff, pupils, guardians, vuurtoren } = world
const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' })

const as = (person: string) => door.front.as(person, vuurtoren)
const terms = { relation: 'vader', authority: 'yes', may: ['lives-with', 'be-contacted'], callOrder: '1' }

/** Adds the same man once more, at his other address; answers his id. */
const again = async (wim: Browser, pupil: string, typed: object) => {
  const added = await wim.post(urls.newGuardianship({ id: pupil }), { ...terms, other: 'yes', ...typed })
  expect(added.status).toBe(303)
  return added.headers.get('location')!.split('/').at(-1)!
}

let wim: Browser
let twin: string
const deniz = guardians.deniz
beforeAll(async () => {
  wim = await as(staff.wim)
  twin = await again(wim, pupils.ravi, { givenName: 'Denizq', surname: 'Yildizq', phone: '0600000044' })
  const tie = { guardian: twin, ...terms, relation: 'papa', note: 'twee huizen' }
  expect((await wim.post(urls.newGuardianship({ id: pupils.mila }), tie)).status).toBe(303)
  const persons = [{ organisation: vuurtoren, person: twin }]
  await addAccount(door.front.parts, { address: 'deniz-werk@test.example', language: 'nl', persons })
})

const guardianshipOf = (pupil: string, guardian: string) =>
  door.front.within(vuurtoren, ({ db }) =>
    db
      .selectFrom('guardianship')
      .select(['id', 'to_on'])
      .where('pupil_id', '=', pupil)
      .where('guardian_id', '=', guardian)
      .executeTakeFirstOrThrow(),
  )

test('the same name, address or telephone is offered as one person; a couple is not', async () => {
  const page = await wim.text(urls.duplicates())
  expect(page).toMatch(/Denizq Y[ıi]ldızq en Denizq Yildizq|Denizq Yildizq en Denizq Yıldızq/)
  expect(page).not.toContain('Fennaq')
  expect((await (await as(staff.hatice)).get(urls.duplicates())).status).toBe(404)
  expect((await wim.get(urls.merging({ one: deniz, other: deniz }))).status).toBe(404)
  for (const other of [pupils.mila, guardians.fennaAtMolen, guardians.hiddenMother, 'x'])
    expect([other, (await wim.get(urls.merging({ one: deniz, other }))).status]).toEqual([other, 404])
})

test('joined, nothing is lost: children, reports, restrictions, questions and the account that was chosen', async () => {
  const second = await as(twin)
  const first = await as(deniz)
  const call = { pupil_id: pupils.ravi, on_day: today, called_by: staff.wim, called_at: new Date(), outcome: 'reached' }
  await door.front.within(vuurtoren, ({ db }) =>
    db
      .insertInto('absence_call')
      .values({ id: randomUUID(), guardian_id: twin, ...call })
      .execute(),
  )
  const restricted = urls.newRestriction({ id: (await guardianshipOf(pupils.mila, twin)).id })
  const given = { kind: 'no-collecting', from: today, seenBy: staff.wim, seenOn: today, note: 'beschikking 7q' }
  expect((await wim.post(restricted, given)).status).toBe(303)
  const stream = await Stream.of(await as(twin), urls.home())

  const merging = urls.merging({ one: deniz, other: twin })
  const form = await wim.text(merging)
  for (const part of ['0600000044', '06-00000004', 'Wat klopt er voor Milaq?', 'Met welk account'])
    expect(form).toContain(part)
  const half = await wim.post(merging, { deed: 'merge', surname: 'kept', phone: 'gone' })
  expect([half.status, (await half.text()).includes('Kies wat er blijft.')]).toEqual([422, true])

  const choices = {
    deed: 'merge',
    surname: 'kept',
    email: 'kept',
    phone: 'gone',
    [`tie.${pupils.mila}`]: 'gone',
    account: 'gone',
  }
  const [one, two] = await Promise.all([wim.post(merging, choices), wim.post(merging, choices)])
  expect([one.status, two.status].sort()).toEqual([303, expect.toBeOneOf([404, 422])])
  expect(await stream.end()).toContain('event: ended')

  for (const browser of [first, second])
    expect((await browser.get(urls.children())).headers.get('location')).toContain(urls.signIn())
  const now = await as(deniz)
  const children = await now.text(urls.children())
  for (const child of ['Raviq', 'Milaq']) expect(children).toContain(child)
  const page = await wim.text(urls.person({ id: pupils.mila }))
  for (const part of ['Papa', 'twee huizen', 'beschikking 7q', 'Mag het kind niet ophalen'])
    expect(page).toContain(part)
  expect(page.match(/Denizq/g)!.length).toBeLessThan(8)
  const person = await wim.text(urls.person({ id: deniz }))
  for (const part of ['0600000044', 'deniz@test.example', 'Voegde twee keer dezelfde persoon samen', 'Raviq'])
    expect(person).toContain(part)
  expect((await wim.get(urls.person({ id: twin }))).headers.get('location')).toBe(urls.person({ id: deniz }))
  expect(await wim.text(urls.duplicates())).not.toContain('Denizq')
  expect(
    await (await wim.post(urls.people(), { kind: 'guardians', name: 'deniz', state: 'left' })).text(),
  ).not.toContain('Yildizq')

  const left = await door.front.within(vuurtoren, async ({ db }) => ({
    calls: await db.selectFrom('absence_call').select('guardian_id').where('pupil_id', '=', pupils.ravi).execute(),
    accounts: await db
      .selectFrom('account_person')
      .select('person_id')
      .where('person_id', 'in', [deniz, twin])
      .execute(),
  }))
  expect(left).toEqual({ calls: [{ guardian_id: deniz }], accounts: [{ person_id: deniz }] })
})

test('an invitation that is still open moves along and opens the one who stays', async () => {
  const twice = await again(wim, pupils.tobi, { givenName: 'Gerdaq', surname: 'Smitq' })
  const link = await (await wim.post(urls.invite({ id: twice }))).text()
  const code = /\/invitation\/([0-9A-Z]+)/.exec(link)![1]!
  const merging = urls.merging({ one: twice, other: guardians.gerda })
  await door.front.within(vuurtoren, ({ db }) =>
    db
      .deleteFrom('account_person')
      .where('person_id', '=', guardians.gerda)
      .where('organisation_id', '=', vuurtoren)
      .execute(),
  )
  const kept = urls.merging({ one: guardians.gerda, other: twice })
  expect(await wim.text(merging)).toContain('Gerdaq')
  expect((await wim.post(kept, { deed: 'merge', email: 'kept' })).status).toBe(303)
  const opened = await door.front.stranger().text(urls.invitation({ code }))
  expect(opened).toContain('Gerdaq Smitq')
  const rows = await door.front.within(vuurtoren, ({ db }) =>
    db.selectFrom('invitation').select('person_id').where('ended_at', 'is', null).execute(),
  )
  expect(rows).toEqual([{ person_id: guardians.gerda }])
})

test('two of whom somebody says that they are two are not offered again', async () => {
  const namesake = await again(wim, pupils.ravi, { givenName: 'Kofiq', surname: 'Mensahq' })
  expect(await wim.text(urls.duplicates())).toContain('Kofiq Mensahq en Kofiq Mensahq')
  const merging = urls.merging({ one: namesake, other: guardians.kofi })
  expect((await wim.post(merging, { deed: 'apart' })).headers.get('location')).toBe(urls.duplicates())
  expect((await wim.post(merging, { deed: 'apart' })).status).toBe(303)
  expect(await wim.text(urls.duplicates())).not.toContain('Kofiq')
  expect((await (await as(guardians.kofi)).get(urls.child({ id: pupils.tobi }))).status).toBe(200)
})
