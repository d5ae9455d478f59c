import fc from 'fast-check'
import { expect, test } from 'vitest'
import { rosters } from '#test/edexml/rosters.ts'
import { readZip } from '#test/oneroster/files.ts'
import { compare } from '../roster/difference.ts'
import type { Roster } from '../roster/roster.ts'
import { versions } from './tables.ts'
import { writeOneRoster } from './write.ts'

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
