import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { Authenticator } from '#test/authenticator.ts'
import { frontDoor } from '#test/front-door.ts'
import { accountAtZeester } from '#test/second-account.ts'
import { signingIn } from '#test/signing-in.ts'
import { addressOf, PASSWORD, world } from '#test/world.ts'
import { actAsAccount } from '../act-as-account.ts'
import { renewRecoveryCodes } from '../recovery-codes.ts'

const door = frontDoor()
const { later, signIn, codeOf, setUpApp, addPasskey, optionsOf, rows, mailsOf } = signingIn(door)
const { vuurtoren, zeester, guardians } = world

const merge = { address: addressOf('sem'), password: PASSWORD }
const peopleOf = async (key: string) => {
  const person = (guardians as Record<string, string>)[key]
  return (
    await rows(`select organisation_id from account_person where account_id =
    (select account_id from account_person where person_id = '${person}') order by 1`)
  ).map((row) => row.organisation_id)
}

test('two accounts become one: all schools and passkeys, one address, and every other session ends', async () => {
  await accountAtZeester(door.front, 'kofi-zeester')
  const there = door.front.stranger('zeester.localhost')
  await there.post(urls.signIn(), { address: addressOf('kofi-zeester'), password: PASSWORD })
  const { device } = await addPasskey(there, new Authenticator('http://zeester.localhost'))
  const { browser } = await signIn('kofi')
  const elsewhere = (await signIn('kofi')).browser
  const page = await browser.text(urls.mergeAccounts())
  for (const told of [
    `Je houdt dit account: ${addressOf('kofi')}`,
    'Het andere account verdwijnt',
    'niet terugdraaien',
  ])
    expect(page).toContain(told)

  // It has a passkey: the password alone does not make it mine; a recovery code does.
  const given = { address: addressOf('kofi-zeester'), password: PASSWORD }
  const refused = await browser.post(urls.mergeAccounts(), given)
  expect([refused.status, (await refused.text()).includes('vraagt ook een code')]).toEqual([422, true])
  const [code] = await door.front.within(zeester, async (work) => {
    const row = await work.db
      .selectFrom('account_person')
      .select('account_id')
      .where('organisation_id', '=', zeester)
      .executeTakeFirstOrThrow()
    await actAsAccount(work, row.account_id)
    return renewRecoveryCodes(work, door.front.parts.ring, row.account_id)
  })
  const done = await browser.post(urls.mergeAccounts(), { ...given, code: code! })
  expect([done.status, done.headers.get('location')]).toEqual([303, urls.me()])
  expect(await peopleOf('kofi')).toEqual([vuurtoren, zeester].sort())
  expect((await elsewhere.get(urls.me())).status).toBe(303)
  expect((await there.get(urls.me())).status).toBe(303)
  expect((await door.front.stranger('zeester.localhost').post(urls.signIn(), given)).status).toBe(422)
  const here = await browser.text(urls.me())
  expect(here).toContain('Twee accounts samengevoegd')
  expect(here).toContain('Werkt op zeester.localhost')
  const again = door.front.stranger('zeester.localhost')
  const own = { address: addressOf('kofi'), password: PASSWORD }
  expect((await again.post(urls.signIn(), own)).headers.get('location')).toBe(urls.home())
  const back = door.front.stranger('zeester.localhost')
  const answer = device.answer(await optionsOf(back, urls.signInPasskeyOptions()))
  expect((await back.post(urls.signInPasskey(), { answer })).headers.get('location')).toBe(urls.home())
  expect((await mailsOf('account-changed', 'vuurtoren.localhost')).map(({ to }) => to)).toContain(
    addressOf('kofi-zeester'),
  )
})

test('two people of one school stay two: the sentence names the school and says who mends it', async () => {
  const { browser } = await signIn('ngozi')
  const answer = await browser.post(urls.mergeAccounts(), { address: addressOf('fenna'), password: PASSWORD })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('Met allebei de accounts ben je iemand bij De Vuurtoren')
  expect(page).not.toContain(PASSWORD)
  expect(await peopleOf('ngozi')).toEqual([vuurtoren])
  expect(await peopleOf('fenna')).toHaveLength(2)
  expect((await signIn('fenna')).status).toBe(303)
})

test('without its password, for nobody’s address, for itself or after ten minutes nothing is merged', async () => {
  const { browser } = await signIn('gerda')
  const said = async (fields: Record<string, string>) => {
    const response = await browser.post(urls.mergeAccounts(), fields)
    return [response.status, (await response.text()).replaceAll(/value="[^"]*"/g, '')] as const
  }
  const wrong = await said({ ...merge, password: 'iets anders' })
  expect(wrong[1]).toContain('horen niet bij elkaar')
  expect(await said({ address: 'niemand@nergens.example', password: 'iets anders' })).toEqual(wrong)
  expect((await said({ address: addressOf('gerda'), password: PASSWORD }))[1]).toContain('dat je nu gebruikt')
  expect((await said({ address: 'x', password: '' }))[1]).toContain('Dit is geen e-mailadres')
  // Guessing here is counted like guessing at the door.
  for (let guess = 0; guess < 4; guess++) await said({ ...merge, password: `gok ${guess}` })
  expect((await said(merge))[0]).toBe(429)
  later(601)
  expect((await browser.post(urls.mergeAccounts(), merge)).headers.get('location')).toBe(
    urls.confirm({ next: urls.mergeAccounts(), unsent: 'yes' }),
  )
  expect(await peopleOf('gerda')).toEqual([vuurtoren])
})

test('codes from an app move along, and are asked for at both schools; two who merge at once come after each other', async () => {
  await accountAtZeester(door.front, 'deniz-zeester')
  const there = door.front.stranger('zeester.localhost')
  const zee = { address: addressOf('deniz-zeester'), password: PASSWORD }
  await there.post(urls.signIn(), zee)
  const { secret, codes } = await setUpApp(there)
  later(60)
  const { browser } = await signIn('deniz')
  // On the way to another school with that account: nothing moves under it, and the sentence says to wait.
  await rows(`insert into hop_token (token_hash, account_id, organisation_id, strong, tenant_strong, expires_at)
    select repeat('a', 64), account_id, organisation_id, true, false, now() + interval '1 minute'
    from account_person where organisation_id = '${zeester}' and account_id in (select account_id from totp)`)
  const busy = await browser.post(urls.mergeAccounts(), { ...zee, code: codes[1]! })
  expect([busy.status, (await busy.text()).includes('Wacht een minuut')]).toEqual([422, true])
  await rows('delete from hop_token')
  const answers = await Promise.all([
    browser.post(urls.mergeAccounts(), { ...zee, code: codes[0]! }),
    there.post(urls.mergeAccounts(), { address: addressOf('deniz'), password: PASSWORD }),
  ])
  expect(answers.filter(({ headers }) => headers.get('location') === urls.me())).toHaveLength(1)
  expect(await peopleOf('deniz')).toHaveLength(2)
  const kept = answers[0]!.status === 303 ? addressOf('deniz') : addressOf('deniz-zeester')
  later(60)
  const phone = door.front.stranger()
  const asked = await phone.post(urls.signIn(), { address: kept, password: PASSWORD })
  expect(asked.headers.get('location')).toBe(urls.secondFactor())
  expect((await phone.post(urls.secondFactor(), { code: codeOf(secret) })).headers.get('location')).toBe(urls.home())
})
