import { expect, test } from 'vitest'
import { clockOf, daysUntil } from './clock.ts'

const limit = (received: string, extended = false) => clockOf(received, extended).limit

test('the request clock over a month’s end and a holiday', () => {
  // The same date a month later; a month without that date ends on its last day.
  expect(limit('2026-03-05')).toBe('2026-04-07') // 5 April 2026 is Easter Sunday, 6 April Easter Monday
  expect(limit('2025-01-31')).toBe('2025-02-28')
  expect(limit('2024-01-31')).toBe('2024-02-29')
  expect(limit('2026-01-31')).toBe('2026-03-02') // 28 February 2026 is a Saturday
  expect(limit('2026-08-31')).toBe('2026-09-30')
  expect(limit('2026-12-31')).toBe('2027-02-01') // 31 January 2027 is a Sunday
  // A weekend and the days of the Algemene termijnenwet are passed over.
  expect(limit('2026-03-03')).toBe('2026-04-07') // Good Friday, then Easter
  expect(limit('2026-03-27')).toBe('2026-04-28') // King's Day on a Monday
  expect(limit('2025-03-26')).toBe('2025-04-28') // King's Day on the Saturday before
  expect(limit('2027-04-05')).toBe('2027-05-07') // 5 May, then Ascension Day
  expect(limit('2026-04-14')).toBe('2026-05-15') // Ascension Day
  expect(limit('2026-04-25')).toBe('2026-05-26') // Whit Monday
  expect(limit('2026-11-25')).toBe('2026-12-28') // Christmas on a Friday, then a weekend
  expect(limit('2026-12-01')).toBe('2027-01-04') // New Year's Day on a Friday
})

test('four weeks are promised, never later than the law allows; two months more go by the same rule', () => {
  expect(clockOf('2026-11-10')).toEqual({ due: '2026-12-08', limit: '2026-12-10' })
  expect(clockOf('2027-02-01')).toEqual({ due: '2027-03-01', limit: '2027-03-01' })
  expect(clockOf('2026-11-30', true)).toEqual({ due: '2027-03-01', limit: '2027-03-01' }) // 28 February is a Sunday
  expect(daysUntil('2026-11-25', '2026-11-30')).toBe(5)
  expect(daysUntil('2026-03-28', '2026-03-30')).toBe(2) // a night of 23 hours in between
  expect(daysUntil('2026-11-26', '2026-11-25')).toBe(-1)
})
