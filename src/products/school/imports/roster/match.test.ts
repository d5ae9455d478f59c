import { describe, expect, test } from 'vitest'
import { named, pupils, stored } from '#test/edexml/stored.ts'
import { compare, type Decisions } from './difference.ts'
import type { Pupil, Roster } from './roster.ts'
import type { State } from './state.ts'

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
