import { expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { pathIn, signingIn } from '#test/signing-in.ts'
import { addressOf, PASSWORD, world } from '#test/world.ts'
import { hashesMade } from '../hashing.ts'

const door = frontDoor()
const { later, signIn, codeOf, setUpApp, rows, mailsOf } = signingIn(door)
const NEW = 'zeven trage otters fluiten'

const ask = (address: string, browser = door.front.stranger()) => browser.post(urls.forgottenPassword(), { address })

/** Asks for a link and answers the path of the one that was mailed. */
const linkFor = async (key: string, host?: string) => {
  await ask(addressOf(key), door.front.stranger(host))
  const [mail] = await mailsOf('forgotten-password', host)
  return pathIn(mail!)
}

const passwordWorks = async (key: string, password: string) =>
  (await door.front.stranger().post(urls.signIn(), { address: addressOf(key), password })).status === 303

test('a forgotten password: a mailed link chooses a new one, once, and ends every other session', async () => {
  const elsewhere = (await signIn('ngozi')).browser
  const earlier = await linkFor('ngozi')
  expect((await ask(addressOf('ngozi'))).headers.get('location')).toBe(urls.forgottenPassword({ sent: 'yes' }))
  const [mail, ...more] = await mailsOf('forgotten-password')
  expect([mail!.to, mail!.subject, more]).toEqual([addressOf('ngozi'), 'Kies een nieuw wachtwoord', []])
  const link = pathIn(mail!)

  // A mail program that looks ahead, and a password that is refused, use nothing up.
  const phone = door.front.stranger()
  for (let look = 0; look < 3; look++) expect((await phone.get(link)).status).toBe(200)
  const refused = await phone.post(link, { password: 'kort' })
  expect([refused.status, (await refused.text()).includes('Dit is te kort')]).toEqual([422, true])
  expect(await passwordWorks('ngozi', PASSWORD)).toBe(true)

  const done = await phone.post(link, { password: NEW })
  expect([done.status, done.headers.get('location')]).toEqual([303, urls.home()])
  expect((await phone.get(urls.me())).status).toBe(200)
  expect((await elsewhere.get(urls.me())).status).toBe(303)
  expect(await passwordWorks('ngozi', PASSWORD)).toBe(false)
  expect(await passwordWorks('ngozi', NEW)).toBe(true)
  for (const used of [link, earlier]) {
    expect((await phone.get(used)).status).toBe(410)
    expect((await phone.post(used, { password: 'nog een ander lang woord' })).status).toBe(410)
  }
  expect(await passwordWorks('ngozi', NEW)).toBe(true)
  expect(await phone.text(urls.me())).toContain('Nieuw wachtwoord gekozen via de mail')
  expect((await mailsOf('account-changed')).map(({ to }) => to)).toEqual([addressOf('ngozi')])
})

test('of two who use a link at the same moment one chooses the password', async () => {
  const link = await linkFor('kofi')
  const chosen = ['eerste lange wachtwoord hier', 'tweede lange wachtwoord daar']
  const answers = await Promise.all(chosen.map((password) => door.front.stranger().post(link, { password })))
  expect(answers.map(({ status }) => status).sort()).toEqual([303, 410])
  const works = await Promise.all(chosen.map((password) => passwordWorks('kofi', password)))
  expect(works).toEqual(answers.map(({ status }) => status === 303))
})

test('asking answers the same, costs the same and adds one job, whoever has the address', async () => {
  const asked = async (address: string) => {
    const jobs = 'select id from graphile_worker._private_jobs'
    const before = {
      jobs: (await rows(jobs)).length,
      throttle: (await rows('select from throttle')).length,
      hashes: hashesMade(),
    }
    const response = await ask(address)
    return {
      status: response.status,
      location: response.headers.get('location'),
      cookies: response.headers.getSetCookie(),
      jobs: (await rows(jobs)).length - before.jobs,
      counts: (await rows('select from throttle')).length - before.throttle,
      hashes: hashesMade() - before.hashes,
    }
  }
  const known = await asked(addressOf('gerda'))
  expect(known).toMatchObject({ status: 303, jobs: 1, counts: 1, hashes: 0 })
  expect(await asked('niemand@nergens.example')).toEqual(known)
  expect(await asked(addressOf('sem'))).toEqual(known)
  // Only she is somebody here; and what waits in the queue names nobody.
  const [queued] = await rows(`select string_agg(payload::text, ' ') as all from graphile_worker._private_jobs`)
  expect(queued!.all).not.toMatch(/@|example/)
  expect((await mailsOf('forgotten-password')).map(({ to }) => to)).toEqual([addressOf('gerda')])
  for (const odd of [
    '',
    'geen adres',
    'a@b',
    `${'x'.repeat(300)}@test.example`,
    'a@test.example\u0000b@test.example, c',
  ])
    expect([odd, (await ask(odd)).status]).toEqual([odd, 422])
})

test('asking is delayed, the same for everyone, and never for longer than the last link works', async () => {
  const waits = async (address: string) => {
    const answers: (string | number | null)[] = []
    for (let turn = 0; turn < 4; turn++) {
      const answer = await ask(address)
      answers.push(answer.status === 429 ? answer.headers.get('retry-after') : answer.status)
    }
    return answers
  }
  const known = await waits(addressOf('deniz'))
  expect(known).toEqual([303, 303, 303, '60'])
  expect(await waits('iemand-anders@nergens.example')).toEqual(known)
  const refused = await ask(addressOf('deniz'))
  expect(await refused.text()).toContain('De laatste werkt nog')
  // A stranger who keeps asking: there is always a link in the owner's mail that works.
  let asked = 0
  for (let minute = 0; minute < 12 * 60; minute += 20) {
    later(1_200)
    if ((await ask(addressOf('deniz'))).status === 303) asked++
    await mailsOf('forgotten-password')
    const [{ open } = { open: 0 }] = await rows(
      `select count(*)::int as open from account_link where ended_at is null and expires_at > '${door.front.clock.now!.toISOString()}'`,
    )
    expect(open).toBeGreaterThan(0)
  }
  expect(asked).toBeLessThan(20)
  // And the owner's own phone has a count of its own.
  const own = (await signIn('deniz')).browser
  expect((await ask(addressOf('deniz'), own)).status).toBe(303)
})

test('a link works for an hour, at the school that sent it, and only as long as its account is somebody there', async () => {
  const link = await linkFor('fenna')
  expect((await door.front.stranger('molen.localhost').get(link)).status).toBe(410)
  expect((await door.front.stranger('molen.localhost').post(link, { password: NEW })).status).toBe(410)
  later(3_599)
  expect((await door.front.stranger().get(link)).status).toBe(200)
  later(2)
  expect((await door.front.stranger().get(link)).status).toBe(410)
  expect((await door.front.stranger().post(link, { password: NEW })).status).toBe(410)
  for (const odd of ['x', 'x'.repeat(43), '%00', '../me', '0'.repeat(64)])
    expect([odd, (await door.front.stranger().get(`/new-password/${odd}`)).status]).not.toEqual([odd, 200])

  const other = await linkFor('restricted')
  await rows(`update person set state = 'left' where id = '${world.guardians.restricted}'`)
  expect((await door.front.stranger().get(other)).status).toBe(410)
  await ask(addressOf('restricted'))
  expect(await mailsOf('forgotten-password')).toEqual([])
  await rows(`update person set state = 'active' where id = '${world.guardians.restricted}'`)
})

test('a second factor is still asked: the link replaces the password only', async () => {
  const { secret } = await setUpApp((await signIn('wim')).browser)
  later(60)
  const browser = door.front.stranger()
  const done = await browser.post(await linkFor('wim'), { password: NEW })
  expect(done.headers.get('location')).toBe(urls.secondFactor())
  for (const place of [urls.home(), urls.me(), urls.people()]) expect((await browser.get(place)).status).toBe(303)
  expect((await browser.post(urls.secondFactor(), { code: '000000' })).status).toBe(422)
  expect((await browser.post(urls.secondFactor(), { code: codeOf(secret) })).headers.get('location')).toBe(urls.home())
  expect((await browser.get(urls.people())).status).toBe(200)
})

test('changing the password while signed in ends a link that was mailed before', async () => {
  const link = await linkFor('hidden-mother')
  const { browser } = await signIn('hidden-mother')
  expect((await browser.post(urls.myPassword(), { current: PASSWORD, password: NEW })).status).toBe(303)
  expect((await browser.get(link)).status).toBe(410)
})

test('while the mail is down nothing is lost: it is the same mail again, whose link lives from when it leaves', async () => {
  await ask(addressOf('gerda'))
  expect(await mailsOf('forgotten-password', undefined, true)).toEqual([])
  later(2 * 3_600)
  const [first] = await mailsOf('forgotten-password', undefined, true)
  expect(first).toBeUndefined()
  const waiting = await rows(`select payload from graphile_worker._private_jobs j join graphile_worker._private_tasks t
    on t.id = j.task_id where t.identifier = 'forgotten-password'`)
  const [mail] = await mailsOf('forgotten-password')
  const { data } = waiting[0]!.payload as { data: { link: string } }
  expect(mail!.key).toBe(data.link)
  const browser = door.front.stranger()
  expect((await browser.post(pathIn(mail!), { password: NEW })).status).toBe(303)

  // Sent again after it was used, since nobody knew whether it had arrived: it opens nothing.
  const task = door.front.application.tasks.find(({ name }) => name === 'forgotten-password')!
  const again: unknown[] = []
  const run = (given: object) =>
    task.run({
      data: { ...data, ...given },
      inOrganisation: (work: never) => door.front.within(world.vuurtoren, work),
      mailer: { send: async (one: unknown) => void again.push(one) },
      origin: 'http://vuurtoren.localhost',
      organisationName: 'De Vuurtoren',
    } as never)
  await run({})
  expect(again).toEqual([])
  expect((await browser.get(pathIn(mail!))).status).toBe(410)
  // Who asked yesterday has asked again, or found the password.
  later(25 * 3_600)
  await run({ link: '00000000-0000-4000-8000-0000000000aa' })
  expect(again).toEqual([])
})
