import { beforeAll, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import { consentTasks } from './jobs.ts'
import { templateKinds } from './kinds.ts'
import { beginPurpose } from './purposes/queries.ts'
import { consentOf } from './standing.ts'
import { templateWords } from './template-words.ts'
import { hashOf } from './words.ts'

const door = frontDoor()
const { vuurtoren, guardians, pupils, staff, groups } = world
const as = (person: string) => door.front.as(person, vuurtoren)

let purpose: string
beforeAll(async () => {
  purpose = await door.front.within(vuurtoren, async (work) => {
    const made = await beginPurpose(work, {
      use: 'photo-class',
      ...templateKinds['photo-class'],
      words: templateWords['photo-class'],
    })
    return (made as { id: string }).id
  })
})

const page = urls.consentPupil({ pupil: pupils.mila })
const letter = (more: Record<string, string> = {}) => ({
  person: guardians.deniz,
  channel: 'paper',
  givenOn: new Date().toISOString().slice(0, 10),
  [`number-${purpose}`]: '1',
  [`answer-${purpose}`]: 'yes',
  ...more,
})
const may = () =>
  door.front.within(
    vuurtoren,
    async (work) => (await consentOf(work, 'photo-class', [pupils.mila])).get(pupils.mila)!.may,
  )

test('the office writes down a letter: who, when and how; an older letter does not undo a later word', async () => {
  const [wim, deniz] = [await as(staff.wim), await as(guardians.deniz)]
  const refused: [Record<string, string>, string][] = [
    [{ person: guardians.ngozi }, 'Kies een ouder met gezag'],
    [{ person: '' }, 'Kies een ouder met gezag'],
    [{ channel: 'pigeon' }, 'Kies hoe het antwoord kwam'],
    [{ givenOn: '2999-01-01' }, 'Kies een dag die geweest is'],
    [{ givenOn: 'gisteren' }, 'Kies een dag die geweest is'],
    [{ [`answer-${purpose}`]: '' }, 'Vul bij minstens één vraag'],
    [{ [`number-${purpose}`]: '7' }, 'De tekst van een vraag is net veranderd'],
  ]
  for (const [more, says] of refused) {
    const response = await wim.post(page, letter(more))
    expect([more, response.status, await response.text()]).toEqual([more, 422, expect.stringContaining(says)])
  }
  expect(await may()).toBe(false)
  expect((await wim.post(page, letter())).status).toBe(303)
  expect(await may()).toBe(true)
  expect(await deniz.text(urls.consents())).toContain('Jij zei ja op')
  const hash = hashOf(templateWords['photo-class'].nl)
  await deniz.post(urls.consents(), { purpose, pupil: pupils.mila, number: '1', hash, answer: 'no' })
  const old = await wim.post(page, letter({ givenOn: '2026-01-05' }))
  expect([old.status, await old.text()]).toEqual([422, expect.stringContaining('Het laatste antwoord telt')])
  expect(await may()).toBe(false)
  const seen = await wim.text(page)
  for (const part of ['Denizq', 'op papier', 'in Schoolplein', 'ingetrokken', 'Vervangen']) expect(seen).toContain(part)
  for (const other of [staff.hatice, staff.roos, guardians.fenna])
    expect((await (await as(other)).get(page)).status).toBe(404)
  expect((await wim.get(urls.consentPupil({ pupil: guardians.fenna }))).status).toBe(404)
})

test('the proof holds the words, their hash, who, when and how, and no name', async () => {
  const roos = await as(staff.roos)
  const response = await roos.get(urls.consentProof({ pupil: pupils.mila }))
  const text = await response.text()
  expect(text).not.toMatch(/Denizq|Milaq|Wimq/)
  const { answers } = JSON.parse(text)
  expect(answers).toHaveLength(2)
  for (const one of answers) expect(hashOf(one.words)).toBe(one.hash)
  expect(answers[1]).toMatchObject({ person: guardians.deniz, answer: 'yes', how: 'paper', recordedBy: staff.wim })
  expect((await (await as(staff.hatice)).get(urls.consentProof({ pupil: pupils.mila }))).status).toBe(404)
})

test('coverage in figures for who watches; names and rounds for the office', async () => {
  const [wim, roos] = [await as(staff.wim), await as(staff.roos)]
  const figures = await roos.text(urls.consentCoverage())
  expect(figures).toContain('Groep 5')
  expect(figures).not.toMatch(/Milaq|Herinneren/)
  expect(await roos.text(urls.consentCoverageOf({ group: groups.five }))).not.toContain('Milaq')
  expect(await wim.text(urls.consentCoverageOf({ group: groups.five }))).toContain('Milaq')
  expect(await roos.text(urls.privacyDesk())).toContain('1 vraag')
  expect((await wim.get(urls.consentCoverageOf({ group: groups.molenSeven }))).status).toBe(404)
})

test('a round once a week: a mail that says only that something waits, and a list for letters', async () => {
  const wim = await as(staff.wim)
  const list = await wim.text(urls.consentReminders())
  expect(list).not.toContain('Fennaq')
  const first = await wim.post(urls.consentReminders())
  expect([first.status, first.headers.get('location')]).toEqual([303, urls.consentCoverage({ sent: 'yes' })])
  const second = await wim.post(urls.consentReminders())
  expect([second.status, await second.text()]).toEqual([422, expect.stringContaining('Eén keer per week is genoeg')])
  const sent: { to: string; mail: { subject: string; text: string } }[] = []
  await consentTasks[0]!.run({
    data: { person: guardians.fenna, reminder: purpose },
    inOrganisation: (run: never) => door.front.within(vuurtoren, run),
    mailer: { send: async (one: (typeof sent)[number]) => void sent.push(one), close: () => {} },
    origin: 'http://vuurtoren.localhost',
    organisationName: 'De Vuurtoren',
  } as never)
  expect(sent).toHaveLength(1)
  expect(JSON.stringify(sent)).toContain('/consents')
  expect(JSON.stringify(sent[0]!.mail)).not.toMatch(/Milaq|Fennaq|[Ff]oto/)
})

test('sixteen without a date of birth: the office says it, and can take it back', async () => {
  const wim = await as(staff.wim)
  const age = urls.consentAge({ pupil: pupils.mila })
  expect((await wim.post(page, letter({ person: guardians.fenna }))).status).toBe(303)
  expect(await may()).toBe(true)
  expect((await wim.post(age, { own: 'yes' })).status).toBe(303)
  expect(await may()).toBe(false)
  expect(await (await as(guardians.fenna)).text(urls.consents())).toContain('beslist nu zelf')
  expect((await wim.post(page, letter({ person: guardians.fenna }))).status).toBe(422)
  expect((await wim.post(age, { own: 'no' })).status).toBe(303)
  expect(await may()).toBe(true)
  expect((await (await as(guardians.fenna)).post(age, { own: 'yes' })).status).toBe(404)
})

test('what changes by itself is told within the hour: authority that ends', async () => {
  const settles = consentTasks.find(({ name }) => name === 'consents-settle')!
  const granted = () =>
    door.front.within(vuurtoren, ({ db }) => db.selectFrom('consent_granted').select('pupil_id').execute())
  expect(await granted()).toEqual([{ pupil_id: pupils.mila }])
  await door.front.within(vuurtoren, ({ db }) =>
    db.updateTable('guardianship').set({ authority: 'no' }).where('guardian_id', '=', guardians.fenna).execute(),
  )
  await settles.run({ inOrganisation: (run: never) => door.front.within(vuurtoren, run) } as never)
  expect(await granted()).toEqual([])
})
