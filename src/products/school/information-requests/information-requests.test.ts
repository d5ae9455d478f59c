import { expect, test } from 'vitest'
import type { Job } from '#shared/jobs/task.ts'
import type { WrittenMail } from '#shared/mail/index.ts'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import { informationRequestArrived } from './jobs.ts'

const door = frontDoor()
const { staff, guardians, pupils, groups, vuurtoren } = world

const as = (person: string) => door.front.as(person, vuurtoren)

/** Every address of the application that can be asked for, with ids of this school in it. */
const everyGet = () =>
  door.front.application.routes
    .filter((route) => route.method === 'GET' && !route.pattern.startsWith('/live'))
    .flatMap(({ pattern }) =>
      [pupils.noor, pupils.zuri, guardians.gerda, guardians.restricted, groups.five].map((id) =>
        pattern.replace(/:[a-zA-Z]+/g, id),
      ),
    )

test('a parent without authority sees no child, no group and no colleague on any page', async () => {
  const gerda = await as(guardians.gerda)
  const seen = new Set<string>()
  for (const address of new Set(everyGet())) {
    const response = await gerda.get(address)
    if (response.status === 200) seen.add(address)
    const text = await response.text()
    for (const name of ['Noorq', 'Meulenq', 'Zuriq', 'Okaforq', 'Rutgerq', 'Haticeq', 'Groep 5'])
      expect(text, `${address}: ${name}`).not.toContain(name)
  }
  expect(seen).toContain(urls.informationRequest())
  for (const closed of [urls.children(), urls.people(), urls.groups(), urls.informationRequests()])
    expect(seen).not.toContain(closed)
})

test('what was asked reaches the office, sealed, and says when it was handled', async () => {
  const gerda = await as(guardians.gerda)
  const page = await gerda.text(urls.informationRequest())
  expect(page).toContain('artikel 1:377c')
  expect((await gerda.post(urls.informationRequest(), { text: '' })).status).toBe(422)
  const long = await gerda.post(urls.informationRequest(), { text: 'q'.repeat(4001) })
  expect(long.status).toBe(422)
  expect(await long.text()).toContain('qqqq')
  const asked = 'Hoe gaat het met rekenenq?'
  expect((await gerda.post(urls.informationRequest(), { text: asked })).status).toBe(303)
  expect(await gerda.text(urls.informationRequest())).toContain(asked)

  const wim = await as(staff.wim)
  expect(await wim.text(urls.home())).toContain('1 ouder zonder gezag vraagt om informatie')
  const list = await wim.text(urls.informationRequests())
  expect(list).toContain(asked)
  expect(list).toContain('Ouder van Noorq')
  for (const other of [staff.hatice, guardians.restricted])
    expect((await (await as(other)).get(urls.informationRequests())).status).toBe(404)

  const rows = await door.front.within(vuurtoren, (work) =>
    work.db.selectFrom('information_request').select(['id', 'handled_at']).execute(),
  )
  const id = rows[0]!.id
  const gerrit = await door.front.as(staff.gerrit, world.molen, 'molen.localhost')
  const answer = { outcome: 'partly', text: 'Rekenen gaat goedq' }
  expect((await gerrit.post(urls.informationRequestOf({ id }), answer)).status).toBe(404)
  const unsaid = await wim.post(urls.informationRequestOf({ id }), { text: 'Half antwoordq' })
  expect([unsaid.status, (await unsaid.text()).includes('Half antwoordq')]).toEqual([422, true])
  expect((await wim.post(urls.informationRequestOf({ id }), answer)).status).toBe(303)
  expect((await wim.post(urls.informationRequestOf({ id }), answer)).status).toBe(404)
  const answered = await gerda.text(urls.informationRequest())
  for (const said of ['Door school beantwoord op', 'School vertelt een deel', 'Rekenen gaat goedq'])
    expect(answered).toContain(said)
  expect(await wim.text(urls.home())).not.toContain('zonder gezag')
})

test('the office is mailed that there is something to read: not who, and not what', async () => {
  const sent: { to: string; key: string; mail: WrittenMail }[] = []
  const job = {
    id: '1',
    data: { request: guardians.gerda },
    inOrganisation: (run: Parameters<typeof door.front.within>[1]) => door.front.within(vuurtoren, run),
    mailer: { send: async (mail: (typeof sent)[number]) => void sent.push(mail), close: () => {} },
    origin: 'https://vuurtoren.example',
    organisationName: 'De Vuurtoren',
  } as unknown as Job<never>
  await informationRequestArrived.run(job)
  await informationRequestArrived.run(job)
  expect(sent.map((mail) => mail.to)).toEqual(['wim@test.example', 'wim@test.example'])
  expect(sent[0]!.key).toBe(sent[1]!.key)
  expect(sent[0]!.mail.text).toContain(`https://vuurtoren.example${urls.informationRequests()}`)
  expect(sent[0]!.mail.html).not.toContain('Gerdaq')
})
