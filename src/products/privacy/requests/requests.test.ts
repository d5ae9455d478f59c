import { execFileSync, spawnSync } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import { mayBeWrittenTo } from '#products/school/index.ts'
import type { Concern } from '#shared/vault/concern.ts'
import { isRestrictedToday } from '#shared/vault/restricted.ts'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { runTask } from '#test/jobs.ts'
import { world } from '#test/world.ts'
import { carryOut, dueErasures } from './carrying-out.ts'
import { deskTexts } from './desk/texts.ts'
import { remindersOfToday } from './reminding.ts'

const door = frontDoor()
const { vuurtoren, molen, guardians, pupils, staff } = world
const as = (person: string) => door.front.as(person, vuurtoren)
const noon = (day: string) => new Date(`${day}T11:00:00Z`)

beforeEach(() => {
  door.front.clock.now = noon('2026-11-25')
})

const rows = (organisation: string = vuurtoren) =>
  door.front.within(organisation, ({ db }) =>
    db.selectFrom('rights_request').selectAll().orderBy('created_at').execute(),
  )
const row = async (id: string) => (await rows()).find((one) => one.id === id)!

/** Asks something through the page; answers the id of the request. */
const asks = async (person: string, kind: string, fields: Record<string, string>) => {
  const requestKey = randomUUID()
  const response = await (await as(person)).post(urls.askRight({ kind }), { requestKey, ...fields })
  return { id: requestKey, status: response.status, text: await response.text() }
}

/** Whether the program that reads a PDF aloud is here (poppler); without it a letter is only looked at from outside. */
const reads = spawnSync('pdftotext', ['-v']).error === undefined

const letterSays = async (response: Response, parts: readonly string[]) => {
  expect(response.headers.get('content-type')).toBe('application/pdf')
  const bytes = Buffer.from(await response.arrayBuffer())
  expect(bytes.subarray(0, 5).toString()).toBe('%PDF-')
  if (!reads) return
  const text = execFileSync('pdftotext', ['-layout', '-', '-'], { input: bytes }).toString().replace(/\s+/g, ' ')
  for (const part of parts) expect(text).toContain(part)
}

/** The night in which erasures are carried out; answers the mails that left. */
const erasureNight = async () => {
  const sent: string[] = []
  const send = async ({ to, mail }: { to: string; mail: { subject: string } }) =>
    void sent.push(`${to}: ${mail.subject}`)
  await runTask(door.front, vuurtoren, 'rights-request-erasures', {}, { mailer: { send } })
  return sent
}

test('a correction: the school sees the difference, accepts it, and it is changed', async () => {
  const wrong = await asks(guardians.fenna, 'correction', {
    person: pupils.mila,
    field: 'birthDate',
    value: '31-02-2018',
  })
  expect(wrong.status).toBe(422)
  const ages = { person: pupils.mila, field: 'birthDate', value: '01-01-0001', text: '' }
  expect((await asks(guardians.fenna, 'correction', ages)).status).toBe(422)
  expect(wrong.text).toContain('31-02-2018')
  const { id, status } = await asks(guardians.fenna, 'correction', {
    person: pupils.mila,
    field: 'surname',
    value: 'Yıldız-Smitq',
  })
  expect(status).toBe(303)
  const page = await (await as(guardians.fenna)).text(urls.myRequests())
  expect(page).toContain('Verbeteren, over Milaq')
  expect(page).toContain('School antwoordt uiterlijk woensdag 23 december')
  // The other parent has no request and sees none.
  const deniz = await as(guardians.deniz)
  expect(await deniz.text(urls.myRequests())).not.toContain('Milaq</a>')
  expect((await deniz.get(urls.myRequest({ id }))).status).toBe(404)
  expect((await deniz.post(urls.withdrawRequest({ id }))).status).toBe(404)

  const roos = await as(staff.roos)
  const shown = await roos.text(urls.rightsRequest({ id }))
  for (const said of ['Yıldızq', 'Yıldız-Smitq', 'Nu', 'Wordt', 'Nog 28 dagen']) expect(shown).toContain(said)
  const empty = await roos.post(urls.decideRequest({ id }), { granted: 'no', text: 'Wij dachten van nietq' })
  expect(empty.status).toBe(422)
  expect(await empty.text()).toContain('Wij dachten van nietq')
  expect((await roos.post(urls.decideRequest({ id }), { granted: 'yes', text: 'Klopt.' })).status).toBe(303)
  expect(await (await as(guardians.fenna)).text(urls.myRequest({ id }))).toContain('Ingewilligd')
  expect(await (await as(staff.wim)).text(urls.person({ id: pupils.mila }))).toContain('Yıldız-Smitq')
  // Decided is decided, also for a second browser.
  const again = await roos.post(urls.decideRequest({ id }), { granted: 'no', reason: 'other', text: 'Toch niet.' })
  expect(again.status).toBe(422)
  expect((await row(id)).state).toBe('granted')
})

test('someone else’s child, a child of another home, a second erasure: one sentence, nothing changed', async () => {
  const before = (await rows()).length
  for (const person of [pupils.mila, pupils.hidden, pupils.emre, randomUUID()]) {
    const { status, text } = await asks(guardians.ngozi, 'erasure', { person, text: 'Wis alles' })
    expect(status).toBe(422)
    expect(text).toContain('Kies jezelf, of een kind waarover jij het gezag hebt.')
  }
  // Art. 1:377c: about the own child only that page; about themselves everybody has rights.
  expect(
    (await asks(guardians.gerda, 'correction', { person: pupils.noor, field: 'surname', value: 'X' })).status,
  ).toBe(422)
  expect(await (await as(guardians.gerda)).text(urls.myRequests())).toContain(urls.informationRequest())
  expect((await rows()).length).toBe(before)

  const first = await asks(guardians.ngozi, 'erasure', { person: pupils.zuri, text: 'Wis wat kan' })
  expect(first.status).toBe(303)
  const twice = await (await as(guardians.ngozi)).post(urls.askRight({ kind: 'erasure' }), {
    requestKey: first.id,
    person: pupils.zuri,
    text: 'Wis wat kan',
  })
  expect(twice.status).toBe(303)
  const second = await asks(guardians.kofi, 'erasure', { person: pupils.zuri, text: 'Ik ook' })
  expect([second.status, second.text.includes('al gevraagd om deze gegevens te wissen')]).toEqual([422, true])
  expect((await rows()).length).toBe(before + 1)
})

test('an erasure waits five days, in which the school and who asked can come back on it', async () => {
  const { id } = await asks(guardians.fenna, 'erasure', { person: guardians.fenna, text: 'Alles wat kan' })
  const wim = await as(staff.wim)
  expect((await wim.post(urls.decideRequest({ id }), { granted: 'yes', text: 'Dat doen we.' })).status).toBe(303)
  expect((await row(id)).carry_out_on).toBe('2026-11-30')
  expect((await wim.post(urls.undoDecision({ id }))).status).toBe(303)
  expect((await row(id)).state).toBe('open')
  await wim.post(urls.decideRequest({ id }), { granted: 'yes', text: 'Dat doen we.' })
  const fenna = await as(guardians.fenna)
  expect(await fenna.text(urls.myRequest({ id }))).toContain('Op maandag 30 november worden de gegevens gewist')
  expect((await fenna.post(urls.withdrawRequest({ id }))).status).toBe(303)
  expect([(await row(id)).state, (await row(id)).carry_out_on]).toEqual(['withdrawn', null])
  expect((await wim.post(urls.undoDecision({ id }))).status).toBe(422)
})

test('a letter is entered by the office: identity first, the clock from the day it came in, a refusal letter', async () => {
  const wim = await as(staff.wim)
  expect(await (await wim.post(urls.enterRequest(), { name: 'kofi' })).text()).toContain('Kofiq Mensahq')
  const id = randomUUID()
  const letter = {
    requestKey: id,
    asker: guardians.kofi,
    person: pupils.tobi,
    kind: 'restriction',
    way: 'letter',
    receivedOn: '2026-10-31',
    text: 'Gebruik de foto’s van Tobi nietq',
  }
  const future = await wim.post(urls.enterRequest(), { ...letter, receivedOn: '2026-11-26' })
  expect(future.status).toBe(422)
  expect(await future.text()).toContain('Tobi nietq')
  expect((await wim.post(urls.enterRequest(), { ...letter, person: pupils.mila })).status).toBe(422)
  const gone = await wim.post(urls.enterRequest(), { ...letter, asker: randomUUID() })
  expect([gone.status, (await gone.text()).includes('staat niet meer in Schoolplein')]).toEqual([422, true])
  expect((await wim.post(urls.enterRequest(), letter)).status).toBe(303)
  // The same date in November; 28 days are promised.
  expect([(await row(id)).due_on, (await row(id)).limit_on]).toEqual(['2026-11-28', '2026-11-30'])

  const yes = await wim.post(urls.decideRequest({ id }), { granted: 'yes', text: 'Dat doen we.' })
  expect(yes.status).toBe(422)
  expect(await yes.text()).toContain('Leg eerst vast wie het vraagt.')
  expect((await wim.post(urls.checkIdentity({ id }), { seen: 'a copy' })).status).toBe(422)
  expect((await wim.post(urls.checkIdentity({ id }), { seen: 'passport' })).status).toBe(303)
  expect(await wim.text(urls.rightsRequest({ id }))).toContain('Paspoort gezien')

  const text = 'De foto’s zijn al weg. Łukasz en Şule keken meeq.'
  expect((await wim.post(urls.decideRequest({ id }), { granted: 'no', reason: 'unfounded', text })).status).toBe(303)
  const step = await door.front.within(vuurtoren, ({ db }) =>
    db
      .selectFrom('rights_step')
      .select('id')
      .where('request_id', '=', id)
      .where('what', '=', 'refused')
      .executeTakeFirst(),
  )
  const pdf = await wim.get(urls.requestLetter({ id, step: step!.id }))
  await letterSays(pdf, [
    'Het antwoord op je verzoek: nee',
    'Kofiq Mensahq',
    'artikel 12, lid 5, AVG',
    'Łukasz en Şule keken meeq',
    'directeur van De Vuurtoren',
    'bestuur: Kompas',
    'Autoriteit Persoonsgegevens, Postbus 93374, 2509 AJ Den Haag',
    'artikel 35 UAVG',
  ])
  const english = await wim.get(urls.requestLetter({ id, step: step!.id }, { language: 'en' }))
  await letterSays(english, ['Make a complaint to the board: Kompas'])
  const kofi = await as(guardians.kofi)
  expect((await kofi.get(urls.myRequestLetter({ id, step: step!.id }))).status).toBe(200)
  expect((await (await as(guardians.ngozi)).get(urls.myRequestLetter({ id, step: step!.id }))).status).toBe(404)
})

test('two months more: once, with a reason, and only within the first month', async () => {
  const { id } = await asks(guardians.kofi, 'objection', { person: guardians.kofi, text: 'Geen nieuwsbrief' })
  const anouk = await as(staff.anouk)
  expect((await anouk.post(urls.extendRequest({ id }), { why: '' })).status).toBe(422)
  expect((await anouk.post(urls.extendRequest({ id }), { why: 'Er zijn veel verzoeken.' })).status).toBe(303)
  expect((await row(id)).limit_on).toBe('2027-02-25')
  expect((await anouk.post(urls.extendRequest({ id }), { why: 'Nog meer.' })).status).toBe(422)
  const late = await asks(guardians.kofi, 'complaint', { person: guardians.kofi, text: 'Het duurt lang' })
  door.front.clock.now = noon('2026-12-29')
  const refused = await (await as(staff.anouk)).post(urls.extendRequest({ id: late.id }), { why: 'Te laat.' })
  expect([refused.status, (await row(late.id)).extended_at]).toEqual([422, null])
})

test('a restriction is seen and lifted; the weighing of an objection stands in the letter', async () => {
  const { id } = await asks(guardians.deniz, 'restriction', { person: guardians.deniz, text: 'Nummer klopt niet' })
  const wim = await as(staff.wim)
  await wim.post(urls.decideRequest({ id }), { granted: 'yes', text: 'We kijken het na.' })
  expect(await wim.text(urls.person({ id: guardians.deniz }))).toContain('niet gebruikt')
  expect((await wim.post(urls.liftRestriction({ id }), { why: 'Het klopt nu.' })).status).toBe(303)
  door.front.clock.now = noon('2026-11-26')
  expect(await (await as(staff.wim)).text(urls.person({ id: guardians.deniz }))).not.toContain('niet gebruikt')

  const objection = await asks(guardians.deniz, 'objection', { person: guardians.deniz, text: 'Geen enquêtes' })
  const text = 'De inspectie vraagt dit elk jaar van schoolq.'
  const no = { granted: 'no', reason: 'compelling-grounds', text }
  expect((await (await as(staff.anouk)).post(urls.decideRequest({ id: objection.id }), no)).status).toBe(303)
  const page = await (await as(guardians.deniz)).text(urls.myRequest({ id: objection.id }))
  const letter = new RegExp(`/me/requests/${objection.id}/letters/[^"]+(?="[^>]*School zegt nee)`).exec(page)![0]
  const weighed = ['Zo hebben we je reden en die van school afgewogen', 'artikel 21, lid 1, AVG', text]
  await letterSays(await (await as(guardians.deniz)).get(letter), weighed)
})

test('a restriction of one kind of data reaches that kind and nothing else', async () => {
  const used = (...about: Concern[]) =>
    door.front.within(vuurtoren, async (work) => !(await isRestrictedToday(work, guardians.kofi, ...about)))
  const some = { person: guardians.kofi, text: 'Mijn nummer klopt niet' }
  expect((await asks(guardians.kofi, 'restriction', { ...some, concerns: 'kind:shoes' })).status).toBe(422)
  const { id } = await asks(guardians.kofi, 'restriction', { ...some, concerns: 'kind:contact' })
  const anouk = await as(staff.anouk)
  expect(await anouk.text(urls.rightsRequest({ id }))).toContain('Het gaat om: contactgegevens.')
  await anouk.post(urls.decideRequest({ id }), { granted: 'yes', text: 'Goed.' })
  expect(await (await as(guardians.kofi)).text(urls.myRequest({ id }))).toContain('Het gaat om: contactgegevens.')
  expect(await anouk.text(urls.person({ id: guardians.kofi }))).toContain('Het gaat om: contactgegevens.')
  expect([await used('kind:image'), await used('kind:contact'), await used('kind:image', 'kind:contact')]).toEqual([
    true,
    false,
    false,
  ])
  // Mail is use of contact details.
  expect(await door.front.within(vuurtoren, (work) => mayBeWrittenTo(work, guardians.kofi))).toBe(false)
  await anouk.post(urls.liftRestriction({ id }), { why: 'Het klopt nu.' })
  door.front.clock.now = noon('2026-11-26')
  expect(await used('kind:contact')).toBe(true)
})

test('the school is reminded once at each moment, and the officer from seven days left', async () => {
  const { id } = await asks(guardians.deniz, 'complaint', { person: guardians.deniz, text: 'Te laatq' })
  const told = async (day: string) => {
    door.front.clock.now = noon(day)
    const all = await door.front.within(vuurtoren, remindersOfToday)
    return all
      .filter(({ request }) => request === id)
      .map(({ moment, roles }) => [moment, roles.includes('privacy-officer')])
  }
  expect(await told('2026-12-01')).toEqual([])
  expect(await told('2026-12-09')).toEqual([[14, false]])
  expect(await told('2026-12-10')).toEqual([])
  expect(await told('2026-12-17')).toEqual([[7, true]])
  expect(await told('2026-12-17')).toEqual([])
  expect(await told('2026-12-25')).toEqual([[0, true]])
  const page = await (await as(staff.roos)).text(urls.rightsRequest({ id }))
  expect(page).toContain('De functionaris gegevensbescherming kijkt mee')
  expect(page).toContain('2 dagen te laat')
})

test('nobody answers what they asked themselves, and who may not know somebody sees no request', async () => {
  const own = await asks(staff.wim, 'correction', { person: staff.wim, field: 'surname', value: 'Postmaatq' })
  const wim = await as(staff.wim)
  expect((await wim.post(urls.decideRequest({ id: own.id }), { granted: 'yes', text: 'Ja.' })).status).toBe(422)
  expect((await row(own.id)).state).toBe('open')

  const hidden = await asks(guardians.hiddenMother, 'complaint', { person: guardians.hiddenMother, text: 'Geheimq' })
  expect(hidden.status).toBe(303)
  for (const person of [staff.wim, staff.roos]) {
    expect(await (await as(person)).text(urls.rightsRequests())).not.toContain('Schuilenburgq')
    expect((await (await as(person)).get(urls.rightsRequest({ id: hidden.id }))).status).toBe(404)
  }
  expect(await (await as(staff.anouk)).text(urls.rightsRequests())).toContain('Schuilenburgq')
  const gerrit = await door.front.as(staff.gerrit, molen, 'molen.localhost')
  expect((await gerrit.get(urls.rightsRequest({ id: own.id }))).status).toBe(404)
  expect((await (await as(staff.hatice)).get(urls.rightsRequests())).status).toBe(404)
})

test('a complaint goes to the school, the supplier or the authority, whose address is shown', async () => {
  const page = await (await as(guardians.ngozi)).text(urls.complain())
  for (const said of [
    'Pleinbeheer',
    'Postbus 93374, 2509 AJ Den Haag',
    '088 180 52 50',
    urls.askRight({ kind: 'complaint' }),
  ])
    expect(page).toContain(said)
})

test('what a law keeps is named before; an erasure is carried out on its day and asked a second time no more', async () => {
  const form = await (await as(guardians.ngozi)).text(urls.askRight({ kind: 'erasure' }))
  expect(form).toContain('Nu moet school nog iets van Zuriq bewaren')
  const { id: child } = (await rows()).find(({ kind, person_id }) => kind === 'erasure' && person_id === pupils.zuri)!
  const wim = await as(staff.wim)
  const kept = await wim.post(urls.decideRequest({ id: child }), { granted: 'yes', text: 'Dat doen we.' })
  expect([kept.status, (await kept.text()).includes('De wet vraagt nog iets te bewaren')]).toEqual([422, true])
  expect((await row(child)).state).toBe('open')

  const { id } = await asks(guardians.deniz, 'erasure', { person: guardians.deniz, text: 'Ik ga weg' })
  await wim.post(urls.decideRequest({ id }), { granted: 'yes', text: 'Dat doen we.' })
  const run = () =>
    door.front.within(vuurtoren, async (work) => {
      for (const due of await dueErasures(work)) await carryOut(work, due)
    })
  door.front.clock.now = noon('2026-11-29')
  await run()
  expect((await row(id)).carried_out_at).toBeNull()
  door.front.clock.now = noon('2026-11-30')
  await run()
  await run()
  expect((await rows()).filter(({ asked_by }) => asked_by === guardians.deniz)).toEqual([])
  const letter = { requestKey: randomUUID(), asker: guardians.deniz, person: guardians.deniz, kind: 'erasure' }
  const again = await wim.post(urls.enterRequest(), { ...letter, way: 'mail', receivedOn: '2026-11-30', text: 'Wis' })
  expect([again.status, (await again.text()).includes('staat niet meer in Schoolplein')]).toEqual([422, true])
})

test('what one can do at once stands first, before what school has to do', async () => {
  const page = (await (await as(guardians.ngozi)).text(urls.myRequests())).split('<main')[1]!
  const places = [
    urls.myData(),
    urls.myPhone(),
    urls.myAddress(),
    urls.consents(),
    urls.askRight({ kind: 'correction' }),
  ]
  const at = places.map((address) => page.indexOf(`href="${address}"`))
  expect(at.every((one) => one > 0)).toBe(true)
  expect(at.toSorted((one, other) => one - other)).toEqual(at)
  expect(await (await as(guardians.ngozi)).text(urls.me())).toContain(urls.myRequests())
})

test('a processor answers nothing: it passes the request on with the clock, and keeps nothing', async () => {
  const lotte = await door.front.as(staff.lotte, world.supplier, 'supplier.localhost')
  const asked = { school: vuurtoren, name: 'Pietq Vraagtq', reach: 'piet@vraagt.example', day: '2026-10-31' }
  const bad = await lotte.post(urls.passOn(), { ...asked, letter: 'school', text: '' })
  expect([bad.status, (await bad.text()).includes('Pietq Vraagtq')]).toEqual([422, true])
  const before = await rows()
  const made = (letter: string) => lotte.post(urls.passOn(), { ...asked, letter, text: 'Mijn dossierq' })
  const facts = ['artikel 28, lid 3', 'maandag 30 november 2026', '‘via de leverancier’', 'Mijn dossierq']
  await letterSays(await made('school'), facts)
  await letterSays(await made('person'), ['De Vuurtoren antwoordt uiterlijk zaterdag 28 november 2026'])
  expect(await rows()).toEqual(before)
  expect((await (await as(staff.anouk)).get(urls.passOn())).status).toBe(404)
})

test('on the English first page a day keeps its capital', () => {
  expect(deskTexts.en.todayText('By Tuesday 1 December')).toBe('The first one: by Tuesday 1 December')
})

test('who is erased at one school stays whole at the other, and keeps the account', async () => {
  const elsewhere = () => door.front.as(guardians.fennaAtMolen, molen, 'molen.localhost')
  const accounts = (organisation: string) =>
    door.front.within(organisation, ({ db }) =>
      db.selectFrom('account_person').selectAll().where('organisation_id', '=', organisation).execute(),
    )
  const [data, joined] = [await (await elsewhere()).text(urls.myData()), await accounts(molen)]
  const { id } = await asks(guardians.fenna, 'erasure', { person: guardians.fenna, text: 'Ik verhuis' })
  const wim = await as(staff.wim)
  expect((await wim.post(urls.decideRequest({ id }), { granted: 'yes', text: 'Goed.' })).status).toBe(303)
  door.front.clock.now = noon('2026-12-02')
  expect(await erasureNight()).toEqual(['fenna@test.example: Je gegevens zijn gewist'])
  expect(await erasureNight()).toEqual([])
  expect((await accounts(vuurtoren)).map(({ person_id }) => person_id)).not.toContain(guardians.fenna)
  expect(await accounts(molen)).toEqual(joined)
  door.front.clock.now = noon('2026-11-25')
  const fenna = await elsewhere()
  const held = (page: string) => page.split('<main')[1]!.match(/Emreq|Fennaq|Yıldızq|fenna@test\.example/g)
  expect(held(await fenna.text(urls.myData()))).toEqual(held(data))
  expect(await fenna.text(urls.children())).toContain('Emreq')
})

test('the last who runs the office is not erased, whether that was so when it was asked or came later', async () => {
  const anoukRuns = (runs: boolean) =>
    door.front.within(vuurtoren, ({ db }) =>
      db
        .updateTable('person_role')
        .set({ to_on: runs ? null : '2026-11-01' })
        .where('person_id', '=', staff.anouk)
        .execute(),
    )
  const { id } = await asks(staff.wim, 'erasure', { person: staff.wim, text: 'Ik ga weg' })
  const roos = await as(staff.roos)
  const decide = () => roos.post(urls.decideRequest({ id }), { granted: 'yes', text: 'Dat doen we.' })
  await anoukRuns(false)
  expect(await roos.text(urls.rightsRequest({ id }))).toContain('is de laatste die hier de administratie doet')
  const refused = await decide()
  expect([refused.status, (await refused.text()).includes('niemand anders doet hier de administratie')]).toEqual([
    422,
    true,
  ])
  await anoukRuns(true)
  expect((await decide()).status).toBe(303)
  await anoukRuns(false)
  door.front.clock.now = noon('2026-12-02')
  expect(await erasureNight()).toEqual([])
  const { state, carried_out_at } = await row(id)
  expect([state, carried_out_at]).toEqual(['open', null])
  await anoukRuns(true)
})

test('of somebody whose identity is protected nothing is left either, and only who must know decides it', async () => {
  const { id } = await asks(guardians.hiddenMother, 'erasure', { person: guardians.hiddenMother, text: 'Wij gaan weg' })
  expect((await (await as(staff.wim)).get(urls.rightsRequest({ id }))).status).toBe(404)
  const anouk = await as(staff.anouk)
  expect((await anouk.post(urls.decideRequest({ id }), { granted: 'yes', text: 'Goed.' })).status).toBe(303)
  door.front.clock.now = noon('2026-12-02')
  expect(await erasureNight()).toEqual(['hidden-mother@test.example: Je gegevens zijn gewist'])
  const left = await door.front.within(vuurtoren, async (work) => ({
    reading: await work.db
      .selectFrom('protected_reader')
      .selectAll()
      .where('person_id', '=', guardians.hiddenMother)
      .execute(),
    ties: await work.db
      .selectFrom('guardianship')
      .selectAll()
      .where('guardian_id', '=', guardians.hiddenMother)
      .execute(),
    keys: await work.db
      .selectFrom('vault_key')
      .select('destroyed_at')
      .where('subject_id', '=', guardians.hiddenMother)
      .where('destroyed_at', 'is', null)
      .execute(),
  }))
  expect(left).toEqual({ reading: [], ties: [], keys: [] })
})
