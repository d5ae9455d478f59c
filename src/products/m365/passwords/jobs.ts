import { connectionOf } from '#shared/identity/index.ts'
import { type Task, task } from '#shared/jobs/task.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { reading } from '#shared/vault/opening.ts'
import type { Cloud } from '#src/products.ts'
import { firstPassword } from '../applying/passwords.ts'
import { together } from '../applying/together.ts'
import type { Call, Graph, Reply } from '../graph/client.ts'
import { reachGraph } from '../graph/reach.ts'
import { GraphTrouble } from '../graph/trouble.ts'
import { resetSecret, starter } from '../personal-data.ts'
import { RESET, resetTopic } from './queries.ts'

const PATIENCE = 15_000
const HOUR = 3_600_000

type Ready = {
  readonly id: string
  readonly person: string
  readonly object: string
  readonly password: string
  readonly askedAt: Date
}

/** What waits, each with its password: made before Microsoft is asked, so that a second try sets the same one. */
const makeReady = async (work: Work): Promise<Ready[]> => {
  const rows = await work.db
    .selectFrom('m365_reset as reset')
    .innerJoin('m365_account as account', 'account.person_id', 'reset.person_id')
    .select(['reset.id', 'reset.person_id', 'reset.secret', 'reset.asked_at', 'account.object_id'])
    .where('reset.state', '=', 'waiting')
    .where('account.state', '=', 'active')
    .execute()
  const opened = await work.open(rows, { secret: reading(resetSecret, 'id', 'password') })
  const fresh = opened.filter(({ secret }) => !secret)
  const seal = await work.sealer(fresh.map(({ person_id }) => person_id))
  const passwords = new Map(fresh.map(({ id }) => [id, firstPassword()]))
  for (const { id, person_id } of fresh)
    await work.db
      .updateTable('m365_reset')
      .set({ secret: seal(resetSecret, { subject: person_id, row: id }, { password: passwords.get(id)! }) })
      .where('id', '=', id)
      .execute()
  return opened.map(({ id, person_id, object_id, secret, asked_at }) => ({
    id,
    person: person_id,
    object: object_id,
    password: secret?.password ?? passwords.get(id)!,
    askedAt: asked_at,
  }))
}

/** The password, and then everything that was opened with the old one ends: for an application the only way (docs/decisions/0057). */
const callsFor = ({ object, password }: Ready): Call[] => [
  {
    method: 'PATCH',
    url: `/users/${object}`,
    body: { passwordProfile: { password, forceChangePasswordNextSignIn: false } },
  },
  { method: 'POST', url: `/users/${object}/revokeSignInSessions`, body: {} },
]

const problemOf = ({ status }: Reply): string => (status === 403 ? 'denied' : status === 404 ? 'gone' : 'refused')

const failAll = (work: Work, ids: readonly string[], problem: string) =>
  work.db
    .updateTable('m365_reset')
    .set({ state: 'failed', problem, secret: null, done_at: work.now })
    .where('id', 'in', ids)
    .execute()

const reset = async (
  within: <T>(run: (work: Work) => Promise<T>) => Promise<T>,
  graph: Graph,
  all: readonly Ready[],
) => {
  const { replies, later } = await together(graph, all.flatMap(callsFor), { each: true })
  await within(async (work) => {
    const seal = await work.sealer(all.map(({ person }) => person))
    for (const [index, { id, person, password }] of all.entries()) {
      const [set, revoked] = [replies[index * 2], replies[index * 2 + 1]]
      if (!set || !revoked) continue
      const wrong = [set, revoked].find(({ status }) => status >= 300)
      if (wrong) {
        await failAll(work, [id], problemOf(wrong))
        continue
      }
      await work.db
        .updateTable('m365_reset')
        .set({ state: 'done', problem: null, done_at: work.now })
        .where('id', '=', id)
        .execute()
      await work.db
        .updateTable('m365_account')
        .set({ starter: seal(starter, { subject: person, row: person }, { password }), starter_at: work.now })
        .where('person_id', '=', person)
        .execute()
    }
    if (later > 0) await work.enqueue(RESET, {}, { runAt: new Date(work.wall.getTime() + later * 1_000), key: RESET })
  })
}

/** Nobody answered: tried again every few minutes for an hour; what cannot be mended by waiting is said at once. */
const wait = async (work: Work, all: readonly Ready[], trouble: GraphTrouble): Promise<void> => {
  const passing = trouble.kind === 'away' || trouble.kind === 'throttled'
  const old = all.filter(({ askedAt }) => work.now.getTime() - askedAt.getTime() > HOUR)
  const over = passing ? old : all
  if (over.length > 0)
    await failAll(
      work,
      over.map(({ id }) => id),
      passing ? 'away' : trouble.kind,
    )
  if (!passing || over.length === all.length) return
  await work.db.updateTable('m365_reset').set({ problem: 'away' }).where('state', '=', 'waiting').execute()
  await work.enqueue(
    RESET,
    {},
    { runAt: new Date(work.wall.getTime() + Math.max(120, trouble.later) * 1_000), key: RESET },
  )
}

/** Makes the new passwords that wait. */
export const resetTask = (cloud: Cloud): Task =>
  task<{ group?: string }>(RESET, async ({ inOrganisation: within, data }) => {
    const connection = await within(connectionOf)
    const ready = await within(makeReady)
    if (!connection || ready.length === 0) return
    try {
      await reset(within, reachGraph(cloud, connection, PATIENCE).graph, ready)
    } catch (error) {
      if (!(error instanceof GraphTrouble)) throw error
      await within((work) => wait(work, ready, error))
    } finally {
      if (data.group) await within((work) => work.notify(resetTopic(data.group!)))
    }
  })
