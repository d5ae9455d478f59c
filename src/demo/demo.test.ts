import { describe, expect, it } from 'vitest'
import { dayOf } from './calendar.ts'
import { at, byId, world, worlds } from './examples.ts'
import type { DemoWorld } from './types.ts'
import { demoWorld } from './world.ts'

describe('demo world', () => {
  it('has the size that the issue asks for', () => {
    expect(world.groups).toHaveLength(24)
    expect(world.pupils.length).toBeGreaterThan(490)
    expect(world.pupils.length).toBeLessThan(510)
    expect(world.guardians.length).toBeGreaterThan(870)
    expect(world.guardians.length).toBeLessThan(930)
    const teams = world.staff.filter(({ organisationId, roles }) => {
      const school = world.organisations.find(({ id }) => id === organisationId)!.kind === 'school'
      return school && !roles.includes('privacy-officer')
    })
    expect(teams).toHaveLength(45)
    expect(world.pupils.filter(({ organisationId }) => organisationId === at('molen').id)).toHaveLength(148)
  })

  it('is the same at every start, and keeps its people and its past from day to day', () => {
    expect(demoWorld(new Date('2026-11-23T23:30:00Z'))).toEqual(world)
    const next = demoWorld('2026-11-25')
    for (const part of ['accounts', 'pupils', 'guardians', 'guardianships', 'staff', 'groups'] as const) {
      expect(next[part]).toEqual(world[part])
    }
    const autumn = ({ absences }: DemoWorld) => absences.filter(({ until }) => until && until < '2026-10-20')
    expect(autumn(next)).toEqual(autumn(world))
    expect(autumn(world).length).toBeGreaterThan(100)
    const later = demoWorld('2027-11-24')
    expect(later.pupils.map(({ id, givenName }) => [id, givenName])).toEqual(
      world.pupils.map(({ id, givenName }) => [id, givenName]),
    )
  })

  it('refuses what is no day', () => {
    for (const wrong of ['24-11-2026', '2026-02-30', '', '2026-11-24T08:00'])
      expect(() => demoWorld(wrong)).toThrow(RangeError)
    expect(dayOf(new Date('2026-07-31T22:30:00Z'))).toBe('2026-08-01')
  })

  it.each(worlds)('has ids that are unique and references that resolve, on %s', (_, one) => {
    const lists = [one.organisations, one.accounts, one.staff, one.groups, one.pupils, one.guardians, one.guardianships]
    const rest = [one.restrictions, one.substitutions, one.absences, one.marks, one.calls]
    const all = [...lists, ...rest].flat()
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    for (const { id } of all)
      expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/)

    const [pupils, guardians, staff, groups] = [
      byId(one.pupils),
      byId(one.guardians),
      byId(one.staff),
      byId(one.groups),
    ]
    const [accounts, ties] = [byId(one.accounts), byId(one.guardianships)]
    const within = (owner: { organisationId: string }, found: { organisationId: string } | undefined) =>
      expect(found?.organisationId).toBe(owner.organisationId)
    for (const person of [...one.pupils, ...one.guardians, ...one.staff]) {
      if (person.accountId) expect(accounts.has(person.accountId)).toBe(true)
    }
    for (const group of one.groups) for (const { staffId } of group.teachers) within(group, staff.get(staffId))
    for (const pupil of one.pupils) {
      expect(groups.get(pupil.groupId)?.kind).toBe('home')
      expect(groups.get(pupil.groupId)?.years).toContain(pupil.year)
      for (const id of [pupil.groupId, ...pupil.composedGroupIds]) within(pupil, groups.get(id))
    }
    for (const tie of one.guardianships)
      for (const found of [guardians.get(tie.guardianId), pupils.get(tie.pupilId)]) within(tie, found)
    for (const restriction of one.restrictions) {
      within(restriction, ties.get(restriction.guardianshipId))
      within(restriction, staff.get(restriction.evidenceSeenBy))
    }
    for (const absence of one.absences) {
      within(absence, pupils.get(absence.pupilId))
      if ('staffId' in absence.report) within(absence, staff.get(absence.report.staffId))
      if ('guardianId' in absence.report) within(absence, guardians.get(absence.report.guardianId))
    }
    for (const mark of one.marks)
      for (const found of [pupils.get(mark.pupilId), staff.get(mark.staffId)]) within(mark, found)
    for (const call of one.calls)
      for (const found of [guardians.get(call.guardianId), staff.get(call.staffId)]) within(call, found)
    for (const { groupId, staffId, replacesId, organisationId } of one.substitutions) {
      for (const found of [groups.get(groupId), staff.get(staffId), staff.get(replacesId)])
        within({ organisationId }, found)
    }
  })
})
