import { type ClassResults, middleHalf } from './figures.ts'
import type { ClassPage } from './queries.ts'

/** What is drawn of one subject: the lines of these pupils, and the middle half of the class at each test. */
export const growthOf = (found: ClassResults, pupils: ClassPage['pupils'], subject: string) => {
  const tests = found.of(subject)
  const band = tests.flatMap((test, at) => {
    const half = middleHalf(pupils.flatMap(({ id }) => found.percent(test.id, id) ?? []))
    return half ? [{ at, value: half.from, to: half.to }] : []
  })
  const pointsOf = (pupil: string) =>
    tests.flatMap((test, at) => {
      const value = found.percent(test.id, pupil)
      return value === null ? [] : [{ at, value }]
    })
  return { length: tests.length, band, pointsOf }
}
