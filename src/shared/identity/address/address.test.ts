import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { pathIn, signingIn } from '#test/signing-in.ts'
import { addressOf, PASSWORD, world } from '#test/world.ts'

const door = frontDoor()
const { later, signIn, rows, mailsOf } = signingIn(door)

const signsIn = async (address: string, host?: string) =>
  (await door.front.stranger(host).post(urls.signIn(), { address, password: PASSWORD })).status === 303

test('a new address is confirmed by a link in its mailbox; the old one hears of it and signs nobody in any more', async () => {
  const { browser } = await signIn('fenna')
  const asked = await browser.post(urls.myAddress(), { address: ' Fenna.Nieuw@thuis.example ' })
  expect([asked.status, asked.headers.get('location')]).toEqual([303, urls.myAddress()])
  expect(await browser.text(urls.myAddress())).toContain('Er is een link gestuurd naar Fenna.Nieuw@thuis.example')
  const [mail, ...more] = await mailsOf('new-address')
  expect([mail!.to, more]).toEqual(['Fenna.Nieuw@thuis.example', []])
  const link = pathIn(mail!)
  expect(await browser.text(link)).toContain('Fenna.Nieuw@thuis.example')
  expect(await signsIn('fenna.nieuw@thuis.example')).toBe(false)

  // Whoever reads that mailbox but is not signed in, or as somebody else, confirms nothing.
  expect((await door.front.stranger().get(link)).headers.get('location')).toBe(urls.signIn({ next: link }))
  expect((await door.front.stranger().post(link)).status).toBe(401)
  const other = (await signIn('kofi')).browser
  expect((await other.get(link)).status).toBe(410)
  expect((await other.post(link)).status).toBe(410)
  const atMolen = (await signIn('fenna', undefined, door.front.stranger('molen.localhost'))).browser
  expect((await atMolen.post(link)).status).toBe(410)

  expect((await browser.post(link)).headers.get('location')).toBe(urls.me())
  expect((await browser.post(link)).status).toBe(410)
  expect(await signsIn('fenna.nieuw@thuis.example')).toBe(true)
  expect(await signsIn('FENNA.nieuw@thuis.example', 'molen.localhost')).toBe(true)
  expect(await signsIn(addressOf('fenna'))).toBe(false)
  const page = await browser.text(urls.me())
  expect(page).toContain('Fenna.Nieuw@thuis.example')
  expect(page).toContain('E-mailadres veranderd')
  const told = await mailsOf('account-changed')
  expect(told.map(({ to }) => to)).toEqual(['Fenna.Nieuw@thuis.example', addressOf('fenna')])
  for (const { text } of told) expect(text).not.toMatch(/@thuis|@test/)
  // Sealed under the account's key: no table holds either of the two in plain text.
  const [stored] = await rows(`select string_agg(a::text, '') || (select string_agg(e::text, '') from account_event e)
    || (select string_agg(l::text, '') from account_link l) as all from account a`)
  expect(stored!.all).not.toMatch(/thuis|test\.example/)
})

test('an address that is somebody’s gets the same answer; only its owner hears that there is an account', async () => {
  const { browser } = await signIn('ngozi')
  const free = await browser.post(urls.myAddress(), { address: 'vrij@thuis.example' })
  const taken = await browser.post(urls.myAddress(), { address: addressOf('deniz').toUpperCase() })
  expect([taken.status, taken.headers.get('location')]).toEqual([free.status, free.headers.get('location')])
  const mails = await mailsOf('new-address')
  expect(mails.map(({ to, subject }) => [to, subject])).toEqual([
    [addressOf('deniz').toUpperCase(), 'Dit e-mailadres hoort al bij een account'],
  ])
  expect(pathIn(mails[0]!)).toBe(urls.me())
  expect(await signsIn(addressOf('deniz'))).toBe(true)
})

test('of two accounts that confirm one address at the same moment one has it, and the other hears what to do', async () => {
  const both = await Promise.all(
    ['kofi', 'gerda'].map(async (key) => {
      const { browser } = await signIn(key)
      await browser.post(urls.myAddress(), { address: 'samen@thuis.example' })
      return browser
    }),
  )
  const mails = await mailsOf('new-address')
  // Which of the two went first is for the queue to say; a link is there only for whom it was made.
  const links = await Promise.all(
    both.map(async (browser) => {
      for (const path of mails.map(pathIn)) if ((await browser.get(path)).status === 200) return path
      return ''
    }),
  )
  const answers = await Promise.all(both.map((browser, at) => browser.post(links[at]!)))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 422])
  const refused = answers.find(({ status }) => status === 422)!
  expect(await refused.text()).toContain('Voeg twee accounts samen')
  expect(await signsIn('samen@thuis.example')).toBe(true)
})

test('what is no address, one’s own, too old, dropped, or asked for too often, is said in words', async () => {
  const { browser } = await signIn('deniz')
  for (const [address, words] of [
    ['geen adres', 'Dit is geen e-mailadres'],
    ['', 'Dit is geen e-mailadres'],
    [` ${addressOf('deniz').toUpperCase()}`, 'Dit is al je adres'],
  ] as const) {
    const answer = await browser.post(urls.myAddress(), { address })
    expect([address, answer.status, (await answer.text()).includes(words)]).toEqual([address, 422, true])
  }
  await browser.post(urls.myAddress(), { address: 'een@thuis.example' })
  const [dropped] = await mailsOf('new-address')
  expect((await browser.post(urls.dropAddress())).status).toBe(303)
  expect((await browser.post(pathIn(dropped!))).status).toBe(410)
  await browser.post(urls.myAddress(), { address: 'twee@thuis.example' })
  const [late] = await mailsOf('new-address')
  await browser.post(urls.myAddress(), { address: 'drie@thuis.example' })
  expect((await browser.post(pathIn(late!))).status).toBe(410)
  expect((await browser.post(urls.myAddress(), { address: 'vier@thuis.example' })).status).toBe(429)
  const [last] = await mailsOf('new-address')
  expect(last!.to).toBe('drie@thuis.example')
  later(3_601)
  expect((await browser.get(pathIn(last!))).status).toBe(410)
  // After ten minutes the password is asked again, and a session of staff is strong or changes nothing.
  expect((await browser.post(urls.myAddress(), { address: 'vijf@thuis.example' })).headers.get('location')).toBe(
    urls.confirm({ next: urls.myAddress(), unsent: 'yes' }),
  )
  const weak = await door.front.as(world.staff.hatice, world.vuurtoren, undefined, false)
  expect((await weak.post(urls.myAddress(), { address: 'h@thuis.example' })).headers.get('location')).toBe(
    urls.secondFactor({ unsent: 'yes' }),
  )
})

test('a link to a new password that the old mailbox got before the change opens nothing after it', async () => {
  await door.front.stranger().post(urls.forgottenPassword(), { address: addressOf('restricted') })
  const [reset] = await mailsOf('forgotten-password')
  const { browser } = await signIn('restricted')
  await browser.post(urls.myAddress(), { address: 'rutger@thuis.example' })
  const [mail] = await mailsOf('new-address')
  expect((await browser.post(pathIn(mail!))).status).toBe(303)
  expect((await door.front.stranger().get(pathIn(reset!))).status).toBe(410)
})
