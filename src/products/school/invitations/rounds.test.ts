import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { MailDelayed, MailRefused } from '#shared/mail/index.ts'
import { urls } from '#src/urls.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { inviting } from '#test/inviting.ts'
import { world } from '#test/world.ts'
import { hashOfCode } from './code.ts'
import { inviteRound, sendInvitation } from './jobs.ts'
import { everyoneOf } from './members.ts'

const door = frontDoor()
const { staff, pupils, groups, guardians, vuurtoren } = world

const as = (person: string) => door.front.as(person, vuurtoren)
const { within, sent, job, newParents, open } = inviting(door)

const start = async (browser: Browser, fields: Record<string, string>) => {
  const answer = await browser.post(urls.invitationRounds(), { requestKey: randomUUID(), ...fields })
  return { status: answer.status, page: answer.headers.get('location') ?? '', answer }
}

const idIn = (page: string) => page.split('/').at(-1)!
const forGroup = { whom: 'group', group: groups.six, channel: 'best' }

test('a press invites a group once: mail where an address is one’s own, a letter where it is shared or missing', async () => {
  const [own, one, other, none, hidden] = await newParents(pupils.ravi, [
    { name: 'Eigenq', email: 'eigen@thuis.example' },
    { name: 'Samenq', email: 'samen@thuis.example' },
    { name: 'Tweeq', email: 'Samen@thuis.example ' },
    { name: 'Zonderq', email: null },
    { name: 'Geheimq', email: null, protected: true },
  ])
  const wim = await as(staff.wim)
  expect(await wim.text(urls.invitationGroup({ id: groups.six }))).toContain('Nodig 4 ouders uit')
  const requestKey = randomUUID()
  const [first, second] = await Promise.all([0, 1].map(() => start(wim, { ...forGroup, requestKey })))
  const third = await start(await as(staff.anouk), forGroup)
  expect([first!.status, second!.page, third.page]).toEqual([303, first!.page, first!.page])
  expect(await wim.text(first!.page)).toContain('0 van 4 uitgenodigd')

  const round = idIn(first!.page)
  await inviteRound.run(job({ round }))
  const after = await Promise.all([own, one, other, none, hidden].map((id) => open(id!)))
  expect(after.map((row) => row?.channel)).toEqual(['mail', 'letter', 'letter', 'letter', undefined])
  await inviteRound.run(job({ round }))
  expect((await open(own!))!.id).toBe(after[0]!.id)
  const page = await wim.text(first!.page)
  expect(page).toContain('1 mail is onderweg, 3 brieven liggen klaar')

  await sendInvitation.run(job({ invitation: after[0]!.id }))
  await sendInvitation.run(job({ invitation: after[0]!.id }))
  expect(sent.map(({ to }) => to)).toEqual(['eigen@thuis.example'])
  const { mail } = sent[0]!
  const link = /https:\/\/vuurtoren\.example(\/invitation\/([0-9A-Z]{16}))/.exec(mail.text)!
  expect(hashOfCode(link[2]!)).toBe(after[0]!.code_hash)
  expect(`${mail.subject} ${mail.text} ${mail.html}`).not.toMatch(/Eigenq|Raviq|Nieuwq/)
  for (let look = 0; look < 2; look++)
    expect(await door.front.stranger().text(link[1]!)).toContain('Deze uitnodiging is voor Eigenq Nieuwq')

  const pdf = await wim.get(`${first!.page}/letters`)
  expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  const bytes = Buffer.from(await pdf.arrayBuffer()).toString('latin1')
  expect(bytes.match(/\/Type \/Page\n/g)).toHaveLength(3)
  const list = await wim.text(urls.invitationGroup({ id: groups.six }))
  expect(list).toContain('Print 3 brieven')
  expect(list).not.toContain('Geheimq')
  for (const [query, name, not] of [
    ['invited', 'Zonderq', 'Okaforq'],
    ['account', 'Ngoziq', 'Zonderq'],
  ] as const) {
    const some = await wim.text(urls.invitationGroup({ id: groups.six }, { only: query }))
    expect([some.includes(name), some.includes(not)]).toEqual([true, false])
  }
})

test('a job that was killed half-way goes on with who is left; who left meanwhile gets nothing', async () => {
  const people = await newParents(
    pupils.noor,
    Array.from({ length: 30 }, (_, at) => ({ name: `Velen${at}q`, email: null })),
  )
  const wim = await as(staff.wim)
  const { page } = await start(wim, { whom: 'group', group: groups.five, channel: 'letter' })
  let transactions = 0
  const each: typeof within = async (run) => {
    if (++transactions > 3) throw new Error('killed')
    return within(run)
  }
  const killed = job({ round: idIn(page) }, { each })
  await expect(inviteRound.run(killed)).rejects.toThrow('killed')
  const half = (await Promise.all(people.map(open))).filter(Boolean)
  expect(half.length).toBeGreaterThan(0)
  expect(half.length).toBeLessThan(30)
  const gone = people[(await Promise.all(people.map(open))).findIndex((row) => !row)]!
  await within((work) => work.db.updateTable('person').set({ state: 'left' }).where('id', '=', gone).execute())
  await inviteRound.run(job({ round: idIn(page) }))
  const whole = await Promise.all(people.map(open))
  expect(whole.filter(Boolean)).toHaveLength(29)
  for (const row of half) expect(whole.map((one) => one?.id)).toContain(row!.id)
  expect(await wim.text(page)).toContain('1 mens kreeg geen uitnodiging')
})

test('a mail server that is away is tried again, a refused address is shown, and who left is not mailed', async () => {
  const [away, refused, left] = await newParents(pupils.noor, [
    { name: 'Wachtq', email: 'wacht@thuis.example' },
    { name: 'Foutq', email: 'fout@thuis.example' },
    { name: 'Vertrokkenq', email: 'vertrokken@thuis.example' },
  ])
  const wim = await as(staff.wim)
  for (const id of [away, refused, left])
    expect((await wim.post(urls.invite({ id: id! }), { how: 'mail' })).status).toBe(303)
  const ids = await Promise.all([away, refused, left].map(async (id) => (await open(id!))!.id))
  const fails = (error: Error) => async () => {
    throw error
  }
  const before = sent.length
  await expect(
    sendInvitation.run(job({ invitation: ids[0] }, { send: fails(new MailDelayed('away')) })),
  ).rejects.toThrow('away')
  expect(await wim.text(urls.invitationGroup({ id: groups.five }, { only: 'attention' }))).toContain('nog niet weg')
  await sendInvitation.run(job({ invitation: ids[0] }))
  expect(sent.slice(before).map(({ key }) => key)).toEqual([ids[0]])
  await sendInvitation.run(job({ invitation: ids[1] }, { send: fails(new MailRefused('no such address')) }))
  const list = await wim.text(urls.invitationGroup({ id: groups.five }, { only: 'attention' }))
  expect([list.includes('Foutq'), list.includes('kwam niet aan'), list.includes('Wachtq')]).toEqual([true, true, false])
  await within((work) =>
    work.db.updateTable('guardianship').set({ to_on: '2021-01-01' }).where('guardian_id', '=', left!).execute(),
  )
  await sendInvitation.run(job({ invitation: ids[2] }))
  expect(sent).toHaveLength(before + 1)
  expect(await open(left!)).toBeUndefined()
})

test('a press without a choice, with nobody left, or for a group of another school does nothing', async () => {
  const wim = await as(staff.wim)
  const unchosen = await start(wim, { whom: 'group', group: groups.five, channel: '' })
  expect(unchosen.status).toBe(422)
  expect(await unchosen.answer.text()).toContain('Kies hoe je uitnodigt')
  const nobody = await start(wim, { whom: 'team', channel: 'mail' })
  expect(nobody.status).toBe(422)
  expect(await nobody.answer.text()).toContain('Er is niemand om uit te nodigen')
  expect((await start(wim, { ...forGroup, group: groups.molenSeven })).status).toBe(404)
  expect((await start(wim, { ...forGroup, group: 'geen-id' })).status).toBe(404)
  expect((await start(await as(guardians.ngozi), forGroup)).status).toBe(404)
})

test('a language is chosen per person and remembered, sealed', async () => {
  const [person] = await newParents(pupils.noor, [{ name: 'Taalq', email: null }])
  const wim = await as(staff.wim)
  const page = urls.invite({ id: person! })
  expect((await wim.post(page, { how: 'letter', language: 'ar' })).headers.get('location')).toBe(page)
  expect(await wim.text(page)).toMatch(/value="ar" selected/)
  const pdf = await (await wim.get(urls.letter({ id: person! }))).arrayBuffer()
  expect(Buffer.from(pdf).toString('latin1')).toContain('/Lang (ar)')
  const rows = await within((work) => work.db.selectFrom('letter_language').selectAll().execute())
  expect(rows).toHaveLength(1)
  expect(String(Object.keys(rows[0]!).sort())).toBe('choice,organisation_id,person_id')
  expect((await wim.post(page, { how: 'duif' })).status).toBe(422)
  expect((await wim.post(page, { how: 'mail' })).status).toBe(422)
})

test('letters name a child only to who has a say about it, and a protected person’s is in no pile', async () => {
  const { openLetters } = await import('./letter/open-letters.ts')
  const anouk = await as(staff.anouk)
  for (const id of [guardians.gerda, guardians.hiddenMother, guardians.deniz]) {
    await within((work) =>
      work.db
        .deleteFrom('account_person')
        .where('person_id', '=', id)
        .where('organisation_id', '=', vuurtoren)
        .execute(),
    )
    expect((await anouk.post(urls.invite({ id }), { how: 'letter' })).status).toBe(303)
  }
  const pile = await within((work) => openLetters(work, { group: groups.five }, 'nl'))
  const of = (person: string) => pile.find((one) => one.person === person)?.letter
  expect(of(guardians.gerda)).toMatchObject({ sort: '', to: 'informed' })
  expect(of(guardians.deniz)).toMatchObject({ sort: 'Groep 5: Milaq Yıldızq', to: 'guardian' })
  expect(of(guardians.hiddenMother)).toBeUndefined()
  expect((await anouk.get(urls.letter({ id: guardians.hiddenMother }))).status).toBe(200)
  expect((await (await as(staff.wim)).get(urls.letter({ id: guardians.hiddenMother }))).status).toBe(404)
})

test('whose data are not used for now is in no round', async () => {
  const [used, unused] = await newParents(pupils.ravi, [
    { name: 'Welq', email: null },
    { name: 'Nietq', email: null },
  ])
  const reachable = async () => {
    const everyone = await within((work) => everyoneOf(work, { whom: 'group', group: groups.six }))
    return [used, unused].map((id) => everyone.find((one) => one.id === id)?.reachable)
  }
  expect(await reachable()).toEqual([true, true])
  await within((work) =>
    work.db
      .insertInto('processing_restriction')
      .values({ id: randomUUID(), person_id: unused!, ground: 'restriction', began_on: work.today })
      .execute(),
  )
  expect(await reachable()).toEqual([true, false])
})
