import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { urls } from '#src/urls.ts'
import { runTask } from '#test/jobs.ts'
import { idOf, newsroom, post, publish } from '#test/newsroom.ts'
import { world } from '#test/world.ts'

const { as, door, jobs, list, read } = newsroom()
const { vuurtoren, guardians, staff, groups } = world

describe('for whom', () => {
  test('a teacher writes for the own group: its guardians and teachers and the office read it, and nobody else', async () => {
    const hatice = await as(staff.hatice)
    const id = await publish(hatice)
    for (const person of [guardians.fenna, guardians.deniz, guardians.ngozi, staff.hatice, staff.anouk])
      expect([person, await (await read(person, id)).text()]).toEqual([person, expect.stringContaining('hinkelbaanq')])
    for (const person of [staff.tom, guardians.gerda])
      expect([person, (await read(person, id)).status]).toEqual([person, 404])
    expect(await list(staff.tom)).not.toContain('tekendenq')
    expect(await list(guardians.fenna)).toContain('Wij tekendenq')
    expect(await (await as(guardians.fenna)).text(urls.home())).toContain('Wij tekendenq')
  })

  test('a group that is not mine does not exist; the whole school is for the office', async () => {
    const hatice = await as(staff.hatice)
    for (const audience of [groups.six, 'school', groups.molenSeven, 'x']) {
      const refused = await post(hatice, { for: audience, do: 'publish' })
      expect([audience, refused.status, await refused.text()]).toEqual([
        audience,
        422,
        expect.stringContaining('Kies een groep'),
      ])
    }
    const id = await publish(await as(staff.wim), { for: 'school', title: 'Studiedagq' })
    for (const person of [guardians.ngozi, guardians.fenna, staff.tom])
      expect((await read(person, id)).status).toBe(200)
    expect((await read(guardians.gerda, id)).status).toBe(404)
  })

  test('the line above the composer says who will read it, by the rule that lets them', async () => {
    const draft = idOf(await post(await as(staff.hatice), { do: 'save' }))
    const page = await (await as(staff.hatice)).text(urls.editNews({ id: draft }))
    expect(page).toContain('Dit lezen 6 ouders en 2 medewerkers van school. Niemand anders.')
    const other = await (await as(staff.tom)).get(urls.editNews({ id: draft }))
    expect([other.status, (await read(guardians.fenna, draft)).status]).toEqual([404, 404])
  })
})

describe('when', () => {
  test('planned news appears at its moment, not before, and is in the list of its readers', async () => {
    door.front.clock.now = new Date('2026-11-24T08:00:00Z')
    const response = await post(await as(staff.hatice), {
      do: 'publish',
      title: 'Straksq',
      when: 'later',
      onDay: '2026-11-25',
      onTime: '09:00',
    })
    expect(response.headers.get('location')).toBe(urls.news({ show: 'drafts' }))
    await jobs()
    expect(await list(guardians.fenna)).not.toContain('Straksq')
    expect(await (await as(staff.hatice)).text(urls.news({ show: 'drafts' }))).toContain('Straksq')
    door.front.clock.now = new Date('2026-11-25T08:00:01Z')
    const { id } = await door.front.within(vuurtoren, ({ db }) =>
      db.selectFrom('news').select('id').where('state', '=', 'scheduled').executeTakeFirstOrThrow(),
    )
    await runTask(door.front, vuurtoren, 'news-publish', { news: id })
    expect(await list(guardians.fenna)).toContain('Straksq')
    door.front.clock.now = null
  })

  test('it is over by itself after its last day', async () => {
    door.front.clock.now = new Date('2026-11-24T08:00:00Z')
    const id = await publish(await as(staff.hatice), { expiresOn: '2026-11-25' })
    door.front.clock.now = new Date('2026-11-25T22:00:00Z')
    expect((await read(guardians.fenna, id)).status).toBe(200)
    door.front.clock.now = new Date('2026-11-26T06:00:00Z')
    expect((await read(guardians.fenna, id)).status).toBe(404)
    door.front.clock.now = null
  })

  test.each([
    [{ when: 'later', onDay: '2020-01-01', onTime: '09:00' }, 'Kies een dag en tijd die nog komen.'],
    [{ when: 'later' }, 'Kies een dag en tijd die nog komen.'],
    [{ class: 'answer' }, 'Kies voor welke dag je een antwoord wilt'],
    [{ class: 'answer', answerBy: '2026-02-31x' }, 'Kies voor welke dag je een antwoord wilt'],
    [{ expiresOn: '2020-01-01' }, 'Kies een dag die nog komt.'],
    [{ title: '' }, 'Geef het een titel.'],
    [{ text: ' ' }, 'Schrijf wat er te vertellen is.'],
    [{ text: '{"type":"doc","content":[{"type":"script"}]}' }, 'Schrijf wat er te vertellen is.'],
    [{ text: 'a'.repeat(20_001) }, 'Deze tekst is te lang.'],
    [{ title: 'a'.repeat(121) }, 'Een titel heeft hooguit 120 letters.'],
  ])('%o comes back with what was typed, and nothing is published', async (wrong, sentence) => {
    const refused = await post(await as(staff.hatice), { do: 'publish', ...wrong })
    const page = await refused.text()
    expect([refused.status, page.includes(sentence)]).toEqual([422, true])
    if (!('text' in wrong)) expect(page).toContain('hinkelbaanq')
  })
})

describe('what readers do', () => {
  test('a correction is seen with its difference; who wrote it sees what was read', async () => {
    const hatice = await as(staff.hatice)
    const id = await publish(hatice, { text: 'Neem kleren meeq.' })
    await read(guardians.fenna, id)
    await post(hatice, { do: 'publish', text: 'Neem oude kleren meeq.' }, urls.editNews({ id }))
    const page = await (await read(guardians.fenna, id)).text()
    expect(page).toContain('Gewijzigd op')
    expect(page).toContain('<del>Neem kleren meeq.</del>')
    expect(page).toContain('<ins>Neem oude kleren meeq.</ins>')
    expect(page).not.toContain('van 6 ouders')
    const own = await (await read(staff.hatice, id)).text()
    expect(own).toContain('1 van 6 ouders')
    expect(own).toContain('Bij goed om te weten zie je alleen hoeveel')
  })

  test('who has not read it is named only where an answer was asked, and the readers are told so', async () => {
    const hatice = await as(staff.hatice)
    const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
    const id = await publish(hatice, { class: 'answer', answerBy: day })
    const fenna = await as(guardians.fenna)
    expect(await fenna.text(urls.newsItem({ id }))).toContain(
      'School ziet bij dit bericht wie het nog niet heeft gelezen.',
    )
    expect(await fenna.text(urls.home())).toContain('Wij tekendenq')
    await fenna.post(urls.confirmNews({ id }))
    const own = await (await read(staff.hatice, id)).text()
    expect(own).toContain('Nog niet gelezen')
    expect(own).toContain('Denizq')
    expect(own).not.toContain('Fennaq Yıldızq</')
    expect((await (await as(staff.tom)).post(urls.confirmNews({ id }))).status).toBe(404)
  })

  test('a reaction is one of three, without a name; pressed again it is taken back', async () => {
    const id = await publish(await as(staff.hatice))
    const fenna = await as(guardians.fenna)
    await fenna.post(urls.reactToNews({ id }), { reaction: 'proud' })
    await (await as(guardians.deniz)).post(urls.reactToNews({ id }), { reaction: 'proud' })
    expect(await (await read(staff.hatice, id)).text()).toContain('Trots 2')
    await fenna.post(urls.reactToNews({ id }), { reaction: 'proud' })
    expect(await (await read(staff.hatice, id)).text()).toContain('Trots 1')
    expect((await fenna.post(urls.reactToNews({ id }), { reaction: 'boos' })).status).toBe(404)
    expect((await (await as(staff.tom)).post(urls.reactToNews({ id }), { reaction: 'proud' })).status).toBe(404)
  })

  test('a form that comes twice, at one moment too, is one story; with other words it is written on', async () => {
    const hatice = await as(staff.hatice)
    const form = { do: 'publish', title: 'Eén keerq', requestKey: randomUUID() }
    const [one, two] = await Promise.all([publish(hatice, form), publish(hatice, form)])
    expect([one, await publish(hatice, form)]).toEqual([two, two])
    const seen = await (await read(guardians.fenna, one)).text()
    expect([seen.includes('Eén keerq'), seen.includes('<ins>')]).toEqual([true, false])
    expect(await publish(hatice, { ...form, text: 'Andersq' })).toBe(one)
    expect(await (await read(guardians.fenna, one)).text()).toContain('<ins>')
    const other = await publish(await as(staff.tom), { ...form, for: groups.six })
    expect(other).not.toBe(one)
  })

  test('news that was removed is gone for everybody, from the lists too', async () => {
    const hatice = await as(staff.hatice)
    const id = await publish(hatice, { class: 'urgent', title: 'Wegq' })
    expect(await (await as(guardians.fenna)).text(urls.home())).toContain('Wegq')
    await post(hatice, { do: 'withdraw' }, urls.editNews({ id }))
    expect((await read(guardians.fenna, id)).status).toBe(404)
    expect(await (await as(guardians.fenna)).text(urls.home())).not.toContain('Wegq')
  })
})

test('a board writes once, and each school it chose has it as its own; another board’s school cannot be chosen', async () => {
  const idris = await door.front.as(staff.idris, world.kompas, 'kompas.localhost')
  const form = {
    requestKey: crypto.randomUUID(),
    title: 'Nieuwe roosterq',
    text: 'Vanaf *maandag*q.',
    class: 'to-know',
  }
  const page = urls.newsForSchools()
  for (const school of [world.molen, world.supplier, 'x'])
    expect((await idris.post(page, { ...form, school })).status).toBe(422)
  expect(await (await idris.post(page, { ...form, title: '', school: vuurtoren })).text()).toContain(
    'Vanaf *maandag*q.',
  )
  for (let twice = 0; twice < 2; twice++)
    expect((await idris.post(page, { ...form, school: [vuurtoren, world.zeester] })).status).toBe(303)
  expect(await list(guardians.fenna)).not.toContain('roosterq')
  await jobs()
  const read = await list(guardians.fenna)
  expect(read.match(/Nieuwe roosterq/g)?.length).toBeGreaterThan(0)
  const rows = await Promise.all(
    [vuurtoren, world.zeester, world.molen].map((school) =>
      door.front.within(
        school,
        async ({ db }) =>
          (
            await db
              .selectFrom('news')
              .select('id')
              .where('author_id', 'is', null)
              .where('whole_school', '=', true)
              .execute()
          ).length,
      ),
    ),
  )
  expect(rows).toEqual([1, 1, 0])
  expect(await idris.text(page)).toContain('De Vuurtoren en De Zeester')
  expect((await (await as(staff.wim)).get(page)).status).toBe(404)
})

test('switched off, it is not there for anybody, and on again it is as it was', async () => {
  const id = await publish(await as(staff.hatice))
  const wim = await as(staff.wim)
  const turn = async (to: 'on' | 'off') => {
    const seen = /name="seen" value="([^"]*)"/.exec(await wim.text(urls.modules()))?.[1] ?? ''
    await wim.post(urls.modules(), { module: 'news', to, reason: 'We gebruiken het niet.', seen })
    // Told by NOTIFY, which may come after the next request.
    door.front.application.serving.sites.forget()
  }
  await turn('off')
  expect((await read(guardians.fenna, id)).status).toBe(404)
  expect(await (await as(guardians.fenna)).text(urls.home())).not.toContain('Wij tekendenq')
  await turn('on')
  expect((await read(guardians.fenna, id)).status).toBe(200)
})
