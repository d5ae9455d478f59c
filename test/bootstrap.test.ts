import { type ChildProcess, execFile, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join, relative } from 'node:path'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { root } from '#shared/root.ts'

const MADE = new Set(['node_modules', '.runtime', 'dist', 'data', '.git'])
const MINUTES = 60_000

const majorOf = (node: string): number =>
  Number(/^v(\d+)/.exec(execFileSync(node, ['--version'], { encoding: 'utf8' }))?.[1])

/** A folder of PATH whose Node is too old for Schoolplein, as on Debian. */
const withOldNode = (process.env.PATH ?? '')
  .split(':')
  .find((folder) => existsSync(join(folder, 'node')) && majorOf(join(folder, 'node')) < 24)

const isRoot = process.getuid?.() === 0

let folder: string
let checkout: string
let environment: NodeJS.ProcessEnv

/** What a shell hands on, without what the test runner added; only the old Node can be found. */
const cleanEnvironment = (): NodeJS.ProcessEnv => {
  const { NODE_ENV: _, NODE_OPTIONS: __, ...rest } = process.env
  const ours = Object.entries(rest).filter(
    ([name]) => !/^(VITEST|SCHOOLPLEIN|DATABASE_URL|DATA_DIR|HOST$|npm_)/.test(name),
  )
  return { ...Object.fromEntries(ours), PATH: `${withOldNode}:/usr/sbin:/usr/bin:/sbin:/bin`, PORT: '0' }
}

beforeAll(() => {
  if (!withOldNode) return
  folder = mkdtempSync(join(tmpdir(), 'schoolplein-'))
  chmodSync(folder, 0o755)
  checkout = join(folder, 'checkout')
  cpSync(root, checkout, {
    recursive: true,
    filter: (path) => !(MADE.has(basename(path)) && dirname(relative(root, path)) === '.'),
  })
  environment = cleanEnvironment()
})
afterAll(() => {
  if (withOldNode) rmSync(folder, { recursive: true })
})

/** Starts, waits until the page answers, stops; answers the exit code and the seconds until the first answer. */
const serveOnce = async () => {
  const began = performance.now()
  const child: ChildProcess = spawn(join(checkout, 'bin/start'), ['--empty'], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  let address: string | undefined
  for await (const line of createInterface({ input: child.stdout! })) {
    address = /http:\/\/[^\s/]*:\d+/.exec(line)?.[0]
    if (address) break
  }
  expect(address).toBeDefined()
  const healthy = await fetch(`${address}/healthz`)
  const seconds = (performance.now() - began) / 1000
  child.kill('SIGTERM')
  const [code] = await ended
  return { status: healthy.status, code, seconds }
}

describe.skipIf(!withOldNode)('with only an old Node on the machine', () => {
  test('a clean copy sets itself up', { timeout: 5 * MINUTES }, async () => {
    const { stdout } = await promisify(execFile)(join(checkout, 'bin/schoolplein'), ['--help'], { env: environment })
    expect(stdout).toContain('Usage: bin/schoolplein COMMAND')
    expect(majorOf(join(checkout, '.runtime/node_modules/.bin/node'))).toBeGreaterThanOrEqual(24)
  })

  test('it serves and stops', { timeout: MINUTES }, async () => {
    expect(await serveOnce()).toMatchObject({ status: 200, code: 0 })
  })

  test.skipIf(!isRoot)(
    'as root it also does under a folder that nobody else may enter',
    { timeout: MINUTES },
    async () => {
      chmodSync(folder, 0o700)
      expect(await serveOnce()).toMatchObject({ status: 200, code: 0 })
      expect(readFileSync(join(checkout, 'data/postgres/PG_VERSION'), 'utf8')).toBe('18\n')
    },
  )
})
