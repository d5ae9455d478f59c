import { execFile, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll } from 'vitest'
import { foundOrganisation } from '#products/school/organisations/founding.ts'
import { asOwner } from '#shared/database/migrate.ts'
import { root } from '#shared/root.ts'
import { type Installation, openInstallation } from './installation.ts'

// For tests: the operator's command as a process of its own, on an installation of which the database runs here.

const cli = join(root, 'dist/cli.js')

export type Ended = { code: number; out: string; error: string }

const statusOf = (pid: number): string => {
  try {
    return readFileSync(`/proc/${pid}/status`, 'utf8')
  } catch {
    return ''
  }
}

/** An installation with a board and a school without people, for the tests of one file. */
export const operator = () => {
  const at = { dataDir: '' }
  let installation: Installation
  beforeAll(async () => {
    // Builds it where it is older than its sources.
    execFileSync(join(root, 'bin/schoolplein'), ['--help'])
    at.dataDir = mkdtempSync(join(tmpdir(), 'schoolplein-import-'))
    installation = await openInstallation(at.dataDir)
    await asOwner(installation.server.owner, async (client) => {
      const board = await foundOrganisation(client, { kind: 'board', name: 'Bestuur', hosts: ['bestuur.localhost'] })
      await foundOrganisation(client, { kind: 'school', boardId: board, name: 'School', hosts: ['school.localhost'] })
    })
  })
  afterAll(async () => {
    await installation?.stop()
    rmSync(at.dataDir, { recursive: true, force: true })
  })
  const environment = () => {
    const { DATABASE_URL: _, ...rest } = process.env
    return { ...rest, DATA_DIR: at.dataDir }
  }
  return {
    at,
    run: (args: string[], input?: string | Buffer): Promise<Ended> =>
      new Promise((resolve) => {
        const child = execFile(process.execPath, [cli, ...args], { env: environment() }, (failure, out, error) =>
          resolve({ code: failure ? Number(failure.code) : 0, out, error }),
        )
        child.stdin?.end(input ?? '')
      }),

    /** Runs a command that reads a stream from standard input; answers how it ended and the most memory it held, in MB. */
    peakWhile: async (args: string[], stream: Readable) => {
      const child = spawn(process.execPath, [cli, ...args], { env: environment(), stdio: ['pipe', 'ignore', 'pipe'] })
      let error = ''
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        error += text
      })
      // The command stops reading as soon as it refuses; what is left of the stream has nowhere to go then.
      const fed = pipeline(stream, child.stdin).catch(() => {})
      const closed = once(child, 'close')
      let peak = 0
      while (child.exitCode === null) {
        peak = Math.max(peak, Number(/^VmHWM:\s+(\d+) kB/m.exec(statusOf(child.pid!))?.[1] ?? 0) / 1024)
        await Promise.race([closed, wait(10)])
      }
      await Promise.all([fed, closed])
      return { code: child.exitCode, error, peak }
    },
  }
}

export const jsonOf = ({ out }: Ended) => JSON.parse(out)
