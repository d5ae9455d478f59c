import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { PASSWORD, world } from '#test/world.ts'
import { answer } from '../consents/answering.ts'
import { templateKinds } from '../consents/kinds.ts'
import { beginPurpose } from '../consents/purposes/queries.ts'
import { templateWords } from '../consents/template-words.ts'
import { hashOf } from '../consents/words.ts'
import { copyTasks } from '../my-data/copy/jobs.ts'

const door = frontDoor()
const { vuurtoren, guardians, pupils, staff } = world
const as = (person: string) => door.front.as(person, vuurtoren)

beforeEach(() => {
  door.front.clock.now = new Date('2026-11-25T11:00:00Z')
})

const row = (id: string) =>
  door.front.within(vuurtoren, ({ db }) =>
    db.selectFrom('rights_request').selectAll().where('id', '=', id).executeTakeFirstOrThrow(),
  )

test('a withdrawal by letter is carried out from the form, as of the day it came in', async () => {
  const { audience, rule, pictures } = templateKinds['photo-website']
  const words = templateWords['photo-website']
  const begun = await door.front.within(vuurtoren, (work) =>
    beginPurpose(work, { use: 'photo-website', audience, rule, pictures, words }),
  )
  const purpose = (begun as { id: string }).id
  const given = { purpose, pupil: pupils.zuri, person: guardians.kofi, number: 1, hash: hashOf(words.nl) }
  const yes = { ...given, yes: true, channel: 'app' as const, givenOn: '2026-11-01' }
  await door.front.within(vuurtoren, (work) => answer(work, yes))
  const wim = await as(staff.wim)
  const form = await wim.text(urls.enterRequest({ person: guardians.kofi }))
  expect(form).toContain(`value="${purpose} ${pupils.zuri}"`)
  const id = randomUUID()
  const letter = {
    requestKey: id,
    asker: guardians.kofi,
    person: guardians.kofi,
    kind: 'withdrawal',
    way: 'letter',
    receivedOn: '2026-11-20',
  }
  const stands = () =>
    door.front.within(vuurtoren, ({ db }) =>
      db
        .selectFrom('consent_answer')
        .select(['yes', 'channel', 'given_on', 'withdraws'])
        .where('person_id', '=', guardians.kofi)
        .where('ended_at', 'is', null)
        .execute(),
    )
  // Nobody knows yet who wrote it: it waits.
  expect((await wim.post(urls.enterRequest(), letter)).status).toBe(303)
  expect([(await row(id)).state, (await stands())[0]!.yes]).toEqual(['open', true])
  await wim.post(urls.checkIdentity({ id }), { seen: 'known' })
  expect((await row(id)).state).toBe('granted')
  expect(await stands()).toEqual([{ yes: false, channel: 'paper', given_on: '2026-11-20', withdraws: true }])
})

test('a copy for who asks by letter is made, looked at and printed by the school, with the identity seen', async () => {
  const wim = await as(staff.wim)
  const id = randomUUID()
  const letter = { requestKey: id, asker: guardians.gerda, person: guardians.gerda, kind: 'access', way: 'letter' }
  const asked = { ...letter, receivedOn: '2026-11-20', text: 'Een kopie graag' }
  await wim.post(urls.enterRequest(), asked)
  expect((await wim.post(urls.makeRequestCopy({ id }))).status).toBe(404)
  await wim.post(urls.checkIdentity({ id }), { seen: 'passport' })
  await wim.post(urls.decideRequest({ id }), { granted: 'yes', text: 'Hierbij.' })
  expect(await wim.text(urls.rightsRequest({ id }))).toContain('De kopie wordt gemaakt')
  const files = door.front.parts.files
  const job = (copy: string) => ({
    inOrganisation: (run: never) => door.front.within(vuurtoren, run),
    files,
    origin: 'http://vuurtoren.localhost',
    organisationName: 'De Vuurtoren',
    data: { copy },
  })
  const [made] = await door.front.within(vuurtoren, ({ db }) =>
    db.selectFrom('data_copy').select('id').where('asked_by', '=', guardians.gerda).execute(),
  )
  await copyTasks[0]!.run(job(made!.id) as never)
  await door.front.within(vuurtoren, ({ db }) =>
    db
      .updateTable('data_copy')
      .set({ state: 'making', reviewed_at: new Date() })
      .where('state', '=', 'review')
      .execute(),
  )
  await copyTasks[0]!.run(job(made!.id) as never)
  expect(await wim.text(urls.rightsRequest({ id }))).toContain(urls.requestCopy({ id }))
  await wim.post(urls.confirm(), { password: PASSWORD, to: urls.requestCopy({ id }) })
  const zip = await wim.get(urls.requestCopy({ id }))
  expect([zip.status, zip.headers.get('content-type')]).toEqual([200, 'application/zip'])
  for (const other of [staff.hatice, guardians.gerda])
    expect((await (await as(other)).get(urls.requestCopy({ id }))).status).toBe(404)
})
