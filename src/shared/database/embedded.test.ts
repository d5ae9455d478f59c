import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import pg from 'pg'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { OperatorError } from '#shared/operator-error.ts'
import { root } from '#shared/root.ts'
import { type Admin, connectRunning, type Embedded, startEmbedded } from './embedded.ts'

const binaries = process.env.SCHOOLPLEIN_TEST_POSTGRES
const options = binaries ? { binaries } : {}

let folder: string
let running: { stop(): Promise<void> }[]

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'schoolplein-'))
  running = []
})
afterEach(async () => {
  for (const one of running) await one.stop()
  rmSync(folder, { recursive: true })
})

const start = async (path = folder, log: (line: string) => void = () => {}): Promise<Embedded> => {
  const embedded = await startEmbedded(path, { ...options, log })
  running.push(embedded)
  return embedded
}

const query = async (admin: Admin, sql: string) => {
  const client = new pg.Client(admin)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}

const postmaster = (path = folder) => Number.parseInt(readFileSync(join(path, 'postgres/postmaster.pid'), 'utf8'), 10)

const link = (path: string) => {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

/** All living processes that work in the cluster's folder. */
const processesIn = (path: string) =>
  readdirSync('/proc').filter((name) => /^\d+$/.test(name) && link(`/proc/${name}/cwd`) === join(path, 'postgres'))

/** A start in a process of its own, which can be killed; it says "ready". */
const startElsewhere = async (): Promise<ChildProcess> => {
  const module = pathToFileURL(join(root, 'src/shared/database/embedded.ts'))
  const code = `const { startEmbedded } = await import('${module}')
    await startEmbedded(${JSON.stringify(folder)}, ${JSON.stringify(options)}).then(() => console.log('ready'), (e) => console.log(e.message))`
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const [said] = await once(child.stdout!, 'data')
  expect(String(said)).toBe('ready\n')
  return child
}

const kill = async (child: ChildProcess) => {
  child.kill('SIGKILL')
  await once(child, 'exit')
}

describe('a start', () => {
  test('serves on a socket in its own folder, opens no port and shows nobody else anything', async () => {
    const { admin, version } = await start()
    expect(version).toMatch(/^\d+\.\d+$/)
    expect(
      await query(admin, `select setting from pg_settings where name in ('fsync', 'listen_addresses') order by name`),
    ).toEqual([{ setting: 'on' }, { setting: '' }])
    const pid = postmaster()
    const sockets = readdirSync(`/proc/${pid}/fd`).map(
      (fd) => /^socket:\[(\d+)\]$/.exec(link(`/proc/${pid}/fd/${fd}`))?.[1],
    )
    const table = ['tcp', 'tcp6'].map((kind) => readFileSync(`/proc/${pid}/net/${kind}`, 'utf8')).join('')
    const ports = table.split('\n').map((line) => line.trim().split(/\s+/)[9])
    expect(sockets.filter(Boolean).length).toBeGreaterThan(0)
    expect(sockets.filter((inode) => inode && ports.includes(inode))).toEqual([])
    expect(statSync(join(folder, 'postgres')).mode & 0o777).toBe(0o700)
    expect(statSync(join(folder, 'secrets.json')).mode & 0o777).toBe(0o600)
  })

  test('asks everybody for the password', async () => {
    const { admin } = await start()
    await expect(query({ ...admin, password: 'guess' }, 'select 1')).rejects.toThrow('password authentication failed')
  })

  test('is refused in one sentence while another one uses the data directory', async () => {
    await start()
    const second = startEmbedded(folder, options)
    await expect(second).rejects.toThrow(OperatorError)
    await expect(second).rejects.toThrow(
      `The data directory ${folder} is in use by another Schoolplein: stop that one first.`,
    )
  })

  test('works in a folder whose path is too long for a socket', async () => {
    const long = join(folder, 'a'.repeat(60), 'b'.repeat(60))
    const { admin } = await start(long)
    expect(await query(admin, 'select 1 as one')).toEqual([{ one: 1 }])
    expect(await query((await connectRunning(long))!, 'select 1 as one')).toEqual([{ one: 1 }])
  })

  test('keeps what people type out of the log', async () => {
    const lines: string[] = []
    const { admin, stop } = await start(folder, (line) => lines.push(line))
    await query(admin, 'create table person (name text unique, age int)')
    await query(admin, `insert into person (name) values ('Planted')`)
    await expect(query(admin, `insert into person (name) values ('Planted')`)).rejects.toThrow('duplicate')
    await expect(query(admin, `select 'Planted'::int`)).rejects.toThrow('Planted')
    await stop()
    expect(lines.join('\n')).toContain('database system is shut down')
    expect(lines.join('\n')).not.toContain('Planted')
  })

  test('refuses a folder that another major version made', async () => {
    const { stop } = await start()
    await stop()
    writeFileSync(join(folder, 'postgres/PG_VERSION'), '9\n')
    await expect(startEmbedded(folder, options)).rejects.toThrow(/was made by PostgreSQL 9, this is \d+/)
  })
})

test('a stop leaves no process and no lock', async () => {
  const { stop } = await start()
  expect(processesIn(folder).length).toBeGreaterThan(1)
  await stop()
  expect(processesIn(folder)).toEqual([])
  await start()
})

describe('without help it recovers from', () => {
  const remember = (admin: Admin) => query(admin, 'create table kept as select 1 as one')
  const remembered = async () =>
    expect(await query((await start()).admin, 'select one from kept')).toEqual([{ one: 1 }])

  test('kill -9 of Node, the server left running', async () => {
    const child = await startElsewhere()
    await remember((await connectRunning(folder))!)
    const before = postmaster()
    await kill(child)
    expect(processesIn(folder)).toContain(String(before))
    await remembered()
    expect(processesIn(folder)).not.toContain(String(before))
  })

  test('kill -9 of Node and the server', async () => {
    const child = await startElsewhere()
    await remember((await connectRunning(folder))!)
    process.kill(postmaster(), 'SIGKILL')
    await kill(child)
    await remembered()
  })

  test('kill -9 of the server alone', async () => {
    const { admin } = await start()
    await remember(admin)
    process.kill(postmaster(), 'SIGKILL')
    await expect
      .poll(() => query(admin, 'select one from kept').catch(() => 'away'), { timeout: 20_000 })
      .toEqual([{ one: 1 }])
  })

  test('pid files that name a stranger of the same user', async () => {
    const { admin, stop } = await start()
    await remember(admin)
    await stop()
    const { uid, gid } = statSync(join(folder, 'postgres'))
    const stranger = spawn('sleep', ['600'], { uid, gid, stdio: 'ignore' })
    const stale = `${stranger.pid}\n/proc/self/fd/3\n1\n5432\n.\n\n\nready\n`
    writeFileSync(join(folder, 'postgres/postmaster.pid'), stale)
    writeFileSync(join(folder, 'postgres/.s.PGSQL.5432.lock'), stale)
    await remembered()
    await kill(stranger)
  })
})

describe('beside a start', () => {
  test('another process connects to it', async () => {
    const child = await startElsewhere()
    const admin = await connectRunning(folder)
    expect(await query(admin!, 'select 1 as one')).toEqual([{ one: 1 }])
    await kill(child)
    await start()
  })

  test('there is nothing to connect to when none runs', async () => {
    expect(await connectRunning(folder)).toBeNull()
  })
})
