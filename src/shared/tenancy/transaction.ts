import type pg from 'pg'
import { allOf } from '#shared/database/all-of.ts'
import { together } from '#shared/database/connection.ts'
import { type Disclosure, type Ground, Work } from './work.ts'

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
const HASH = /^[0-9a-f]{64}$/

/** Where and for whom a transaction runs. `system` is work without a person: imports, jobs, commands. */
export type Context = {
  readonly organisation: string
  readonly session?: string | undefined
  readonly person?: string | undefined
  readonly system?: boolean
  /** Each statement is planned once per connection: for many small questions by id, where planning costs more than asking. */
  readonly plannedOnce?: boolean | undefined
}

/** `SET LOCAL`, not `set_config`: only the former reaches workers of a sharded database. Values are checked, not quoted. */
const opening = ({ organisation, session, person, system, plannedOnce }: Context): string => {
  if (!UUID.test(organisation)) throw new Error('No organisation to begin a transaction for')
  const lines = ['begin', `set local app.organisation = '${organisation}'`]
  if (session && HASH.test(session)) lines.push(`set local app.session = '${session}'`)
  if (person && UUID.test(person)) lines.push(`set local app.person = '${person}'`)
  if (system) lines.push(`set local app.system = 'on'`)
  if (plannedOnce) lines.push('set local plan_cache_mode = force_generic_plan')
  return lines.join(';')
}

const DISCLOSED = {
  name: 'disclosed',
  text: `insert into audit_line (organisation_id, person_id, action, place, subjects, kinds, role, about)
    values ($1, $2, 'opened', $3, $4, $5, $6, $7)`,
}

/**
 * Ends the transaction and writes what it opened as a line of its own transaction, in one round trip: the line stands
 * also when the work is rolled back. `COMMIT` of a failed transaction answers `ROLLBACK` without an error, so the
 * answer is looked at before anything is called stored.
 */
const end = async (client: pg.ClientBase, work: Work, place: string, keep: boolean): Promise<void> => {
  together(client)
  const sent: Promise<pg.QueryResult | pg.QueryResult[]>[] = [client.query(keep ? 'commit' : 'rollback')]
  if (work.disclosure.subjects.size > 0) sent.push(...disclosing(client, work, work.disclosure, place))
  const results = (await allOf(sent)).flat()
  if (keep && results[0]?.command !== 'COMMIT') throw new Error('Nothing was stored: the transaction had failed')
  if (sent.length > 1 && results.at(-1)?.command !== 'COMMIT') throw new Error('The log could not be written')
  if (keep) work.committed()
}

const disclosing = (client: pg.ClientBase, work: Work, { subjects, kinds }: Disclosure, place: string) => {
  const { organisation, person, role } = work
  const about = work.named.find((id) => subjects.has(id)) ?? null
  const values = [organisation, person, place, [...subjects], [...kinds].sort(), role, about]
  return [client.query(opening({ organisation })), client.query({ ...DISCLOSED, values }), client.query('commit')]
}

/**
 * Runs work in a short transaction of one organisation, as the role that owns nothing. It rolls back when the work
 * throws and when `keep` says no to its result (an answer of 400 and above). `place` names the route or task in the log.
 */
export const transaction = async <T>(
  ground: Ground,
  context: Context,
  place: string,
  run: (work: Work, client: pg.ClientBase) => Promise<T>,
  keep: (result: T) => boolean = () => true,
): Promise<T> => {
  const begin = opening(context)
  const client = await ground.pool.connect()
  let broken: Error | undefined
  try {
    const work = new Work(ground, client, context.organisation)
    work.person = context.person ?? null
    together(client)
    const begun = client.query(begin)
    let result: T
    try {
      const running = run(work, client)
      await allOf([begun, running])
      result = await running
    } catch (error) {
      await end(client, work, place, false).catch((failure) => {
        broken = failure
      })
      throw error
    }
    await end(client, work, place, keep(result)).catch((failure) => {
      broken = failure
      throw failure
    })
    return result
  } finally {
    client.release(broken)
  }
}

/** Work of a job, a command or an import: no person, all rows of the organisation, protected identities included. */
export const asSystem = <T>(ground: Ground, organisation: string, place: string, run: (work: Work) => Promise<T>) =>
  transaction(ground, { organisation, system: true }, place, run)
