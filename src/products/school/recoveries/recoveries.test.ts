import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import type { Browser } from '#test/front-door.ts'
import { frontDoor } from '#test/front-door.ts'
import { signingIn } from '#test/signing-in.ts'
import { addressOf, PASSWORD, world } from '#test/world.ts'

const door = frontDoor()
const { later, signIn, codeOf, setUpApp, rows, mailsOf } = signingIn(door)
const { staff, guardians, pupils, vuurtoren, molen } = world
const NEW = 'zeven trage otters fluiten'
const as = (person: string) => door.front.as(person, vuurtoren)

const started = { lost: 'factor', seen: 'passport', checked: 'yes' }
const start = async (by: string, about: string, fields: object = {}) =>
  (await as(by)).post(urls.startRecovery({ id: about }), { ...started, ...fields })

/** The newest recovery of somebody. */
const recoveryOf = async (person: string) =>
  (await rows(`select * from account_recovery where person_id = '${person}' order by started_at desc limit 1`))[0]!

const approve = async (by: string | Browser, about: string) => {
  const browser = typeof by === 'string' ? await as(by) : by
  const { id } = await recoveryOf(about)
  const response = await browser.post(urls.approveRecovery({ id: String(id) }))
  const code = /<code[^>]*>([0-9A-Z-]{29})<\/code>/.exec(await response.text())?.[1]
  return { status: response.status, code: code ?? '' }
}

test('a lost phone: one sees who it is, another approves, a code on paper and the password let the parent in', async () => {
  const { secret } = await setUpApp((await signIn('ngozi')).browser)
  await mailsOf('account-changed')
  expect((await start(staff.wim, guardians.ngozi)).headers.get('location')).toBe(urls.recoveries())
  expect((await mailsOf('account-recovery')).map(({ to }) => to)).toEqual([addressOf('ngozi')])
  expect((await mailsOf('recovery-waits')).map(({ to }) => to)).toEqual([addressOf('anouk')])
  const list = await (await as(staff.anouk)).text(urls.recoveries())
  for (const words of ['Ngoziq Okaforq', 'Wimq Postmaq begon', 'Gezien: paspoort', 'Keur goed en maak de brief'])
    expect(list).toContain(words)
  expect(await (await as(staff.anouk)).text(urls.home())).toContain('Eén persoon kan niet meer inloggen')
  expect(await (await as(staff.wim)).text(urls.home())).not.toContain('kan niet meer inloggen')

  // Not by who began it, not by who it is about, not by a teacher.
  const own = await approve(staff.wim, guardians.ngozi)
  expect([own.status, own.code]).toEqual([404, ''])
  expect((await approve(staff.hatice, guardians.ngozi)).status).toBe(404)
  const { code, status } = await approve(staff.anouk, guardians.ngozi)
  expect([status, code]).toEqual([200, expect.stringMatching(/^([0-9A-Z]{4}-){5}[0-9A-Z]{4}$/)])
  expect((await approve(staff.anouk, guardians.ngozi)).status).toBe(404)
  expect(JSON.stringify(await recoveryOf(guardians.ngozi))).not.toContain(code.replaceAll('-', ''))

  const phone = door.front.stranger()
  const typed = await phone.post(urls.recoveryCode(), { code: ` ${code.toLowerCase().replaceAll('0', 'o')} ` })
  const page = typed.headers.get('location')!
  for (let look = 0; look < 3; look++) expect(await phone.text(page)).toContain('Deze brief is voor Ngoziq Okaforq')
  expect((await door.front.stranger('molen.localhost').get(page)).status).toBe(410)
  expect((await phone.post(page, { password: 'iets anders' })).status).toBe(422)
  expect((await phone.post(page, { password: '' })).status).toBe(422)
  const done = await phone.post(page, { password: PASSWORD })
  expect([done.status, done.headers.get('location')]).toEqual([303, urls.home()])
  expect((await phone.post(page, { password: PASSWORD })).status).toBe(410)
  const me = await phone.text(urls.me())
  for (const words of ['Weer binnengekomen', 'School maakte een brief', 'School begon', 'Staan uit'])
    expect(me).toContain(words)
  expect((await signIn('ngozi')).to).toBe(urls.home())
  expect(codeOf(secret)).toMatch(/\d{6}/)
  const deeds = await rows(`select action from audit_line where place = 'recoveries' order by at`)
  expect(deeds.map(({ action }) => action)).toEqual(['began-recovery', 'approved-recovery', 'used-recovery'])
  expect((await mailsOf('account-changed')).map(({ to }) => to)).toEqual([addressOf('ngozi')])
})

test('a colleague shows a document, has a day, sets up a new second factor first, and approves nothing of their own', async () => {
  await setUpApp((await signIn('wim')).browser)
  expect((await start(staff.anouk, staff.wim, { seen: 'known' })).status).toBe(422)
  expect((await start(staff.wim, staff.wim)).status).toBe(404)
  expect((await start(staff.hatice, staff.wim)).status).toBe(404)
  expect((await start(staff.anouk, staff.wim)).status).toBe(303)
  expect((await start(staff.anouk, staff.wim)).status).toBe(422)
  expect((await approve(staff.wim, staff.wim)).status).toBe(404)
  expect((await approve(staff.anouk, staff.wim)).status).toBe(404)
  const alone = await (await as(staff.anouk)).text(urls.recoveries())
  expect(alone).toContain('Is er geen ander? Geef dan eerst iemand die rol.')
  await rows(`insert into person_role (organisation_id, person_id, role, from_on)
    values ('${vuurtoren}', '${staff.tom}', 'administrator', '2020-01-01')`)
  const { code } = await approve(staff.tom, staff.wim)
  const page = urls.recovery({ code })
  const phone = door.front.stranger()
  expect((await phone.post(page, { password: PASSWORD })).headers.get('location')).toBe(
    urls.secondFactor({ next: urls.home() }),
  )
  expect((await phone.get(urls.people())).status).toBe(303)
  expect(await phone.text(urls.secondFactor())).toContain('Een wachtwoord is niet genoeg')

  await start(staff.anouk, staff.roos)
  const late = urls.recovery({ code: (await approve(staff.tom, staff.roos)).code })
  later(24 * 3_600 + 1)
  expect((await door.front.stranger().get(late)).status).toBe(410)
  await rows(`delete from person_role where person_id = '${staff.tom}' and role = 'administrator'`)
})

test('who lost everything gets a new account; one that is somebody elsewhere too keeps that', async () => {
  await mailsOf('account-changed')
  await start(staff.wim, guardians.fenna, { lost: 'everything', seen: 'known' })
  const atMolen = (await signIn('fenna', undefined, door.front.stranger('molen.localhost'))).browser
  const here = (await signIn('fenna')).browser
  const { code } = await approve(staff.anouk, guardians.fenna)
  const page = urls.recovery({ code })
  const phone = door.front.stranger()
  const given = { address: 'fenna@nieuw.example', newPassword: NEW }
  // Her old address is the account's that she keeps at De Molen, and others' are others'.
  for (const key of ['fenna', 'deniz']) {
    const taken = await phone.post(page, { ...given, address: addressOf(key) })
    expect([taken.status, (await taken.text()).includes('Neem een ander adres')]).toEqual([422, true])
  }
  expect((await phone.post(page, { ...given, newPassword: 'kort' })).status).toBe(422)
  expect((await phone.post(page, given)).headers.get('location')).toBe(urls.home())
  expect(await phone.text(urls.children())).toContain('Milaq')
  expect((await here.get(urls.me())).status).toBe(303)
  expect((await atMolen.get(urls.me())).status).toBe(200)
  expect((await mailsOf('account-changed')).map(({ to }) => to)).toEqual(['fenna@nieuw.example', addressOf('fenna')])
  expect((await signIn('fenna')).status).toBe(422)

  // The only account of somebody goes, so that the address is free again.
  await start(staff.wim, guardians.gerda, { lost: 'everything' })
  const letter = urls.recovery({ code: (await approve(staff.anouk, guardians.gerda)).code })
  const answers = await Promise.all(
    [1, 2].map(() => door.front.stranger().post(letter, { address: addressOf('gerda'), newPassword: NEW })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
  const accounts = await rows(`select from account_person where person_id = '${guardians.gerda}'`)
  expect(accounts).toHaveLength(1)
  expect((await door.front.stranger().post(urls.signIn(), { address: addressOf('gerda'), password: NEW })).status).toBe(
    303,
  )
})

test('the person it is about sees it on the own page and stops it: the code works no more', async () => {
  await start(staff.wim, guardians.kofi)
  const { code } = await approve(staff.anouk, guardians.kofi)
  const { browser } = await signIn('kofi')
  expect(await browser.text(urls.me())).toContain(`href="${urls.myRecovery()}"`)
  const page = await browser.text(urls.myRecovery())
  for (const words of ['Wimq Postmaq begon', 'Goedgekeurd door Anoukq Visserq', 'Dat was ik niet'])
    expect(page).toContain(words)
  const other = (await signIn('deniz')).browser
  expect(await other.text(urls.myRecovery())).not.toContain('Wimq')
  await other.post(urls.stopMyRecovery())
  expect((await door.front.stranger().get(urls.recovery({ code }))).status).toBe(200)
  expect((await browser.post(urls.stopMyRecovery())).status).toBe(303)
  expect((await door.front.stranger().post(urls.recovery({ code }), { password: PASSWORD })).status).toBe(410)
  expect(await (await as(staff.wim)).text(urls.recoveries())).toContain('Gestopt')
  later(1)
  expect((await start(staff.wim, guardians.kofi)).status).toBe(303)
  const { id } = await recoveryOf(guardians.kofi)
  expect((await (await as(staff.anouk)).post(urls.stopRecovery({ id: String(id) }))).status).toBe(303)
  expect((await approve(staff.anouk, guardians.kofi)).status).toBe(404)
})

test('two who approve at the same moment make one letter, and one that waits too long is over', async () => {
  await rows(`insert into person_role (organisation_id, person_id, role, from_on)
    values ('${vuurtoren}', '${staff.tom}', 'principal', '2020-01-01')`)
  await start(staff.wim, guardians.deniz)
  const both = await Promise.all([approve(staff.anouk, guardians.deniz), approve(staff.tom, guardians.deniz)])
  expect(both.map(({ status }) => status).sort()).toEqual([200, 404])
  await start(staff.wim, guardians.restricted)
  later(7 * 24 * 3_600 + 1)
  expect((await approve(staff.anouk, guardians.restricted)).status).toBe(404)
  expect((await start(staff.wim, guardians.restricted)).status).toBe(303)
  await rows(`delete from person_role where person_id = '${staff.tom}' and role = 'principal'`)
})

test('no pupil, nobody without an account, no other school, no hidden person, no supplier, nothing unasked', async () => {
  const wim = await as(staff.wim)
  for (const id of [pupils.mila, guardians.hiddenMother, guardians.fennaAtMolen, staff.sem, 'nonsense']) {
    expect([id, (await wim.get(urls.startRecovery({ id }))).status]).toEqual([id, 404])
    expect([id, (await wim.post(urls.startRecovery({ id }), started)).status]).toEqual([id, 404])
  }
  const empty = await wim.post(urls.startRecovery({ id: guardians.gerda }))
  const page = await empty.text()
  expect(empty.status).toBe(422)
  for (const words of ['Kies wat er kwijt is', 'Kies hoe je weet', 'zelf gezien hebben']) expect(page).toContain(words)
  const odd = { lost: 'leven', seen: 'kopie', checked: 'nee' }
  expect((await wim.post(urls.startRecovery({ id: guardians.gerda }), odd)).status).toBe(422)

  await start(staff.wim, guardians.gerda)
  const { id } = await recoveryOf(guardians.gerda)
  const gerrit = await door.front.as(staff.gerrit, molen, 'molen.localhost')
  const lotte = await door.front.as(staff.lotte, world.supplier, 'supplier.localhost')
  for (const outsider of [gerrit, lotte, await as(staff.roos), await as(guardians.ngozi)]) {
    for (const deed of [urls.approveRecovery({ id: String(id) }), urls.stopRecovery({ id: String(id) })])
      expect((await outsider.post(deed)).status).toBe(404)
  }
  expect((await lotte.get(urls.recoveries())).status).toBe(404)
  // After ten minutes the own password or passkey comes first.
  const anouk = await as(staff.anouk)
  later(601)
  expect((await anouk.post(urls.approveRecovery({ id: String(id) }))).headers.get('location')).toBe(
    urls.confirm({ next: urls.recoveries(), unsent: 'yes' }),
  )
  // The database itself refuses one person twice.
  const twice = rows(`update account_recovery set decided_by = started_by, decided_at = now(), state = 'approved',
    code_hash = repeat('a', 64) where id = '${id}'`)
  await expect(twice).rejects.toThrow(/check constraint/)
})
