import { describe, expect, it } from 'vitest'
import { byId, duplicates, tuesday, world, worlds } from './examples.ts'
import { demoPeopleToBe, demoPerson, startPage } from './people.ts'
import type { DemoWorld, HostLabel } from './types.ts'
import { friendsOf } from './words.ts'

describe('families', () => {
  it('give every pupil a guardian who may be called, and nobody two of one name in a group', () => {
    const callable = new Set(world.guardianships.filter((tie) => tie.mayBeContacted).map(({ pupilId }) => pupilId))
    expect(world.pupils.filter(({ id }) => !callable.has(id))).toEqual([])
    expect(duplicates(world.pupils.map(({ groupId, givenName }) => `${groupId} ${givenName}`))).toEqual([])
  })

  it.each(worlds)('have children whose birth dates fit their year, on %s', (_, { pupils, schoolYear }) => {
    for (const { birthDate, year } of pupils) {
      const first = Number(schoolYear.name.slice(0, 4)) - year - 4
      expect(birthDate >= `${first}-10-01` && birthDate <= `${first + 1}-09-30`).toBe(true)
    }
  })

  it('share no address, mailbox or number with another family', () => {
    const family = new Map(world.guardians.map(({ id }) => [id, id]))
    const root = (id: string): string => (family.get(id) === id ? id : root(family.get(id)!))
    const join = (ids: string[]) => {
      for (const id of ids) family.set(root(id), root(ids[0]!))
    }
    for (const ties of Map.groupBy(world.guardianships, ({ pupilId }) => pupilId).values()) {
      join(ties.map(({ guardianId }) => guardianId))
    }
    for (const same of Map.groupBy(world.guardians, ({ phone }) => phone).values()) {
      expect(new Set(same.map(({ email, givenName, surname }) => `${email} ${givenName} ${surname}`)).size).toBe(1)
      join(same.map(({ id }) => id))
    }
    const houses = Map.groupBy(
      world.guardians.filter(({ address }) => address),
      ({ address }) => `${address!.street} ${address!.number} ${address!.place}`,
    )
    expect(houses.size).toBeGreaterThan(400)
    for (const people of houses.values()) expect(new Set(people.map(({ id }) => root(id))).size).toBe(1)
    expect(duplicates(world.accounts.map(({ email }) => email))).toEqual([])
    for (const { email } of world.accounts) expect(email).toMatch(/^[a-z0-9.]+@[a-z.]+\.example$/)
    for (const { phone } of world.guardians) expect(phone).toMatch(/^\+31600\d{6}$/)
  })

  it('come in all the shapes that a school knows', () => {
    const count = (test: (tie: DemoWorld['guardianships'][number]) => boolean) =>
      world.guardianships.filter(test).length
    expect(count((tie) => tie.informationOnly && tie.authority === 'no' && !tie.mayCollect)).toBeGreaterThanOrEqual(3)
    expect(count((tie) => tie.authority === 'unknown')).toBeGreaterThan(0)
    for (const relation of ['step-parent', 'grandparent', 'foster-parent']) {
      expect(count((tie) => tie.relation === relation)).toBeGreaterThan(0)
    }
    expect(count((tie) => tie.relation === 'grandparent' && tie.authority === 'yes')).toBeGreaterThan(0)
    expect(world.restrictions.map(({ until }) => until)).toContain(tuesday)
    expect(world.restrictions.filter(({ from, until }) => from < tuesday && until > tuesday).length).toBeGreaterThan(0)

    const organisations = Map.groupBy(world.guardians, ({ accountId }) => accountId ?? '')
    organisations.delete('')
    expect([...organisations.values()].filter((people) => people.length > 1).length).toBeGreaterThan(10)
    const staff = new Set(world.staff.map(({ accountId }) => accountId))
    expect(world.guardians.filter(({ accountId }) => accountId && staff.has(accountId))).toHaveLength(3)
    const birthdays = world.guardianships.map(
      ({ guardianId, pupilId }) => `${guardianId} ${byId(world.pupils).get(pupilId)!.birthDate}`,
    )
    expect(duplicates(birthdays).length).toBeGreaterThan(0)
  })

  it('name no pupil with a protected identity anywhere but in its own family', () => {
    const hidden = world.pupils.filter(({ protectedIdentity }) => protectedIdentity)
    expect(hidden.map(({ surname }) => surname)).toEqual(['Schuilenburg', 'Schuilenburg', 'Luwenhaven', 'Beschutsluis'])
    for (const pupil of world.pupils) {
      expect(friendsOf(pupil, world.pupils).filter((friend) => friend === pupil || friend.protectedIdentity)).toEqual(
        [],
      )
    }
    const own = new Set(hidden.map(({ id }) => id))
    const ties = world.guardianships.filter(({ pupilId }) => own.has(pupilId))
    const guardians = new Set(ties.map(({ guardianId }) => guardianId))
    const known = world.guardians.filter(({ id }) => guardians.has(id))
    expect(known.map(({ address }) => address)).toEqual(known.map(() => null))
    const accounts = new Set(known.map(({ accountId }) => accountId))
    const others = JSON.stringify({
      ...world,
      pupils: world.pupils.filter(({ id }) => !own.has(id)),
      guardians: world.guardians.filter(({ id }) => !guardians.has(id)),
      accounts: world.accounts.filter(({ id }) => !accounts.has(id)),
    }).toLowerCase()
    for (const { givenName, surname } of hidden)
      for (const name of [givenName, surname]) expect(others).not.toContain(name.toLowerCase())
  })
})

describe('people to be', () => {
  it('are persons of the world, at their own organisation', () => {
    const everyone = [...world.staff, ...world.guardians, ...world.pupils]
    for (const { personId, organisationId, name } of demoPeopleToBe) {
      const person = everyone.find(({ id }) => id === personId)
      expect([person?.givenName, person?.prefix, person?.surname].filter(Boolean).join(' ')).toBe(name)
      expect(person?.organisationId).toBe(organisationId)
      expect(person?.accountId).toBeTruthy()
    }
    expect(demoPerson('vuurtoren', 'teacher')?.name).toBe('Hatice Aydın')
    expect(demoPerson('kompas', 'teacher')).toBeUndefined()
    expect(startPage.flatMap(({ people }) => people.map(({ name }) => name))).toHaveLength(12)
    for (const host of ['vuurtoren', 'zeester', 'molen']) {
      for (const key of ['guardian', 'teacher', 'principal', 'administrator'])
        expect(demoPerson(host, key)).toBeDefined()
    }
  })

  it('hold what their keys say', () => {
    const pupilsOf = (host: HostLabel, key: string) => {
      const ties = world.guardianships.filter(({ guardianId }) => guardianId === demoPerson(host, key)?.personId)
      return { ties, pupils: ties.map(({ pupilId }) => pupilId) }
    }
    for (const host of ['vuurtoren', 'zeester', 'molen'] as const) {
      expect(pupilsOf(host, 'guardian-other-home').pupils).toEqual(pupilsOf(host, 'guardian').pupils)
      expect(pupilsOf(host, 'guardian-other-home').ties.every(({ livesWith }) => !livesWith)).toBe(true)
      expect(pupilsOf(host, 'guardian-information-only').ties.map(({ informationOnly }) => informationOnly)).toEqual([
        true,
      ])
      const two = byId(world.guardians).get(demoPerson(host, 'guardian-two-schools')!.personId)!
      const schools = world.guardians.filter(({ accountId }) => accountId === two.accountId)
      expect(new Set(schools.map(({ organisationId }) => organisationId)).size).toBe(2)
    }
    const substitution = world.substitutions[0]!
    expect(substitution).toMatchObject({
      staffId: demoPerson('vuurtoren', 'substitute')?.personId,
      from: tuesday,
      until: tuesday,
    })
    expect(byId(world.groups).get(substitution.groupId)?.name).toBe('Groep 6')
  })
})
