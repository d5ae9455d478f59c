import { assignTeachers } from '#products/school/organisations/groups.ts'
import { addGuardianships, type NewGuardianship } from '#products/school/people/adding.ts'
import type { FrontDoor } from './front-door.ts'
import { world } from './world.ts'

/** Makes somebody a guardian at De Vuurtoren, from long ago. */
export const tie = (front: FrontDoor, guardianship: Omit<NewGuardianship, 'from'>) =>
  front.within(world.vuurtoren, (work) => addGuardianships(work, [{ ...guardianship, from: '2020-01-01' }]))

/** Takes that away again. */
export const untie = (front: FrontDoor, guardian: string, pupil: string) =>
  front.within(world.vuurtoren, ({ db }) =>
    db.deleteFrom('guardianship').where('guardian_id', '=', guardian).where('pupil_id', '=', pupil).execute(),
  )

/** Puts somebody before a group of De Vuurtoren. */
export const teach = (front: FrontDoor, teacher: Parameters<typeof assignTeachers>[1][number]) =>
  front.within(world.vuurtoren, (work) => assignTeachers(work, [teacher]))
