import { beforeAll, expect, test } from 'vitest'
import { addRoles } from '#products/school/people/adding.ts'
import { runRetention } from '#shared/retention/run.ts'
import { urls } from '#src/urls.ts'
import type { Browser } from '#test/front-door.ts'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'

const door = frontDoor()
const { staff, guardians, pupils, groups, vuurtoren, molen } = world
const as = (person: string) => door.front.as(person, vuurtoren)

let wim: Browser
let anouk: Browser
let review: string
beforeAll(async () => {
  wim = await as(staff.wim)
  anouk = await as(staff.anouk)
  await door.front.within(vuurtoren, (work) => addRoles(work, [{ person: staff.tom, role: 'ict', from: '2020-01-01' }]))
})

const page = () => urls.accessReview({ id: review })
const of = (person: string) => urls.reviewPerson({ id: review, person })
const seenIn = (html: string) => /name="seen" value="(\d+)"/.exec(html)?.[1] ?? ''
const decide = async (browser: Browser, person: string, ...ends: string[]) =>
  browser.post(of(person), { seen: seenIn(await browser.text(of(person))), ends })
const text = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

test('a month after founding the office is reminded; begun twice at once is one review', async () => {
  expect(await wim.text(urls.home())).not.toContain('nagelopen')
  const later = new Date()
  later.setMonth(later.getMonth() + 2)
  door.front.clock.now = later
  wim = await as(staff.wim)
  expect(await wim.text(urls.home())).toContain('nog nooit nagelopen')
  expect(await (await as(staff.hatice)).text(urls.home())).not.toContain('nagelopen')
  door.front.clock.now = null
  wim = await as(staff.wim)

  const begun = await Promise.all([wim, anouk].map((one) => one.post(urls.accessReviews())))
  const [one, other] = begun.map((answer) => answer.headers.get('location'))
  expect(one).toBe(other)
  review = one!.split('/').at(-1)!
  const shown = text(await wim.text(page()))
  for (const part of ['0 van 6 mensen bekeken', 'Tomq Bakkerq ICT en Leerkracht', 'valt in: Groep 6'])
    expect(shown).toContain(part)
  expect(text(await wim.text(urls.home()))).toContain('Controle van rollen 0 van 6 mensen bekeken')
})

test('it is for the office alone, and for this school', async () => {
  const addresses = [urls.accessReviews(), page(), of(staff.tom)]
  for (const other of [staff.hatice, staff.roos, guardians.ngozi, guardians.gerda]) {
    const browser = await as(other)
    for (const address of addresses) expect((await browser.get(address)).status).toBe(404)
    expect((await browser.post(of(staff.tom), { seen: '0', ends: 'role:ict' })).status).toBe(404)
    expect((await browser.post(urls.finishAccessReview({ id: review }))).status).toBe(404)
  }
  const gerrit = await door.front.as(staff.gerrit, molen, 'molen.localhost')
  for (const address of [page(), of(staff.tom)]) expect((await gerrit.get(address)).status).toBe(404)
  expect((await gerrit.post(of(staff.tom), { seen: '0', ends: 'role:ict' })).status).toBe(404)
  expect((await gerrit.post(urls.finishAccessReview({ id: review }))).status).toBe(404)
})

test('nothing reviewed yet is no record; what is not there is not decided about', async () => {
  const early = await wim.post(urls.finishAccessReview({ id: review }))
  expect([early.status, (await early.text()).includes('minstens één persoon')]).toEqual([422, true])
  for (const fields of [{ ends: 'role:ict' }, { seen: '0', ends: 'role:principal' }, { seen: '0', ends: '<b>' }])
    expect((await wim.post(of(staff.tom), fields)).status).toBe(404)
  for (const nobody of [guardians.ngozi, staff.sem, 'x'])
    expect((await wim.post(of(nobody), { seen: '0' })).status).toBe(404)
})

test('what ends, ends at once; the form leads on to the next; sent twice is once', async () => {
  const tom = await as(staff.tom)
  expect((await tom.get(urls.settings())).status).toBe(200)
  const form = { seen: '0', ends: 'role:ict' }
  const [first, again] = [await wim.post(of(staff.tom), form), await wim.post(of(staff.tom), form)]
  expect([first.status, again.status]).toEqual([303, 303])
  expect(first.headers.get('location')).toMatch(/\/people\//)
  expect((await tom.get(urls.settings())).status).toBe(404)
  expect((await tom.get(urls.groups())).status).toBe(200)
  expect(text(await anouk.text(page()))).toContain('Blijft: Leerkracht. Gestopt: ICT. Door Wimq Postmaq')
})

test('two at once: the second is shown what the first decided', async () => {
  const both = await Promise.all([
    wim.post(of(staff.marit), { seen: '0', ends: `group:${groups.six}` }),
    anouk.post(of(staff.marit), { seen: '0' }),
  ])
  expect(both.map(({ status }) => status).sort()).toEqual([303, 422])
  const refused = both.find(({ status }) => status === 422)!
  expect(await refused.text()).toContain('Een ander heeft net over deze persoon beslist')
  if (refused === both[0]) expect((await decide(wim, staff.marit, `group:${groups.six}`)).status).toBe(303)
  expect((await (await as(staff.marit)).get(urls.group({ id: groups.six }))).status).toBe(404)
})

test('who sees protected people is for the principal, and the last one stays', async () => {
  const key = `reader:${pupils.hidden}`
  expect(await wim.text(of(staff.hatice))).not.toMatch(/Onvindbaarq|Schuilenburgq/)
  expect((await wim.post(of(staff.hatice), { seen: '0', ends: key })).status).toBe(404)
  expect((await decide(wim, staff.hatice)).status).toBe(303)
  expect(text(await wim.text(page()))).toContain('voor de directeur')
  const hatice = await as(staff.hatice)
  expect(await hatice.text(urls.group({ id: groups.five }))).toContain('Onvindbaarq')
  expect(await anouk.text(of(staff.hatice))).toContain('Onvindbaarq Schuilenburgq')
  expect(await anouk.text(page())).not.toMatch(/Onvindbaarq|Schuilenburgq/)
  expect((await decide(anouk, staff.hatice, key)).status).toBe(303)
  expect(await hatice.text(urls.group({ id: groups.five }))).not.toContain('Onvindbaarq')
})

test('four eyes: nobody reviews themselves while somebody else could, and the last of the office stays', async () => {
  const own = await anouk.post(of(staff.anouk), { seen: '0' })
  expect([own.status, (await own.text()).includes('beslist iemand anders')]).toEqual([422, true])
  expect(await anouk.text(of(staff.anouk))).not.toContain('name="seen"')
  expect((await decide(anouk, staff.wim, 'role:administrator')).status).toBe(303)
  expect((await wim.get(page())).headers.get('location')).toMatch(/^\/sign-in/)
  const last = await decide(anouk, staff.anouk, 'role:principal')
  expect([last.status, (await last.text()).includes('niemand meer die rollen kan geven')]).toEqual([422, true])
  const reader = await decide(anouk, staff.anouk, `reader:${pupils.hidden}`)
  expect([reader.status, (await reader.text()).includes('ziet niemand deze afgeschermde persoon')]).toEqual([422, true])
  expect((await decide(anouk, staff.anouk)).status).toBe(303)
})

test('the record says who, when, how many and what; it stays as it is', async () => {
  await door.front.within(vuurtoren, ({ db }) =>
    db.deleteFrom('person_role').where('person_id', '=', staff.roos).execute(),
  )
  const finished = await Promise.all([1, 2].map(() => anouk.post(urls.finishAccessReview({ id: review }))))
  expect(finished.map(({ status }) => status)).toEqual([303, 303])
  const record = text(await anouk.text(page()))
  for (const part of ['door Anoukq Visserq', 'Mensen bekeken 6', 'Gestopt 4', 'Open gelaten 0', 'Was al gestopt'])
    expect(record).toContain(part)
  expect(record).toContain('over zichzelf: er was niemand anders')
  expect(record).toContain('Het verslag klopt met het controlegetal')
  expect((await anouk.post(of(staff.tom), { seen: '0' })).status).toBe(404)
  const changed = await door.front.within(vuurtoren, ({ db }) =>
    db
      .updateTable('access_review_item')
      .set({ decision: 'stays' })
      .where('review_id', '=', review)
      .executeTakeFirstOrThrow(),
  )
  expect(changed.numUpdatedRows).toBe(0n)
  expect(await anouk.text(urls.home())).not.toContain('nagelopen')
})

test('a year later it is time again; five years later the record goes', async () => {
  const at = async (years: number) => {
    const later = new Date()
    later.setFullYear(later.getFullYear() + years, later.getMonth(), later.getDate() + 2)
    door.front.clock.now = later
    return as(staff.anouk)
  }
  expect(text(await (await at(1)).text(urls.home()))).toContain('Tijd om na te lopen wie wat mag De laatste keer was')
  await at(5)
  await runRetention({ inOrganisation: (run) => door.front.within(vuurtoren, run), files: door.front.parts.files })
  expect((await (await at(5)).get(page())).status).toBe(404)
  door.front.clock.now = null
})
