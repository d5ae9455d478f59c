import { leave } from '#products/school/leaving/changes.ts'
import { addGuardianships, addPeople } from '#products/school/people/adding.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { addDays } from './calendar.ts'
import { guardianId, pupilId } from './households.ts'
import type { Part } from './part.ts'
import { demoId } from './random.ts'
import { organisationId } from './schools.ts'

/**
 * What happens to people in the course of a year, each case once, at De Vuurtoren: a father known twice, at two addresses;
 * a girl who leaves next week; a boy who is to go to De Zeester, where his mother said yes and his father is still to answer.
 */
export const writeAccountLife = async (work: Work, { organisation, guardians, today }: Part): Promise<void> => {
  if (organisation.host !== 'vuurtoren') return
  const father = guardians.find(({ id }) => id === guardianId('opdam', 1, 'vuurtoren'))!
  const again = demoId('guardian/opdam/1/again')
  const { givenName, prefix, surname } = father
  const record = { givenName, prefix: prefix ?? '', surname, email: null, phone: '06-39580714' }
  await addPeople(work, [{ id: again, record }])
  const tie = { pupil: pupilId('opdam', 'Fabienne'), guardian: again, relation: 'papa', callOrder: 3 }
  await addGuardianships(work, [{ ...tie, authority: 'unknown', livesWith: false, from: today }])

  await leave(work, pupilId('buijs', 'Veerle'), addDays(today, 7))

  const move = demoId('move/bouzidi/Adam')
  await work.db
    .insertInto('pupil_move')
    .values({
      id: move,
      pupil_id: pupilId('bouzidi', 'Adam'),
      to_organisation: organisationId('zeester'),
      last_day: addDays(today, 17),
      offered_at: work.now,
    })
    .execute()
  await work.db
    .insertInto('pupil_move_answer')
    .values({
      move_id: move,
      guardian_id: guardianId('bouzidi', 0, 'vuurtoren'),
      allows: true,
      contact: true,
      answered_at: work.now,
    })
    .execute()
}
