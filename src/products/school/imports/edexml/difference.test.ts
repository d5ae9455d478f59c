import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { rosters } from './arbitrary.ts'
import { compare, type Decisions, type Difference } from './difference.ts'
import type { Group, Name, Pupil, Roster, Teacher } from './roster.ts'
import { lasting } from './roster.ts'
import type { State } from './state.ts'

const empty: State = { brin: '99QX', schoolYear: null, pupils: [], teachers: [], groups: [] }
const nothing = { pupils: [], teachers: [], groups: [] }

const named = (callName: string | null, surname: string | null = 'Bree'): Name => ({
  surname,
  prefix: null,
  firstNames: null,
  initials: 'S',
  callName,
})
const pupil = (given: Partial<Pupil>): Pupil => ({
  key: null,
  eckId: null,
  name: named('Saar'),
  birthDate: null,
  year: '3',
  homeGroup: 'g3',
  composedGroups: [],
  location: null,
  enteredOn: null,
  leftOn: null,
  ...given,
})
const teacher = (given: Partial<Teacher>): Teacher => ({
  key: null,
  eckId: null,
  name: named('Lia', 'Peters'),
  email: null,
  roles: ['LRK'],
  otherRoles: [],
  groups: [],
  ...given,
})
const g3: Group = { key: 'g3', name: 'Groep 3', kind: 'home', year: '3' }
const g4: Group = { key: 'g4', name: 'Groep 4', kind: 'home', year: '4' }
const roster = (given: Partial<Roster>): Roster => ({
  schoolYear: { start: 2026, end: 2027 },
  brin: '99QX',
  locationCode: null,
  referenceDate: '2026-10-01',
  locations: [],
  groups: [g3, g4],
  pupils: [],
  teachers: [],
  ...given,
})
const pupils = (...given: Partial<Pupil>[]) => roster({ pupils: given.map(pupil) })
const stored = (...given: Partial<Pupil>[]) =>
  applyDifference(empty, pupils(...given), compare(empty, pupils(...given)))

/** Stores a difference as the application would: what is ambiguous stays as it is. */
function applyDifference(state: State, roster: Roster, difference: Difference): State {
  const { added, changed, moved, left, schoolYear } = difference
  const gone = new Set([...left.pupils, ...left.teachers, ...left.groups].map(({ id }) => id))
  let made = 0
  const freshId = (kind: string) =>
    `${kind}-${state.pupils.length + state.teachers.length}-${roster.schoolYear.start}-${made++}-${serial++}`
  const keep = <T extends { key: string | null; eckId: string | null }>(
    next: T,
    before: T,
    fields: readonly string[],
  ): T => ({
    ...next,
    key: fields.includes('key') ? next.key : before.key,
    eckId: fields.includes('eckId') ? next.eckId : before.eckId,
  })

  const stateGroups = schoolYear === 'same' ? state.groups : []
  const groupOf = (group: Group, id: string) => ({ ...group, id, key: lasting(group.key) })
  const groups = stateGroups
    .filter(({ id }) => !gone.has(id))
    .map((before) => {
      const change = changed.groups.find(({ id }) => id === before.id)
      if (change === undefined) return before
      const next = groupOf(roster.groups[change.roster]!, before.id)
      return { ...next, key: next.key ?? before.key }
    })
  for (const { roster: index } of added.groups) groups.push(groupOf(roster.groups[index]!, freshId('group')))
  const idOf = (key: string) => {
    const group = roster.groups.find((one) => one.key === key)!
    return groups.find(
      (one) => (lasting(key) !== null && one.key === key) || (one.name === group.name && one.kind === group.kind),
    )!.id
  }
  const inState = (next: Pupil) => ({
    ...next,
    homeGroup: next.homeGroup === null ? null : idOf(next.homeGroup),
    composedGroups: next.composedGroups.map(idOf),
  })
  const withGroups = (next: Teacher) => ({
    ...next,
    groups: next.groups.map((one) => ({ ...one, group: idOf(one.group) })),
  })

  const changes = [...changed.pupils, ...moved.pupils]
  return {
    brin: state.brin,
    schoolYear: roster.schoolYear,
    groups,
    pupils: [
      ...state.pupils
        .filter(({ id }) => !gone.has(id))
        .map((before) => {
          const change = changes.find(({ id }) => id === before.id)
          if (change === undefined) return before
          return { ...keep({ ...inState(roster.pupils[change.roster]!), id: before.id }, before, change.fields) }
        }),
      ...added.pupils.map(({ roster: index }) => ({ ...inState(roster.pupils[index]!), id: freshId('pupil') })),
    ],
    teachers: [
      ...state.teachers
        .filter(({ id }) => !gone.has(id))
        .map((before) => {
          const change = changed.teachers.find(({ id }) => id === before.id)
          if (change === undefined) return before
          return { ...keep({ ...withGroups(roster.teachers[change.roster]!), id: before.id }, before, change.fields) }
        }),
      ...added.teachers.map(({ roster: index }) => ({
        ...withGroups(roster.teachers[index]!),
        id: freshId('teacher'),
      })),
    ],
  }
}
let serial = 0

/** Decides everything ambiguous: the first candidate where `merge` says so and it is free, else someone new. */
function decideAll(
  state: State,
  roster: Roster,
  merge: () => boolean,
): { difference: Difference; decisions: Decisions } {
  const decisions = {
    pupils: new Map<number, string>(),
    teachers: new Map<number, string>(),
    groups: new Map<number, string>(),
  }
  for (;;) {
    const difference = compare(state, roster, decisions)
    let open = 0
    for (const kind of ['pupils', 'teachers', 'groups'] as const) {
      const taken = new Set(decisions[kind].values())
      for (const { roster: index, candidates } of difference.ambiguous[kind]) {
        open++
        const [first] = candidates
        const choice = first !== undefined && !taken.has(first) && merge() ? first : 'new'
        taken.add(choice)
        decisions[kind].set(index, choice)
      }
    }
    if (open === 0) return { difference, decisions }
  }
}

const isEmpty = ({ added, changed, moved, left, ambiguous }: Difference) =>
  [added, changed, moved, left, ambiguous].every((part) => Object.values(part).every((list) => list.length === 0))

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

describe('who is who', () => {
  const one = (state: State, file: Roster, decisions?: Decisions) => {
    const { added, changed, moved, left, ambiguous } = compare(state, file, decisions)
    return {
      added: added.pupils.length,
      changed: [...changed.pupils, ...moved.pupils].map(({ fields }) => fields),
      left: left.pupils.length,
      ambiguous: ambiguous.pupils.map(({ reason, candidates }) => [reason, candidates.length]),
    }
  }
  const same = { added: 0, changed: [], left: 0, ambiguous: [] }
  const born = '2019-02-11'

  const cases: [string, Partial<Pupil>[], Partial<Pupil>[], Partial<ReturnType<typeof one>>][] = [
    ['a changed key, the same ECK iD', [{ key: '1', eckId: 'e' }], [{ key: '2', eckId: 'e' }], { changed: [['key']] }],
    ['an ECK iD for a known key', [{ key: '1' }], [{ key: '1', eckId: 'e' }], { changed: [['eckId']] }],
    ['an ECK iD that is left out stays', [{ key: '1', eckId: 'e' }], [{ key: '1' }], {}],
    ['a key that became # stays', [{ key: '1', eckId: 'e' }], [{ eckId: 'e' }], {}],
    ['a new name, the same key', [{ key: '1' }], [{ key: '1', name: named('Saartje') }], { changed: [['callName']] }],
    [
      'a key with another ECK iD',
      [{ key: '1', eckId: 'e' }],
      [{ key: '1', eckId: 'f' }],
      { ambiguous: [['key-reused', 1]] },
    ],
    [
      'a key with another name altogether',
      [{ key: '1' }],
      [{ key: '1', name: named('Elif', 'Kaya') }],
      { ambiguous: [['key-reused', 1]] },
    ],
    [
      'a key with another call name and birth date',
      [{ key: '1', birthDate: born }],
      [{ key: '1', birthDate: '2018-01-01', name: named('Sem') }],
      { ambiguous: [['key-reused', 1]] },
    ],
    [
      'a new name altogether, the same birth date and key',
      [{ key: '1', birthDate: born }],
      [{ key: '1', birthDate: born, name: named('Sem', 'Kaya') }],
      { changed: [['surname', 'callName']] },
    ],
    [
      'the ECK iD of one, the key of another',
      [{ key: '1', eckId: 'e' }, { key: '2' }],
      [{ key: '2', eckId: 'e' }],
      { ambiguous: [['identifiers-disagree', 2]] },
    ],
    [
      'that, and someone with the key of the first',
      [{ key: '1', eckId: 'e' }, { key: '2' }],
      [{ key: '2', eckId: 'e' }, { key: '1' }],
      {
        ambiguous: [
          ['identifiers-disagree', 2],
          ['identifiers-disagree', 1],
        ],
      },
    ],
    [
      'whose key is in doubt is not found by being equal',
      [{ key: '1', eckId: 'e' }],
      [{ key: '1', eckId: 'f', name: named('Elif', 'Kaya') }, {}],
      {
        ambiguous: [
          ['key-reused', 1],
          ['same-name', 1],
        ],
      },
    ],
    [
      'nor by name and birth date',
      [{ key: '1', eckId: 'e', birthDate: born }],
      [
        { key: '1', eckId: 'f', name: named('Elif', 'Kaya') },
        { birthDate: born, year: '4' },
      ],
      {
        ambiguous: [
          ['key-reused', 1],
          ['same-name', 1],
        ],
      },
    ],
    [
      'a key that went from one ECK iD to another',
      [
        { key: '1', eckId: 'e' },
        { key: '2', eckId: 'f' },
      ],
      [
        { key: '2', eckId: 'e' },
        { key: '1', eckId: 'f' },
      ],
      { changed: [['key'], ['key']] },
    ],
    ['# twice, equal in all', [{}], [{}], {}],
    ['# twice, another year', [{}], [{ year: '4' }], { ambiguous: [['same-name', 1]] }],
    [
      '# twice, another year, one birth date',
      [{ birthDate: born }],
      [{ birthDate: born, year: '4' }],
      { changed: [['year']] },
    ],
    [
      '# twice, another birth date',
      [{ birthDate: born }],
      [{ birthDate: '2018-01-01' }],
      { ambiguous: [['same-name', 1]] },
    ],
    [
      '# of two who share name and birth date',
      [{ birthDate: born }, { birthDate: born }],
      [{ birthDate: born, year: '4' }],
      { ambiguous: [['same-name', 2]] },
    ],
    [
      'twins with one initial, by call name',
      [{ birthDate: born }, { birthDate: born, name: named('Sem') }],
      [{ birthDate: born, name: named('Sem'), year: '4' }, { birthDate: born }],
      { changed: [['year']] },
    ],
    [
      'twins without call names',
      [
        { birthDate: born, name: named(null) },
        { birthDate: born, name: named(null) },
      ],
      [
        { birthDate: born, name: named(null), year: '4' },
        { birthDate: born, name: named(null) },
      ],
      {
        ambiguous: [
          ['same-name', 2],
          ['same-name', 2],
        ],
      },
    ],
    [
      'one name, another key: another administration?',
      [{ key: '1', birthDate: born }],
      [{ key: '2', birthDate: born }],
      { ambiguous: [['same-name', 1]] },
    ],
    [
      'a namesake with another key and birth date',
      [{ key: '1', birthDate: born }],
      [{ key: '2', birthDate: '2018-01-01' }],
      { added: 1, left: 1 },
    ],
    ['a namesake of someone who is still there', [{ key: '1' }], [{ key: '1' }, { key: '2' }], { added: 1 }],
    ['someone else', [{ key: '1' }], [{ key: '2', name: named('Elif', 'Kaya') }], { added: 1, left: 1 }],
    ['a pupil whom the file says has left', [{ key: '1' }], [{ key: '1', leftOn: '2026-09-18' }], { left: 1 }],
    ['a pupil of year H', [{ key: '1' }], [{ key: '1', year: 'H' }], { left: 1 }],
  ]
  test.each(cases)('%s', (_, before, after, expected) => {
    expect(one(stored(...before), pupils(...after))).toEqual({ ...same, ...expected })
  })

  test('a decision settles what is ambiguous, either way', () => {
    const state = stored({ key: '1' })
    const file = pupils({ key: '2' })
    const [doubt] = compare(state, file).ambiguous.pupils
    expect(one(state, file, { pupils: new Map([[0, doubt!.candidates[0]!]]) })).toEqual({ ...same, changed: [['key']] })
    expect(one(state, file, { pupils: new Map([[0, 'new']]) })).toEqual({ ...same, added: 1, left: 1 })
  })

  test('an identifier that the file gives to someone else is taken away', () => {
    const state = stored({ key: '1', eckId: 'e' })
    const file = pupils({ key: '1' }, { key: '2', eckId: 'e', name: named('Elif', 'Kaya') })
    expect(one(state, file, { pupils: new Map([[0, state.pupils[0]!.id]]) })).toEqual({
      ...same,
      added: 1,
      changed: [['eckId']],
    })
  })
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
