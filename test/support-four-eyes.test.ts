import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { addPeople, addRoles } from '#products/school/people/adding.ts'
import { windowWords } from '#products/supplier/windows/personal-data.ts'
import { addAccount } from '#shared/identity/accounts.ts'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { runJobs, runTask, takeDue } from '#test/jobs.ts'
import { setClock, week } from '#test/school-week.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, molen, kompas, supplier, guardians, pupils, staff } = world
const niek = randomUUID()
const at = (person: string) => door.front.as(person, supplier, 'supplier.localhost')
const school = (person: string) => door.front.as(person, vuurtoren)

beforeAll(async () => {
  setClock(door.front, week.monday, '08:00')
  await door.front.within(supplier, async (work) => {
    await addPeople(work, [
      { id: niek, record: { givenName: 'Niekq', surname: 'Steenq', email: 'niek@test.example', phone: null } as never },
    ])
    await addRoles(work, [{ person: niek, role: 'supplier-support' }])
  })
  const persons = [{ organisation: supplier, person: niek }]
  await addAccount(door.front.parts, { address: 'niek@test.example', language: 'nl', persons })
})

const emergency = (more: Record<string, string | string[]> = {}) => ({
  requestKey: randomUUID(),
  customer: vuurtoren,
  person: pupils.mila,
  kinds: ['ordinary'],
  reason: 'danger',
  ...more,
})
/** The school and its board take in what was put there for them. */
const arrives = async () => {
  for (const organisation of [vuurtoren, kompas]) await runTask(door.front, organisation, 'something-arrived', {})
}
const through = (id: string) => urls.customerWindow({ customer: vuurtoren, id })
const windows = () =>
  door.front.within(vuurtoren, ({ db }) =>
    db.selectFrom('support_window').select(['id', 'opened_at', 'ends_at']).execute(),
  )

test('break-glass: asked by one, given by another, told at once at school and board, over within the hour', async () => {
  setClock(door.front, week.monday, '10:00')
  const [lotte, helper] = [await at(staff.lotte), await at(niek)]
  const form = emergency()
  const id = form.requestKey
  expect((await lotte.post(urls.breakGlass(), form)).status).toBe(303)
  expect((await lotte.post(urls.breakGlass(), form)).status).toBe(303)
  const own = await lotte.post(urls.giveBreakGlass({ id }))
  expect([own.status, await own.text()]).toEqual([422, expect.stringContaining('Een collega moet het geven')])
  expect(await lotte.text(urls.breakGlass())).not.toContain('Milaq')
  const knocked = async () =>
    (await takeDue(door.front, door.front.parts.now())).flatMap(({ task, organisation }) =>
      task === 'something-arrived' ? organisation : [],
    )
  expect(await knocked()).toEqual([])
  await arrives()
  expect(await windows()).toEqual([])
  expect((await helper.get(through(id))).status).toBe(404)

  expect((await helper.post(urls.giveBreakGlass({ id }))).status).toBe(303)
  expect((await helper.post(urls.giveBreakGlass({ id }))).status).toBe(404)
  // Given is not open: the school's own work opens it, and tells with the same commit.
  expect((await lotte.get(through(id))).status).toBe(404)
  expect((await knocked()).sort()).toEqual([kompas, vuurtoren].sort())
  await arrives()
  const sent = await runJobs(door.front, 'break-glass-told')
  expect(sent.map(({ to }) => to)).toEqual(expect.arrayContaining(['idris@test.example', 'anouk@test.example']))
  for (const { subject, text } of sent) expect(subject + text).not.toMatch(/q\b/)
  const board = await door.front.as(staff.idris, kompas, 'kompas.localhost')
  expect(await board.text(urls.home())).toContain('De leverancier kijkt mee in een noodgeval')
  const told = await board.text(urls.breakGlassTold({ id }))
  expect(told).toMatch(/De Vuurtoren[\s\S]*Er is gevaar voor iemand/)
  expect(told).not.toContain('Milaq')
  for (const person of [staff.anouk, guardians.fenna])
    expect(await (await school(person)).text(urls.home())).toContain('De leverancier kijkt mee in een noodgeval')

  expect(await lotte.text(through(id))).toContain('Milaq')
  expect(await (await school(guardians.fenna)).text(urls.supportWindow({ id }))).toContain('Lotteq Kramerq')
  const [window] = await windows()
  expect(window!.ends_at.getTime() - window!.opened_at.getTime()).toBe(3_600_000)
  setClock(door.front, week.monday, '11:00')
  expect((await lotte.get(through(id))).status).toBe(404)
})

test('break-glass: whoever it is about, or the school, closes it; whose identity is protected is not there', async () => {
  setClock(door.front, week.tuesday, '10:00')
  const [lotte, helper] = [await at(staff.lotte), await at(niek)]
  const forms = [emergency(), emergency({ person: pupils.hidden })]
  for (const form of forms) {
    await lotte.post(urls.breakGlass(), form)
    await helper.post(urls.giveBreakGlass({ id: form.requestKey }))
  }
  await arrives()
  // A school is no supplier: what it puts there for another opens nothing.
  const foreign = randomUUID()
  await door.front.within(molen, async ({ db, now }) => {
    const who = {
      supplier_id: molen,
      customer_id: vuurtoren,
      person_id: pupils.noor,
      kinds: ['ordinary'],
      reason: 'danger',
    }
    await db
      .insertInto('break_glass')
      .values({ id: foreign, ...who, asked_by: staff.sem, asked_at: now })
      .execute()
    await db
      .updateTable('break_glass')
      .set({ given_by: staff.gerrit, given_at: now })
      .where('id', '=', foreign)
      .execute()
  })
  await arrives()
  expect((await windows()).map(({ id }) => id)).not.toContain(foreign)
  const [open, hidden] = forms.map(({ requestKey }) => requestKey) as [string, string]
  expect((await lotte.get(through(hidden))).status).toBe(404)
  expect((await lotte.get(through(open))).status).toBe(200)
  await (await school(staff.anouk)).post(urls.closeSupportWindow({ id: open }))
  await arrives()
  expect((await lotte.get(through(open))).status).toBe(404)
})

test('break-glass is refused in a sentence, and lapses when nobody gives it', async () => {
  setClock(door.front, week.wednesday, '10:00')
  const [lotte, helper] = [await at(staff.lotte), await at(niek)]
  for (const [more, says] of [
    [{ customer: supplier }, 'Kies een school'],
    [{ person: 'Mila' }, 'Dit is geen nummer van een persoon'],
    [{ kinds: ['credential'] }, 'Kies wat je moet zien'],
    [{ reason: 'other' }, 'Kies waarom het nu moet'],
  ] as const) {
    const refused = await lotte.post(urls.breakGlass(), emergency(more as Record<string, string>))
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining(says)])
  }
  const form = emergency()
  await lotte.post(urls.breakGlass(), form)
  setClock(door.front, week.wednesday, '11:01')
  const late = await helper.post(urls.giveBreakGlass({ id: form.requestKey }))
  expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('Vraag het opnieuw')])
  const board = await door.front.as(staff.idris, kompas, 'kompas.localhost')
  expect((await board.get(urls.breakGlassTold({ id: form.requestKey }))).status).toBe(404)
})

test('an export of more than 50 people leaves only with a second yes, and holds pseudonyms', async () => {
  setClock(door.front, week.thursday, '10:00')
  const add = (many: number) =>
    door.front.within(vuurtoren, async (work) => {
      const rows = Array.from({ length: many }, () => ({ id: randomUUID() }))
      const words = await work.seal(windowWords, { subject: pupils.mila, row: rows[0]!.id }, { text: 'x' })
      const same = {
        person_id: pupils.mila,
        opened_as: 'school',
        supplier_id: supplier,
        kinds: ['ordinary'],
        reason: 'other',
      }
      const times = { opened_at: work.now, ends_at: new Date(work.now.getTime() + 60_000) }
      await work.db
        .insertInto('support_window')
        .values(rows.map((row) => ({ ...row, ...same, ...times, words })))
        .execute()
    })
  const [lotte, helper] = [await at(staff.lotte), await at(niek)]
  const ask = async (until = week.thursday) => {
    const form = { requestKey: randomUUID(), from: week.thursday, until }
    return { id: form.requestKey, answer: await lotte.post(urls.supportExports(), form) }
  }
  const backwards = (await ask(week.monday)).answer
  expect([backwards.status, await backwards.text()]).toEqual([422, expect.stringContaining('ligt voor de eerste')])
  await add(50)
  const few = await ask()
  const file = await lotte.text(urls.supportExportFile({ id: few.id }))
  expect([file.trim().split('\r\n').length, /q\b/.exec(file)]).toEqual([51, null])
  await add(1)
  const many = await ask()
  const fetched = () => lotte.get(urls.supportExportFile({ id: many.id }))
  expect((await fetched()).status).toBe(404)
  // What was asked of fifty does not grow behind their back.
  expect((await lotte.text(urls.supportExportFile({ id: few.id }))).trim().split('\r\n').length).toBe(51)
  const own = await lotte.post(urls.giveSupportExport({ id: many.id }))
  expect([own.status, await own.text()]).toEqual([422, expect.stringContaining('Een collega moet het vrijgeven')])
  expect((await fetched()).status).toBe(404)
  expect((await helper.post(urls.giveSupportExport({ id: many.id }))).status).toBe(303)
  expect((await helper.get(urls.supportExportFile({ id: many.id }))).status).toBe(404)
  expect((await fetched()).status).toBe(200)
})
