import { describe, expect, test } from 'vitest'
import { capital, clock, clockShort, dayLong, dayParts, dayShort, listOf, plural, type Texts } from './index.ts'

describe('days and times', () => {
  test('are written as people say them', () => {
    expect(dayLong('nl', '2026-11-24')).toBe('dinsdag 24 november')
    expect(dayLong('en', '2026-11-24')).toBe('Tuesday 24 November')
    expect(dayLong('nl', '2026-11-24', { year: true })).toBe('dinsdag 24 november 2026')
    expect(dayShort('nl', '2026-11-24')).toBe('di 24 nov')
    expect(dayShort('en', '2026-11-24')).toBe('Tue 24 Nov')
    expect(dayParts('nl', '2026-03-01')).toEqual({ weekday: 'zo', day: '1', month: 'mrt' })
  })

  test('an instant is shown on the clock of the Netherlands, in winter and in summer', () => {
    expect(clock('nl', new Date('2026-11-24T07:41:00Z'))).toBe('8.41\u00a0uur')
    expect(clock('en', new Date('2026-07-24T07:41:00Z'))).toBe('9:41')
    expect(dayLong('nl', new Date('2026-11-24T23:30:00Z'))).toBe('woensdag 25 november')
  })

  test('a time of day loses its leading nought and its seconds', () => {
    expect(clockShort('nl', '08:41:00')).toBe('8.41')
    expect(clockShort('nl', '13:00')).toBe('13.00')
    expect(clock('nl', '00:05')).toBe('0.05\u00a0uur')
  })

  test('what is no day is refused', () => {
    for (const day of ['31 november', '2026-11-31', '2026-11', '']) {
      expect(() => dayLong('nl', day)).toThrow(RangeError)
    }
  })
})

test('words: lists, counts, capitals', () => {
  expect(listOf('nl', ['Mila', 'Emre', 'Zuri'])).toBe('Mila, Emre en Zuri')
  expect(plural('nl', 1, 'kind', 'kinderen')).toBe('1 kind')
  expect(plural('nl', 1204, 'kind', 'kinderen')).toBe('1.204 kinderen')
  expect(capital('dinsdag')).toBe('Dinsdag')
  expect(capital('ijs')).toBe('IJs')
})

test('a second language has the same keys and parameters, with words of its own', () => {
  const nl = { title: 'Hallo', greet: (name: string) => `Dag ${name}`, deep: { word: 'er' } } as const
  const en: Texts<typeof nl> = { title: 'Hello', greet: (name) => `Hello ${name}`, deep: { word: 'here' } }
  // @ts-expect-error a missing key does not compile
  const unfinished: Texts<typeof nl> = { title: 'Hello', greet: (name) => name }
  expect([en.greet('Mila'), unfinished.title]).toEqual(['Hello Mila', 'Hello'])
})
