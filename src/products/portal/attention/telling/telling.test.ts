import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { nextMoment } from '#shared/attention/hours.ts'
import { giveItem } from '#shared/attention/item.ts'
import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { runJobs, runTask, takeDue } from '#test/jobs.ts'
import { MailServer } from '#test/mail-server.ts'
import { PushService } from '#test/push.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'

const { vuurtoren, molen, guardians, staff } = world
const only: { push?: never } = {}
let service: PushService
beforeAll(async () => {
  service = await PushService.open()
  only.push = service.push as never
})
const door = frontDoor(only as never)
afterAll(() => service.close())

const module = 'absences'
const give = (
  organisation: string,
  reader: string,
  more: { class: 'urgent' | 'to-know' } | { class: 'answer'; answerBy: string },
) =>
  door.front.within(organisation, (work) =>
    giveItem(work, { module, subject: randomUUID(), readers: [reader], ...more }),
  )
const told = () => runJobs(door.front, 'attention', service.push)
const digest = async () => {
  for (const organisation of [vuurtoren, molen]) await runTask(door.front, organisation, 'attention-digest', {})
  return told()
}

let fenna: Browser
beforeEach(async () => {
  setClock(door.front, week.tuesday, '09:00')
  fenna = await door.front.as(guardians.fenna, vuurtoren)
  await told()
  service.arrived.length = 0
  service.answers.clear()
  for (const organisation of [vuurtoren, molen])
    await door.front.within(organisation, async ({ db }) => {
      await db.deleteFrom('attention_item').execute()
      await db.deleteFrom('push_subscription').execute()
      await db.deleteFrom('attention_hours').execute()
    })
  await fenna.post(urls.howToldMe(), { mail: ['urgent', 'answer', 'to-know'], digestHour: '17' })
})

const allow = (path: string, browser = fenna) => browser.post(urls.pushHere(), { ...service.subscription(path) })

describe('by mail', () => {
  test('what is urgent and what needs an answer, at once and once; where to read it, never what', async () => {
    await give(vuurtoren, guardians.fenna, { class: 'urgent' })
    await give(vuurtoren, guardians.fenna, { class: 'answer', answerBy: week.friday })
    const mails = await told()
    expect(mails.map(({ to, subject }) => [to, subject]).sort()).toEqual([
      ['fenna@test.example', 'Er is iets dringends van school'],
      ['fenna@test.example', 'School vraagt je iets'],
    ])
    expect(mails[0]!.text).toContain('http://vuurtoren.localhost/')
    expect(mails.map(({ text }) => text).join()).not.toMatch(/Milaq|Fennaq|Groep/)
    expect(await told()).toEqual([])
  })

  test('nothing to whom the school may not write, and nothing after it was read', async () => {
    await door.front.within(vuurtoren, ({ db }) =>
      db
        .updateTable('guardianship')
        .set({ may_be_contacted: false })
        .where('guardian_id', '=', guardians.fenna)
        .execute(),
    )
    await give(vuurtoren, guardians.fenna, { class: 'urgent' })
    expect(await told()).toEqual([])
    await door.front.within(vuurtoren, ({ db }) =>
      db
        .updateTable('guardianship')
        .set({ may_be_contacted: true })
        .where('guardian_id', '=', guardians.fenna)
        .execute(),
    )
  })
})

describe('the digest', () => {
  test('one a day for all schools, at the hour of the family, and none without news', async () => {
    await give(vuurtoren, guardians.fenna, { class: 'to-know' })
    await give(molen, guardians.fennaAtMolen, { class: 'to-know' })
    expect(await digest()).toEqual([])
    setClock(door.front, week.tuesday, '17:00')
    expect((await digest()).map(({ subject }) => subject)).toEqual(['Er staan berichten voor je klaar'])
    setClock(door.front, week.tuesday, '18:00')
    await give(molen, guardians.fennaAtMolen, { class: 'to-know' })
    expect(await digest()).toEqual([])
    setClock(door.front, week.wednesday, '17:00')
    expect(await digest()).toHaveLength(1)
    setClock(door.front, week.thursday, '17:00')
    expect(await digest()).toEqual([])
  })

  test('at another hour when the family says so, and not by mail when it does not want one', async () => {
    await fenna.post(urls.howToldMe(), { mail: ['urgent'], digestHour: '7' })
    await give(vuurtoren, guardians.fenna, { class: 'to-know' })
    setClock(door.front, week.thursday, '07:00')
    expect(await digest()).toEqual([])
    await fenna.post(urls.howToldMe(), { mail: ['to-know'], digestHour: '7' })
    const page = await fenna.text(urls.howToldMe())
    expect(page).toMatch(/name="mail" value="urgent" checked/)
  })
})

describe('on the screen of a device', () => {
  test('takes the place of the mail; signed, and said to be urgent', async () => {
    await allow('/one')
    await give(vuurtoren, guardians.fenna, { class: 'urgent' })
    expect(await told()).toEqual([])
    expect(service.arrived).toEqual([{ path: '/one', urgency: 'high', signed: true }])
  })

  test('a browser that is gone is forgotten, and the mail goes instead', async () => {
    await allow('/gone')
    service.answers.set('/gone', 410)
    await give(vuurtoren, guardians.fenna, { class: 'urgent' })
    expect(await told()).toHaveLength(1)
    await give(vuurtoren, guardians.fenna, { class: 'urgent' })
    expect(await told()).toHaveLength(1)
    expect(service.arrived.map(({ path }) => path)).toEqual(['/gone'])
  })

  test('a service that fails loses nothing: the mail goes', async () => {
    await allow('/broken')
    service.answers.set('/broken', 500)
    await give(vuurtoren, guardians.fenna, { class: 'answer', answerBy: week.friday })
    expect(await told()).toHaveLength(1)
  })

  test('ends with the session in which it was allowed', async () => {
    await allow('/shared')
    await fenna.post(urls.signOut())
    const again = await door.front.as(guardians.fenna, vuurtoren)
    await again.post(urls.howToldMe(), { mail: ['urgent'], push: ['urgent'], digestHour: '17' })
    await give(vuurtoren, guardians.fenna, { class: 'urgent' })
    expect(await told()).toHaveLength(1)
    expect(service.arrived).toEqual([])
  })

  test('knocks on no other door than that of a push service', async () => {
    for (const endpoint of [
      'https://169.254.169.254/latest',
      'http://fcm.googleapis.com/x',
      'https://fcm.googleapis.com.evil.example/x',
      'https://fcm.googleapis.com@evil.example/x',
      'https://fcm.googleapis.com:8443/x',
    ])
      expect([
        endpoint,
        (await fenna.post(urls.pushHere(), { ...service.subscription('/x'), endpoint })).status,
      ]).toEqual([endpoint, 404])
  })
})

describe('while the mail server is away', () => {
  test('nothing is lost and nothing comes twice: the job waits, and goes out once the server is back', async () => {
    const smtp = await MailServer.away()
    const ways = { mailer: smtp.mailer, push: service.push }
    await allow('/both')
    await fenna.post(urls.howToldMe(), { mail: ['urgent'], push: ['urgent'], digestHour: '17' })
    await give(vuurtoren, guardians.fenna, { class: 'urgent' })
    const due = () => takeDue(door.front, door.front.parts.now())
    for (const { task, data } of await due()) await runTask(door.front, vuurtoren, task, data, ways)
    for (const { task, data } of await due()) await runTask(door.front, vuurtoren, task, data, ways)
    const [waiting] = await due()
    expect(waiting!.task).toBe('attention-mail')
    for (let tried = 0; tried < 3; tried++)
      await expect(runTask(door.front, vuurtoren, waiting!.task, waiting!.data, ways)).rejects.toThrow()
    await smtp.comes()
    await runTask(door.front, vuurtoren, waiting!.task, waiting!.data, ways)
    expect([smtp.arrived.length, service.arrived.length, (await due()).length]).toEqual([1, 1, 0])
    await smtp.close()
  })
})

describe('working hours', () => {
  const hours = { works2: 'yes', from2: '8:00', until2: '16.30', works4: 'yes', from4: '08:00', until4: '12:00' }

  test('a message outside them arrives at the next moment; what is urgent at once', async () => {
    const hatice = await door.front.as(staff.hatice, vuurtoren)
    expect((await hatice.post(urls.workingHours(), hours)).status).toBe(303)
    setClock(door.front, week.tuesday, '17:10')
    await give(vuurtoren, staff.hatice, { class: 'answer', answerBy: week.friday })
    expect(await told()).toEqual([])
    await give(vuurtoren, staff.hatice, { class: 'urgent' })
    expect(await told()).toHaveLength(1)
    setClock(door.front, week.thursday, '08:00')
    expect((await told()).map(({ subject }) => subject)).toEqual(['School vraagt je iets'])
  })

  test('are refused where they cannot be, with what was typed', async () => {
    const hatice = await door.front.as(staff.hatice, vuurtoren)
    const refused = await hatice.post(urls.workingHours(), { ...hours, until4: '7:00' })
    expect(refused.status).toBe(422)
    expect(await refused.text()).toMatch(/De tweede is later.*|value="7:00"/)
    expect((await fenna.post(urls.workingHours(), hours)).status).toBe(404)
  })

  test('keep to the clock when it is set forward', () => {
    const sunday = [{ weekday: 7, from: '08:00', until: '17:00' }]
    expect(nextMoment(sunday, new Date('2027-03-27T12:00:00Z')).toISOString()).toBe('2027-03-28T06:00:00.000Z')
    expect(nextMoment([], new Date('2027-03-27T12:00:00Z')).toISOString()).toBe('2027-03-27T12:00:00.000Z')
  })
})
