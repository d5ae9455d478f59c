import type { Work } from '#shared/tenancy/work.ts'
import { errorOf, isDone, type Reply } from '../graph/client.ts'
import { starter, stepDetail, type Written, written } from '../personal-data.ts'
import { markOf } from '../plans/school.ts'
import { firstPassword } from './passwords.ts'
import { tieToSignIn } from './signing-in.ts'
import { detailsOf, type OpenStep, type Outcome, objectsOf, type Performer, settle } from './step.ts'
import { together } from './together.ts'

type Ready = {
  readonly step: OpenStep
  readonly person: string
  readonly written: Written
  readonly password: string
  readonly mark: string
}

/**
 * Gives every step its password before anything is asked of Microsoft, so that a run that is cut off knows what the account
 * got. Answers what has to be made; steps whose account is there already are not in it.
 */
const makeReady = async (work: Work, plan: string, steps: readonly OpenStep[]): Promise<Ready[]> => {
  const details = await detailsOf(work, plan, steps)
  const there = await objectsOf(
    work,
    steps.map(({ person }) => person),
  )
  const ready = steps.flatMap((step): Ready[] => {
    const detail = details.get(step.id)
    if (!step.person || !detail?.written || there.has(step.person)) return []
    const password = detail.password ?? firstPassword()
    return [{ step, person: step.person, written: detail.written, password, mark: markOf(work, step.person) }]
  })
  const fresh = ready.filter(({ step }) => !details.get(step.id)?.password)
  const seal = await work.sealer(fresh.map(({ person }) => person))
  for (const { step, person, password, written } of fresh)
    await work.db
      .updateTable('m365_step')
      .set({
        detail: seal(stepDetail, { subject: person, row: person }, { written, changes: null, object: null, password }),
      })
      .where('plan_id', '=', plan)
      .where('id', '=', step.id)
      .execute()
  return ready
}

const userOf = ({ written, password, mark }: Ready) => ({
  accountEnabled: true,
  displayName: written.displayName,
  givenName: written.givenName || null,
  surname: written.surname || null,
  department: written.department || null,
  mailNickname: written.userPrincipalName.split('@')[0],
  userPrincipalName: written.userPrincipalName,
  employeeId: mark,
  usageLocation: 'NL',
  preferredLanguage: 'nl-NL',
  passwordProfile: { password, forceChangePasswordNextSignIn: false },
})

type Found = { readonly id: string; readonly employeeId: string | null }

/** Accounts that an earlier try made after all, by the mark; and then by the name, which a list may not know yet. */
const alreadyMade = async (graph: Parameters<typeof together>[0], all: readonly Ready[], byName: boolean) => {
  const { replies, later } = await together(
    graph,
    all.map(({ mark, written }) => ({
      method: 'GET' as const,
      url: byName
        ? `/users/${encodeURIComponent(written.userPrincipalName)}?$select=id,employeeId`
        : `/users?$filter=${encodeURIComponent(`employeeId eq '${mark}'`)}&$select=id,employeeId`,
    })),
    { each: true },
  )
  const found = new Map<number, string>()
  for (const [index, reply] of replies.entries()) {
    if (reply?.status !== 200) continue
    const { step, mark } = all[index]!
    const user = byName ? (reply.body as Found) : (reply.body.value as Found[])[0]
    if (user?.employeeId === mark) found.set(step.id, user.id)
  }
  return { found, later, asked: replies.map((reply) => reply !== null) }
}

const isTaken = (reply: Reply) => reply.status === 400 && /already exists/.test(errorOf(reply).message ?? '')

/** Writes down which account is whose, with its first password for the letter. */
const storeMade = async (work: Work, all: readonly (Ready & { readonly object: string })[]): Promise<void> => {
  if (all.length === 0) return
  const seal = await work.sealer(all.map(({ person }) => person))
  await work.db
    .insertInto('m365_account')
    .values(
      all.map((one) => ({
        person_id: one.person,
        object_id: one.object,
        state: 'active',
        origin: 'made',
        written: seal(written, { subject: one.person, row: one.person }, one.written),
        starter: seal(starter, { subject: one.person, row: one.person }, { password: one.password }),
        starter_at: work.now,
        made_at: work.now,
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['organisation_id', 'person_id']).doUpdateSet((eb) => ({
        object_id: eb.ref('excluded.object_id'),
        state: eb.ref('excluded.state'),
        written: eb.ref('excluded.written'),
        starter: eb.ref('excluded.starter'),
        starter_at: eb.ref('excluded.starter_at'),
        licence: null,
        kept: [],
        blocked_on: null,
        removed_on: null,
      })),
    )
    .execute()
}

const outcomeOf = (ready: Ready, reply: Reply | null, adopted: string | undefined): Outcome => {
  const { id } = ready.step
  if (adopted || (reply && isDone(reply))) return { id, state: 'done' }
  if (!reply) return { id, state: 'waiting' }
  return isTaken(reply)
    ? { id, state: 'failed', problem: 'name-taken' }
    : { id, state: 'failed', problem: reply.status === 403 ? 'denied' : 'refused' }
}

/** Makes accounts: looks first for what a try that was cut off made, and never makes one twice. */
export const makeAccounts: Performer = async (carrying, steps) => {
  const { plan, within, graph } = carrying
  const ready = await within((work) => makeReady(work, plan, steps))
  const uncertain = ready.filter(({ step }) => step.again)
  const before = uncertain.length > 0 ? (await alreadyMade(graph, uncertain, false)).found : new Map<number, string>()
  const todo = ready.filter(({ step }) => !before.has(step.id))
  const { replies, later } = await together(
    graph,
    todo.map((one) => ({ method: 'POST' as const, url: '/users', body: userOf(one) })),
  )
  const taken = todo.filter((_, index) => replies[index] && isTaken(replies[index]))
  const late = taken.length > 0 ? (await alreadyMade(graph, taken, true)).found : new Map<number, string>()
  const replyOf = new Map(todo.map(({ step }, index) => [step.id, replies[index] ?? null]))
  const made = ready.flatMap((one) => {
    const reply = replyOf.get(one.step.id)
    const object =
      before.get(one.step.id) ?? late.get(one.step.id) ?? (reply && isDone(reply) ? String(reply.body.id) : null)
    return object ? [{ ...one, object }] : []
  })
  const known = new Set(ready.map(({ step }) => step.id))
  const outcomes = [
    ...ready.map((one) =>
      outcomeOf(one, replyOf.get(one.step.id) ?? null, before.get(one.step.id) ?? late.get(one.step.id)),
    ),
    ...steps.filter(({ id }) => !known.has(id)).map(({ id }): Outcome => ({ id, state: 'done' })),
  ]
  await within(async (work) => {
    await storeMade(work, made)
    await settle(work, plan, outcomes)
  })
  await tieToSignIn(carrying, made)
  return { outcomes, later }
}

/** Ties accounts that are in the tenant already to people: nothing is asked of Microsoft. */
export const linkAccounts: Performer = async ({ plan, within }, steps) => {
  const outcomes = steps.map(({ id }): Outcome => ({ id, state: 'done' }))
  await within(async (work) => {
    const details = await detailsOf(work, plan, steps)
    const seal = await work.sealer(steps.flatMap(({ person }) => person ?? []))
    for (const { id, person } of steps) {
      const detail = details.get(id)
      if (!person || !detail?.object || !detail.written) continue
      await work.db
        .insertInto('m365_account')
        .values({
          person_id: person,
          object_id: detail.object,
          state: 'active',
          origin: 'linked',
          written: seal(written, { subject: person, row: person }, detail.written),
          made_at: work.now,
        })
        .onConflict((conflict) => conflict.doNothing())
        .execute()
    }
    await settle(work, plan, outcomes)
  })
  return { outcomes, later: 0 }
}
