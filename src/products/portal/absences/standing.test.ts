import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Cover, type Mark, mustBeCalledAbout, type Standing, standingOf } from './standing.ts'

const wholeDay: Cover = { fromTime: null, untilTime: null }
const until = (untilTime: string): Cover => ({ fromTime: null, untilTime })
const from = (fromTime: string): Cover => ({ fromTime, untilTime: null })
const tapped = (state: Mark['state'], at: string): Mark => ({ state, at, arrivedAt: null })

test.each<[string, Mark | null, Cover[], string, Standing]>([
  ['nobody tapped or said anything', null, [], '08:40', 'unseen'],
  ['reported ill', null, [wholeDay], '08:40', 'away'],
  ['reported ill, but seen', tapped('present', '08:35'), [wholeDay], '08:40', 'here'],
  ['at the doctor', null, [until('10:15')], '10:14', 'away'],
  ['not back from the doctor', null, [until('10:15')], '10:15', 'unseen'],
  ['the afternoon off, in the morning', null, [from('12:00')], '08:50', 'unseen'],
  ['the afternoon off, seen in the morning', tapped('present', '08:35'), [from('12:00')], '12:00', 'away'],
  ['the afternoon off, but still seen', tapped('present', '12:10'), [from('12:00')], '12:15', 'here'],
  ['tapped away and reported', tapped('absent', '08:35'), [wholeDay], '09:00', 'away'],
  ['tapped away and not reported', tapped('absent', '08:35'), [], '09:00', 'missing'],
  ['late', tapped('late', '08:41'), [], '09:00', 'late'],
])('%s', (_, mark, covers, at, standing) => {
  expect(standingOf(mark, covers, at)).toBe(standing)
})

describe('who must be called about', () => {
  const pupil = { standing: 'unseen' as Standing, covers: [] as Cover[], comingSince: null, cutOff: '08:45' }

  test('not before the cut-off time, and from that minute on', () => {
    expect(mustBeCalledAbout({ ...pupil, at: '08:44' })).toBe(false)
    expect(mustBeCalledAbout({ ...pupil, at: '08:45' })).toBe(true)
  })

  test('half an hour after the doctor should be over', () => {
    const back = { ...pupil, covers: [until('10:15')] }
    expect(mustBeCalledAbout({ ...back, at: '10:44' })).toBe(false)
    expect(mustBeCalledAbout({ ...back, at: '10:45' })).toBe(true)
  })

  test('half an hour after they said they were on their way', () => {
    expect(mustBeCalledAbout({ ...pupil, comingSince: '08:50', at: '09:19' })).toBe(false)
    expect(mustBeCalledAbout({ ...pupil, comingSince: '08:50', at: '09:20' })).toBe(true)
  })

  test('never about who is here, late or reported', () => {
    const standing = fc.constantFrom<Standing>('here', 'late', 'away')
    const time = fc
      .integer({ min: 0, max: 24 * 60 - 1 })
      .map((all) => new Date(all * 60_000).toISOString().slice(11, 16))
    fc.assert(fc.property(standing, time, (one, at) => !mustBeCalledAbout({ ...pupil, standing: one, at })))
  })
})
