import { describe, expect, it } from 'vitest'
import { closuresOf, momentOf, schoolDays, weekdayOf } from './calendar.ts'

describe('calendar', () => {
  it('knows the summers and Easters that were published', () => {
    const holiday = (region: 'noord' | 'midden' | 'zuid', year: number, name: string) =>
      closuresOf('molen', region, year).findLast((closure) => closure.name.en.includes(name))!
    expect(holiday('noord', 2025, 'Summer').from).toBe('2026-07-04')
    expect(holiday('midden', 2025, 'Summer').from).toBe('2026-07-18')
    expect(holiday('zuid', 2024, 'Summer').from).toBe('2025-07-05')
    expect(holiday('midden', 2025, 'Easter')).toMatchObject({ from: '2026-04-03', until: '2026-04-06' })
    expect(holiday('midden', 2026, 'Easter')).toMatchObject({ from: '2027-03-26', until: '2027-03-29' })
    expect(holiday('midden', 2025, 'Christmas')).toMatchObject({ from: '2025-12-20', until: '2026-01-04' })
  })

  it('opens the school on weekdays outside the closed days, both ends of which are closed', () => {
    const closures = closuresOf('vuurtoren', 'midden', 2026)
    expect(schoolDays(closures, '2026-10-22', '2026-11-04')).toEqual([
      '2026-10-22',
      '2026-10-23',
      '2026-11-03',
      '2026-11-04',
    ])
    expect(schoolDays(closures, '2026-09-22', '2026-09-24')).toEqual(['2026-09-22', '2026-09-24'])
    expect(schoolDays(closures, '2027-03-25', '2027-03-30')).toEqual(['2027-03-25', '2027-03-30'])
    expect(schoolDays(closures, '2026-08-01', '2026-08-31')).toEqual(['2026-08-31'])
  })

  it('opens some 190 days a year, and has its study days on weekdays', () => {
    for (const year of [2024, 2025, 2026, 2027, 2028, 2029]) {
      for (const [host, region] of [
        ['vuurtoren', 'midden'],
        ['zeester', 'midden'],
        ['molen', 'noord'],
        ['molen', 'zuid'],
      ] as const) {
        const closures = closuresOf(host, region, year)
        const open = schoolDays(closures, `${year}-08-01`, `${year + 1}-07-31`).length
        expect(open).toBeGreaterThan(175)
        expect(open).toBeLessThan(205)
        for (const { kind, from, until } of closures) {
          expect(from <= until).toBe(true)
          if (kind === 'study-day') expect(weekdayOf(from)).toBeLessThan(6)
        }
      }
    }
  })

  it('gives Dutch clock times their offset', () => {
    expect(momentOf('2026-10-24', '08:00')).toBe('2026-10-24T08:00:00+02:00')
    expect(momentOf('2026-10-25', '08:00')).toBe('2026-10-25T08:00:00+01:00')
    expect(momentOf('2027-03-28', '08:00')).toBe('2027-03-28T08:00:00+02:00')
  })
})
