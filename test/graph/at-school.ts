import { random } from '#demo/random.ts'
import { leave } from '#products/school/leaving/changes.ts'
import { placePupils } from '#products/school/organisations/groups.ts'
import { addPeople, addRoles } from '#products/school/people/adding.ts'
import type { Role } from '#shared/identity/me.ts'
import type { FrontDoor } from '../front-door.ts'
import { runJobs } from '../jobs.ts'
import { world } from '../world.ts'
import type { TestMicrosoft } from './microsoft.ts'

const { vuurtoren } = world

/** What a test does with the tenant of De Vuurtoren: compare, approve, carry out, and look at the steps. */
export const atVuurtoren = (door: { readonly front: FrontDoor }, microsoft: TestMicrosoft) => {
  const within: FrontDoor['within'] = (organisation, run) => door.front.within(organisation, run)

  const latest = () =>
    within(vuurtoren, (work) =>
      work.db
        .selectFrom('m365_plan')
        .selectAll()
        .where('state', '!=', 'dropped')
        .orderBy('made_at', 'desc')
        .limit(1)
        .executeTakeFirstOrThrow(),
    )

  const pass = (milliseconds: number) => {
    microsoft.pass(milliseconds)
    door.front.clock.now = new Date(microsoft.pace.now())
  }

  /** Compares, and answers the plan. */
  const compare = async (cause = 'asked') => {
    pass(1_000)
    await within(vuurtoren, (work) => work.enqueue('m365-plan', { cause, person: null }))
    await runJobs(door.front, 'm365-plan')
    return latest()
  }

  /** Does jobs until a plan is over or has stopped; time goes by between them. */
  const carryOut = async (rounds = 60) => {
    const { id, state: before } = await latest()
    // The job of a plan that goes by itself may have left the queue with others that no test asked for.
    if (before === 'applying')
      await within(vuurtoren, (work) => work.enqueue('m365-apply', { plan: id }, { key: 'm365-apply' }))
    for (let round = 0; round < rounds; round++) {
      await runJobs(door.front, 'm365-apply')
      const { state } = await latest()
      if (state !== 'applying') return state
      pass(5_000)
    }
    return (await latest()).state
  }

  const approve = (id: string) =>
    within(vuurtoren, async (work) => {
      await work.db
        .updateTable('m365_plan')
        .set({ state: 'applying', approved_at: work.now, approved_by: world.staff.wim })
        .where('id', '=', id)
        .execute()
      await work.enqueue('m365-apply', { plan: id }, { key: 'm365-apply' })
    })

  /** Compares, approves and carries out: the tenant is in step. */
  const bringInStep = async () => {
    const { id, state } = await compare()
    if (state === 'waiting') await approve(id)
    return carryOut()
  }

  const stepsOf = (plan: string) =>
    within(vuurtoren, (work) =>
      work.db
        .selectFrom('m365_step')
        .select(['id', 'action', 'category', 'reason', 'state', 'problem', 'person_id', 'group_id', 'group_name'])
        .where('plan_id', '=', plan)
        .orderBy('id')
        .execute(),
    )

  /** People join: pupils in group 5, or somebody of the team. */
  const enrol = (names: readonly { givenName: string; surname: string }[], role: Role = 'pupil') =>
    within(vuurtoren, async (work) => {
      const ids = await addPeople(
        work,
        names.map((record) => ({ record })),
      )
      if (role === 'pupil')
        await placePupils(
          work,
          ids.map((pupil) => ({ group: world.groups.five, pupil, year: '5', from: work.today })),
        )
      await addRoles(
        work,
        ids.map((person) => ({ person, role, from: work.today })),
      )
      return ids
    })

  const leaves = (person: string) => within(vuurtoren, (work) => leave(work, person, null))

  return {
    enrol,
    leaves,
    chance: random('m365'),
    within,
    pass,
    latest,
    compare,
    carryOut,
    approve,
    bringInStep,
    stepsOf,
  }
}
