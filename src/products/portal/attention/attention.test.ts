import { randomUUID } from 'node:crypto'
import { gzipSync } from 'node:zlib'
import { beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Shown } from '#shared/access/attention.ts'
import { Module } from '#shared/access/module.ts'
import { answerItem, giveItem, takeItemBack } from '#shared/attention/item.ts'
import { assets, serveAsset } from '#shared/ui/assets.ts'
import { urls } from '#src/urls.ts'
import { asking } from '#test/consenting.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'

const { vuurtoren, molen, guardians, staff, pupils } = world

/** A module whose things are shown to everybody but for one that it says this reader may not see. */
const closed = randomUUID()
const questions = new Module('questions', { nl: 'Vragen', en: 'Questions' }).attention({
  show: async ({ site }, items) =>
    items
      .filter(({ subject }) => subject !== closed)
      .map(
        ({ subject, class: kind, answerBy }): Shown => ({
          subject,
          title: `Vraagq ${kind} ${answerBy ?? ''} ${subject}`,
          text: `Milaq, ${site.name}`,
          to: '/children',
          action: 'Geef antwoord',
        }),
      ),
})

const door = frontDoor({ extra: [questions] })
const module = 'questions'
const readers = { [vuurtoren]: [guardians.fenna], [molen]: [guardians.fennaAtMolen] }
const give = (
  organisation: string,
  more: { class: 'urgent' | 'to-know' } | { class: 'answer'; answerBy: string },
  subject = randomUUID(),
) =>
  door.front
    .within(organisation, (work) => giveItem(work, { module, subject, readers: readers[organisation]!, ...more }))
    .then(() => subject)

/** The things of a page in the order in which they stand there. */
const listed = (html: string) =>
  [...html.matchAll(/Vraagq ([a-z-]+) ([\d-]*) [0-9a-f-]{36}/g)].map(([, kind, day]) => `${kind} ${day}`.trim())

let fenna: Browser
beforeAll(async () => {
  setClock(door.front, week.tuesday, '07:48')
  fenna = await door.front.as(guardians.fenna, vuurtoren)
})
beforeEach(async () => {
  for (const organisation of [vuurtoren, molen])
    await door.front.within(organisation, ({ db }) => db.deleteFrom('attention_item').execute())
})

describe('one list for the whole family', () => {
  test('of both schools, ordered by when an answer is needed, each with the name of its school', async () => {
    await give(molen, { class: 'answer', answerBy: week.thursday })
    await give(vuurtoren, { class: 'answer', answerBy: week.friday })
    await give(molen, { class: 'urgent' })
    await give(vuurtoren, { class: 'answer', answerBy: week.wednesday })
    await give(vuurtoren, { class: 'to-know' })
    const page = await fenna.text(urls.home())
    expect(listed(page)).toEqual([
      'urgent',
      `answer ${week.wednesday}`,
      `answer ${week.thursday}`,
      `answer ${week.friday}`,
    ])
    expect(page).toContain('1 bericht zonder haast')
    for (const name of ['Milaq', 'Emreq', 'De Molen', 'De Vuurtoren']) expect(page).toContain(name)
    expect(listed(await fenna.text(urls.later()))).toEqual(['to-know'])
  })

  test('each school writes down by itself whose data were opened for it', async () => {
    const lines = (organisation: string) =>
      door.front.within(organisation, ({ db }) =>
        db
          .selectFrom('audit_line')
          .select(['person_id', 'subjects'])
          .where('place', '=', 'GET /')
          .where('action', '=', 'opened')
          .orderBy('at', 'desc')
          .execute(),
      )
    await fenna.text(urls.home())
    expect((await lines(vuurtoren))[0]).toEqual({ person_id: guardians.fenna, subjects: [pupils.mila] })
    expect((await lines(molen))[0]).toEqual({ person_id: guardians.fennaAtMolen, subjects: [pupils.emre] })
  })

  test('a thing of another school is reached through the account, a page there included', async () => {
    await give(molen, { class: 'answer', answerBy: week.thursday })
    const address = urls.goElsewhere({ to: molen, next: '/children' })
    expect(await fenna.text(urls.home())).toContain(address.replaceAll('&', '&amp;'))
    const gone = await fenna.get(address)
    expect(gone.status).toBe(303)
    const arrival = new URL(gone.headers.get('location')!)
    const there = door.front.stranger(arrival.hostname)
    const arrived = await there.get(arrival.pathname + arrival.search)
    expect([arrival.hostname, arrived.headers.get('location')]).toEqual(['molen.localhost', '/children'])
    expect((await fenna.request('GET', address, undefined, { 'sec-fetch-site': 'cross-site' })).status).toBe(404)
    const away = await there.get(`${arrival.pathname}?next=https://elsewhere.example/`)
    expect(away.status).not.toBe(303)
  })

  test('thirty things of two schools are less than 15 KB on the line', async () => {
    for (let number = 0; number < 15; number++)
      for (const organisation of [vuurtoren, molen])
        await give(organisation, { class: 'answer', answerBy: week.friday })
    const page = await fenna.text(urls.home())
    expect(listed(page)).toHaveLength(30)
    expect(gzipSync(page).byteLength).toBeLessThan(15 * 1024)
  })

  test('all script of a page is less than 60 KB on the line', () => {
    const script = ['script', 'passkey', 'worker'] as const
    const bytes = script.map((name) => serveAsset(assets()[name].url, 'gzip')!.body.byteLength)
    expect(bytes.reduce((all, one) => all + one, 0)).toBeLessThan(60 * 1024)
  })

  test('somebody else sees none of it', async () => {
    await give(vuurtoren, { class: 'urgent' })
    for (const other of [guardians.ngozi, guardians.deniz, staff.hatice])
      expect(listed(await (await door.front.as(other, vuurtoren)).text(urls.home()))).toEqual([])
  })

  test('what its module no longer shows to this reader stands nowhere and counts nowhere', async () => {
    await give(vuurtoren, { class: 'to-know' }, closed)
    const page = await fenna.text(urls.home())
    expect(page).not.toContain('zonder haast')
  })
})

describe('consents that wait', () => {
  test('stand in the list of every school as one question without a day, last, and go when they are answered', async () => {
    await asking(door.front, 'photo-class', molen)
    await give(vuurtoren, { class: 'answer', answerBy: week.friday })
    const page = await fenna.text(urls.home())
    expect(page.indexOf('Er staat één vraag voor je klaar')).toBeGreaterThan(page.indexOf('Vraagq answer'))
    expect(page).toContain(urls.goElsewhere({ to: molen, next: urls.consents() }).replaceAll('&', '&amp;'))
    expect(page).toMatch(/place-count">2</)
    await door.front.within(molen, ({ db }) =>
      db.updateTable('consent_purpose').set({ ended_at: new Date() }).execute(),
    )
    expect(await fenna.text(urls.home())).not.toContain('vraag voor je klaar')
  })
})

describe('what leaves the list', () => {
  test('what was answered by one, for one or for all; what was taken back; and what is over', async () => {
    const both = (subject: string) =>
      door.front.within(vuurtoren, (work) =>
        giveItem(work, {
          module,
          subject,
          readers: [guardians.fenna, guardians.deniz],
          class: 'answer',
          answerBy: week.friday,
        }),
      )
    const [own, shared, taken] = [randomUUID(), randomUUID(), randomUUID()]
    for (const subject of [own, shared, taken]) await both(subject)
    const deniz = await door.front.as(guardians.deniz, vuurtoren)
    expect(listed(await deniz.text(urls.home()))).toHaveLength(3)
    await door.front.within(vuurtoren, async (work) => {
      await answerItem(work, { module, subject: own, by: guardians.deniz })
      await answerItem(work, { module, subject: shared })
      await takeItemBack(work, { module, subject: taken })
    })
    await both(own)
    expect(listed(await deniz.text(urls.home()))).toEqual([])
    expect(listed(await fenna.text(urls.home()))).toHaveLength(1)
    setClock(door.front, week.nextMonday, '07:48')
    expect(listed(await fenna.text(urls.home()))).toEqual([])
    setClock(door.front, week.tuesday, '07:48')
  })

  test('what is good to know, when one has read it; of the own school only', async () => {
    await give(vuurtoren, { class: 'to-know' })
    await give(molen, { class: 'to-know' })
    expect((await fenna.post(urls.later())).headers.get('location')).toBe(urls.home())
    expect(await fenna.text(urls.home())).toContain('1 bericht zonder haast')
  })
})

describe('absences', () => {
  test('what one parent reports stands in the list of the other, until they open the list of absences', async () => {
    await fenna.post(urls.newAbsence(), { requestKey: randomUUID(), when: 'day', kind: 'ill', pupil: pupils.mila })
    const deniz = await door.front.as(guardians.deniz, vuurtoren)
    expect(await deniz.text(urls.later())).toContain('Milaq: ziek, vandaag')
    expect(await fenna.text(urls.home())).not.toContain('zonder haast')
    await deniz.text(urls.myAbsences())
    expect(await deniz.text(urls.home())).not.toContain('zonder haast')
    await door.front.within(vuurtoren, ({ db }) => db.deleteFrom('absence').execute())
  })

  test('a child whom nobody has seen is urgent for whom school wrote, until somebody says where it is', async () => {
    setClock(door.front, week.tuesday, '09:10')
    const hatice = await door.front.as(staff.hatice, vuurtoren)
    await hatice.post(urls.absenceCalls(), {
      requestKey: randomUUID(),
      pupil: pupils.mila,
      guardian: guardians.deniz,
      outcome: 'messaged',
    })
    const deniz = await door.front.as(guardians.deniz, vuurtoren)
    expect(await deniz.text(urls.home())).toContain('Bel school over Milaq')
    expect(await fenna.text(urls.home())).not.toContain('Bel school over Milaq')
    await fenna.post(urls.newAbsence(), { requestKey: randomUUID(), when: 'day', kind: 'ill', pupil: pupils.mila })
    expect(await deniz.text(urls.home())).not.toContain('Bel school over Milaq')
  })
})
