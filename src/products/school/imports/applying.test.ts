import fc from 'fast-check'
import { expect, test } from 'vitest'
import { transaction } from '#shared/tenancy/transaction.ts'
import type { Work } from '#shared/tenancy/work.ts'
import {
  count,
  everyone,
  g4,
  inEmptySchool,
  lia,
  moving,
  personWith,
  placesOf,
  saar,
  school,
  sem,
  take,
} from '#test/edexml/applying.ts'
import { rosters } from '#test/edexml/rosters.ts'
import { g3, named, pupil } from '#test/edexml/stored.ts'
import { frontDoor } from '#test/front-door.ts'
import { world } from '#test/world.ts'
import { addPeople } from '../people/adding.ts'
import { beginPlan, groupsOfPlan } from '../school-years/plans.ts'
import { preparePlan } from '../school-years/preparing.ts'
import { takeEffect } from '../school-years/taking-effect.ts'
import { assignPlanned } from '../school-years/teachers.ts'
import { readEdexml } from './edexml/read.ts'
import { exportEdexml } from './export.ts'
import { planImport } from './importing.ts'
import { changesNothing } from './report.ts'

const { zeester } = world
const door = frontDoor()
const inSchool = <T>(run: (work: Work) => Promise<T>) => inEmptySchool(door.front, run)

test('any file twice changes nothing the second time, and a second file after it neither', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(rosters, rosters, async (first, second) => {
      await inSchool(async (work) => {
        await work.db.updateTable('school').set({ keeps_birth_dates: true }).execute()
        const schoolYear = second.schoolYear.start < first.schoolYear.start ? first.schoolYear : second.schoolYear
        for (const one of [first, { ...second, schoolYear, locationCode: first.locationCode }]) {
          const { plan } = await planImport(work, { roster: one, dropped: {} })
          const decisions = Object.fromEntries(
            (['pupils', 'teachers', 'groups'] as const).map((kind) => [
              kind,
              new Map(plan.ambiguous[kind].map(({ roster: index }) => [index, 'new'])),
            ]),
          )
          await take(work, one, { decisions })
          const again = await planImport(work, { roster: one, dropped: {} })
          const settled = again.plan.ambiguous
          // Who has no identifier is in doubt again as soon as somebody has the same name.
          if (Object.values(settled).every((list) => list.length === 0)) expect(again.report).toSatisfy(changesNothing)
        }
      })
    }),
    { numRuns: 25 },
  )
})

test('a first file makes the school: groups, pupils from its first day, teachers without any right', async () => {
  await inSchool(async (work) => {
    const { report } = await take(work, school())
    expect(report).toMatchObject({ added: { pupils: 2, teachers: 1, groups: 2 }, left: { pupils: 0 } })
    expect(await placesOf(work, '1')).toEqual([{ name: 'Groep 3', year: '3', from: '2026-08-01', to: null }])
    expect(await count(work, 'group_teacher')).toBe(1)
    const roles = await work.db.selectFrom('person_role').select('role').execute()
    expect(roles.map(({ role }) => role)).toEqual(['pupil', 'pupil'])
    expect(await work.db.selectFrom('school').select('brin').execute()).toEqual([{ brin: '99QX' }])
    expect(await count(work, 'roster_import')).toBe(1)
  })
})

test('the same file twice changes nothing, not even the list of imports', async () => {
  await inSchool(async (work) => {
    await take(work, school())
    const { report } = await take(work, school())
    expect(report).toMatchObject({ unchanged: { pupils: 2, teachers: 1, groups: 2 } })
    expect(report).toSatisfy(changesNothing)
    expect(await count(work, 'roster_import')).toBe(1)
  })
})

test('a pupil who moves leaves the one group yesterday and is in the other from today', async () => {
  door.front.clock.now = new Date('2026-11-20T09:00:00Z')
  await inSchool(async (work) => {
    await take(work, school())
    const { report } = await take(work, moving({ ...saar, homeGroup: 'g4', year: '4' }, sem))
    expect(report.moved.pupils).toBe(1)
    const moved = [
      { name: 'Groep 3', year: '3', from: '2026-08-01', to: '2026-11-19' },
      { name: 'Groep 4', year: '4', from: '2026-11-20', to: null },
    ]
    expect(await placesOf(work, '1')).toEqual(moved)
    // A mistake put right on the same day leaves no trace of the other group.
    await take(work, school())
    expect(await placesOf(work, '1')).toEqual([
      { name: 'Groep 3', year: '3', from: '2026-08-01', to: '2026-11-19' },
      { name: 'Groep 3', year: '3', from: '2026-11-20', to: null },
    ])
  })
  door.front.clock.now = null
})

test('only the year of a pupil changes in place', async () => {
  await inSchool(async (work) => {
    await take(work, school())
    await take(work, moving({ ...saar, year: '4' }, sem))
    expect(await placesOf(work, '1')).toEqual([{ name: 'Groep 3', year: '4', from: '2026-08-01', to: null }])
  })
})

test('a file of next year goes into the preparation: today stays as it is, and on 1 August it is so by itself', async () => {
  door.front.clock.now = new Date('2027-06-10T09:00:00Z')
  await inSchool(async (work) => {
    await take(work, school({ schoolYear: { start: 2026, end: 2027 } }))
    const jip = pupil({ key: '3', name: named('Jip'), homeGroup: 'n3', year: '3' })
    const next = school({
      schoolYear: { start: 2027, end: 2028 },
      groups: [
        { ...g3, key: 'n3' },
        { ...g4, key: 'n4' },
      ],
      pupils: [{ ...saar, homeGroup: 'n4', year: '4' as const }, jip],
      teachers: [{ ...lia, groups: [{ group: 'n4', roles: ['LRK'], otherRoles: [] }] }],
    })
    const { report } = await take(work, next)
    expect(report).toMatchObject({
      added: { groups: 2, pupils: 1 },
      moved: { pupils: 1 },
      left: { pupils: 1, groups: 0 },
    })
    expect((await take(work, next)).report).toSatisfy(changesNothing)
    expect(await placesOf(work, '1')).toEqual([{ name: 'Groep 3', year: '3', from: '2026-08-01', to: null }])
    expect(await placesOf(work, '3')).toEqual([])
    // This year's file still counts, and does not know who is new next year: they stay.
    expect((await take(work, school())).report).toMatchObject({ left: { pupils: 0 }, added: { pupils: 0 } })
    expect(await takeEffect(work)).toBe(false)
  })
  door.front.clock.now = null
})

test('a group that is no longer in the file ends, and its key may come back for another one', async () => {
  await inSchool(async (work) => {
    await take(work, school())
    const without = school({
      groups: [g4],
      pupils: [{ ...saar, homeGroup: 'g4' }, sem],
      teachers: [{ ...lia, groups: [] }],
    })
    expect((await take(work, without)).report.left.groups).toBe(1)
    expect((await take(work, without)).report).toSatisfy(changesNothing)
    expect((await take(work, school())).report.added.groups).toBe(1)
    expect(await count(work, 'school_group')).toBe(3)
  })
})

test('a substitute the office put before a group stays there; the file only takes back what it gave', async () => {
  await inSchool(async (work) => {
    await take(work, school())
    const { id: group } = await work.db
      .selectFrom('school_group')
      .select('id')
      .where('name', '=', 'Groep 3')
      .executeTakeFirstOrThrow()
    const [substitute] = await addPeople(work, [{ record: { givenName: 'Ina', surname: 'Valk' } }])
    await work.db
      .insertInto('group_teacher')
      .values({ group_id: group, person_id: substitute!, from_on: '2026-09-01' })
      .execute()
    await take(work, school({ teachers: [{ ...lia, groups: [{ group: 'g4', roles: ['LRK'], otherRoles: [] }] }] }))
    const rows = await work.db.selectFrom('group_teacher').select(['person_id', 'group_id', 'to_on']).execute()
    expect(rows.filter(({ to_on }) => to_on === null).map(({ person_id }) => person_id === substitute)).toHaveLength(2)
    expect(rows.find((row) => row.group_id === group && row.person_id !== substitute)?.to_on).toEqual(
      expect.any(String),
    )
  })
})

test('dates of birth stay out until the school wants them', async () => {
  const born = moving({ ...saar, birthDate: '2018-02-11' }, sem)
  await inSchool(async (work) => {
    await take(work, born)
    expect((await everyone(work)).map(({ record }) => record.birthDate)).toEqual([null, null, null])
    await work.db.updateTable('school').set({ keeps_birth_dates: true }).execute()
    expect((await take(work, born)).report.changed.pupils).toBe(1)
    expect((await everyone(work)).map(({ record }) => record.birthDate)).toContain('2018-02-11')
    await work.db.updateTable('school').set({ keeps_birth_dates: false }).execute()
    expect((await take(work, moving({ ...saar, birthDate: null }, sem))).report).toSatisfy(changesNothing)
  })
})

test('another BRIN is refused until somebody says it is right; then it is the school’s', async () => {
  await inSchool(async (work) => {
    await take(work, school())
    const other = { ...school(), brin: '11AA' }
    expect(await take(work, other)).toMatchObject({ refused: 'brin' })
    expect(await take(work, other, { confirmed: ['brin'] })).toMatchObject({ refused: null })
    expect(await work.db.selectFrom('school').select('brin').execute()).toEqual([{ brin: '11AA' }])
    await work.db.updateTable('school').set({ brin: '11AA01' }).execute()
    expect(await take(work, { ...other, locationCode: '02' })).toMatchObject({ refused: 'brin' })
    expect(await take(work, { ...other, locationCode: '01' })).toMatchObject({ refused: null })
  })
})

test('a crash in the middle leaves nothing', async () => {
  const before = await door.front.within(zeester, (work) => count(work, 'person'))
  const broken = transaction(door.front.parts, { organisation: zeester, system: true }, 'test', async (work) => {
    await take(work, school())
    throw new Error('power cut')
  })
  await expect(broken).rejects.toThrow('power cut')
  await door.front.within(zeester, async (work) => {
    expect(await count(work, 'person')).toBe(before)
    expect(await count(work, 'school_group')).toBe(0)
    expect(await count(work, 'roster_import')).toBe(0)
    expect(await work.db.selectFrom('vault_key').select('id').execute()).toEqual([])
  })
})

test('two imports of one file at the same moment are one import', async () => {
  const { molen } = world
  const once = () =>
    door.front.within(molen, (work) => take(work, school({ brin: null, schoolYear: { start: 2030, end: 2031 } })))
  const reports = (await Promise.all([once(), once(), once()])).map(({ report }) => report.added.pupils)
  expect(reports.sort()).toEqual([0, 0, 2])
})

test('the school’s own file, read in again, changes nothing', async () => {
  const again = async (work: Work) => {
    const xml = await exportEdexml(work)
    const { roster: own, problems } = await readEdexml(
      (async function* () {
        yield Buffer.from(xml!)
      })(),
    )
    expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
    return planImport(work, { roster: own!, dropped: {} })
  }
  await inSchool(async (work) => {
    await take(
      work,
      school({ locations: [{ key: 'v1', name: 'Hoofdgebouw' }], pupils: [{ ...saar, location: 'v1' }, sem] }),
    )
    expect((await again(work)).report).toMatchObject({ unchanged: { pupils: 2, teachers: 1, groups: 2 } })
  })
  // Also a school that never read in a file.
  await door.front.within(world.vuurtoren, async (work) => {
    const { report } = await again(work)
    expect(report).toSatisfy(changesNothing)
    expect(report).toMatchObject({ ambiguous: { pupils: 0, teachers: 0 }, unchanged: { pupils: 6, groups: 3 } })
  })
})

test('what the office prepared stays where next year’s file says nothing; for places the file wins', async () => {
  const at = (day: string) => {
    door.front.clock.now = new Date(`${day}T09:00:00Z`)
  }
  const zeesterNow = <T>(run: (work: Work) => Promise<T>) => door.front.within(zeester, run)
  at('2027-06-10')
  await zeesterNow((work) => take(work, school({ schoolYear: { start: 2026, end: 2027 } })))
  const teacher = await zeesterNow((work) => personWith(work, 't1'))
  await zeesterNow(async (work) => {
    const plan = await beginPlan(work)
    const [three, four] = await groupsOfPlan(work, plan)
    await assignPlanned(work, plan, four!.id, { person: teacher!, weekdays: [1] })
    await take(work, {
      ...school({ schoolYear: { start: 2027, end: 2028 } }),
      groups: [{ ...g4, key: 'n4' }],
      pupils: [
        { ...saar, homeGroup: 'n4', year: '4' },
        { ...sem, homeGroup: 'n4', year: '4' },
      ],
      teachers: [{ ...lia, groups: [] }],
    })
    // Groep 3 has nobody left but Lia, whom the office put there: she is not lost by a file.
    expect((await groupsOfPlan(work, plan)).map(({ id }) => id)).toEqual([three!.id, four!.id])
    expect(await preparePlan(work, plan, { day: '2027-08-01', without: false })).toBe('done')
  })
  at('2027-08-01')
  const twice = await Promise.all([zeesterNow(takeEffect), zeesterNow(takeEffect)])
  expect(twice.toSorted()).toEqual([false, true])
  await zeesterNow(async (work) => {
    for (const key of ['1', '2'])
      expect((await placesOf(work, key)).at(-1)).toEqual({ name: 'Groep 4', year: '4', from: '2027-08-01', to: null })
    const taught = await work.db.selectFrom('group_teacher').select(['weekdays', 'from_on', 'to_on']).execute()
    expect(taught).toContainEqual({ weekdays: [1], from_on: '2027-08-01', to_on: null })
    // From now on the file is an ordinary one of this year, by which the groups keep their places.
    const again = await take(work, {
      ...school({ schoolYear: { start: 2027, end: 2028 } }),
      groups: [{ ...g4, key: 'n4' }],
      pupils: [
        { ...saar, homeGroup: 'n4', year: '4' },
        { ...sem, homeGroup: 'n4', year: '4' },
      ],
      teachers: [{ ...lia, groups: [] }],
    })
    expect(again.report).toMatchObject({ added: { groups: 0, pupils: 0 }, moved: { pupils: 0 } })
    expect(await take(work, school({ schoolYear: { start: 2026, end: 2027 } }))).toMatchObject({ refused: 'earlier' })
  })
  door.front.clock.now = null
})
