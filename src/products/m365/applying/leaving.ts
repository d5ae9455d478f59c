import type { Work } from '#shared/tenancy/work.ts'
import type { Call, Reply } from '../graph/client.ts'
import { failing } from './changes.ts'
import { type OpenStep, type Outcome, objectsOf, type Performer, settle } from './step.ts'
import { together } from './together.ts'

const withObjects = async (work: Work, steps: readonly OpenStep[]) => {
  const objects = await objectsOf(
    work,
    steps.map(({ person }) => person),
  )
  return steps.flatMap((step) => {
    const object = objects.get(step.person ?? '')
    return object ? [{ step, object, person: step.person! }] : []
  })
}

const peopleDone = (todo: Awaited<ReturnType<typeof withObjects>>, outcomes: readonly Outcome[]) => {
  const done = new Set(outcomes.filter(({ state }) => state === 'done').map(({ id }) => id))
  return todo.filter(({ step }) => done.has(step.id)).map(({ person }) => person)
}

type Stored = Partial<{ state: string; blocked_on: string | null; removed_on: string; licence: null; starter: null }>

/** Sets how an account stands here once Microsoft did it. */
const switching =
  (
    call: (object: string, step: OpenStep) => readonly Call[],
    stored: (work: Work) => Stored,
    goneIsDone = false,
  ): Performer =>
  async ({ plan, within, graph }, steps) => {
    const todo = await within((work) => withObjects(work, steps))
    const calls = todo.map(({ object, step }) => call(object, step))
    const { replies, later } = await together(graph, calls.flat(), { each: true })
    const starts = calls.map((_, index) => calls.slice(0, index).reduce((sum, own) => sum + own.length, 0))
    const found = new Map(
      todo.map(({ step: { id } }, index): [number, Outcome] => {
        const own = replies.slice(starts[index]!, starts[index]! + calls[index]!.length)
        const wrong = own.find((reply) => reply === null || reply.status >= 300)
        const reply: Reply | null = wrong === undefined ? (own[0] ?? null) : wrong
        return [id, goneIsDone && reply?.status === 404 ? { id, state: 'done' } : failing(id, reply)]
      }),
    )
    const outcomes = steps.map(({ id }): Outcome => found.get(id) ?? { id, state: 'skipped', problem: 'no-account' })
    await within(async (work) => {
      const people = peopleDone(todo, outcomes)
      if (people.length > 0)
        await work.db.updateTable('m365_account').set(stored(work)).where('person_id', 'in', people).execute()
      await settle(work, plan, outcomes)
    })
    return { outcomes, later }
  }

const revoke = (object: string): Call => ({ method: 'POST', url: `/users/${object}/revokeSignInSessions`, body: {} })

/** Blocks accounts and ends what is open with them; what is in them stays. */
export const blockAccounts = switching(
  (object) => [{ method: 'PATCH', url: `/users/${object}`, body: { accountEnabled: false } }, revoke(object)],
  (work) => ({ state: 'blocked', blocked_on: work.today }),
)

const enable = (object: string): Call => ({ method: 'PATCH', url: `/users/${object}`, body: { accountEnabled: true } })

/** Opens accounts again; one that somebody deleted comes back from Microsoft's thirty days of afterthought. */
export const unblockAccounts = switching(
  (object, { reason }) =>
    reason === 'deleted-by-hand'
      ? [{ method: 'POST', url: `/directory/deletedItems/${object}/restore`, body: {} }]
      : [enable(object)],
  () => ({ state: 'active', blocked_on: null }),
)

/** Removes accounts: their licence comes free at once, and Microsoft keeps what was in them for thirty days. */
export const removeAccounts = switching(
  (object) => [{ method: 'DELETE', url: `/users/${object}` }],
  (work) => ({ state: 'removed', removed_on: work.today, licence: null, starter: null }),
  true,
)
