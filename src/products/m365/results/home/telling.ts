import { whoHasASay } from '#products/school/index.ts'
import { isOnHere } from '#shared/access/switch.ts'
import { giveItem } from '#shared/attention/item.ts'
import { oneOf } from '#shared/database/one-of.ts'
import type { Work } from '#shared/tenancy/work.ts'

export const HOME = 'results-home'

/** Tells guardians with a say, and pupils who sign in, that results of these tests were released; without hurry. */
export const tellReleased = async (work: Work, released: readonly { test: string; pupil: string }[]): Promise<void> => {
  if (released.length === 0 || !(await isOnHere(work, HOME))) return
  const pupils = [...new Set(released.map(({ pupil }) => pupil))]
  const says = await whoHasASay(work, pupils)
  const themselves = await work.db
    .selectFrom('person_role')
    .select('person_id')
    .where('person_id', 'in', oneOf(pupils))
    .where('role', '=', 'pupil')
    .execute()
  const readersOf = (pupil: string) => [
    ...says.filter((say) => say.pupil === pupil).map(({ guardian }) => guardian),
    ...themselves.filter(({ person_id }) => person_id === pupil).map(({ person_id }) => person_id),
  ]
  for (const [test, rows] of Map.groupBy(released, (one) => one.test))
    await giveItem(work, {
      module: HOME,
      subject: test,
      readers: rows.flatMap(({ pupil }) => readersOf(pupil)),
      class: 'to-know',
    })
}
