import { randomUUID } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { root } from '#shared/root.ts'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { setClock, week } from '#test/school-week.ts'
import { ids, walk } from '#test/walk.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, molen, supplier, guardians, pupils, staff } = world
const as = (person: string) => door.front.as(person, vuurtoren)
const lotte = (strong = true) => door.front.as(staff.lotte, supplier, 'supplier.localhost', strong)
/** Every name of the test world ends in a q, which no other text does. */
const names = (body: string) => body.match(/(?<![\p{L}\d_-])\p{Lu}\p{Ll}{2,}q(?![\p{L}\d_-])/gu) ?? []
const others = (body: string) => names(body).filter((name) => !['Lotteq', 'Kramerq'].includes(name))

const asked = (more: Record<string, string | string[]> = {}) => ({
  requestKey: randomUUID(),
  about: pupils.mila,
  kinds: ['ordinary'],
  reason: 'not-shown',
  text: 'Ik zie de verkeerde groepq',
  minutes: '60',
  ...more,
})

const opened = async (person: string, more: Record<string, string | string[]> = {}) => {
  const form = asked(more)
  const answer = await (await as(person)).post(urls.newSupportWindow(), form)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, urls.supportWindow({ id: form.requestKey })])
  return form.requestKey
}
const through = (id: string, customer: string = vuurtoren) => urls.customerWindow({ customer, id })

const lines = () =>
  door.front.within(vuurtoren, ({ db }) =>
    db
      .selectFrom('audit_line')
      .select(['person_id', 'role', 'place', 'subjects', 'kinds'])
      .where('action', '=', 'opened')
      .where('role', 'in', ['supplier', 'supplier-support'])
      .execute(),
  )

describe('a support window', () => {
  test('is opened by a parent, looked through, seen as it happens, and closed', async () => {
    setClock(door.front, week.monday, '10:00')
    const fenna = await as(guardians.fenna)
    const id = await opened(guardians.fenna)
    expect(await fenna.text(urls.supportWindow({ id }))).toMatch(/open tot 11\.00 uur[\s\S]*Nog niemand keek/)
    const helper = await lotte()
    const list = await helper.text(urls.customerWindows())
    expect(list).toContain(through(id))
    expect(others(list)).toEqual([])

    const stream = await fenna.get(
      (await fenna.text(urls.supportWindow({ id }))).match(/data-live="([^"]+)"/)![1]!.replaceAll('&amp;', '&'),
    )
    const told = stream.body!.getReader()
    await told.read()
    const seen = await helper.text(through(id))
    expect(seen).toContain('Milaq')
    expect(seen).toContain('Ik zie de verkeerde groepq')
    expect(seen).not.toContain('mila@test.example')
    expect(Buffer.from((await told.read()).value!).toString()).toContain(`changed support-window/${id}`)
    await told.cancel()

    expect(await fenna.text(urls.supportWindow({ id }))).toMatch(/Lotteq Kramerq[\s\S]*Zag naam en gewone gegevens/)
    expect(await lines()).toEqual([
      {
        person_id: staff.lotte,
        role: 'supplier',
        place: `GET ${urls.customerWindow.pattern} ${id}`,
        subjects: [pupils.mila],
        kinds: ['ordinary'],
      },
    ])
    // The other parent sees the same, without the words of the first, and may close it.
    const deniz = await as(guardians.deniz)
    const shared = await deniz.text(urls.supportWindow({ id }))
    expect(shared).toContain('Lotteq')
    expect(shared).not.toContain('verkeerde groepq')
    expect((await deniz.post(urls.closeSupportWindow({ id }))).status).toBe(303)
    expect((await helper.get(through(id))).status).toBe(404)
    expect(await fenna.text(urls.supportWindow({ id }))).toContain('De leverancier ziet niets meer')
    expect(await helper.text(urls.customerWindows())).not.toContain(through(id))
  })

  test('ends by itself, shows only the kinds that were chosen, and is there for no other supplier, school or number', async () => {
    setClock(door.front, week.monday, '10:00')
    const id = await opened(guardians.fenna, { kinds: ['contact'], minutes: '30' })
    const helper = await lotte()
    const seen = await helper.text(through(id))
    expect(seen).toContain('mila@test.example')
    expect(names(seen)).not.toContain('Milaq')
    const gone = async (address: string) => {
      const answer = await helper.get(address)
      const body = await answer.text()
      return [answer.status, others(body), body.replaceAll(/[0-9a-f-]{36}/g, '')] as const
    }
    const nowhere = await gone(through(randomUUID()))
    expect(nowhere.slice(0, 2)).toEqual([404, []])
    expect(await gone(through(id, molen))).toEqual(nowhere)
    expect(await gone(through(id, randomUUID()))).toEqual(nowhere)
    expect(await gone(through(id, 'x'))).toEqual(nowhere)
    setClock(door.front, week.monday, '10:30')
    expect(await gone(through(id))).toEqual(nowhere)
    expect(await (await as(guardians.fenna)).text(urls.supportWindow({ id }))).toContain('was open tot 10.30 uur')
  })

  test('the school opens one on anybody; who it is about hears of it, sees it and closes it', async () => {
    setClock(door.front, week.tuesday, '10:00')
    const id = await opened(staff.anouk, { about: staff.hatice, kinds: ['ordinary', 'contact'] })
    expect((await (await as(staff.tom)).get(urls.supportWindow({ id }))).status).toBe(404)
    expect((await (await as(guardians.fenna)).get(urls.supportWindow({ id }))).status).toBe(404)
    expect(await (await as(staff.roos)).text(urls.schoolSupportWindows())).toContain('Haticeq')
    expect(await (await as(staff.roos)).text(urls.privacyDesk())).toContain('venster is nu open')
    const hatice = await as(staff.hatice)
    expect(await hatice.text(urls.home())).toContain('De leverancier mag meekijken bij Haticeq')
    expect(await hatice.text(urls.mySupportWindows())).toContain(urls.supportWindow({ id }))
    await hatice.post(urls.closeSupportWindow({ id }))
    expect((await (await lotte()).get(through(id))).status).toBe(404)
    const child = await opened(staff.wim, { about: pupils.mila })
    expect(await (await as(guardians.deniz)).text(urls.home())).toContain('De leverancier mag meekijken bij Milaq')
    expect((await (await as(guardians.gerda)).get(urls.supportWindow({ id: child }))).status).toBe(404)
  })

  test('is refused in a sentence, and nothing changes', async () => {
    setClock(door.front, week.tuesday, '11:00')
    const fenna = await as(guardians.fenna)
    const count = () =>
      door.front.within(
        vuurtoren,
        async ({ db }) => (await db.selectFrom('support_window').select('id').execute()).length,
      )
    const before = await count()
    for (const [more, says] of [
      [{ minutes: '300' }, 'Een venster is nooit langer dan 4 uur open'],
      [{ minutes: '0' }, 'Kies hoe lang het venster open is'],
      [{ minutes: 'lang' }, 'Kies hoe lang het venster open is'],
      [{ kinds: [] }, 'Kies wat de leverancier mag zien'],
      [{ kinds: ['credential'] }, 'Kies wat de leverancier mag zien'],
      [{ reason: 'nieuwsgierig' }, 'Kies waarom de leverancier meekijkt'],
      [{ text: '' }, 'Schrijf in een paar woorden'],
      [{ text: 'a'.repeat(1001) }, 'Dit is te lang'],
    ] as const) {
      const form = asked({ text: 'Zelf getyptq', ...(more as Record<string, string>) })
      const answer = await fenna.post(urls.newSupportWindow(), form)
      const body = await answer.text()
      expect([answer.status, body]).toEqual([422, expect.stringContaining(says)])
      if (!('text' in more)) expect(body).toContain('Zelf getyptq')
    }
    for (const about of [pupils.noor, guardians.deniz, staff.hatice, pupils.emre, 'x'])
      expect((await fenna.post(urls.newSupportWindow(), asked({ about }))).status).toBe(404)
    const hidden = await as(guardians.hiddenMother)
    const refused = await hidden.post(urls.newSupportWindow(), asked({ about: pupils.hidden }))
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('extra beschermd')])
    expect(await count()).toBe(before)
    await expect(
      door.front.within(vuurtoren, ({ db }) =>
        db
          .insertInto('support_window')
          .columns(['id', 'person_id', 'opened_as', 'supplier_id', 'kinds', 'reason', 'words', 'opened_at', 'ends_at'])
          .expression((from) =>
            from
              .selectFrom('support_window')
              .select(({ val, ref }) => [
                val(randomUUID()).as('id'),
                'person_id',
                'opened_as',
                'supplier_id',
                'kinds',
                'reason',
                'words',
                'opened_at',
                ref('opened_at').as('ends_at'),
              ])
              .limit(1),
          )
          .execute(),
      ),
    ).rejects.toThrow('check constraint')
  })
})

test('nothing of this product reaches another organisation but through a window', () => {
  const folder = join(root, 'src/products/supplier')
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /(?<!\.test)\.tsx?$/.test(name),
  )
  expect(files.length).toBeGreaterThan(20)
  const reaching = files.filter((name) =>
    /tenancy\/transaction|\belsewhere\(/.test(readFileSync(join(folder, name), 'utf8')),
  )
  expect(reaching).toEqual([])
})

describe('at the supplier', () => {
  const everyPage = (browser: Awaited<ReturnType<typeof lotte>>) =>
    Array.fromAsync(walk(door.front, browser, [...ids.own, ...ids.foreign], 'supplier'))

  test('a stolen password alone yields nothing: not with a window, and not behind it', async () => {
    setClock(door.front, week.wednesday, '10:00')
    const id = await opened(guardians.fenna)
    const thief = await lotte(false)
    const before = await lines()
    for (const address of [urls.customerWindows(), through(id)]) {
      const answer = await thief.get(address)
      expect([answer.status, answer.headers.get('location')]).toEqual([303, expect.stringContaining('/second-factor')])
    }
    for (const { address, body } of await everyPage(thief)) expect([address, others(body)]).toEqual([address, []])
    expect(await lines()).toEqual(before)
    await (await as(guardians.fenna)).post(urls.closeSupportWindow({ id }))
  })

  test('without a window every page shows pseudonyms only; with one too, except through it', async () => {
    setClock(door.front, week.thursday, '10:00')
    const helper = await lotte()
    const before = await lines()
    for (const { address, body } of await everyPage(helper)) expect([address, others(body)]).toEqual([address, []])
    const id = await opened(guardians.fenna)
    for (const { address, body } of await everyPage(helper)) expect([address, others(body)]).toEqual([address, []])
    expect(await lines()).toEqual(before)
    expect(others(await helper.text(through(id)))).toContain('Milaq')
  })
})
