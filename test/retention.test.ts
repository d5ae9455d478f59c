import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leave } from '#products/school/leaving/changes.ts'
import { chainWaiting } from '#shared/audit/chain.ts'
import { createPool } from '#shared/database/pool.ts'
import { FileMissing } from '#shared/files/index.ts'
import { localStore } from '#shared/files/local-store.ts'
import { holdReason } from '#shared/retention/personal-data.ts'
import type { Ran } from '#shared/retention/run.ts'
import { root } from '#shared/root.ts'
import { dayOf } from '#shared/tenancy/work.ts'
import { KeyRing } from '#shared/vault/ring.ts'
import { writeMarker } from '../src/demo/marker.ts'
import { FrontDoor } from './front-door.ts'
import { type Installation, openInstallation } from './installation.ts'
import { storeSealed } from './sealed-files.ts'
import { asSuperuser } from './server.ts'
import { makeWorld, world } from './world.ts'

const { vuurtoren, pupils } = world
const { mila, zuri, tobi } = pupils
const dataDir = mkdtempSync(join(tmpdir(), 'schoolplein-retention-'))
const cli = join(root, 'dist/cli.js')
const MARKS = 'attendance_mark delete attendance_mark.on_day'

let installation: Installation
let door: FrontDoor
let child: ChildProcess | undefined

const environment = () => {
  const { DATABASE_URL: _, ...rest } = process.env
  return { ...rest, DATA_DIR: dataDir }
}
const command = (...args: string[]): Promise<{ code: number; out: string; error: string }> =>
  new Promise((resolve) => {
    execFile(process.execPath, [cli, ...args], { env: environment() }, (failure, out, error) =>
      resolve({ code: failure ? Number(failure.code) : 0, out, error }),
    )
  })
const HERE = ['retention', 'run', '--organisation', 'vuurtoren', '--json']
const run = async (...args: string[]): Promise<Ran & { code: number }> => {
  const { code, out, error } = await command(...HERE, ...args)
  if (!out) throw new Error(error)
  return { code, ...(JSON.parse(out)[0] as Ran) }
}
const stepOf = ({ steps }: Ran, rule: string) => steps.find((step) => step.rule === rule)
const sql = (text: string, values: unknown[] = []) =>
  asSuperuser(installation.server.admin, async (client) => (await client.query(text, values)).rows)

/** Marks on days long past: they should have gone at the end of their school year. */
const plantMarks = (pupil: string, days: number, from = '1950-01-01') =>
  sql(
    `insert into attendance_mark (organisation_id, pupil_id, on_day, state, marked_at)
     select $1, $2, $3::date + n, 'present', now() from generate_series(0, $4 - 1) n`,
    [vuurtoren, pupil, from, days],
  )
const marksOf = async (pupil: string): Promise<number> =>
  (await sql('select count(*)::int as count from attendance_mark where pupil_id = $1', [pupil]))[0].count

beforeAll(async () => {
  execFileSync(join(root, 'bin/schoolplein'), ['--help'])
  installation = await openInstallation(dataDir)
  const pool = createPool(installation.server.app, 4)
  await makeWorld(installation.server.owner, {
    pool,
    ring: KeyRing.open(installation.server.ringPath),
    now: () => new Date(),
  })
  await pool.end()
  door = await FrontDoor.open(installation, { files: await localStore(join(dataDir, 'files')) })
}, 120_000)
afterAll(async () => {
  child?.kill('SIGKILL')
  await door?.close()
  await installation?.stop()
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 })
})

test('a dry run says per table and rule what would go, and leaves it', async () => {
  await plantMarks(mila, 5)
  await plantMarks(pupils.noor, 1, dayOf(new Date()))
  const said = await run('--dry-run')
  expect(said).toMatchObject({ code: 0, state: 'dry-run', due: 5, done: 0, held: 0 })
  expect(stepOf(said, MARKS)).toEqual({ rule: MARKS, due: 5, done: 0, held: 0, remaining: null })
  expect(await marksOf(mila)).toBe(5)
  expect((await run('--dry-run', '--as-of', '2040-09-01')).due).toBeGreaterThan(5)
  const lines = await command('retention', 'run', '--dry-run')
  expect(lines.out).toContain(`vuurtoren.localhost: 5 due, 0 done, 0 held: nothing was changed\n  ${MARKS}: 5 due`)
})

describe('what is wrong is refused in one sentence, and nothing goes', () => {
  test.each([
    [['--organisation', 'nowhere'], 1, /No organisation answers on nowhere/],
    [['--as-of', '2099-01-01'], 1, /has yet to come: add --dry-run/],
    [['--as-of', '2099-02-30'], 2, /Usage: bin\/schoolplein retention run/],
    [['--as-of', 'soon'], 2, /takes a day from 2000-01-01 to 2199-12-31.*\nUsage:/],
    [['--as-of', '0000-01-01', '--dry-run'], 2, /takes a day/],
    [['--as-of', '9999-12-31', '--dry-run'], 2, /takes a day/],
    [['--force'], 2, /Usage:/],
  ])('%j', async (args, code, words) => {
    const refused = await command('retention', 'run', ...args)
    expect(refused.code).toBe(code)
    expect(refused.error).toMatch(words)
    expect(await marksOf(mila)).toBe(5)
  })
})

test('who is held stays until the last day of the hold; then it goes, and is proven to be gone', async () => {
  await plantMarks(zuri, 3)
  const id = randomUUID()
  await door.within(vuurtoren, async (work) => {
    const reason = await work.seal(holdReason, { subject: mila, row: id }, { text: 'Een klachtq' })
    const hold = { id, person_id: mila, reason, until_on: work.today, set_at: work.now }
    await work.db.insertInto('retention_hold').values(hold).execute()
  })
  const held = await run()
  expect(held).toMatchObject({ code: 0, state: 'proven', due: 8, done: 3, held: 5, remaining: 0 })
  expect([await marksOf(mila), await marksOf(zuri)]).toEqual([5, 0])
  await sql('update retention_hold set lifted_at = now() where id = $1', [id])
  expect(await run()).toMatchObject({ code: 0, state: 'proven', done: 5, held: 0 })
  expect(await marksOf(mila)).toBe(0)
  expect(await run()).toMatchObject({ code: 0, state: 'proven', due: 0, done: 0 })
})

test('the line of proof holds ids and counts, and stands in the chain', async () => {
  await door.within(vuurtoren, chainWaiting)
  const lines = await sql(
    `select place, subjects, sequence from audit_line where action = 'retention-proven' order by at`,
  )
  expect(lines.length).toBe(3)
  expect(lines[0]).toMatchObject({ subjects: [], sequence: expect.anything() })
  expect(lines[0].place).toMatch(/^retention [0-9a-f-]{36} due 8 done 3 held 5 left 0$/)
  expect((await command('audit', 'verify', '--organisation', 'vuurtoren.localhost')).code).toBe(0)
})

test('a row that comes back is found by the second query: no proof, exit code 1', async () => {
  await plantMarks(mila, 2)
  await sql(`create function plant_back() returns trigger language plpgsql as $$
    begin
      insert into attendance_mark (organisation_id, pupil_id, on_day, state, marked_at)
      values (old.organisation_id, old.pupil_id, old.on_day - 1000, 'present', now()) on conflict do nothing;
      return null;
    end $$`)
  await sql('create trigger plant_back after delete on attendance_mark for each row execute function plant_back()')
  const failed = await run()
  expect(failed).toMatchObject({ code: 1, state: 'failed', done: 2, remaining: 2 })
  expect(stepOf(failed, MARKS)).toMatchObject({ remaining: 2 })
  const [line] = await sql(`select action from audit_line order by at desc limit 1`)
  expect(line.action).toBe('retention-not-proven')
  await sql('drop trigger plant_back on attendance_mark')
  expect(await run()).toMatchObject({ code: 0, state: 'proven', done: 2 })
})

test('two years after leaving, somebody goes everywhere: rows, files, jobs, key; the others stay', async () => {
  await door.within(vuurtoren, (work) => leave(work, tobi, null))
  const files = await localStore(join(dataDir, 'files'))
  const file = randomUUID()
  await storeSealed(door, files, { organisation: vuurtoren, subject: tobi, file }, 'Rapportq')
  await door.within(vuurtoren, (work) => work.enqueue('people-leaving', { person: tobi }))
  await sql(
    `update person set left_on = ((now() at time zone 'Europe/Amsterdam')::date - interval '2 years')::date where id = $1`,
    [tobi],
  )
  expect(await run('--dry-run')).toMatchObject({ due: 0 })
  await sql(`update person set left_on = left_on - 1 where id = $1`, [tobi])
  const ran = await run()
  expect(ran).toMatchObject({ code: 0, state: 'proven', remaining: 0 })
  expect(stepOf(ran, 'person destroy-key person.left_on')).toMatchObject({ due: 1, done: 1 })
  expect(await sql('select 1 from person where id = $1', [tobi])).toEqual([])
  expect(await sql('select 1 from vault_key where subject_id = $1 and destroyed_at is null', [tobi])).toEqual([])
  expect(
    await sql(`select 1 from graphile_worker._private_jobs where payload::text like '%' || $1 || '%'`, [tobi]),
  ).toEqual([])
  await expect(files.get(file)).rejects.toThrow(FileMissing)
  expect(await sql('select 1 from person where id = $1', [zuri])).toHaveLength(1)
})

test('an account goes three years after it was last used, with everything of it', async () => {
  const accountOf = async (person: string) =>
    (await sql('select account_id as id from account_person where person_id = $1', [person]))[0].id as string
  const [gone, stays] = [await accountOf(world.guardians.kofi), await accountOf(world.guardians.ngozi)]
  const lastActive = (id: string, days: number) =>
    sql(`update account set last_active_on = (current_date - interval '3 years')::date + $2::int where id = $1`, [
      id,
      days,
    ])
  await lastActive(gone, -2)
  await lastActive(stays, 2)
  expect(await run()).toMatchObject({ code: 0, state: 'proven' })
  for (const table of ['account', 'account_key', 'account_person', 'password']) {
    const column = table === 'account' ? 'id' : 'account_id'
    const left = async (id: string) => (await sql(`select 1 from ${table} where ${column} = $1`, [id])).length
    expect([table, await left(gone), await left(stays)]).toEqual([table, 0, 1])
  }
  expect(await sql('select 1 from person where id = $1', [world.guardians.kofi])).toHaveLength(1)
})

test('killed in the middle, it goes on where it was: no gap, no double', { timeout: 120_000 }, async () => {
  const ALL = 30_000
  await plantMarks(mila, ALL, '1900-01-01')
  const progress = async () =>
    (
      await sql(
        `select s.done::int as done from retention_step s join retention_run r on r.id = s.run_id
         where r.state = 'running' and s.rule = $1`,
        [MARKS],
      )
    )[0]?.done ?? 0
  let before = 0
  for (let round = 0; round < 3; round++) {
    child = spawn(process.execPath, [cli, ...HERE], { env: environment(), stdio: 'ignore' })
    const died = once(child, 'exit')
    while ((await progress()) <= before) expect(child.exitCode).toBeNull()
    child.kill('SIGKILL')
    await died
    await sql(`select pg_terminate_backend(pid) from pg_stat_activity where usename = 'schoolplein_app'
      and application_name = '' and state <> 'idle' and pid <> pg_backend_pid() and query like '%attendance_mark%'`)
    before = await progress()
    expect(before + (await marksOf(mila))).toBe(ALL)
    expect(before).toBeGreaterThan(0)
    expect(before).toBeLessThan(ALL)
  }
  const [{ count: runs }] = await sql('select count(*)::int as count from retention_run')
  const resumed = await run()
  expect(resumed).toMatchObject({ code: 0, state: 'proven', resumed: true, remaining: 0 })
  expect(stepOf(resumed, MARKS)).toMatchObject({ due: ALL, done: ALL })
  expect(await marksOf(mila)).toBe(0)
  expect((await sql('select count(*)::int as count from retention_run'))[0].count).toBe(runs)
})

test('a demo plays a day to come: all goes, also a copy that never had a file, and the log still holds', async () => {
  await sql(
    `insert into data_copy (organisation_id, id, person_id, asked_by, asked_at, state)
     values ($1, gen_random_uuid(), $2, $2, now(), 'ended')`,
    [vuurtoren, mila],
  )
  writeMarker(dataDir, { demo: true, day: null })
  expect(await run('--as-of', '2040-09-01')).toMatchObject({ code: 0, state: 'proven', remaining: 0 })
  expect(await sql('select 1 from data_copy')).toHaveLength(0)
  expect(await run('--as-of', '2040-09-01')).toMatchObject({ code: 0, state: 'proven', due: 0 })
  expect((await command('audit', 'verify')).code).toBe(0)
})
