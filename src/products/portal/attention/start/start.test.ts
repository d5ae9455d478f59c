import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { giveItem } from '#shared/attention/item.ts'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { runJobs, runTask } from '#test/jobs.ts'
import { setClock, week } from '#test/school-week.ts'
import { addressOf, PASSWORD, world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, molen, guardians, staff, pupils } = world
const accountsOf = (person: string) =>
  door.front.within(vuurtoren, ({ db }) =>
    db.selectFrom('account_person').select('account_id').where('person_id', '=', person).execute(),
  )

beforeEach(() => setClock(door.front, week.tuesday, '09:00'))

test('a guardian reads what the school knows, what is a choice, and how to install it; staff have no such page', async () => {
  const page = await (await door.front.as(guardians.deniz, vuurtoren)).text(urls.welcome())
  for (const words of [
    'Wat school van je weet',
    'Wat je zelf kiest',
    'Zet op beginscherm',
    'Geen account, alsjeblieft',
  ])
    expect(page).toContain(words)
  expect((await (await door.front.as(staff.hatice, vuurtoren)).get(urls.noAccount())).status).toBe(404)
})

test('no account: signed out at once, told by letter, and gone after two weeks', async () => {
  const deniz = await door.front.as(guardians.deniz, vuurtoren)
  const other = await door.front.as(guardians.deniz, vuurtoren)
  const asked = await deniz.post(urls.noAccount())
  expect([asked.status, asked.headers.get('clear-site-data')]).toEqual([303, '"storage"'])
  expect((await other.get(urls.home())).headers.get('location')).toMatch(/^\/sign-in/)

  const fenna = await door.front.as(guardians.fenna, vuurtoren)
  await fenna.post(urls.newAbsence(), { requestKey: randomUUID(), when: 'day', kind: 'ill', pupil: pupils.mila })
  const [report] = await door.front.within(vuurtoren, ({ db }) => db.selectFrom('absence').select('id').execute())
  await runJobs(door.front, 'attention')
  await door.front.within(vuurtoren, async (work) => {
    await work.db.deleteFrom('attention_item').execute()
    await giveItem(work, {
      module: 'absences',
      subject: report!.id,
      readers: [guardians.deniz],
      class: 'answer',
      answerBy: week.friday,
    })
  })
  expect(await runJobs(door.front, 'attention')).toEqual([])
  const office = await door.front.as(staff.wim, vuurtoren)
  const letters = await office.text(urls.paperLetters())
  expect(letters).toContain('Voor Denizq Yıldızq')
  expect(letters).toContain('Milaq: ziek, vandaag')
  await office.post(urls.paperLetters(), { person: guardians.deniz })
  const gone = await office.text(urls.paperLetters())
  expect(gone).toContain('Er hoeft geen brief de deur uit')
  expect(gone).toContain('1 brief, dinsdag')
  const batch = /\/letters\/([0-9a-f-]{36})\/back/.exec(gone)![1]!
  expect((await office.get(urls.printLetters())).status).toBe(404)
  const again = await office.get(urls.printLetters({ batch }))
  expect([again.status, again.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect((await again.text()).match(/\/Type \/Page\n/g)).toHaveLength(1)
  expect((await office.post(urls.lettersBack({ batch }))).status).toBe(303)
  expect((await office.post(urls.lettersBack({ batch }))).status).toBe(404)
  expect(await office.text(urls.home())).toContain('1 brief om te printen')
  expect((await office.get(urls.printLetters())).status).toBe(200)
  await office.post(urls.paperLetters(), { person: guardians.deniz })

  door.front.clock.now = new Date(door.front.clock.now!.getTime() + 13 * 86_400_000)
  await runTask(door.front, vuurtoren, 'no-account', {})
  expect(await accountsOf(guardians.deniz)).toHaveLength(1)
  door.front.clock.now = new Date(door.front.clock.now!.getTime() + 2 * 86_400_000)
  await runTask(door.front, vuurtoren, 'no-account', {})
  expect(await accountsOf(guardians.deniz)).toHaveLength(0)
})

test('who signs in within two weeks keeps the account, and it never touches another school', async () => {
  const fenna = await door.front.as(guardians.fenna, vuurtoren)
  const asked = await fenna.post(urls.noAccount())
  expect(await fenna.text(asked.headers.get('location')!)).toContain('Over twee weken gaat je account weg')
  const again = door.front.stranger()
  const signedIn = await again.post(urls.signIn(), { address: addressOf('fenna'), password: PASSWORD })
  expect(signedIn.status).toBe(303)
  door.front.clock.now = new Date(door.front.clock.now!.getTime() + 15 * 86_400_000)
  await runTask(door.front, vuurtoren, 'no-account', {})
  expect(await accountsOf(guardians.fenna)).toHaveLength(1)
  const there = await door.front.within(molen, ({ db }) =>
    db.selectFrom('account_person').select('account_id').where('person_id', '=', guardians.fennaAtMolen).execute(),
  )
  expect(there).toHaveLength(1)
})

test('the school sets what it promises and when its team is told; what cannot be is said', async () => {
  const office = await door.front.as(staff.wim, vuurtoren)
  expect((await office.post(urls.messageRules(), { answerWithin: '2', from: '18:00', until: '8:00' })).status).toBe(422)
  expect((await office.post(urls.messageRules(), { answerWithin: '99' })).status).toBe(422)
  expect((await office.post(urls.messageRules(), { answerWithin: '2', from: '7:30', until: '18:00' })).status).toBe(303)
  const { promisedBy } = await import('../rules/message-rules.ts')
  setClock(door.front, week.friday, '19:00')
  expect(await door.front.within(vuurtoren, (work) => promisedBy(work))).toBe(week.nextTuesday)
  const { momentsOf } = await import('#shared/attention/hours.ts')
  const later = await door.front.within(vuurtoren, (work) => momentsOf(work, [staff.hatice, guardians.kofi], work.now))
  expect([...later.keys()]).toEqual([staff.hatice])
})

test('looking as a guardian shows nobody who exists', async () => {
  const page = await (await door.front.as(staff.hatice, vuurtoren)).text(urls.lookAsGuardian())
  expect(page).toContain('Dit is een verzonnen gezin.')
  expect(page.slice(page.indexOf('<main'), page.indexOf('class="more"'))).not.toMatch(/[A-Za-z]{2}q\b/)
  expect((await (await door.front.as(guardians.kofi, vuurtoren)).get(urls.lookAsGuardian())).status).toBe(404)
})
