import { afterEach, beforeEach, expect, test } from 'vitest'
import { asSystem } from '#shared/tenancy/transaction.ts'
import { urls } from '#src/urls.ts'
import { g4 } from '#test/edexml/applying.ts'
import { openOffice, school, takeOver, upload } from '#test/edexml/office.ts'
import { g3 } from '#test/edexml/stored.ts'
import { type Browser, frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import { schoolYearOf, schoolYearOn } from '../organisations/groups.ts'
import { groupsOfPlan, listPlans } from './plans.ts'
import { takeEffect } from './taking-effect.ts'

const door = frontDoor()
const { staff, groups, guardians, pupils, vuurtoren, molen } = world
const as = (person: string) => door.front.as(person, vuurtoren)

const now = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Amsterdam' })
const first = Number(schoolYearOf(now).startsOn.slice(0, 4))
const next = `${first + 1}-${first + 2}`
const august = (day: string) => `${first + 1}-08-${day}`
/** Ten in the morning, unless said otherwise, in summer. */
const clock = (day: string, time = '10:00') => {
  door.front.clock.now = new Date(`${day}T${time}:00+02:00`)
}

const plansNow = () => door.front.within(vuurtoren, listPlans)
const placesOf = (pupil: string) =>
  door.front.within(vuurtoren, ({ db }) =>
    db
      .selectFrom('group_pupil')
      .innerJoin('school_group', 'school_group.id', 'group_pupil.group_id')
      .select(['school_group.name', 'group_pupil.year', 'group_pupil.from_on as from', 'group_pupil.to_on as to'])
      .where('group_pupil.pupil_id', '=', pupil)
      .where('school_group.kind', '=', 'home')
      .orderBy('group_pupil.from_on')
      .execute(),
  )

/** Every test begins with the school as the world made it, in June. */
let wim: Browser
let id: string
let named: Record<string, string>
beforeEach(async () => {
  clock(`${first + 1}-06-10`)
  wim = await as(staff.wim)
  id = await begun(wim)
  named = await groupIds(id)
})
afterEach(() =>
  door.front.within(vuurtoren, async ({ db }) => {
    await db.deleteFrom('school_year_plan').execute()
  }),
)

const begun = async (browser: Browser): Promise<string> => {
  const answer = await browser.post(urls.schoolYears())
  expect(answer.status).toBe(303)
  return answer.headers.get('location')!.split('/').at(-1)!
}
const groupIds = (plan: string) =>
  door.front.within(vuurtoren, async (work) =>
    Object.fromEntries((await groupsOfPlan(work, plan)).map(({ name, id: group }) => [name, group])),
  )
const list = (group: string) => urls.schoolYearPupilsOf({ id, group })
const goes = (pupil: string, seen: string, chosen: string) => ({ [`seen.${pupil}`]: seen, [`goes.${pupil}`]: chosen })

test('two of the office who begin at once have one plan: the same groups, everyone a year up, their own teachers', async () => {
  const anouk = await as(staff.anouk)
  expect(await Promise.all([begun(wim), begun(anouk)])).toEqual([id, id])
  const page = await wim.text(urls.schoolYear({ id }))
  expect(page).toContain(next)
  expect(page).toContain('2 kinderen hebben nog geen groep')
  expect(await wim.text(urls.schoolYearGroup({ id, group: named['Groep 6']! }))).toContain('Milaq')
  expect(await wim.text(urls.schoolYearGroup({ id, group: named['Groep 5']! }))).toContain('Haticeq')
  // Nobody else sees any of it, also not of another school, and today nothing is different.
  for (const other of [staff.hatice, staff.marit, staff.roos, guardians.fenna])
    for (const address of [urls.schoolYears(), urls.schoolYear({ id }), list(groups.five)])
      expect((await (await as(other)).get(address)).status).toBe(404)
  const gerrit = await door.front.as(staff.gerrit, molen, 'molen.localhost')
  for (const address of [urls.schoolYear({ id }), urls.schoolYearCheck({ id }), urls.schoolYearPupils({ id })])
    expect((await gerrit.get(address)).status).toBe(404)
  for (const address of [urls.schoolYearCheck({ id }), urls.dropSchoolYear({ id }), urls.schoolYearGroups({ id })])
    expect((await gerrit.post(address, { day: august('01'), name: 'Groep 9', year: '8' })).status).toBe(404)
  expect(await (await as(staff.hatice)).text(urls.groups())).toContain('Groep 5')
})

test('a pupil gets a place by a choice list, a whole group at once; what two choose at once is shown', async () => {
  const [five, six] = [named['Groep 5']!, named['Groep 6']!]
  const page = await wim.text(list(groups.six))
  expect(page).toContain('Groep 6 (blijft zitten)')
  expect((await wim.post(list(groups.six), goes(pupils.tobi, '', `${six} 6`))).status).toBe(303)
  const anouk = await as(staff.anouk)
  // Anouk's page is older: Ravi is hers to choose, about Tobi she hears what stands there.
  const both = { ...goes(pupils.tobi, '', 'leaves'), ...goes(pupils.ravi, '', 'leaves') }
  const refused = await anouk.post(list(groups.six), both)
  expect(refused.status).toBe(422)
  expect(await refused.text()).toMatch(
    /Iemand anders koos intussen iets anders[\s\S]*Nu staat er: Groep 6 \(blijft zitten\)/,
  )
  const check = await wim.text(urls.schoolYearCheck({ id }))
  expect(check).toContain('Raviq Ramdinq')
  expect(check).not.toContain('Nog geen groep')
  // What was sent twice is no conflict, and a choice that is none of this plan changes nothing.
  expect((await anouk.post(list(groups.six), goes(pupils.ravi, '', 'leaves'))).status).toBe(303)
  for (const odd of ['nonsense', `${groups.five} 5`, `${six} 99`, '\u{1F600}'.repeat(500)])
    expect((await wim.post(list(groups.six), goes(pupils.ravi, 'leaves', odd))).status).toBe(404)
  // A pupil of another list, and of another school, is not in this form.
  for (const pupil of [pupils.mila, pupils.emre, pupils.hidden])
    await wim.post(list(groups.six), goes(pupil, '', 'leaves'))
  expect(await wim.text(urls.schoolYearCheck({ id }))).not.toMatch(/Milaq|Emreq/)
  const all = urls.schoolYearWholeGroup({ id, group: groups.five })
  expect((await wim.post(all, { to: five })).status).toBe(303)
  expect(await wim.text(urls.schoolYearGroup({ id, group: five }))).toMatch(/Milaq[\s\S]*Zuriq/)
  expect((await wim.post(all, {})).status).toBe(422)
  expect((await wim.post(all, { to: groups.five })).status).toBe(404)
})

test('groups get another name, are added and taken away; a name twice and an older page are refused in words', async () => {
  const six = urls.schoolYearGroup({ id, group: named['Groep 6']! })
  const seen = { seenName: 'Groep 6', seenYear: '6' }
  expect((await wim.post(six, { ...seen, name: 'Groep 6/7', year: 'C' })).status).toBe(303)
  const older = await wim.post(six, { ...seen, name: 'De Dolfijnen', year: '6' })
  expect([older.status, await older.text()]).toEqual([
    422,
    expect.stringContaining('Iemand anders wijzigde deze groep intussen'),
  ])
  for (const [fields, words] of [
    [{ name: 'groep 5', year: '5' }, 'al een groep met deze naam'],
    [{ name: '', year: '5' }, 'Vul een naam in'],
    [{ name: 'x'.repeat(65), year: '5' }, 'is te lang'],
    [{ name: 'Groep 9', year: '9' }, 'Kies een leerjaar'],
    [{ name: 'Groep 9' }, 'Kies een leerjaar'],
  ] as const) {
    const refused = await wim.post(urls.schoolYearGroups({ id }), fields as Record<string, string>)
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining(words)])
  }
  expect((await wim.post(urls.schoolYearGroups({ id }), { name: 'Groep 7', year: '7' })).status).toBe(303)
  expect(await wim.text(list(groups.six))).toContain('Groep 6/7, leerjaar 7')
  await wim.post(urls.removeSchoolYearGroup({ id, group: named['Groep 6']! }))
  expect(await wim.text(urls.schoolYear({ id }))).toContain('5 kinderen hebben nog geen groep')
  // Teachers per group with days; a colleague of another school is not there.
  const teachers = urls.schoolYearTeachers({ id, group: named['Groep 5']! })
  expect((await wim.post(teachers, { person: staff.tom, weekdays: ['1', '4'] })).status).toBe(303)
  expect(await wim.text(urls.schoolYearGroup({ id, group: named['Groep 5']! }))).toContain('ma en do')
  expect((await wim.post(teachers, { person: staff.sem })).status).toBe(404)
  expect((await wim.post(teachers, {})).status).toBe(422)
  await wim.post(urls.removeSchoolYearTeacher({ id, group: named['Groep 5']!, person: staff.tom }))
  expect(await wim.text(urls.schoolYearGroup({ id, group: named['Groep 5']! }))).not.toContain('Tomq')
})

test('a plan says beforehand what the day brings, and is refused with a sentence while something is missing', async () => {
  const check = urls.schoolYearCheck({ id })
  const refuse = async (fields: Record<string, string>, words: string) => {
    const refused = await wim.post(check, fields)
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining(words)])
  }
  await refuse({ day: august('01') }, 'kinderen zonder groep')
  await wim.post(list(groups.six), { ...goes(pupils.tobi, '', 'leaves'), ...goes(pupils.ravi, '', 'leaves') })
  const page = await wim.text(check)
  for (const words of ['2 groepen eindigen', '2 kinderen verdwijnen uit alle lijsten', 'twee jaar later is alles'])
    expect(page).toContain(words)
  await refuse({ day: 'morgen' }, 'Vul een dag in')
  await refuse({ day: `${first + 1}-07-31`, without: 'yes' }, 'vóór het schooljaar')
  await refuse({ day: `${first + 2}-08-01`, without: 'yes' }, 'na het schooljaar')
  await refuse({ day: `${first + 2}-02-30`, without: 'yes' }, 'Vul een dag in')
  // The protected pupil is decided about too; Wim cannot see who that is.
  expect((await wim.post(check, { day: august('23') })).status).toBe(303)
  expect(await wim.text(urls.schoolYear({ id }))).toMatch(/Klaargezet door Wimq Postmaq[\s\S]*23 augustus/)
  expect((await wim.post(urls.unprepareSchoolYear({ id }))).status).toBe(303)
  expect((await wim.post(urls.unprepareSchoolYear({ id }))).status).toBe(404)
  expect((await plansNow())[0]).toMatchObject({ state: 'draft', preparedBy: null })
  for (const group of Object.values(named)) await wim.post(urls.removeSchoolYearGroup({ id, group }))
  await refuse({ day: august('01'), without: 'yes' }, 'nog geen groepen')
  await wim.post(urls.schoolYearGroups({ id }), { name: 'Groep 1', year: '1' })
  await refuse({ day: august('01'), without: 'yes' }, 'niemand in een groep')
  // Thrown away is not gone: it can be put back, until there is another one.
  const dropped = await wim.post(urls.dropSchoolYear({ id }))
  expect(await wim.text(dropped.headers.get('location')!)).toContain('is weggegooid')
  expect((await wim.get(urls.schoolYear({ id }))).status).toBe(404)
  expect((await wim.post(urls.restoreSchoolYear({ id }))).status).toBe(303)
  await wim.post(urls.dropSchoolYear({ id }))
  await begun(wim)
  expect((await wim.post(urls.restoreSchoolYear({ id }))).status).toBe(404)
})

test('who is new next year is seen by the office only, until the day', async () => {
  const six = named['Groep 6']!
  const form = {
    givenName: 'Nieuwq',
    surname: 'Kindq',
    goes: `${six} 6`,
    requestKey: '0f0f0f0f-0000-4000-8000-00000000000f',
  }
  const empty = await wim.post(urls.newSchoolYearPupil({ id }), { requestKey: form.requestKey })
  expect([empty.status, await empty.text()]).toEqual([422, expect.stringContaining('Vul een roepnaam in')])
  for (const _ of [1, 2]) expect((await wim.post(urls.newSchoolYearPupil({ id }), form)).status).toBe(303)
  expect((await wim.text(list('new'))).match(/Nieuwq Kindq<\/span>/g)).toHaveLength(1)
  const tom = await as(staff.tom)
  expect(await tom.text(urls.people())).not.toContain('Nieuwq')
  expect((await tom.get(urls.person({ id: form.requestKey }))).status).toBe(404)
  await door.front.within(vuurtoren, ({ db }) => db.deleteFrom('person').where('id', '=', form.requestKey).execute())
})

test('a plan that was emptied after it was prepared does not leave the school without groups', async () => {
  await wim.post(urls.schoolYearCheck({ id }), { day: august('02'), without: 'yes' })
  for (const group of Object.values(named)) await wim.post(urls.removeSchoolYearGroup({ id, group }))
  clock(august('03'))
  expect(await (await as(staff.hatice)).text(urls.group({ id: groups.five }))).toContain('Milaq')
  expect((await plansNow())[0]).toMatchObject({ state: 'prepared' })
})

test('on the day everything is the new year, at once and once, whoever comes first', async () => {
  const [five, six] = [named['Groep 5']!, named['Groep 6']!]
  await wim.post(list(groups.six), { ...goes(pupils.tobi, '', `${six} 6`), ...goes(pupils.ravi, '', 'leaves') })
  await wim.post(urls.schoolYearTeachers({ id, group: six }), { person: staff.tom })
  // A substitute who would have gone on past the day.
  const substitute = { person: staff.marit, from: `${first + 1}-06-12`, to: august('30') }
  expect((await wim.post(urls.newGroupTeacher({ id: groups.five }), substitute)).status).toBe(303)
  expect(await wim.text(urls.schoolYearCheck({ id }))).toContain('1 vervanging die over die dag heen loopt, stopt')
  expect((await wim.post(urls.schoolYearCheck({ id }), { day: august('21') })).status).toBe(303)

  // The evening before, long after 1 August: nothing yet, also not by the job.
  clock(august('20'), '23:59')
  await asSystem(door.front.parts, vuurtoren, 'job', takeEffect)
  expect(await (await as(staff.hatice)).text(urls.group({ id: groups.five }))).toContain('Milaq')
  expect(await (await as(guardians.fenna)).text(urls.child({ id: pupils.mila }))).toContain('Groep 5')
  expect((await placesOf(pupils.mila)).at(-1)).toMatchObject({ name: 'Groep 5', to: null })

  // The minute after, before any job ran, all at once: a guardian, teachers, and the job twice.
  const [fenna, hatice, tom, marit] = await Promise.all([guardians.fenna, staff.hatice, staff.tom, staff.marit].map(as))
  clock(august('21'), '00:01')
  const job = () => asSystem(door.front.parts, vuurtoren, 'job', takeEffect)
  const [child, old] = await Promise.all([
    fenna!.text(urls.child({ id: pupils.mila })),
    hatice!.get(urls.group({ id: groups.five })),
    tom!.get(urls.groups()),
    job(),
    job(),
  ])
  expect(child).toContain('Groep 6')
  expect(child).toContain('Tomq')
  expect(old.status).toBe(404)
  expect(await job()).toBe(false)
  expect(await placesOf(pupils.mila)).toEqual([
    { name: 'Groep 5', year: '5', from: `${first}-08-01`, to: august('20') },
    { name: 'Groep 6', year: '6', from: august('21'), to: null },
  ])
  expect(await placesOf(pupils.tobi)).toMatchObject([{ name: 'Groep 6' }, { name: 'Groep 6', year: '6' }])
  const lists = await tom!.text(urls.group({ id: six }))
  for (const name of ['Milaq', 'Zuriq', 'Tobiq']) expect(lists).toContain(name)
  expect(lists).not.toContain('Raviq')
  // The protected child went along, and only who must know sees it.
  expect(await (await as(staff.anouk)).text(urls.group({ id: six }))).toContain('Onvindbaarq')
  expect(lists).not.toContain('Onvindbaarq')
  expect((await hatice!.get(urls.dayList({ group: groups.five }))).status).toBe(404)
  expect((await hatice!.get(urls.group({ id: five }))).status).toBe(200)
  expect((await marit!.get(urls.group({ id: groups.five }))).status).toBe(404)
  expect(
    await door.front.within(vuurtoren, ({ db }) =>
      db.selectFrom('person').select(['state', 'left_on']).where('id', '=', pupils.ravi).executeTakeFirst(),
    ),
  ).toEqual({ state: 'left', left_on: august('20') })
  const began = await door.front.within(vuurtoren, ({ db }) =>
    db.selectFrom('audit_line').select('action').where('action', '=', 'began-school-year').execute(),
  )
  expect(began).toHaveLength(1)

  // A day before it, within the new school year, is still one of last year's groups.
  const startOf = (day: string) =>
    door.front.within(vuurtoren, (work) =>
      work.db
        .selectFrom('school_year')
        .select('starts_on')
        .where('id', 'in', schoolYearOn(work, day))
        .executeTakeFirst(),
    )
  expect(await startOf(august('20'))).toEqual({ starts_on: `${first}-08-01` })
  expect(await startOf(august('21'))).toEqual({ starts_on: august('01') })

  // It cannot be taken back, and the next one is the year after.
  for (const address of [
    urls.unprepareSchoolYear({ id }),
    urls.dropSchoolYear({ id }),
    urls.removeSchoolYearGroup({ id, group: six }),
  ])
    expect((await (await as(staff.wim)).post(address)).status).toBe(404)
  expect(await (await as(staff.wim)).text(urls.schoolYears())).toContain(`${first + 2}-${first + 3} voorbereiden`)
})

test('next year’s file makes a plan that begins by itself, also on a Saturday; 29 February is a day in a leap year', async () => {
  const at = (day: string) => clock(day)
  at('2026-06-10')
  const zeester = await openOffice(door.front)
  expect(await zeester.text(urls.schoolYears())).toContain('2025-2026 voorbereiden')
  const now = await upload(zeester, school({ schoolYear: { start: 2025, end: 2026 } }))
  await takeOver(zeester, now)
  const file = await upload(
    zeester,
    school({ schoolYear: { start: 2026, end: 2027 }, groups: [{ ...g3, name: 'Groep 3 nieuw' }, g4] }),
  )
  expect(await zeester.text(file)).toContain('komen in de voorbereiding')
  expect((await takeOver(zeester, file)).status).toBe(303)
  expect(await zeester.text(file)).toContain('Kijk 2026-2027 na')
  expect(await zeester.text(urls.schoolYears())).toContain('Staat klaar voor zaterdag 1 augustus 2026')
  expect(await zeester.text(urls.groups())).not.toContain('Groep 3 nieuw')
  at('2026-08-01')
  expect(await zeester.text(urls.groups())).toContain('Groep 3 nieuw')
  expect(await zeester.text(urls.schoolYears())).toContain('Begon op zaterdag 1 augustus 2026')
  at('2027-12-01')
  const later = await door.front.as('00000009-0000-4000-8000-000000000001', world.zeester, 'zeester.localhost')
  const leap = await begun(later)
  const refused = await later.post(urls.schoolYearCheck({ id: leap }), { day: '2027-02-29', without: 'yes' })
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('Vul een dag in')])
  expect((await later.post(urls.schoolYearCheck({ id: leap }), { day: '2028-02-29', without: 'yes' })).status).toBe(303)
  expect(await later.text(urls.schoolYears())).toContain('dinsdag 29 februari 2028')
})
