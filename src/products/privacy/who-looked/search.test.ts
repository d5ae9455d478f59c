import Papa from 'papaparse'
import { beforeEach, expect, test } from 'vitest'
import { chainWaiting } from '#shared/audit/chain.ts'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { asSuperuser } from '#test/server.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { vuurtoren, molen, guardians, pupils, staff } = world
const as = (person: string) => door.front.as(person, vuurtoren)
const sql = (text: string, values: unknown[] = []) =>
  asSuperuser(door.front.server.admin, async (client) => (await client.query(text, values)).rows)
const main = (body: string) => body.split('<main')[1]!

beforeEach(async () => {
  await sql('truncate audit_line, audit_checkpoint, disclosure_subject')
  await (await as(staff.hatice)).get(urls.person({ id: pupils.mila }))
  await (await as(staff.wim)).get(urls.people({ kind: 'pupils' }))
})

test('by person, by viewer and by days, chained or not; only the officer, of the own school', async () => {
  const roos = await as(staff.roos)
  for (const _ of ['waiting', 'chained']) {
    const mila = main(await roos.text(urls.looks({ whose: 'mila' })))
    for (const word of ['Haticeq Aydınq, leerkracht', 'Wimq Postmaq, administratie', 'Mensen opzoeken'])
      expect(mila).toContain(word)
    const both = main(await roos.text(urls.looks({ person: pupils.mila, viewer: staff.wim })))
    expect([both.includes('Wimq Postmaq, administratie'), both.includes('Haticeq')]).toEqual([true, false])
    expect(main(await roos.text(urls.looks({ viewer: staff.marit })))).toContain('Niemand keek')
    expect(main(await roos.text(urls.looks({ from: '2020-01-01', to: '2020-12-31' })))).toContain('Niemand keek')
    expect(main(await roos.text(urls.looks({ from: '2020-01-01' })))).toContain('Haticeq')
    await door.front.within(vuurtoren, chainWaiting)
  }
  for (const other of [staff.wim, staff.anouk, staff.hatice, guardians.fenna])
    for (const page of [urls.looks({ person: pupils.mila }), urls.looksFile({ person: pupils.mila })])
      expect((await (await as(other)).get(page)).status).toBe(404)
  const foreign = await roos.text(urls.looks({ person: pupils.emre }))
  expect(foreign).not.toMatch(/Emreq|Semq/)
  const elsewhere = await door.front.as(staff.sem, molen, 'molen.localhost')
  expect((await elsewhere.get(urls.looks())).status).toBe(404)
})

test('a name that many have is asked about; a wrong day says what would be right', async () => {
  const roos = await as(staff.roos)
  const asked = main(await roos.text(urls.looks({ whose: 'Okaforq' })))
  expect(asked).toContain('Wiens gegevens bedoel je?')
  for (const name of ['Ngoziq', 'Zuriq', 'Tobiq']) expect(asked).toContain(name)
  expect(main(await roos.text(urls.looks({ who: 'Nergens' })))).toContain('Er is niemand met “Nergens”')
  expect(main(await roos.text(urls.looks({ whose: 'Schuilenburgq' })))).toContain('Er is niemand met')
  const wrong = await roos.get(urls.looks({ from: '2026-02-31' }))
  expect([wrong.status, (await wrong.text()).includes('Kies een dag die bestaat')]).toEqual([422, true])
  const turned = await roos.get(urls.looks({ from: '2026-03-02', to: '2026-03-01' }))
  expect([turned.status, (await turned.text()).includes('Draai ze om')]).toEqual([422, true])
  expect((await roos.get(urls.looks({ person: 'x', after: "'; --" }))).status).toBe(422)
})

test('whom the officer searches for sees that, also when nothing was found', async () => {
  const roos = await as(staff.roos)
  await roos.get(urls.looks({ person: pupils.tobi, from: '2020-01-01', to: '2020-01-02' }))
  const page = await (await as(guardians.ngozi)).text(urls.whoLookedAtChild({ id: pupils.tobi }))
  expect(page).toContain('Roosq Tuinstraq</strong>, privacyfunctionaris (FG)')
  expect(page).toContain('Opzoeken wie in wiens gegevens keek')
})

test('page after page shows every line once, and the file has them all', async () => {
  await sql(
    `insert into audit_line (organisation_id, at, person_id, action, place, subjects, kinds, role)
     select $1, timestamptz '2026-01-05 10:00' + (n / 3) * interval '1 second', $2, 'opened', 'GET /weg/' || n, array[$3::uuid], '{contact}',
       case when n = 7 then 'principal' else 'teacher' end from generate_series(1, 120) as n`,
    [vuurtoren, staff.tom, pupils.ravi],
  )
  await door.front.within(vuurtoren, chainWaiting)
  const roos = await as(staff.roos)
  const period = { person: pupils.ravi, from: '2026-01-05', to: '2026-01-05' }
  let address: string | undefined = urls.looks(period)
  let rows = 0
  for (let page = 0; address; page++) {
    expect(page).toBeLessThan(4)
    const body: string = main(await roos.text(address))
    rows += body.split('<tbody>')[1]!.split('<tr>').length - 1
    address = /href="([^"]*after=[^"]*)"/.exec(body)?.[1]?.replaceAll('&amp;', '&')
  }
  expect(rows).toBe(120)
  const file = await roos.get(urls.looksFile(period))
  expect(file.headers.get('content-disposition')).toContain('wie-keek-')
  const { data } = Papa.parse<string[]>((await file.text()).replace('\uFEFF', ''), {
    delimiter: ';',
    skipEmptyLines: true,
  })
  expect(data).toHaveLength(121)
  expect(data[1]!.slice(1)).toEqual([
    'Tomq Bakkerq',
    'Leerkracht',
    'Raviq Ramdinq',
    'contactgegevens',
    'een pagina die er niet meer is',
  ])
  expect(await sql(`select person_id from audit_line where action = 'downloaded-looks'`)).toEqual([
    { person_id: staff.roos },
  ])
})
