import { type GivenResult, takeInResults } from '#products/m365/results/taking-in.ts'
import { schoolYearOf } from '#products/school/organisations/groups.ts'
import { plusDays } from '#products/school/organisations/school-days.ts'
import type { Work } from '#shared/tenancy/work.ts'
import type { BenchSchool } from './school.ts'

const SUBJECTS = ['Lezen', 'Rekenen', 'Spelling', 'Wereld', 'Woorden']
const EACH = 8
const CLASS = 30

/** Makes the teacher's group a class of thirty, and gives each of them forty results over this school year. */
export const giveResults = async (work: Work, { group, families }: BenchSchool): Promise<void> => {
  const { startsOn } = schoolYearOf(work.today)
  const own = families.filter((family) => family.group === group).map(({ pupil }) => pupil)
  const more = families.filter((family) => family.group !== group).slice(0, CLASS - own.length)
  await work.db
    .insertInto('group_pupil')
    .values(more.map(({ pupil }) => ({ group_id: group, pupil_id: pupil, year: null, from_on: startsOn })))
    .execute()
  const pupils = [...own, ...more.map(({ pupil }) => pupil)]
  const results = SUBJECTS.flatMap((subject, row) =>
    Array.from({ length: EACH }, (_, number) => {
      const test = { key: `${subject} ${number}`, subject, name: `${subject} ${number + 1}`, goal: 52, dueOn: null }
      return pupils.map((pupil, at): GivenResult => {
        const missing = row === 1 && number === EACH - 1 && at % 9 === 4
        const falls = row === 2 && number >= EACH - 2 && at % 13 === 5
        const value = Math.min(40, 14 + ((at * 7 + row * 3) % 19) + number - (falls ? 6 * (number - EACH + 3) : 0))
        return {
          key: `${test.key} ${pupil}`,
          pupil,
          test,
          on: plusDays(startsOn, 20 + number * 12 + row),
          state: missing ? 'missing' : 'scored',
          score: missing ? null : { value, min: 0, max: 40 },
          level: null,
          feedback: null,
          published: true,
        }
      })
    }).flat(),
  )
  await takeInResults(work, { source: 'bench', results })
}
