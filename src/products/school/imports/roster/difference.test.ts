import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rosters } from '#test/edexml/rosters.ts'
import {
  applyDifference,
  decideAll,
  empty,
  g3,
  isEmpty,
  named,
  nothing,
  pupil,
  pupils,
  roster,
  stored,
  teacher,
} from '#test/edexml/stored.ts'
import { compare } from './difference.ts'
import type { Teacher } from './roster.ts'
import type { State } from './state.ts'

describe('a file and an empty school', () => {
  test('everyone is new, but who left before the reference date or is of year H', () => {
    const file = pupils(
      { key: '1' },
      { key: '2', year: 'H' },
      { key: '3', leftOn: '2026-09-30' },
      { key: '4', leftOn: '2026-10-01' },
    )
    const difference = compare(empty, file)
    expect(difference.added.pupils).toEqual([{ roster: 0 }, { roster: 3 }])
    expect(difference).toMatchObject({
      changed: nothing,
      moved: nothing,
      left: nothing,
      ambiguous: nothing,
      leavingShare: 0,
      schoolYear: 'later',
    })
  })
})

describe('the same file twice', () => {
  test('changes nothing, with identical twins without any identifier too', () => {
    const file = roster({
      pupils: [pupil({}), pupil({}), pupil({ key: '1' })],
      teachers: [teacher({ groups: [{ group: 'g3', roles: [], otherRoles: ['duo'] }] })],
    })
    const state = applyDifference(empty, file, compare(empty, file))
    const again = compare(state, file)
    expect(isEmpty(again)).toBe(true)
    expect(again.unchanged).toEqual({ pupils: 3, teachers: 1, groups: 2 })
  })

  test('for any file', () => {
    fc.assert(
      fc.property(rosters, (file) => {
        const state = applyDifference(empty, file, compare(empty, file))
        expect(compare(state, file)).toMatchObject({
          added: nothing,
          changed: nothing,
          moved: nothing,
          left: nothing,
          ambiguous: nothing,
        })
      }),
      { numRuns: 500 },
    )
  })
})

test('after any two files, with every doubt decided either way, the second says nothing new', () => {
  fc.assert(
    fc.property(rosters, rosters, fc.infiniteStream(fc.boolean()), fc.boolean(), (first, second, choices, sameYear) => {
      const before = applyDifference(empty, first, compare(empty, first))
      const file = sameYear ? { ...second, schoolYear: first.schoolYear } : second
      const { difference } = decideAll(before, file, () => choices.next().value === true)
      const after = applyDifference(before, file, difference)
      expect(compare(after, file)).toMatchObject({
        added: nothing,
        changed: nothing,
        moved: nothing,
        left: nothing,
        ambiguous: nothing,
      })
    }),
    { numRuns: 2_000 },
  )
})

test('everyone in state and file is accounted for exactly once', () => {
  fc.assert(
    fc.property(rosters, rosters, (first, second) => {
      const state = applyDifference(empty, first, compare(empty, first))
      const { changed, moved, left, ambiguous, unchanged } = compare(state, second)
      const held = new Set(ambiguous.pupils.flatMap(({ candidates }) => candidates))
      const ids = [...changed.pupils, ...moved.pupils, ...left.pupils].map(({ id }) => id)
      expect(new Set(ids).size).toBe(ids.length)
      // A held candidate may have been found for certain after all, then it is in a list of its own.
      const heldOnly = [...held].filter((id) => !ids.includes(id)).length
      expect(ids.length + unchanged.pupils + heldOnly).toBeGreaterThanOrEqual(state.pupils.length)
      expect(ids.length + unchanged.pupils).toBeLessThanOrEqual(state.pupils.length)
    }),
    { numRuns: 500 },
  )
})

describe('groups and years', () => {
  test('another home group or year is a move, with what else changed', () => {
    const difference = compare(
      stored({ key: '1' }),
      pupils({ key: '1', homeGroup: 'g4', year: '4', name: named('Saartje') }),
    )
    expect(difference.moved.pupils).toMatchObject([{ roster: 0, fields: ['callName', 'year', 'homeGroup'] }])
    expect(difference.changed.pupils).toEqual([])
  })

  test('a group without a lasting key is known by its name within the year', () => {
    const file = (key: string, name: string) =>
      roster({ groups: [{ ...g3, key, name }], pupils: [pupil({ key: '1', homeGroup: key })] })
    const state = applyDifference(empty, file('#1', 'Groep 3'), compare(empty, file('#1', 'Groep 3')))
    expect(isEmpty(compare(state, file('#9', 'Groep 3')))).toBe(true)
    expect(compare(state, file('#1', 'Vlinders'))).toMatchObject({
      added: { groups: [{ roster: 0 }] },
      left: { groups: [{ leftOn: null }] },
    })
    expect(compare(state, file('k', 'Groep 3')).changed.groups).toMatchObject([{ fields: ['key'] }])
  })

  test('two groups of one name without keys are ambiguous, and their pupils are not moved meanwhile', () => {
    const file = roster({
      groups: [
        { ...g3, key: '#1' },
        { ...g3, key: '#2' },
      ],
      pupils: [pupil({ key: '1', homeGroup: '#2' })],
    })
    const state: State = {
      ...empty,
      schoolYear: file.schoolYear,
      groups: ['a', 'b'].map((id) => ({ ...g3, key: null, id })),
      pupils: [{ ...pupil({ key: '1', homeGroup: 'b' }), id: 'p' }],
    }
    const difference = compare(state, file)
    expect(difference.ambiguous.groups.map(({ candidates }) => candidates)).toEqual([
      ['a', 'b'],
      ['a', 'b'],
    ])
    expect(difference).toMatchObject({ moved: nothing, changed: nothing, left: nothing, added: nothing })
  })

  test('the next school year: all groups are new, nobody leaves, everyone moves', () => {
    const before = stored({ key: '1' }, { key: '2', name: named('Sem') })
    const next = { ...pupils({ key: '1' }, { key: '2', name: named('Sem') }), schoolYear: { start: 2027, end: 2028 } }
    const difference = compare(before, next)
    expect(difference).toMatchObject({
      schoolYear: 'later',
      added: { groups: [{ roster: 0 }, { roster: 1 }] },
      left: nothing,
    })
    expect(difference.moved.pupils.map(({ fields }) => fields)).toEqual([['homeGroup'], ['homeGroup']])
    expect(compare(applyDifference(before, next, difference), pupils({ key: '1' })).schoolYear).toBe('earlier')
  })

  test('teachers: roles and groups in any order are the same', () => {
    const file = (groups: string[], roles: Teacher['roles']) =>
      roster({
        teachers: [teacher({ key: '1', roles, groups: groups.map((group) => ({ group, roles, otherRoles: [] })) })],
      })
    const state = applyDifference(
      empty,
      file(['g3', 'g4'], ['IB', 'LRK']),
      compare(empty, file(['g3', 'g4'], ['IB', 'LRK'])),
    )
    expect(isEmpty(compare(state, file(['g4', 'g3'], ['LRK', 'IB'])))).toBe(true)
    expect(compare(state, file(['g3'], ['LRK', 'IB'])).changed.teachers).toMatchObject([{ fields: ['groups'] }])
  })
})

describe('what asks for a confirmation', () => {
  test('the share that leaves, by absence and by date', () => {
    const all = Array.from({ length: 20 }, (_, n) => ({ key: `${n}`, name: named(`Saar ${n}`) }))
    const state = stored(...all)
    expect(compare(state, pupils(...all.slice(1))).leavingShare).toBe(0.05)
    expect(compare(state, pupils(...all.slice(2), { ...all[1], leftOn: '2026-09-01' })).leavingShare).toBe(0.1)
    expect(
      compare(state, pupils(...all.slice(2), { ...all[1], leftOn: '2026-09-01' })).left.pupils.map(
        ({ leftOn }) => leftOn,
      ),
    ).toEqual([null, '2026-09-01'])
  })

  test('another BRIN, but not a file or a school without one', () => {
    const file = (brin: string | null) => roster({ brin })
    expect(compare(empty, file('99QY')).otherBrin).toBe(true)
    expect(compare(empty, file('99QX')).otherBrin).toBe(false)
    expect(compare(empty, file(null)).otherBrin).toBe(false)
    expect(compare({ ...empty, brin: null }, file('99QY')).otherBrin).toBe(false)
  })
})
