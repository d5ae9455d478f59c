import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import { type Call, errorOf, isDone, type Reply } from '../graph/client.ts'
import { type FieldChange, written } from '../personal-data.ts'
import { setupOf } from '../setup/setup.ts'
import { detailsOf, groupsThere, type OpenStep, type Outcome, objectsOf, type Performer, settle } from './step.ts'
import { together } from './together.ts'

const FIELDS = ['userPrincipalName', 'displayName', 'givenName', 'surname', 'department'] as const

/** What a refused call means for its step. */
export const failing = (id: number, reply: Reply | null): Outcome => {
  if (!reply) return { id, state: 'waiting' }
  if (isDone(reply)) return { id, state: 'done' }
  if (reply.status === 404) return { id, state: 'failed', problem: 'gone' }
  return { id, state: 'failed', problem: reply.status === 403 ? 'denied' : 'refused' }
}

const noteWritten = async (work: Work, done: readonly { person: string; changes: readonly FieldChange[] }[]) => {
  if (done.length === 0) return
  const rows = await work.db
    .selectFrom('m365_account')
    .select(['person_id', 'written'])
    .where(
      'person_id',
      'in',
      done.map(({ person }) => person),
    )
    .execute()
  const opened = await work.open(rows, { written: reading(written, 'person_id', ...FIELDS) })
  const seal = await work.sealer(opened.map(({ person_id }) => person_id))
  const changesOf = new Map(done.map(({ person, changes }) => [person, changes]))
  for (const row of opened) {
    const now = { ...row.written }
    for (const { field, to } of changesOf.get(row.person_id) ?? []) now[field] = to
    await work.db
      .updateTable('m365_account')
      .set({ written: seal(written, { subject: row.person_id, row: row.person_id }, now) })
      .where('person_id', '=', row.person_id)
      .execute()
  }
}

const bodyOf = (changes: readonly FieldChange[]) =>
  Object.fromEntries(changes.map(({ field, to }) => [field, to === '' ? null : to]))

/** What stands there now against what the plan saw: as it was, as it should become already, or changed since by somebody. */
const standing = (there: Record<string, unknown>, changes: readonly FieldChange[]) => {
  const now = (field: string) => String(there[field] ?? '')
  if (changes.every(({ field, to }) => now(field) === to)) return 'done'
  return changes.every(({ field, from, to }) => now(field) === from || now(field) === to) ? 'free' : 'touched'
}

/** Changes details of accounts, but only what still stands there as the plan saw it. */
export const changeAccounts: Performer = async ({ plan, within, graph }, steps) => {
  const { details, objects } = await within(async (work) => ({
    details: await detailsOf(work, plan, steps),
    objects: await objectsOf(
      work,
      steps.map(({ person }) => person),
    ),
  }))
  const todo = steps.flatMap((step) => {
    const [object, changes] = [objects.get(step.person ?? ''), details.get(step.id)?.changes]
    return object && changes && step.person ? [{ step, object, changes, person: step.person }] : []
  })
  const url = (object: string) => `/users/${object}`
  const looked = await together(
    graph,
    todo.map(({ object }): Call => ({ method: 'GET', url: `${url(object)}?$select=${FIELDS.join(',')}` })),
    { each: true },
  )
  const outcomes = new Map<number, Outcome>()
  const free = todo.filter(({ step, changes }, index) => {
    const reply = looked.replies[index]
    const stands = reply?.status === 200 ? standing(reply.body, changes) : null
    if (stands === 'done') outcomes.set(step.id, { id: step.id, state: 'done' })
    else if (stands === 'touched')
      outcomes.set(step.id, { id: step.id, state: 'conflict', problem: 'changed-meanwhile' })
    else if (stands === null) outcomes.set(step.id, failing(step.id, reply ?? null))
    return stands === 'free'
  })
  const { replies, later } = await together(
    graph,
    free.map(({ object, changes }): Call => ({ method: 'PATCH', url: url(object), body: bodyOf(changes) })),
    { each: true },
  )
  for (const [index, { step }] of free.entries()) outcomes.set(step.id, failing(step.id, replies[index] ?? null))
  const all = steps.map(({ id }): Outcome => outcomes.get(id) ?? { id, state: 'skipped', problem: 'no-account' })
  await within(async (work) => {
    await noteWritten(
      work,
      todo.filter(({ step }) => outcomes.get(step.id)?.state === 'done'),
    )
    await settle(work, plan, all)
  })
  return { outcomes: all, later: Math.max(later, looked.later) }
}

/** Gives groups their new name, unless somebody gave them another one since. */
export const renameGroups: Performer = async ({ plan, within, graph }, steps) => {
  const groups = await within((work) =>
    groupsThere(
      work,
      steps.map(({ group }) => group),
    ),
  )
  const todo = steps.flatMap((step) => {
    const object = groups.get(step.group ?? '')?.object
    return object && step.groupName ? [{ step, object }] : []
  })
  const { replies, later } = await together(
    graph,
    todo.map(
      ({ step, object }): Call => ({
        method: 'PATCH',
        url: `/groups/${object}`,
        body: { displayName: step.groupName },
      }),
    ),
  )
  const found = new Map(todo.map(({ step }, index) => [step.id, failing(step.id, replies[index] ?? null)]))
  const outcomes = steps.map(({ id }): Outcome => found.get(id) ?? { id, state: 'skipped', problem: 'no-group' })
  await within(async (work) => {
    for (const { step } of todo.filter(({ step: { id } }) => found.get(id)?.state === 'done'))
      await work.db
        .updateTable('m365_group')
        .set({ written_name: step.groupName })
        .where('id', '=', step.group!)
        .execute()
    await settle(work, plan, outcomes)
  })
  return { outcomes, later }
}

const skuFor = async (work: Work, steps: readonly OpenStep[]) => {
  const setup = await setupOf(work)
  const rows = await work.db
    .selectFrom('person_role')
    .select('person_id')
    .distinct()
    .where('role', '=', 'pupil')
    .where(
      'person_id',
      'in',
      steps.flatMap(({ person }) => person ?? []),
    )
    .execute()
  const pupils = new Set(rows.map(({ person_id }) => person_id))
  return (person: string) => (pupils.has(person) ? setup?.pupilSku : setup?.staffSku) ?? null
}

const NONE_LEFT = /does not have any available licenses/
const NO_LOCATION = /invalid usage location/

/** Gives licences. Where there are none left the account stays without, and the plan says what to do. */
export const giveLicences: Performer = async ({ plan, within, graph }, steps) => {
  const { objects, skuOf } = await within(async (work) => ({
    objects: await objectsOf(
      work,
      steps.map(({ person }) => person),
    ),
    skuOf: await skuFor(work, steps),
  }))
  const todo = steps.flatMap((step) => {
    const object = objects.get(step.person ?? '')
    const sku = step.person ? skuOf(step.person) : null
    return object && sku ? [{ step, object, sku, person: step.person! }] : []
  })
  const give = ({ object, sku }: (typeof todo)[number]): Call => ({
    method: 'POST',
    url: `/users/${object}/assignLicense`,
    body: { addLicenses: [{ skuId: sku, disabledPlans: [] }], removeLicenses: [] },
  })
  const first = await together(graph, todo.map(give))
  const nowhere = todo.filter((_, index) => NO_LOCATION.test(errorMessage(first.replies[index])))
  const replies = new Map(todo.map(({ step }, index) => [step.id, first.replies[index] ?? null]))
  if (nowhere.length > 0) {
    await together(
      graph,
      nowhere.map(({ object }): Call => ({ method: 'PATCH', url: `/users/${object}`, body: { usageLocation: 'NL' } })),
    )
    const second = await together(graph, nowhere.map(give))
    for (const [index, { step }] of nowhere.entries()) replies.set(step.id, second.replies[index] ?? null)
  }
  const outcomes = steps.map(({ id }): Outcome => {
    if (!replies.has(id)) return { id, state: 'skipped', problem: 'no-account' }
    const reply = replies.get(id) ?? null
    return NONE_LEFT.test(errorMessage(reply))
      ? { id, state: 'failed', problem: 'no-licences-left' }
      : failing(id, reply)
  })
  const done = new Set(outcomes.filter(({ state }) => state === 'done').map(({ id }) => id))
  await within(async (work) => {
    for (const [sku, some] of Map.groupBy(
      todo.filter(({ step }) => done.has(step.id)),
      (one) => one.sku,
    ))
      await work.db
        .updateTable('m365_account')
        .set({ licence: sku })
        .where(
          'person_id',
          'in',
          some.map(({ person }) => person),
        )
        .execute()
    await settle(work, plan, outcomes)
  })
  return { outcomes, later: first.later }
}

const errorMessage = (reply: Reply | null | undefined) => (reply ? (errorOf(reply).message ?? '') : '')
