import { execFile, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { root } from '#shared/root.ts'

let dataDir: string
let environment: NodeJS.ProcessEnv
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'schoolplein-'))
  const { DATABASE_URL: _, ...rest } = process.env
  environment = { ...rest, DATA_DIR: dataDir, PORT: '0' }
})
afterEach(() => rmSync(dataDir, { recursive: true }))

const run = (
  command: string,
  args: string[],
  extra: NodeJS.ProcessEnv = {},
): Promise<{ code: number; out: string; error: string }> =>
  new Promise((resolve) => {
    execFile(join(root, 'bin', command), args, { env: { ...environment, ...extra } }, (failure, out, error) =>
      resolve({ code: failure ? Number(failure.code) : 0, out, error }),
    )
  })

const start = async (extra: NodeJS.ProcessEnv = {}) => {
  const env = { ...environment, ...extra }
  const child = spawn(join(root, 'bin/start'), ['--empty'], { env, stdio: ['ignore', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })
  for await (const line of lines) {
    const address = /http:\/\/[^\s/]*:\d+/.exec(line)?.[0]
    if (address) return { child, address }
  }
  throw new Error('bin/start ended before it served')
}

const link = (path: string) => {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}
const processesInData = () => readdirSync('/proc').filter((name) => link(`/proc/${name}/cwd`).startsWith(dataDir))

test('the operator is told what went wrong by words and exit code', async () => {
  expect(await run('schoolplein', ['--help'])).toMatchObject({
    code: 0,
    out: expect.stringContaining('status [--json]'),
  })
  expect(await run('schoolplein', ['nothing'])).toMatchObject({
    code: 2,
    out: '',
    error: expect.stringContaining('Unknown command "nothing"'),
  })
  expect(await run('schoolplein', ['status', '--csv'])).toMatchObject({
    code: 2,
    error: 'Usage: bin/schoolplein status [--json]\n',
  })
  expect(await run('schoolplein', ['status'], { DATA_DIR: '/dev/null/nowhere' })).toMatchObject({
    code: 1,
    error: expect.stringMatching(/^The data directory [^\n]*\n$/),
  })
  expect(await run('start', [], { PORT: 'three' })).toMatchObject({
    code: 1,
    error: 'PORT must be a number from 0 to 65535, not "three".\n',
  })
})

test('a command works without a start and beside one; a second start does not', { timeout: 60_000 }, async () => {
  const status = async () => JSON.parse((await run('schoolplein', ['status', '--json'])).out)
  expect(await status()).toMatchObject({ dataDirectory: dataDir, database: 'embedded, not running', waiting: 0 })
  expect(processesInData()).toEqual([])

  const { child, address } = await start()
  expect((await fetch(`${address}/healthz`)).status).toBe(200)
  expect(await status()).toMatchObject({ database: 'embedded, running', waiting: 0 })
  expect(await run('start', ['--empty'])).toMatchObject({
    code: 1,
    error: `The data directory ${dataDir} is in use by another Schoolplein: stop that one first.\n`,
  })
  expect((await fetch(`${address}/healthz`)).status).toBe(200)

  child.kill('SIGTERM')
  expect(await once(child, 'exit')).toEqual([0, null])
  expect(processesInData()).toEqual([])
})

test('mail can be read on this machine while developing, never through a proxy', { timeout: 60_000 }, async () => {
  for (const [extra, readable] of [
    [{}, true],
    [{ BEHIND_PROXY: 'yes' }, false],
  ] as const) {
    const { child, address } = await start(extra)
    const page = await (await fetch(`${address}/dev/mail`, { headers: { 'accept-language': 'nl' } })).text()
    child.kill('SIGTERM')
    await once(child, 'exit')
    expect([extra, page.includes('Verstuurde mail')]).toEqual([extra, readable])
  }
})
