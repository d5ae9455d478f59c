import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { signingIn } from '#test/signing-in.ts'
import { addressOf, PASSWORD, world } from '#test/world.ts'

const door = frontDoor()
const { codeOf, setUpApp, later, rows } = signingIn(door)
const { staff, pupils, vuurtoren, molen } = world

const invited = async (givenName: string) => {
  const wim = await door.front.as(staff.wim, vuurtoren)
  const added = await wim.post(urls.newGuardianship({ id: pupils.noor }), {
    givenName,
    surname: 'Molenaarq',
    relation: 'oom',
    authority: 'yes',
    callOrder: '3',
  })
  const issued = await wim.post(urls.invite({ id: added.headers.get('location')!.split('/').at(-1)! }))
  return /([0-9A-HJKMNP-TV-Z]{16})/.exec(await issued.text())![1]!
}

/** How many people of De Vuurtoren the account of somebody of De Molen is. */
const tied = async (person: string) =>
  (
    await rows(`select from account_person where organisation_id = '${vuurtoren}' and account_id =
      (select account_id from account_person where person_id = '${person}')`)
  ).length

test('an account with a second factor joins nobody by its password alone', async () => {
  const atMolen = await door.front.as(staff.gerrit, molen, 'molen.localhost')
  const { secret, codes } = await setUpApp(atMolen)
  const address = urls.invitation({ code: await invited('Gerritq') })
  const own = { has: 'own', address: addressOf('gerrit'), password: PASSWORD }

  const phone = door.front.stranger()
  for (const code of ['', '000000']) {
    const refused = await phone.post(address, { ...own, code })
    expect(refused.status).toBe(422)
    const page = await refused.text()
    expect(page).toContain('Dit account vraagt ook een code')
    expect(page).not.toContain(PASSWORD)
    expect(phone.cookie).not.toContain('session')
    expect(await tied(staff.gerrit)).toBe(0)
  }
  expect((await phone.post(address, { ...own, password: 'mis', code: codes[0]! })).status).toBe(422)
  expect(await tied(staff.gerrit)).toBe(0)

  later(60)
  const joined = await phone.post(address, { ...own, code: codeOf(secret) })
  expect(joined.headers.get('location')).toBe(urls.welcome())
  expect(await tied(staff.gerrit)).toBe(1)
  expect(await phone.text(urls.children())).toContain('Noorq')
})

test('an invitation that two people accept at the same moment works for one of them', async () => {
  const address = urls.invitation({ code: await invited('Tweelingq') })
  const fields = { has: 'new', newPassword: 'acht blauwe kikkers dansen' }
  const answers = await Promise.all(
    ['een', 'twee'].map((who) => door.front.stranger().post(address, { ...fields, address: `${who}@thuis.example` })),
  )
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
})
