import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { afterAll, expect, test } from 'vitest'
import { random } from '#demo/random.ts'
import { root } from '#shared/root.ts'

const ROUNDS = 20
const dataDir = mkdtempSync(join(tmpdir(), 'schoolplein-kill-'))
const chance = random('kill')
let writer: ChildProcess | undefined

const worksIn = (pid: string) => {
  try {
    return readlinkSync(`/proc/${pid}/cwd`)
  } catch {
    return ''
  }
}

/** Every PostgreSQL process of this data directory. */
const servers = () =>
  readdirSync('/proc').filter((name) => /^\d+$/.test(name) && worksIn(name) === join(dataDir, 'postgres'))

const killAll = () => {
  for (const pid of [writer!.pid!, ...servers().map(Number)]) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch {
      // It went with its parent.
    }
  }
}

afterAll(() => {
  if (writer?.exitCode === null && writer.signalCode === null) killAll()
  rmSync(dataDir, { recursive: true, force: true, maxRetries: 10 })
})

/**
 * Starts the writer, waits until it has acknowledged `count` people and kills it and the whole server at once. Answers
 * who was there at its start, and who was acknowledged: also what it managed to say until it was dead.
 */
const writeAndKill = async (count: number): Promise<{ there: string[]; acknowledged: string[] }> => {
  writer = spawn(process.execPath, [join(root, 'test/kill-writer.ts'), dataDir], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const died = once(writer, 'exit')
  let there: string[] | undefined
  const acknowledged: string[] = []
  for await (const line of createInterface({ input: writer.stdout! })) {
    if (!there) there = line.split(' ').filter(Boolean)
    else acknowledged.push(line)
    if (acknowledged.length === count) killAll()
  }
  await died
  return { there: there ?? [], acknowledged }
}

test('20 kill -9 during writes, nothing acknowledged lost', { timeout: 240_000 }, async () => {
  const acknowledged = new Set<string>()
  const lost = (there: readonly string[]) => [...acknowledged].filter((id) => !there.includes(id))
  for (let round = 0; round < ROUNDS; round++) {
    const said = await writeAndKill(1 + chance.below(60))
    expect(lost(said.there), `before round ${round + 1}`).toEqual([])
    expect(said.acknowledged.length).toBeGreaterThan(0)
    for (const id of said.acknowledged) acknowledged.add(id)
  }
  const { there } = await writeAndKill(1)
  expect(lost(there)).toEqual([])
  expect(acknowledged.size).toBeGreaterThan(ROUNDS)
})
