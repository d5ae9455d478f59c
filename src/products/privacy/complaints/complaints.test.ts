import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { arrivalTask } from '#shared/jobs/arrivals.ts'
import type { Task } from '#shared/jobs/task.ts'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { asSuperuser } from '#test/server.ts'
import { world } from '#test/world.ts'
import { complaintTasks } from './jobs.ts'

const door = frontDoor()
const { vuurtoren, molen, supplier, guardians, staff } = world
const fenna = () => door.front.as(guardians.fenna, vuurtoren)
const lotte = () => door.front.as(staff.lotte, supplier, 'supplier.localhost')

/** What a look into the whole database finds, past every policy. */
const everywhere = (query: string): Promise<Record<string, unknown>[]> =>
  asSuperuser(door.front.server.admin, async (client) => (await client.query(query)).rows)

const knocks = async (): Promise<string[]> => {
  const rows = await everywhere(
    `select payload ->> 'organisation' as at from graphile_worker._private_jobs j
      join graphile_worker._private_tasks t on t.id = j.task_id where t.identifier = 'something-arrived'`,
  )
  return rows.map(({ at }) => String(at))
}

const run = (name: string, organisation: string, sent: unknown[] = [], data: unknown = {}) =>
  ([...complaintTasks, arrivalTask].find((one) => one.name === name) as Task).run({
    inOrganisation: (work: never) => door.front.within(organisation, work),
    mailer: { send: async (letter: unknown) => void sent.push(letter) },
    origin: 'http://supplier.localhost',
    organisationName: 'Schoolplein',
    data,
  } as never)
const takeIn = (organisation: string) => run('something-arrived', organisation)

const counts = (table: 'complaint_received' | 'complaint_to_supplier', organisation: string) =>
  door.front.within(organisation, ({ db }) => db.selectFrom(table).select('id').execute())

const complains = async (text: string) => {
  const id = randomUUID()
  const response = await (await fenna()).post(urls.complainToSupplier(), { requestKey: id, text })
  return { id, response }
}

test('a complaint reaches the supplier, and the answer who wrote it; nobody else reads either', async () => {
  const browser = await fenna()
  expect(await browser.text(urls.complain())).toContain(urls.complainToSupplier())
  const empty = await browser.post(urls.complainToSupplier(), { requestKey: randomUUID(), text: '  ' })
  expect([empty.status, await counts('complaint_to_supplier', vuurtoren)]).toEqual([422, []])

  const { id, response } = await complains('Jullie lieten mijn nummer zienq.')
  expect(response.headers.get('location')).toBe(urls.myComplaint({ id }, { sent: 'yes' }))
  // The same form sent twice is one complaint.
  await browser.post(urls.complainToSupplier(), { requestKey: id, text: 'Jullie lieten mijn nummer zienq.' })
  expect(await knocks()).toEqual([supplier])
  await takeIn(supplier)
  expect(await everywhere('select 1 from complaint_post')).toEqual([])

  // The school does not read along, nor does another parent, nor another school.
  expect(await (await door.front.as(staff.roos, vuurtoren)).text(urls.rightsRequests())).not.toContain('zienq')
  for (const other of [
    await door.front.as(guardians.deniz, vuurtoren),
    await door.front.as(staff.anouk, vuurtoren),
    await door.front.as(guardians.fennaAtMolen, molen, 'molen.localhost'),
  ]) {
    expect((await other.get(urls.myComplaint({ id }))).status).toBe(404)
    expect((await other.post(urls.withdrawComplaint({ id }))).status).toBe(404)
  }

  const supplying = await lotte()
  const first = await supplying.text(urls.home())
  expect(first).toContain('Er wacht een klacht')
  const page = await supplying.text(urls.complaintReceived({ id }))
  for (const said of ['Fennaq', 'zienq', 'Nog 28 dagen']) expect(page).toContain(said)
  expect((await supplying.post(urls.complaintReceived({ id }), { text: '' })).status).toBe(422)
  expect((await supplying.post(urls.complaintReceived({ id }), { text: 'Hersteldq.' })).status).toBe(303)
  expect((await supplying.post(urls.complaintReceived({ id }), { text: 'Nogmaals.' })).status).toBe(422)
  await takeIn(vuurtoren)
  const answered = await browser.text(urls.myComplaint({ id }))
  for (const said of ['Hersteldq.', 'zienq', 'Antwoord van']) expect(answered).toContain(said)
})

test('who is told hears that there is something, and not what', async () => {
  const { id } = await complains('Geheimq.')
  await takeIn(supplier)
  const mails: { to: string; mail: { subject: string } }[] = []
  await run('complaint-waits', supplier, mails, { complaint: id, moment: 'arrived' })
  expect(mails.map(({ to }) => to)).toEqual(['lotte@test.example'])
  await (await lotte()).post(urls.complaintReceived({ id }), { text: 'Antwoordq.' })
  await takeIn(vuurtoren)
  await run('complaint-answered', vuurtoren, mails, { complaint: id })
  expect(mails[1]!.to).toBe('fenna@test.example')
  expect(JSON.stringify(mails)).not.toMatch(/Geheimq|Antwoordq|Fennaq/)
})

test('what is taken back is gone at the supplier too, its key first', async () => {
  const { id } = await complains('Tochnietq.')
  await takeIn(supplier)
  expect((await (await fenna()).post(urls.withdrawComplaint({ id }))).status).toBe(303)
  await takeIn(supplier)
  expect((await counts('complaint_received', supplier)).map((one) => one.id)).not.toContain(id)
  expect((await (await lotte()).get(urls.complaintReceived({ id }))).status).toBe(404)
  const key = await door.front.within(supplier, ({ db }) =>
    db.selectFrom('vault_key').select(['wrapped']).where('subject_id', '=', id).executeTakeFirst(),
  )
  expect(key).toEqual({ wrapped: null })
})

test('no organisation reads or takes the post of another, or puts something in under another name', async () => {
  const { id } = await complains('Onderwegq.')
  const seen = await door.front.within(molen, ({ db }) => db.selectFrom('complaint_post').select('id').execute())
  const taken = await door.front.within(molen, ({ db }) => db.deleteFrom('complaint_post').returning('id').execute())
  expect([seen, taken]).toEqual([[], []])
  const forged = door.front.within(molen, ({ db }) =>
    db
      .insertInto('complaint_post')
      .values({ complaint_id: id, from_organisation: vuurtoren, to_organisation: supplier, what: 'withdrawn' })
      .execute(),
  )
  await expect(forged).rejects.toThrow(/row-level security/)
  await takeIn(supplier)
  expect((await counts('complaint_received', supplier)).map((one) => one.id)).toContain(id)
})
