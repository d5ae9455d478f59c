import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Mail, openMail } from '#shared/mail/index.ts'
import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { addressOf, PASSWORD, world } from '#test/world.ts'
import { deviceWords } from './device.ts'

const door = frontDoor()
const IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Mobile/15E148 Safari/604.1'

const signIn = async (key: string, host?: string, agent = IPHONE): Promise<Browser> => {
  const browser = door.front.stranger(host)
  const form = new URLSearchParams({ address: addressOf(key), password: PASSWORD })
  await browser.request('POST', urls.signIn(), form, { 'user-agent': agent })
  return browser
}

const sessionsIn = (page: string) => [...page.matchAll(/name="session" value="([0-9a-f]{64})"/g)].map((m) => m[1]!)

describe('the own page', () => {
  test('shows each device where one is signed in, on every host, and ends one of them', async () => {
    const here = await signIn('fenna')
    const elsewhere = await signIn('fenna', 'molen.localhost', 'Mozilla/5.0 (X11; Linux) Firefox/150.0')
    const page = await here.text(urls.me())
    expect(page).toContain('Safari, iPhone')
    expect(page).toContain('Firefox, Linux')
    expect(page).toContain('De Molen')
    expect(page).toContain('Dit apparaat')
    const [other] = sessionsIn(page)
    expect(sessionsIn(page)).toHaveLength(1)
    expect((await here.post(urls.endSession(), { session: other! })).status).toBe(303)
    expect((await elsewhere.get(urls.me())).status).toBe(303)
    expect((await here.get(urls.me())).status).toBe(200)
  })

  test('ends nobody else’s session', async () => {
    const victim = await signIn('kofi')
    const [own] = sessionsIn(await (await signIn('kofi')).text(urls.me()))
    const thief = await signIn('ngozi')
    await thief.post(urls.endSession(), { session: own! })
    await thief.post(urls.endSession(), { session: 'nonsense' })
    expect((await victim.get(urls.me())).status).toBe(200)
  })

  test('ends all others at once', async () => {
    const others = [await signIn('deniz'), await signIn('deniz')]
    const here = await signIn('deniz')
    expect((await here.post(urls.endOtherSessions())).status).toBe(303)
    for (const other of others) expect((await other.get(urls.me())).status).toBe(303)
    expect((await here.get(urls.me())).status).toBe(200)
  })

  test('the language is that of this session at once and of the account from then on', async () => {
    const browser = await signIn('gerda')
    await browser.post(urls.myLanguage(), { language: 'en' })
    await browser.post(urls.myLanguage(), { language: 'klingon' })
    expect(await browser.text(urls.me())).toContain('Where you are signed in')
    expect(await (await signIn('gerda')).text(urls.me())).toContain('<html lang="en"')
  })

  test('what one opens of oneself is not written down', async () => {
    const lines = () =>
      door.front.within(world.vuurtoren, ({ db }) =>
        db.selectFrom('audit_line').select('id').where('action', '=', 'opened').execute(),
      )
    const browser = await signIn('ngozi')
    const before = (await lines()).length
    await browser.get(urls.me())
    expect((await lines()).length).toBe(before)
  })

  test('devices are told apart by browser and system, nothing finer', () => {
    expect(deviceWords(IPHONE)).toBe('Safari, iPhone')
    expect(deviceWords('Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 Chrome/150.0 Safari/537.36 Edg/150.0')).toBe(
      'Edge, Windows',
    )
    expect(deviceWords('Mozilla/5.0 (Linux; Android 16) AppleWebKit Chrome/150.0 Mobile Safari')).toBe(
      'Chrome, Android',
    )
    expect(deviceWords(null)).toBe('?')
  })
})

describe('the mail about a change', () => {
  let mail: Mail
  beforeAll(async () => {
    mail = await openMail({}, true, (_name, make) => make())
  })
  afterAll(() => mail.close())

  test('goes to the owner’s address in their language, says where to look and nothing else', async () => {
    const account = await door.front.within(world.vuurtoren, async ({ db }) => {
      const row = await db
        .selectFrom('account_person')
        .select('account_id')
        .where('person_id', '=', world.guardians.kofi)
        .executeTakeFirstOrThrow()
      return row.account_id
    })
    const task = door.front.application.tasks.find(({ name }) => name === 'account-changed')!
    await task.run({
      id: '1',
      data: { account, key: '00000000-0000-4000-8000-00000000beef' },
      inOrganisation: (run: never) => door.front.within(world.vuurtoren, run),
      mailer: mail.mailer,
      origin: 'http://vuurtoren.localhost:3000',
      organisationName: 'De Vuurtoren',
    } as never)
    const sent = await mail.development!.next(() => true)
    expect(sent.to).toEqual([addressOf('kofi')])
    expect(sent.subject).toBe('Je manier van inloggen is veranderd')
    expect(sent.text).toContain('http://vuurtoren.localhost:3000/me')
    expect(sent.text).not.toMatch(/Kofiq|Mensahq|passkey/)
  })

  test('goes to nobody when the account is gone by then', async () => {
    const task = door.front.application.tasks.find(({ name }) => name === 'account-changed')!
    const sent: unknown[] = []
    await task.run({
      data: { account: '00000000-0000-4000-8000-00000000dead', key: 'another-key' },
      inOrganisation: (run: never) => door.front.within(world.vuurtoren, run),
      mailer: { send: async (one: unknown) => void sent.push(one) },
      origin: 'http://vuurtoren.localhost:3000',
      organisationName: 'De Vuurtoren',
    } as never)
    expect(sent).toEqual([])
  })
})
