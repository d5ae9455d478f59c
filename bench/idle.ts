import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import { root } from '#shared/root.ts'

const LIMIT = 150
const SETTLE_MS = 20_000

export type IdleResult = {
  readonly name: 'idle'
  /** After the start that made the demo world, and after a later one on the same data. */
  readonly first_start_mb: number
  readonly later_start_mb: number
  readonly target: string
  readonly met: boolean
}

/** Resident memory of a process in MB (VmRSS): only that process, so PostgreSQL is not in it. */
const residentOf = (pid: number): number =>
  Number(/^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024

/** Starts the application as bin/start does, opens its first page, leaves it alone for a while, measures and stops it. */
const measure = async (dataDir: string): Promise<number> => {
  const child = spawn(join(root, 'bin/start'), [], {
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '', PORT: '0', HOST: '127.0.0.1' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = once(child, 'exit')
  try {
    const address = await Promise.race([addressOf(child.stdout), ended.then(() => undefined)])
    if (!address) throw new Error('The application ended before it served')
    await (await fetch(address)).text()
    await wait(SETTLE_MS)
    return Math.round(residentOf(child.pid!))
  } finally {
    child.kill('SIGTERM')
    await ended
  }
}

const addressOf = async (stdout: NodeJS.ReadableStream): Promise<string | undefined> => {
  for await (const line of createInterface({ input: stdout })) {
    const found = /^Schoolplein: (http:\S+)/.exec(line)?.[1]
    if (found) return found
  }
  return undefined
}

/** The memory of the whole process of `bin/start` with the demo world, idle. */
export const idleBench = async (say: (line: string) => void): Promise<IdleResult> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'schoolplein-idle-'))
  try {
    const first = await measure(dataDir)
    say(`after the start that made the demo world: ${first} MB`)
    const later = await measure(dataDir)
    say(`after a later start: ${later} MB`)
    const met = Math.max(first, later) <= LIMIT
    return { name: 'idle', first_start_mb: first, later_start_mb: later, target: `≤ ${LIMIT} MB`, met }
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}
