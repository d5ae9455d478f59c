import { describe, expect, it } from 'vitest'
import { addDays, momentOf, schoolDays, weekdayOf } from './calendar.ts'
import { at, byId, covers, world, worlds } from './examples.ts'
import type { DemoAbsence } from './types.ts'
import { demoWorld } from './world.ts'

describe('absences', () => {
  it.each(worlds)('begin, end and are marked on school days only, within school hours, on %s', (_, one) => {
    for (const organisation of one.organisations.filter(({ school }) => school)) {
      const { closures, hours, shownDay } = organisation.school!
      const open = new Set(schoolDays(closures, one.schoolYear.from, one.schoolYear.until))
      const here = ({ organisationId }: { organisationId: string }) => organisationId === organisation.id
      for (const { from, until, hours: part, word, report, reportedAt } of one.absences.filter(here)) {
        expect(open.has(from) && (until === null || (open.has(until) && from <= until))).toBe(true)
        if (word) expect(report.via).toBe('guardian')
        expect(reportedAt.slice(0, 10) <= from && reportedAt.slice(0, 10) <= one.today).toBe(true)
        if (!part) continue
        const school = hours[weekdayOf(from) as 1 | 2 | 3 | 4 | 5]
        expect(school.from <= part.from && part.from < part.until && part.until <= school.until).toBe(true)
      }
      for (const { date } of one.marks.filter(here)) expect(open.has(date) && date <= shownDay!).toBe(true)
      const pupils = Map.groupBy(one.absences.filter(here), ({ pupilId }) => pupilId)
      for (const absences of pupils.values()) {
        absences.sort((a, b) => a.from.localeCompare(b.from))
        for (const [index, { from }] of absences.slice(1).entries()) expect(covers(absences[index]!, from)).toBe(false)
      }
    }
  })

  it.each(
    worlds,
  )('leave one mark a day, and nobody unseen on the five school days before the shown one, on %s', (_, one) => {
    const marked = new Set(one.marks.map(({ pupilId, date }) => `${pupilId} ${date}`))
    expect(marked.size).toBe(one.marks.length)
    for (const organisation of one.organisations.filter(({ school }) => school)) {
      const { closures, shownDay } = organisation.school!
      const before = shownDay ? schoolDays(closures, one.schoolYear.from, addDays(shownDay, -1)).slice(-5) : []
      const reported = Map.groupBy(one.absences, ({ pupilId }) => pupilId)
      for (const { id } of one.pupils.filter(({ organisationId }) => organisationId === organisation.id)) {
        for (const day of before) {
          const known = marked.has(`${id} ${day}`) || reported.get(id)?.some((absence) => covers(absence, day))
          expect([id, day, known]).toEqual([id, day, true])
        }
      }
    }
  })

  it('follow the seasons', () => {
    const { absences } = demoWorld('2027-07-28')
    const ill = (month: string) => absences.filter(({ kind, from }) => kind === 'ill' && from.startsWith(month)).length
    expect(ill('2027-01')).toBeGreaterThan(1.5 * ill('2027-06'))
    const mondays = absences.filter(({ kind, from }) => kind === 'ill' && weekdayOf(from) === 1).length
    expect(mondays).toBeGreaterThan(absences.filter(({ kind, from }) => kind === 'ill' && weekdayOf(from) === 2).length)
  })

  it.each(
    worlds.filter(([, one]) => at('vuurtoren', one).school!.shownDay),
  )('show groep 5 as in the pictures, on %s', (_, one) => {
    const { shownDay, closures } = at('vuurtoren', one).school!
    const group = one.groups.find(
      ({ name, organisationId }) => name === 'Groep 5' && organisationId === at('vuurtoren', one).id,
    )!
    const pupils = one.pupils.filter(({ groupId }) => groupId === group.id)
    const name = (id: string) => one.pupils.find((pupil) => pupil.id === id)!.givenName
    const mine = <T extends { pupilId: string }>(list: T[]) =>
      list.filter(({ pupilId }) => pupils.some(({ id }) => id === pupilId))
    const marks = mine(one.marks).filter(({ date }) => date === shownDay)
    const reporter = (absence: DemoAbsence) =>
      'guardianId' in absence.report ? byId(one.guardians).get(absence.report.guardianId)!.givenName : ''
    const absent = mine(one.absences).filter((absence) => covers(absence, shownDay!))

    expect(pupils).toHaveLength(28)
    expect(new Set(mine(one.guardianships).map(({ guardianId }) => guardianId)).size).toBe(51)
    expect(marks.filter(({ state }) => state === 'present')).toHaveLength(23)
    expect(
      marks.filter(({ state }) => state !== 'present').map((mark) => [name(mark.pupilId), mark.arrivedAt]),
    ).toEqual([['Kees', '08:41']])
    const lastDay = schoolDays(closures, one.schoolYear.from, addDays(shownDay!, -1)).at(-1) ?? shownDay!
    expect(absent.map((a) => [name(a.pupilId), a.kind, reporter(a), a.from, a.until, a.hours?.until, a.word])).toEqual([
      [
        'Guusje',
        'ill',
        'Joost',
        shownDay,
        shownDay,
        undefined,
        'Ze slaapt nog. Haar boek ligt in haar la, Bram mag het meenemen.',
      ],
      ['Ravi', 'ill', 'Anjali', lastDay, null, undefined, null],
      ['Fatou', 'doctor', 'Aminata', shownDay, shownDay, '10:15', 'Ze komt voor de gymles terug.'],
    ])
    expect(absent[0]!.reportedAt).toBe(momentOf(shownDay!, '07:14'))
    const seen = new Set([...marks, ...absent].map(({ pupilId }) => pupilId))
    expect(pupils.filter(({ id }) => !seen.has(id)).map(({ givenName }) => givenName)).toEqual(['Tygo'])
    const tygo = one.guardianships.filter(
      ({ pupilId }) => name(pupilId) === 'Tygo' && pupils.some(({ id }) => id === pupilId),
    )
    expect(
      tygo.map(({ guardianId, callOrder }) => [byId(one.guardians).get(guardianId)!.givenName, callOrder]),
    ).toEqual([
      ['Sanne', 1],
      ['Dirk', 2],
    ])
  })

  it('bring one pupil to 15 unauthorised hours in four school weeks, and one over 16', () => {
    const hours = at('vuurtoren').school!.hours
    const length = ({ from, hours: part }: DemoAbsence) => {
      const { from: start, until: end } = part ?? hours[weekdayOf(from) as 1 | 2 | 3 | 4 | 5]
      return (Date.parse(momentOf(from, end)) - Date.parse(momentOf(from, start))) / 3_600_000
    }
    const sums = new Map<string, number>()
    for (const absence of world.absences.filter(({ unauthorised }) => unauthorised)) {
      const name = world.pupils.find(({ id }) => id === absence.pupilId)!.givenName
      expect(absence.from >= '2026-10-19').toBe(true)
      sums.set(name, (sums.get(name) ?? 0) + length(absence))
    }
    expect(Object.fromEntries(sums)).toEqual({ Fabienne: 15, Stan: 17.25 })
  })
})
