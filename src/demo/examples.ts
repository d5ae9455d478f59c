import type { DemoAbsence, DemoOrganisation, DemoWorld, HostLabel } from './types.ts'
import { demoWorld } from './world.ts'

/** What the tests of the demo world look at: the Tuesday of the pictures, and days on which more could go wrong. */
export const tuesday = '2026-11-24'
export const world = demoWorld(tuesday)

/** A Sunday, the summer before school, the first school day, a study day, Christmas, the end, and another year. */
const days = ['2026-11-22', '2026-08-10', '2026-08-31', '2026-09-23', '2026-12-27', '2027-07-28', '2029-03-14']
export const worlds: [string, DemoWorld][] = [
  [tuesday, world],
  ...days.map((day): [string, DemoWorld] => [day, demoWorld(day)]),
]

export const at = (host: HostLabel, { organisations }: DemoWorld = world): DemoOrganisation =>
  organisations.find((one) => one.host === host)!
export const byId = <T extends { id: string }>(list: readonly T[]): Map<string, T> =>
  new Map(list.map((one) => [one.id, one]))
export const duplicates = (list: readonly string[]): string[] =>
  list.filter((one, index) => list.indexOf(one) !== index)
export const covers = ({ from, until }: DemoAbsence, day: string): boolean =>
  from <= day && (until === null || day <= until)
