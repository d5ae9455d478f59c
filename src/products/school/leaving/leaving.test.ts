import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { attentionTopic } from '#shared/attention/item.ts'
import { urls } from '#src/urls.ts'
import { FrontDoor, frontDoor } from '#test/front-door.ts'
import { Stream } from '#test/stream.ts'
import { world } from '#test/world.ts'
import { peopleLeaving } from './jobs.ts'

const door = frontDoor()
const { staff, pupils, guardians, groups, vuurtoren } = world
const DAY = 86_400_000
const day = (from: number) =>
  new Date(Date.now() + from * DAY).toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' })

/** A second process on the same database. */
let other: FrontDoor
beforeAll(async () => {
  other = await FrontDoor.open(door.front)
})
afterAll(() => other.close())
afterEach(() => {
  door.front.clock.now = null
})

const as = (person: string) => door.front.as(person, vuurtoren)
const elsewhere = (person: string) => other.as(person, vuurtoren)
const signedOut = async (response: Promise<Response>) =>
  (await response).headers.get('location')?.includes(urls.signIn()) === true
const night = () => peopleLeaving.run({ inOrganisation: (run: never) => door.front.within(vuurtoren, run) } as never)
const personOf = (id: string) =>
  door.front.within(vuurtoren, ({ db }) =>
    db.selectFrom('person').select(['state', 'left_on']).where('id', '=', id).executeTakeFirstOrThrow(),
  )

describe('a leaver loses every access, in every process', () => {
  test('the last child of a guardian: signed out and cut off at the other process; siblings keep their parents', async () => {
    const wim = await as(staff.wim)
    const fenna = await elsewhere(guardians.fenna)
    const ngozi = await elsewhere(guardians.ngozi)
    const stream = await Stream.of(fenna, urls.home())
    for (const pupil of [pupils.mila, pupils.zuri])
      expect((await wim.post(urls.leaving({ id: pupil }), { when: 'now' })).status).toBe(303)
    expect(await stream.end()).toContain('event: ended')
    expect(await signedOut(fenna.get(stream.address))).toBe(true)
    expect(await signedOut(fenna.get(urls.children()))).toBe(true)
    expect(await personOf(guardians.fenna)).toEqual({ state: 'left', left_on: day(-1) })

    expect((await ngozi.get(urls.child({ id: pupils.tobi }))).status).toBe(200)
    expect((await ngozi.get(urls.child({ id: pupils.zuri }))).status).toBe(404)
    const molen = await door.front.as(guardians.fennaAtMolen, world.molen, 'molen.localhost')
    expect((await molen.get(urls.child({ id: pupils.emre }))).status).toBe(200)
  })

  test('who comes back is here again, with guardians; a new session is needed', async () => {
    const wim = await as(staff.wim)
    for (const pupil of [pupils.mila, pupils.zuri]) {
      expect(await wim.text(urls.person({ id: pupil }))).toContain('Niet meer op school')
      const given = { group: groups.five, year: '', from: day(0) }
      expect((await wim.post(urls.returning({ id: pupil }), { ...given, group: '' })).status).toBe(422)
      expect((await wim.post(urls.returning({ id: pupil }), given)).status).toBe(303)
      expect((await wim.post(urls.returning({ id: pupil }), given)).status).toBe(404)
    }
    expect((await (await as(guardians.fenna)).get(urls.child({ id: pupils.mila }))).status).toBe(200)
    expect(await (await as(staff.hatice)).text(urls.group({ id: groups.five }))).toContain('Milaq')
  })

  test('a colleague who leaves now is signed out, with the open page, and comes back with a role', async () => {
    const anouk = await as(staff.anouk)
    const hatice = await elsewhere(staff.hatice)
    const stream = await Stream.of(hatice, urls.dayList({ group: groups.five }))
    expect((await anouk.post(urls.leaving({ id: staff.hatice }), { when: 'now' })).status).toBe(303)
    expect(await stream.end()).toContain('event: ended')
    expect(await signedOut(hatice.get(urls.dayList({ group: groups.five })))).toBe(true)
    expect((await anouk.get(urls.returning({ id: staff.hatice }))).headers.get('location')).toBe(
      urls.roles({ id: staff.hatice }),
    )
    expect((await anouk.post(urls.roles({ id: staff.hatice }), { roles: 'teacher' })).status).toBe(303)
    const assigned = { person: staff.hatice, from: day(0) }
    expect((await anouk.post(urls.newGroupTeacher({ id: groups.five }), assigned)).status).toBe(303)
    expect((await (await as(staff.hatice)).get(urls.dayList({ group: groups.five }))).status).toBe(200)
  })

  test('a session that is ended, and a guardianship that ends on its own date, close what is open', async () => {
    const kofi = await as(guardians.kofi)
    const stream = await Stream.of(kofi, urls.home())
    await door.front.within(vuurtoren, ({ db }) =>
      db
        .deleteFrom('session')
        .where('person_id', '=', guardians.kofi)
        .where('organisation_id', '=', vuurtoren)
        .execute(),
    )
    // Somebody changes what this page shows: before it is told so, the stream asks whether it still may.
    await door.front.within(vuurtoren, (work) => work.notify(attentionTopic(guardians.kofi)))
    expect(await stream.end()).toContain('event: ended')

    await door.front.within(vuurtoren, ({ db }) =>
      db
        .updateTable('guardianship')
        .set({ to_on: day(1) })
        .where('guardian_id', '=', guardians.deniz)
        .execute(),
    )
    const deniz = await as(guardians.deniz)
    await night()
    expect((await deniz.get(urls.child({ id: pupils.mila }))).status).toBe(200)
    door.front.clock.now = new Date(Date.now() + 2 * DAY)
    expect((await deniz.get(urls.child({ id: pupils.mila }))).status).toBe(404)
    await night()
    expect(await signedOut(deniz.get(urls.home()))).toBe(true)
    expect(await personOf(guardians.deniz)).toEqual({ state: 'left', left_on: day(1) })
  })
})

describe('leaving on a day', () => {
  test('changes nothing until then, can be undone until then, and holds from the first moment after it', async () => {
    const wim = await as(staff.wim)
    const restricted = await as(guardians.restricted)
    const leave = urls.leaving({ id: pupils.noor })
    const past = await wim.post(leave, { when: 'later', lastDay: day(-1) })
    expect([past.status, (await past.text()).includes(`value="${day(-1)}"`)]).toEqual([422, true])
    expect((await wim.post(leave, {})).status).toBe(422)
    expect((await wim.post(leave, { when: 'later', lastDay: day(5) })).status).toBe(303)
    const page = await wim.text(urls.person({ id: pupils.noor }))
    expect(page).toContain('Gaat van school. De laatste dag is')
    expect(page).toContain('Toch niet')
    expect((await wim.post(urls.stay({ id: pupils.noor }))).status).toBe(303)
    expect(await wim.text(urls.person({ id: pupils.noor }))).not.toContain('Gaat van school. De')

    expect((await wim.post(leave, { when: 'later', lastDay: day(5) })).status).toBe(303)
    await night()
    door.front.clock.now = new Date(Date.now() + 5 * DAY)
    await night()
    expect((await restricted.get(urls.child({ id: pupils.noor }))).status).toBe(200)
    door.front.clock.now = new Date(Date.now() + 6 * DAY)
    expect((await restricted.get(urls.child({ id: pupils.noor }))).status).toBe(404)
    await wim.post(urls.stay({ id: pupils.noor }))
    await night()
    expect(await personOf(pupils.noor)).toEqual({ state: 'left', left_on: day(5) })
    expect(await signedOut(restricted.get(urls.home()))).toBe(true)
    expect((await wim.post(urls.stay({ id: pupils.noor }))).status).toBe(404)
  })

  test('queues a job for the midnight after it', async () => {
    const wim = await as(staff.wim)
    await wim.post(urls.leaving({ id: pupils.ravi }), { when: 'later', lastDay: '2099-07-03' })
    const { default: pg } = await import('pg')
    const client = new pg.Client(door.front.server.admin)
    await client.connect()
    const { rows } = await client.query(`select run_at from graphile_worker._private_jobs where key like '%2099-07-03'`)
    await client.end()
    expect(rows).toEqual([{ run_at: new Date('2099-07-03T22:00:00Z') }])
    await wim.post(urls.stay({ id: pupils.ravi }))
  })

  test('is refused to the last who runs the office, and is not there for others', async () => {
    const wim = await as(staff.wim)
    expect((await wim.post(urls.leaving({ id: staff.anouk }), { when: 'later', lastDay: day(3) })).status).toBe(303)
    const last = await wim.post(urls.leaving({ id: staff.wim }), { when: 'now' })
    expect([last.status, (await last.text()).includes('Dit is de laatste')]).toEqual([422, true])
    expect((await wim.post(urls.stay({ id: staff.anouk }))).status).toBe(303)
    for (const id of [guardians.ngozi, pupils.hidden, pupils.emre])
      expect([id, (await wim.post(urls.leaving({ id }), { when: 'now' })).status]).toEqual([id, 404])
  })
})
