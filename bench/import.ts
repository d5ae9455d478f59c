import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { foundOrganisation } from '#products/school/organisations/founding.ts'
import { asOwner } from '#shared/database/migrate.ts'
import { root } from '#shared/root.ts'
import { bigEdexml } from './edexml-file.ts'
import { openInstallation } from './installation.ts'

export type ImportResult = {
  readonly name: 'import'
  readonly pupils: number
  /** From starting the command to its end. */
  readonly seconds: number
  /** The most memory the importing process held (VmHWM), without PostgreSQL. */
  readonly megabytes: number
  readonly target: string
  readonly met: boolean
}

const PUPILS = 10_000
const LIMIT = { seconds: 3, megabytes: 250 }

/** The most memory a process has held so far in MB; 0 once it has ended. */
const peakOf = (pid: number): number => {
  try {
    return Number(/^VmHWM:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024
  } catch {
    return 0
  }
}

/** Runs the operator's tool as a process of its own and measures it. */
const measure = async (dataDir: string, args: readonly string[]) => {
  const started = performance.now()
  const child = spawn(join(root, 'bin/schoolplein'), args, {
    env: { ...process.env, DATA_DIR: dataDir, DATABASE_URL: '' },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let printed = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    printed += text
  })
  let megabytes = 0
  let seconds = 0
  const closed = once(child, 'close').then(() => {
    seconds = (performance.now() - started) / 1000
  })
  while (seconds === 0) {
    megabytes = Math.max(megabytes, peakOf(child.pid!))
    await Promise.race([closed, wait(20)])
  }
  return { seconds, megabytes, printed }
}

/**
 * Imports an invented file of 10,000 pupils into an empty school on a fresh embedded database, by the operator's tool as
 * it is bundled in dist/: reading, comparing, sealing, storing. Throws when not every pupil is there afterwards.
 */
export const importBench = async (): Promise<ImportResult> => {
  const { dataDir, connections, close } = await openInstallation()
  const file = join(dataDir, 'EDEX.xml')
  try {
    await asOwner(connections.owner, (client) =>
      foundOrganisation(client, { kind: 'school', name: 'Grote School', hosts: ['school.localhost'] }),
    )
    await writeFile(file, bigEdexml(PUPILS))
    const arguments_ = ['import', 'edexml', file, '--organisation', 'school.localhost', '--json']
    const { printed, ...measured } = await measure(dataDir, arguments_)
    const { added } = JSON.parse(printed) as { added: { pupils: number } }
    if (added.pupils !== PUPILS) throw new Error(`Only ${added.pupils} of ${PUPILS} pupils were imported`)
    const seconds = Number(measured.seconds.toFixed(2))
    const megabytes = Math.round(measured.megabytes)
    const met = seconds <= LIMIT.seconds && megabytes <= LIMIT.megabytes
    const target = `≤ ${LIMIT.seconds} s, ≤ ${LIMIT.megabytes} MB`
    return { name: 'import', pupils: PUPILS, seconds, megabytes, target, met }
  } finally {
    await close()
  }
}
