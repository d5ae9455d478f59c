import { describe, expect, test } from 'vitest'
import { demoClock, lastSchoolDay } from './clock.ts'

const at = (moment: string) => new Date(`${moment}+01:00`)

describe('the clock of the demo', () => {
  test('plays a school morning, also on a Sunday evening', () => {
    expect(demoClock(() => at('2026-11-22T21:30:00'))()).toEqual(at('2026-11-20T08:47:00'))
    expect(demoClock(() => at('2026-11-24T06:00:00'))()).toEqual(at('2026-11-24T08:47:00'))
  })

  test('runs on as fast as the real one, and begins again with the day', () => {
    let now = at('2026-11-22T21:30:00')
    const clock = demoClock(() => now)
    clock()
    now = at('2026-11-22T21:33:10')
    expect(clock()).toEqual(at('2026-11-20T08:50:10'))
    now = at('2026-11-23T00:10:00')
    expect(clock()).toEqual(at('2026-11-23T08:47:00'))
  })

  test('before the first day of a year it is still the last day of the year before', () => {
    expect(lastSchoolDay('2026-08-03') < '2026-08-01').toBe(true)
  })
})
