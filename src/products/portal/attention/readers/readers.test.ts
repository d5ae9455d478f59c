import { expect, test } from 'vitest'
import { actAsPerson } from '#shared/tenancy/act-as-person.ts'
import { urls } from '#src/urls.ts'
import { frontDoor } from '#test/front-door.ts'
import { setClock, week } from '#test/school-week.ts'
import { tie, untie } from '#test/ties.ts'
import { world } from '#test/world.ts'
import { type Audience, arrivesLater, idsOf, readersOf, whoReads } from './readers.ts'

const door = frontDoor()
const { vuurtoren, guardians, staff, groups, pupils } = world

/** What a writer sees, and to whom it would be given. */
const asked = (writer: string, audience: Audience) =>
  door.front.within(vuurtoren, async (work) => {
    await actAsPerson(work, writer)
    const readers = await readersOf(work, audience, writer)
    return { ids: idsOf(readers).sort(), ...whoReads('nl', readers) }
  })

test('a group is read by its guardians with a say and its teachers, and by nobody else', async () => {
  const { ids, readers, readerNames } = await asked(staff.hatice, { groups: [groups.five], roles: ['principal'] })
  const { ngozi, kofi, fenna, deniz, hiddenMother, restricted } = guardians
  expect(ids).toEqual([ngozi, kofi, fenna, deniz, hiddenMother, restricted, staff.anouk].sort())
  expect(readers).toBe('Dit lezen 6 ouders en 1 medewerker van school. Niemand anders.')
  expect(readerNames?.groups.flatMap(({ names }) => names)).toContain('Anoukq Visserq')
})

test('who ended a tie this morning is no reader any more', async () => {
  await untie(door.front, guardians.deniz, pupils.mila)
  const { ids, readers } = await asked(staff.hatice, { pupils: [pupils.mila] })
  await tie(door.front, { pupil: pupils.mila, guardian: guardians.deniz, authority: 'yes', relation: 'vader' })
  expect(ids).toEqual([guardians.fenna])
  expect(readers).toBe('Dit leest Fennaq Yıldızq. Niemand anders.')
})

test('a guardian whose name is secret is counted, and named to nobody', async () => {
  const { ids, readers, readerNames } = await asked(staff.tom, { pupils: [pupils.hidden], teachers: false })
  expect([ids, readers]).toEqual([[guardians.hiddenMother], 'Dit leest 1 ouder. Niemand anders.'])
  expect(readerNames?.groups[0]?.names).toEqual(['en 1 ouder met een geheime naam'])
})

test('the sender reads when it arrives, where who reads it does not work now', async () => {
  const hatice = await door.front.as(staff.hatice, vuurtoren)
  await hatice.post(urls.workingHours(), { works2: 'yes', from2: '8:00', until2: '16:30' })
  setClock(door.front, week.tuesday, '17:00')
  const said = (audience: Audience) =>
    door.front.within(vuurtoren, async (work) =>
      arrivesLater(work, 'nl', await readersOf(work, audience, guardians.fenna)),
    )
  expect(await said({ pupils: [pupils.mila] })).toMatch(/^Dit komt aan op dinsdag \d+ november, 8\.00.uur: /)
  expect(await said({ pupils: [pupils.mila], roles: ['principal'] })).toMatch(/^1 medewerker werkt nu niet/)
  setClock(door.front, week.tuesday, '09:00')
  expect(await said({ pupils: [pupils.mila] })).toBe(null)
})
