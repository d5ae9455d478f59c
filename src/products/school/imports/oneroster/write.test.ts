import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rosters } from '#test/edexml/rosters.ts'
import { changed, inOne, readZip, sampleFiles, zipOf } from '#test/oneroster/files.ts'
import { compare } from '../roster/difference.ts'
import type { Roster } from '../roster/roster.ts'
import { asText, fromText } from './formulas.ts'
import { versions } from './tables.ts'
import { writeOneRoster } from './write.ts'
import { zipFrom } from './zip.ts'

const facts = ({ schoolYear, brin, locationCode, locations, groups, pupils, teachers }: Roster) => ({
  ...{ schoolYear, brin, locationCode, locations, groups, pupils, teachers },
})

test('what is written in either version reads back as the same roster, and as no difference', async () => {
  await fc.assert(
    fc.asyncProperty(rosters, fc.constantFrom(...versions), async (roster, version) => {
      // A dash stands for no surname.
      fc.pre([...roster.pupils, ...roster.teachers].every(({ name }) => name.surname !== '-'))
      const zip = await writeOneRoster(roster, version, { key: 'school', name: 'School' })
      const { roster: again, problems } = await readZip(zip, { today: `${roster.schoolYear.start}-10-01` })
      expect(problems.filter(({ severity }) => severity === 'error')).toEqual([])
      expect(facts(again!)).toEqual(facts(roster))
      const nothing = { brin: null, schoolYear: null, pupils: [], teachers: [], groups: [] }
      expect(compare(nothing, again!).added).toEqual(
        compare(nothing, { ...roster, referenceDate: again!.referenceDate }).added,
      )
    }),
    { numRuns: 300 },
  )
})

test('no cell is a formula to a spreadsheet, and it reads back as it was', async () => {
  const names = ["=cmd|'/c calc'!A1", '+1', '@SUM(1)', '-2+3', "'=1", ' =1', '-']
  const written = names.map(asText)
  expect(written.filter((cell) => /^\s*[=+\-@]./.test(cell))).toEqual([])
  expect(written.map(fromText)).toEqual(names)
  const read = await readZip(await zipOf(changed(sampleFiles('oneroster-1.1'), 'users.csv', 'Saar', '=1+1')))
  const zip = await zipFrom(inOne(await writeOneRoster(read.roster!, '1.1', { key: 'school', name: 'School' })))
  expect(String(await zip.get('users.csv')!())).toMatch(/,'=1\+1,/)
})
