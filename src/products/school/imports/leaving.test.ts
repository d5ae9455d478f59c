import { expect, test } from 'vitest'
import type { Work } from '#shared/tenancy/work.ts'
import {
  count,
  everyone,
  inEmptySchool,
  moving,
  personWith,
  placesOf,
  saar,
  school,
  sem,
  take,
} from '#test/edexml/applying.ts'
import { named, teacher } from '#test/edexml/stored.ts'
import { frontDoor } from '#test/front-door.ts'
import { addGuardianships, addPeople, addRoles } from '../people/adding.ts'
import { changesNothing } from './report.ts'

const door = frontDoor()
const inSchool = <T>(run: (work: Work) => Promise<T>) => inEmptySchool(door.front, run)

test('who is no longer in the file is in no list, and guardians of the pupil see nothing of them', async () => {
  await inSchool(async (work) => {
    await take(work, school())
    const id = (await personWith(work, '1'))!
    const { report } = await take(work, moving(sem))
    expect(report.left.pupils).toBe(1)
    const person = (await everyone(work)).find((one) => one.id === id)
    expect(person).toMatchObject({ state: 'left', left_on: expect.any(String) })
    const [place] = await placesOf(work, '1')
    expect(place?.to).toBe(person?.left_on)
    const roles = await work.db.selectFrom('person_role').select(['to_on']).where('person_id', '=', id).execute()
    expect(roles.every(({ to_on }) => to_on !== null)).toBe(true)
  })
})

test('who comes back is the same person as before, guardians and all', async () => {
  await inSchool(async (work) => {
    await take(work, school())
    const id = await personWith(work, '1')
    await take(work, moving(sem))
    const { report } = await take(work, school())
    expect(report.added.pupils).toBe(1)
    expect(await count(work, 'person')).toBe(3)
    const [back] = (await everyone(work)).filter(({ record }) => record.sourceKey === '1')
    expect(back).toMatchObject({ id, state: 'active', left_on: null })
    expect((await placesOf(work, '1')).at(-1)).toMatchObject({ name: 'Groep 3', to: null })
    // Somebody else who was given the number of who left is not them.
    await take(work, moving(sem))
    await take(work, moving(sem, { ...saar, name: named('Yusuf', 'Kaya') }))
    expect(await count(work, 'person')).toBe(4)
  })
})

test('a teacher who is a parent too, or of the office, stops teaching and stays', async () => {
  await inSchool(async (work) => {
    await take(work, school())
    const id = (await personWith(work, 't1'))!
    const child = (await personWith(work, '1'))!
    await addGuardianships(work, [{ pupil: child, guardian: id, authority: 'yes', relation: 'moeder' }])
    await addRoles(work, [{ person: id, role: 'teacher', from: '2026-08-01' }])
    await take(work, school({ teachers: [teacher({ key: 't2', name: named('Ab', 'Vos') })] }))
    const person = (await everyone(work)).find((one) => one.id === id)
    expect(person).toMatchObject({ state: 'active', record: { fromFile: null } })
    const roles = await work.db.selectFrom('person_role').select('to_on').where('person_id', '=', id).execute()
    expect(roles).toEqual([{ to_on: expect.any(String) }])
    expect(await take(work, school({ teachers: [teacher({ key: 't2', name: named('Ab', 'Vos') })] }))).toMatchObject({
      report: { left: { teachers: 0 } },
    })
  })
})

test('who was added by hand never leaves, and is only taken for who has the same name when somebody says so', async () => {
  await inSchool(async (work) => {
    const [id] = await addPeople(work, [
      { record: { givenName: 'Lia', surname: 'Peters', email: 'lia@school.example' } },
    ])
    await addRoles(work, [{ person: id!, role: 'administrator' }])
    const { report } = await take(work, school())
    expect(report).toMatchObject({ left: { teachers: 0 }, ambiguous: { teachers: 1 }, added: { teachers: 0 } })
    await take(work, school(), { decisions: { teachers: new Map([[0, id!]]) } })
    const [person] = (await everyone(work)).filter((one) => one.id === id)
    // The file has no address for her: what the office typed stays.
    expect(person?.record).toMatchObject({ sourceKey: 't1', email: 'lia@school.example' })
    expect(await count(work, 'person')).toBe(3)
    expect((await take(work, school())).report).toSatisfy(changesNothing)
  })
})
