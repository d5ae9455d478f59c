import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { plusDays, weekdayOf } from '#products/school/index.ts'
import { type Missed, missedMinutes, sixteenHours } from './sixteen-hours.ts'

const lessons = { starts: '08:30', noon: '12:00', resumes: '12:00', ends: '14:15' }
const MONDAY = '2026-08-31'

/** Weekdays of so many weeks, but for the weeks that are holidays. */
const daysOf = (weeks: number, holidays: readonly number[] = []) =>
  Array.from({ length: weeks * 7 }, (_, index) => plusDays(MONDAY, index)).filter(
    (day, index) => weekdayOf(day) < 6 && !holidays.includes(Math.floor(index / 7)),
  )

describe('sixteen hours in four school weeks', () => {
  const on = (day: string, hours: number): Missed => ({ day, minutes: hours * 60 })

  test('warns at sixteen hours and not before', () => {
    const days = daysOf(4)
    const near = [on(days[0]!, 5.75), on(days[6]!, 5.75), on(days[12]!, 4.25)]
    expect(sixteenHours(near, days)).toEqual({ warnings: [], minutes: 15.75 * 60 })
    expect(sixteenHours([...near, on(days[19]!, 0.25)], days).warnings).toEqual([
      { from: days[0], reached: days[19], minutes: 16 * 60 },
    ])
  })

  test('a fifth week is too far', () => {
    const days = daysOf(5)
    expect(sixteenHours([on(days[0]!, 8), on(days[20]!, 8)], days)).toEqual({ warnings: [], minutes: 8 * 60 })
  })

  test('a holiday takes no place in the four weeks', () => {
    const days = daysOf(6, [1, 2])
    expect(sixteenHours([on(days[0]!, 8), on(days.at(-1)!, 8)], days).warnings).toHaveLength(1)
  })

  test('counting begins anew after each sixteen', () => {
    const days = daysOf(2)
    const result = sixteenHours(
      days.slice(0, 7).map((day) => on(day, 5.5)),
      days,
    )
    expect(result.warnings.map(({ reached }) => reached)).toEqual([days[2], days[5]])
    expect(result.minutes).toBe(5.5 * 60)
  })
})

describe('for any year', () => {
  const year = fc
    .record({
      weeks: fc.integer({ min: 1, max: 20 }),
      holidays: fc.uniqueArray(fc.integer({ min: 0, max: 19 }), { maxLength: 6 }),
      missed: fc.array(fc.tuple(fc.integer({ min: 0, max: 139 }), fc.integer({ min: 1, max: 345 })), { maxLength: 40 }),
    })
    .map(({ weeks, holidays, missed }) => {
      const days = daysOf(weeks, holidays)
      const unique = new Map(missed.map(([index, minutes]) => [plusDays(MONDAY, index), minutes]))
      return { days, holidays, missed: [...unique].map(([day, minutes]) => ({ day, minutes })) }
    })

  test('no warning spans more than four school weeks or holds less than sixteen hours', () => {
    fc.assert(
      fc.property(year, ({ days, missed }) => {
        const monday = (day: string) => plusDays(day, 1 - weekdayOf(day))
        const weeks = [...new Set(days.map(monday))]
        for (const { from, reached, minutes } of sixteenHours(missed, days).warnings) {
          expect(weeks.indexOf(monday(reached)) - weeks.indexOf(monday(from))).toBeLessThan(4)
          expect(minutes).toBeGreaterThanOrEqual(16 * 60)
        }
      }),
    )
  })

  test('warnings share no day, and none is missed: what lies between two stays under sixteen hours', () => {
    fc.assert(
      fc.property(year, ({ days, missed }) => {
        const { warnings, minutes } = sixteenHours(missed, days)
        for (const [index, one] of warnings.entries())
          if (index > 0) expect(one.from > warnings[index - 1]!.reached).toBe(true)
        expect(minutes).toBeLessThan(16 * 60)
        const school = new Set(days)
        const total = missed.filter(({ day }) => school.has(day)).reduce((sum, one) => sum + one.minutes, 0)
        expect(warnings.reduce((sum, one) => sum + one.minutes, 0) + minutes).toBeLessThanOrEqual(total)
      }),
    )
  })

  test('days without school change nothing', () => {
    fc.assert(
      fc.property(year, ({ days, missed }) => {
        const closed = daysOf(20).filter((day) => !days.includes(day))
        const more = [
          ...missed.filter(({ day }) => days.includes(day)),
          ...closed.map((day) => ({ day, minutes: 345 })),
        ]
        expect(sixteenHours(more, days)).toEqual(sixteenHours(missed, days))
      }),
    )
  })
})

describe('minutes of a day', () => {
  const times = fc
    .tuple(fc.integer({ min: 0, max: 287 }), fc.integer({ min: 0, max: 287 }))
    .map((pair) =>
      pair.sort((one, other) => one - other).map((five) => new Date(five * 300_000).toISOString().slice(11, 16)),
    )
    .map(([fromTime, untilTime]) => ({ fromTime: fromTime!, untilTime: untilTime! }))

  test.each([
    ['a whole day', { fromTime: null, untilTime: null }, 345],
    ['a morning', { fromTime: null, untilTime: '12:00' }, 210],
    ['an afternoon', { fromTime: '12:00', untilTime: null }, 135],
    ['after school', { fromTime: '15:00', untilTime: null }, 0],
  ])('%s', (_, cover, minutes) => {
    expect(missedMinutes([cover], lessons, null)).toBe(minutes)
  })

  test('overlapping reports count once, and never more than the lessons', () => {
    fc.assert(
      fc.property(fc.array(times), (covers) => {
        const counted = new Set<number>()
        const minute = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
        for (const { fromTime, untilTime } of covers)
          for (let at = minute(fromTime); at < minute(untilTime); at++)
            if (at >= minute(lessons.starts) && at < minute(lessons.ends)) counted.add(at)
        expect(missedMinutes(covers, lessons, null)).toBe(counted.size)
      }),
    )
  })

  test('who was seen all the same missed nothing; who came later missed until then', () => {
    const day = { fromTime: null, untilTime: null }
    expect(missedMinutes([day], lessons, { state: 'present', arrivedAt: null })).toBe(0)
    expect(missedMinutes([day], lessons, { state: 'late', arrivedAt: '09:00' })).toBe(30)
  })
})
