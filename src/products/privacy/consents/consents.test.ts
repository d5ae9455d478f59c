import { beforeAll, expect, test } from 'vitest'
import { consentOf, whenConsentChanges } from '#products/privacy/index.ts'
import { personRecord, plusDays } from '#products/school/index.ts'
import { addAccount } from '#shared/identity/accounts.ts'
import { reading } from '#shared/vault/opening.ts'
import type { SealedRecords } from '#shared/vault/sealed.ts'
import { urls } from '#src/urls.ts'
import type { Browser } from '#test/front-door.ts'
import { frontDoor } from '#test/front-door.ts'
import { Stream } from '#test/stream.ts'
import { world } from '#test/world.ts'
import { turnSixteen } from './ages.ts'
import type { Template } from './kinds.ts'
import { templateKinds } from './kinds.ts'
import { beginPurpose } from './purposes/queries.ts'
import { settle } from './settling.ts'
import { templateWords } from './template-words.ts'
import { hashOf } from './words.ts'

const door = frontDoor()
const { vuurtoren, molen, guardians, pupils, staff } = world
const page = urls.consents()
const as = (person: string) => door.front.as(person, vuurtoren)

/** What the test's own module published, and what it was told: a picture of a pupil that is up while it may be. */
const published = new Set<string>()
let broken = false
whenConsentChanges('test-pictures', async (_work, changes) => {
  if (broken) throw new Error('The module cannot obey')
  for (const { use, pupil, may } of changes) {
    if (may) published.add(`${use} ${pupil}`)
    else published.delete(`${use} ${pupil}`)
  }
})

const ask = (use: Template, organisation: string = vuurtoren) =>
  door.front.within(organisation, async (work) => {
    const made = await beginPurpose(work, { use, ...templateKinds[use], words: templateWords[use] })
    return (made as { id: string }).id
  })

const purposes = {} as Record<Template, string>
beforeAll(async () => {
  for (const use of ['photo-website', 'photo-class', 'medical'] as const) purposes[use] = await ask(use)
})

const form = (use: Template, pupil: string, answer: string) => ({
  purpose: purposes[use],
  pupil,
  number: '1',
  hash: hashOf(templateWords[use].nl),
  answer,
})
const say = async (browser: Browser, use: Template, pupil: string, answer: string) => {
  const response = await browser.post(page, form(use, pupil, answer))
  expect([response.status, response.headers.get('location')]).toEqual([303, page])
}
const may = (use: Template, pupil: string) =>
  door.front.within(vuurtoren, async (work) => (await consentOf(work, use, [pupil])).get(pupil)!.may)

const { mila, zuri } = pupils

/** What two guardians say, one after the other, and what it comes to under each rule. */
const matrix: [first: string | null, second: string | null, one: boolean, all: boolean, confirmed: boolean][] = [
  [null, null, false, false, false],
  ['yes', null, true, false, true],
  ['yes', 'yes', true, true, true],
  ['yes', 'no', true, false, true],
  ['no', null, false, false, false],
  ['no', 'yes', true, false, true],
  ['no', 'no', false, false, false],
]

test.each(
  matrix,
)('two guardians who say %s and %s: one suffices %s, all must %s, a no is confirmed %s', async (first, second, ...expected) => {
  const [fenna, deniz] = [await as(guardians.fenna), await as(guardians.deniz)]
  await door.front.within(vuurtoren, async ({ db }) => {
    await db.deleteFrom('consent_answer').where('pupil_id', '=', mila).execute()
  })
  const uses = ['photo-class', 'photo-website', 'medical'] as const
  for (const use of uses) {
    if (first) await say(fenna, use, mila, first)
    if (second) await say(deniz, use, mila, second)
  }
  expect(await Promise.all(uses.map((use) => may(use, mila)))).toEqual(expected)
})

type PersonRecord = SealedRecords['person.record']
const fields = Object.keys(personRecord.fields) as (keyof PersonRecord)[]
const signsIn = (person: string) =>
  addAccount(door.front.parts, {
    address: `${person}@test.example`,
    language: 'nl',
    persons: [{ organisation: vuurtoren, person }],
  })

const clear = (pupil: string) =>
  door.front.within(vuurtoren, async (work) => {
    await work.db.deleteFrom('consent_answer').where('pupil_id', '=', pupil).execute()
    await settle(work, { pupils: [pupil] })
  })
const answersOf = (pupil: string) =>
  door.front.within(vuurtoren, async ({ db }) =>
    db.selectFrom('consent_answer').selectAll().where('pupil_id', '=', pupil).orderBy('recorded_at').execute(),
  )

test('withdrawal reaches what was published, in the same transaction as the press', async () => {
  const [fenna, deniz] = [await as(guardians.fenna), await as(guardians.deniz)]
  await clear(mila)
  const picture = `photo-website ${mila}`
  await say(fenna, 'photo-website', mila, 'yes')
  expect(published.has(picture)).toBe(false)
  await say(deniz, 'photo-website', mila, 'yes')
  expect(published.has(picture)).toBe(true)
  broken = true
  expect((await deniz.post(page, form('photo-website', mila, 'no'))).status).toBe(500)
  broken = false
  expect([await may('photo-website', mila), published.has(picture)]).toEqual([true, true])
  await say(deniz, 'photo-website', mila, 'no')
  expect([await may('photo-website', mila), published.has(picture)]).toEqual([false, false])
})

test('each answer keeps who, when, how and the hash of the words; the same press twice is one answer', async () => {
  const fenna = await as(guardians.fenna)
  await clear(mila)
  for (const answer of ['yes', 'yes', 'no', 'no']) await say(fenna, 'photo-class', mila, answer)
  const kept = await answersOf(mila)
  expect(
    kept.map((one) => [one.person_id, one.yes, one.withdraws, one.channel, one.text_hash, one.ended_at === null]),
  ).toEqual([
    [guardians.fenna, true, false, 'app', hashOf(templateWords['photo-class'].nl), false],
    [guardians.fenna, false, true, 'app', hashOf(templateWords['photo-class'].nl), true],
  ])
  const lines = await door.front.within(vuurtoren, ({ db }) =>
    db
      .selectFrom('audit_line')
      .select(['action', 'place'])
      .where('action', 'in', ['gave-consent', 'withdrew-consent'])
      .execute(),
  )
  expect(lines).toContainEqual({
    action: 'withdrew-consent',
    place: `consents/${purposes['photo-class']}/1/${hashOf(templateWords['photo-class'].nl)}/app`,
  })
})

test('both guardians at once: no answer is lost and the outcome is that of both', async () => {
  const [ngozi, kofi] = [await as(guardians.ngozi), await as(guardians.kofi)]
  await clear(zuri)
  await Promise.all([
    say(ngozi, 'photo-website', zuri, 'yes'),
    say(kofi, 'photo-website', zuri, 'yes'),
    say(ngozi, 'photo-website', zuri, 'yes'),
  ])
  expect(await answersOf(zuri)).toHaveLength(2)
  expect(published.has(`photo-website ${zuri}`)).toBe(true)
})

test('a guardian sees the outcome, and neither who else said what nor a word about them', async () => {
  const [fenna, deniz] = [await as(guardians.fenna), await as(guardians.deniz)]
  await clear(mila)
  await say(fenna, 'photo-website', mila, 'yes')
  expect(await fenna.text(page)).toContain('de andere ouder heeft nog niet geantwoord')
  const other = await deniz.text(page)
  expect(other).not.toMatch(/aria-pressed="true"|Fennaq/)
  expect(other).toContain('Je hebt nog niet geantwoord. School doet het niet.')
  expect(await deniz.text(urls.home())).toContain(urls.consents())
  const own = await fenna.text(urls.childData({ id: mila }))
  expect(own).toContain('Foto op de website')
  expect(await deniz.text(urls.childData({ id: mila }))).not.toContain('Foto op de website')
})

test('medical data: who takes back the only yes waits for the other, who confirms or is silent for fourteen days', async () => {
  const [fenna, deniz] = [await as(guardians.fenna), await as(guardians.deniz)]
  await clear(mila)
  await say(fenna, 'medical', mila, 'yes')
  await say(fenna, 'medical', mila, 'no')
  expect(await may('medical', mila)).toBe(true)
  expect(await deniz.text(page)).toContain('De andere ouder wil dit niet meer. Kies vóór')
  const now = Date.now()
  door.front.clock.now = new Date(now + 13 * 86_400_000)
  expect(await may('medical', mila)).toBe(true)
  door.front.clock.now = new Date(now + 14 * 86_400_000 + 1000)
  expect(await may('medical', mila)).toBe(false)
  door.front.clock.now = null
  await say(deniz, 'medical', mila, 'no')
  expect(await may('medical', mila)).toBe(false)
})

test('whose word does not count: no authority in one sentence, another’s child and another school not at all', async () => {
  const tie = (authority: 'yes' | 'unknown') =>
    door.front.within(vuurtoren, ({ db }) =>
      db
        .updateTable('guardianship')
        .set({ authority })
        .where('pupil_id', '=', mila)
        .where('guardian_id', '=', guardians.deniz)
        .execute(),
    )
  const deniz = await as(guardians.deniz)
  await clear(mila)
  await tie('unknown')
  const refused = await deniz.post(page, form('photo-class', mila, 'yes'))
  expect([refused.status, await refused.text()]).toEqual([
    422,
    expect.stringContaining('School weet niet of jij gezag hebt'),
  ])
  await tie('yes')
  expect((await deniz.post(page, form('photo-class', zuri, 'yes'))).status).toBe(404)
  const elsewhere = await ask('photo-class', molen)
  const foreign = await deniz.post(page, { ...form('photo-class', mila, 'yes'), purpose: elsewhere })
  expect([foreign.status, await foreign.text()]).toEqual([422, expect.stringContaining('School vraagt dit niet meer')])
  for (const odd of [{ answer: 'maybe' }, { purpose: 'x' }, { number: '2' }, { hash: '' }, { pupil: '' }, {}]) {
    const posted = Object.keys(odd).length === 0 ? {} : { ...form('photo-class', mila, 'yes'), ...odd }
    expect([odd, (await deniz.post(page, posted)).status]).toEqual([odd, 422])
  }
  expect((await (await as(guardians.gerda)).post(page, form('photo-class', pupils.noor, 'yes'))).status).toBe(404)
  expect((await (await as(staff.hatice)).post(page, form('photo-class', mila, 'yes'))).status).toBe(404)
  expect(await answersOf(mila)).toEqual([])
})

test('an outcome that changes by itself shows on the open page of the guardians', async () => {
  const [fenna, deniz] = [await as(guardians.fenna), await as(guardians.deniz)]
  await clear(mila)
  await say(fenna, 'photo-class', mila, 'yes')
  const stream = await Stream.of(deniz, page)
  const authority = (value: 'yes' | 'no') =>
    door.front.within(vuurtoren, async (work) => {
      const tie = work.db.updateTable('guardianship').where('pupil_id', '=', mila)
      await tie.where('guardian_id', '=', guardians.fenna).set({ authority: value }).execute()
      await settle(work, {})
    })
  await authority('no')
  await stream.hears('data: changed')
  await stream.close()
  await authority('yes')
})

test.each([
  ['yes', 'no', false],
  ['no', 'yes', false],
  ['yes', 'yes', true],
  [null, 'no', false],
])('of one guardian with two records who said %s and %s, a no holds at once', async (first, second, holds) => {
  const wim = await as(staff.wim)
  await clear(mila)
  const terms = { relation: 'moeder', authority: 'yes', may: ['lives-with', 'be-contacted'], callOrder: '4' }
  const typed = { ...terms, other: 'yes', givenName: 'Fennaq', surname: 'Yildizq' }
  const added = await wim.post(urls.newGuardianship({ id: mila }), typed)
  const twin = added.headers.get('location')!.split('/').at(-1)!
  await signsIn(twin)
  if (first) await say(await as(guardians.fenna), 'photo-class', mila, first)
  await say(await as(twin), 'photo-class', mila, second!)
  const chosen = {
    deed: 'merge',
    surname: 'kept',
    email: 'kept',
    phone: 'kept',
    [`tie.${mila}`]: 'kept',
    account: 'kept',
  }
  const merged = await wim.post(urls.merging({ one: guardians.fenna, other: twin }), chosen)
  expect(merged.status).toBe(303)
  expect(await may('photo-class', mila)).toBe(holds)
  expect(published.has(`photo-class ${mila}`)).toBe(holds)
  const standing = (await answersOf(mila)).filter(({ ended_at }) => ended_at === null)
  expect(standing.map(({ person_id, yes }) => [person_id, yes])).toEqual([[guardians.fenna, holds]])
})

test('data that are kept and not used (art. 18 GDPR) are not published, whatever was answered', async () => {
  const fenna = await as(guardians.fenna)
  await clear(mila)
  await say(fenna, 'photo-class', mila, 'yes')
  expect(published.has(`photo-class ${mila}`)).toBe(true)
  await door.front.within(vuurtoren, async (work) => {
    await work.db
      .insertInto('processing_restriction')
      .values({ id: mila, person_id: mila, ground: 'restriction', began_on: work.today })
      .execute()
    await settle(work, {})
  })
  expect([await may('photo-class', mila), published.has(`photo-class ${mila}`)]).toEqual([false, false])
})

test('turning 16: on that day the answers of the guardians stop counting, and the pupil answers', async () => {
  const ngozi = await as(guardians.ngozi)
  await clear(zuri)
  await say(ngozi, 'photo-class', zuri, 'yes')
  await door.front.within(vuurtoren, async (work) => {
    const rows = await work.db.selectFrom('person').select(['id', 'record']).where('id', '=', zuri).execute()
    const [pupil] = await work.open(rows, { record: reading(personRecord, 'id', ...fields) })
    const born = `${Number(work.today.slice(0, 4)) - 16}${plusDays(work.today, 1).slice(4)}`
    const sealed = await work.seal(
      personRecord,
      { subject: zuri, row: zuri },
      { ...(pupil!.record as PersonRecord), birthDate: born },
    )
    await work.db.updateTable('school').set({ keeps_birth_dates: true }).execute()
    await work.db.updateTable('person').set({ record: sealed }).where('id', '=', zuri).execute()
    await turnSixteen(work)
  })
  expect(published.has(`photo-class ${zuri}`)).toBe(true)
  door.front.clock.now = new Date(Date.now() + 86_400_000)
  await door.front.within(vuurtoren, turnSixteen)
  expect([await may('photo-class', zuri), published.has(`photo-class ${zuri}`)]).toEqual([false, false])
  const late = await ngozi.post(page, form('photo-class', zuri, 'yes'))
  expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('beslist nu zelf')])
  // So do their other rights: the guardian no longer reads the data, nor who looked, and cannot ask about them.
  for (const address of [urls.childData({ id: zuri }), urls.whoLookedAtChild({ id: zuri })]) {
    const handed = await ngozi.text(address)
    expect([handed.includes('Dit is nu van Zuriq'), handed.includes(urls.newCopy())]).toEqual([true, false])
  }
  expect(await ngozi.text(urls.askRight({ kind: 'restriction' }))).not.toContain(zuri)
  await signsIn(zuri)
  const pupil = await as(zuri)
  await say(pupil, 'photo-class', zuri, 'yes')
  expect(await may('photo-class', zuri)).toBe(true)
  await signsIn(pupils.tobi)
  const younger = await (await as(pupils.tobi)).post(page, form('photo-class', pupils.tobi, 'yes'))
  expect([younger.status, await younger.text()]).toEqual([422, expect.stringContaining('Tot je 16 bent')])
  door.front.clock.now = null
})
