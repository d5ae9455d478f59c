import { randomUUID } from 'node:crypto'
import { setTimeout as wait } from 'node:timers/promises'
import { sql } from 'kysely'
import { countExpired, expireLines } from '#shared/audit/expiry.ts'
import { FileMissing, type FileStore } from '#shared/files/index.ts'
import type { Work } from '#shared/tenancy/work.ts'
import { carryOutSome } from './carry-out.ts'
import { type Catalogue, readCatalogue } from './catalogue.ts'
import { rulesInForce } from './deviations.ts'
import { countDue, lookingAt } from './due.ts'
import { placesLeft, remainingOf } from './prove.ts'
import type { Rule } from './rules.ts'

/** What one rule, or one place that is looked at afterwards, came to. */
type Step = {
  readonly rule: string
  readonly due: number
  readonly done: number
  readonly held: number
  readonly remaining: number | null
}

/** What a run came to. `failed`: the second query found something that should be gone. */
export type Ran = {
  readonly run: string | null
  readonly state: 'proven' | 'failed' | 'dry-run'
  readonly resumed: boolean
  readonly asOf: string
  readonly due: number
  readonly done: number
  readonly held: number
  readonly remaining: number | null
  readonly steps: readonly Step[]
}

export type RunParts = {
  readonly inOrganisation: <T>(run: (work: Work) => Promise<T>) => Promise<T>
  readonly files: FileStore
}

/** The log: its lines go a month at a time, by a task of its own. */
const LOG = 'audit_line delete audit_checkpoint.month'

/** One at a time per organisation, a transaction long; two runs at once do the work of one together. */
const hold = (work: Work) =>
  sql`select pg_advisory_xact_lock(hashtextextended(${`retention ${work.organisation}`}, 0))`.execute(work.db)

const sum = (steps: readonly Step[], of: 'due' | 'done' | 'held') => steps.reduce((total, step) => total + step[of], 0)

const counted = async (work: Work, catalogue: Catalogue, asOf: Date): Promise<Step[]> => {
  const looking = await lookingAt(work, catalogue, asOf)
  const steps: Step[] = [{ rule: LOG, due: await countExpired(work), done: 0, held: 0, remaining: null }]
  for (const rule of await rulesInForce(work, catalogue))
    steps.push({ rule: rule.name, ...(await countDue(work, rule, looking)), done: 0, remaining: null })
  return steps
}

/** What would go now, and what is held. Changes nothing. */
export const dryRun = (parts: RunParts): Promise<Ran> =>
  parts.inOrganisation(async (work) => {
    const steps = await counted(work, await readCatalogue(work), work.now)
    return {
      run: null,
      state: 'dry-run',
      resumed: false,
      asOf: work.now.toISOString(),
      due: sum(steps, 'due'),
      done: 0,
      held: sum(steps, 'held'),
      remaining: null,
      steps,
    }
  })

type Begun = { readonly id: string; readonly asOf: Date; readonly resumed: boolean }

const underWay = (work: Work) =>
  work.db.selectFrom('retention_run').select(['id', 'as_of']).where('state', '=', 'running').executeTakeFirst()

/** The run that is under way, or a new one with what it found due. */
const begin = async (work: Work, catalogue: Catalogue): Promise<Begun> => {
  await hold(work)
  const running = await underWay(work)
  if (running) return { id: running.id, asOf: running.as_of, resumed: true }
  const id = randomUUID()
  await work.db
    .insertInto('retention_run')
    .values({ id, as_of: work.now, started_at: new Date(), state: 'running' })
    .execute()
  const steps = await counted(work, catalogue, work.now)
  await work.db
    .insertInto('retention_step')
    .values(steps.map(({ rule, due, held }) => ({ run_id: id, rule, due, held })))
    .execute()
  return { id, asOf: work.now, resumed: false }
}

/** Some rows of one rule and the count of them, in one transaction: whatever ends it, both stand or neither. */
const someOf = async (work: Work, catalogue: Catalogue, begun: Begun, name: string): Promise<boolean> => {
  await hold(work)
  const rule = (await rulesInForce(work, catalogue)).find((one) => one.name === name)
  const carryOut = async (one: Rule) => carryOutSome(work, begun.id, one, await lookingAt(work, catalogue, begun.asOf))
  const log = async () => ({ done: await expireLines(work), more: false })
  const { done, more } = name === LOG ? await log() : rule ? await carryOut(rule) : { done: 0, more: false }
  await work.db
    .updateTable('retention_step')
    .set((eb) => ({ done: eb('done', '+', done), finished: !more }))
    .where('run_id', '=', begun.id)
    .where('rule', '=', name)
    .where('finished', '=', false)
    .execute()
  return more
}

/** Takes the bytes away of files whose row went, and forgets them once the store says that they are not there. */
const removeBytes = async ({ inOrganisation, files }: RunParts, run: string): Promise<void> => {
  const rows = await inOrganisation((work) =>
    work.db.selectFrom('retention_file').select('file_id').where('run_id', '=', run).execute(),
  )
  for (const { file_id: file } of rows) {
    await files.remove(file)
    const there = await files.get(file).catch((error) => {
      if (error instanceof FileMissing) return null
      throw error
    })
    if (there) {
      there.destroy()
      continue
    }
    await inOrganisation((work) =>
      work.db.deleteFrom('retention_file').where('run_id', '=', run).where('file_id', '=', file).execute(),
    )
  }
}

const stepsOf = async (work: Work, run: string): Promise<Step[]> => {
  const rows = await work.db
    .selectFrom('retention_step')
    .select(['rule', 'due', 'done', 'held', 'remaining'])
    .where('run_id', '=', run)
    .orderBy('rule')
    .execute()
  return rows.map(({ rule, remaining, ...counts }) => ({
    rule,
    due: Number(counts.due),
    done: Number(counts.done),
    held: Number(counts.held),
    remaining: remaining === null ? null : Number(remaining),
  }))
}

/**
 * Asks a second time, in another way, whether anything is left: in rows, files, images, sealed values, waiting jobs and the
 * log. Writes down what it found, and only when that is nothing the line of proof: ids and counts in the chained log
 * (PROMISES P22). A run that another process ended meanwhile is left as it is.
 */
const prove = async (work: Work, catalogue: Catalogue, { id, asOf }: Begun): Promise<void> => {
  await hold(work)
  const run = await work.db
    .selectFrom('retention_run')
    .select('started_at')
    .where('id', '=', id)
    .where('state', '=', 'running')
    .executeTakeFirst()
  if (!run) return
  const looking = await lookingAt(work, catalogue, asOf)
  const left = new Map(Object.entries(await placesLeft(work, run.started_at)))
  for (const rule of await rulesInForce(work, catalogue)) left.set(rule.name, await remainingOf(work, rule, looking))
  const bytes = await work.db
    .selectFrom('retention_file')
    .select(({ fn }) => fn.countAll<string>().as('count'))
    .where('run_id', '=', id)
    .executeTakeFirstOrThrow()
  left.set('bytes', Number(bytes.count))
  await work.db
    .insertInto('retention_step')
    .values([...left].map(([rule, remaining]) => ({ run_id: id, rule, due: 0, held: 0, finished: true, remaining })))
    .onConflict((conflict) =>
      conflict
        .columns(['organisation_id', 'run_id', 'rule'])
        .doUpdateSet((eb) => ({ remaining: eb.ref('excluded.remaining'), finished: true })),
    )
    .execute()
  const steps = await stepsOf(work, id)
  const remaining = steps.reduce((total, step) => total + (step.remaining ?? 0), 0)
  const [due, done, held] = [sum(steps, 'due'), sum(steps, 'done'), sum(steps, 'held')]
  const state = remaining === 0 ? 'proven' : 'failed'
  await work.db
    .updateTable('retention_run')
    .set({ state, finished_at: new Date(Math.max(Date.now(), asOf.getTime())), due, done, held, remaining })
    .where('id', '=', id)
    .execute()
  await work.audit(
    state === 'proven' ? 'retention-proven' : 'retention-not-proven',
    `retention ${id} due ${due} done ${done} held ${held} left ${remaining}`,
  )
}

const reported = async (work: Work, { id, resumed, asOf }: Begun): Promise<Ran> => {
  const run = await work.db
    .selectFrom('retention_run')
    .select(['state', 'due', 'done', 'held', 'remaining'])
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  return {
    run: id,
    state: run.state === 'proven' ? 'proven' : 'failed',
    resumed,
    asOf: asOf.toISOString(),
    due: Number(run.due),
    done: Number(run.done),
    held: Number(run.held),
    remaining: Number(run.remaining),
    steps: await stepsOf(work, id),
  }
}

/** Rests four times as long as it worked: whoever opens a page meanwhile seldom meets it. */
const restAfter = (started: number) => wait(Math.min(1_000, 4 * (performance.now() - started)))

/**
 * Carries out what is due in one organisation and proves it. In short transactions that each count what they did, with a
 * rest between them; killed at any moment, the next call goes on where it was, without a gap or a double.
 */
export const runRetention = async (parts: RunParts): Promise<Ran> => {
  const catalogue = await parts.inOrganisation(readCatalogue)
  const begun = await parts.inOrganisation((work) => begin(work, catalogue))
  const open = await parts.inOrganisation((work) =>
    work.db
      .selectFrom('retention_step')
      .select('rule')
      .where('run_id', '=', begun.id)
      .where('finished', '=', false)
      .execute(),
  )
  const names = new Set(open.map(({ rule }) => rule))
  const order = await parts.inOrganisation((work) => rulesInForce(work, catalogue))
  for (const name of [...order.map((rule) => rule.name), LOG].filter((one) => names.has(one))) {
    for (let more = true; more; ) {
      const started = performance.now()
      more = await parts.inOrganisation((work) => someOf(work, catalogue, begun, name))
      if (more) await restAfter(started)
    }
  }
  await removeBytes(parts, begun.id)
  await parts.inOrganisation((work) => prove(work, catalogue, begun))
  return parts.inOrganisation((work) => reported(work, begun))
}
