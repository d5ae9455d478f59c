import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { foundOrganisation } from '#products/school/organisations/founding.ts'
import { prepareDataFolder } from '#shared/data-folder.ts'
import { asOwner, migrate } from '#shared/database/migrate.ts'
import { openDatabase } from '#shared/database/open.ts'
import { prepareQueue } from '#shared/jobs/queue.ts'
import { root } from '#shared/root.ts'
import { loadSecrets } from '#shared/secrets.ts'
import { registerGeneration } from '#shared/vault/generation.ts'
import { KeyRing, ringPath } from '#shared/vault/ring.ts'
import { bigEdexml } from './edexml-file.ts'

export type ImportMeasured = {
  /** From starting the command to its end. */
  seconds: number
  /** The most memory the importing process held (VmHWM), without PostgreSQL. */
  megabytes: number
  pupils: number
}

/** A fresh installation with one empty school on `school.localhost`. */
const openSchool = async (dataDir: string) => {
  const secrets = loadSecrets(prepareDataFolder(dataDir))
  const database = await openDatabase({ dataDir, databaseUrl: undefined }, secrets)
  const { owner, app, jobs } = database.connections
  await prepareQueue(jobs, app.user!)
  await migrate(owner)
  await asOwner(owner, async (client) => {
    await registerGeneration(client, KeyRing.open(ringPath(dataDir)))
    await foundOrganisation(client, { kind: 'school', name: 'Grote School', hosts: ['school.localhost'] })
  })
  return database
}

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
  const child = spawn(process.execPath, [join(root, 'dist/cli.js'), ...args], {
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
export const importBench = async (pupils = 10_000): Promise<ImportMeasured> => {
  const dataDir = mkdtempSync(join(tmpdir(), 'schoolplein-bench-'))
  const file = join(dataDir, 'EDEX.xml')
  const database = await openSchool(dataDir)
  try {
    await writeFile(file, bigEdexml(pupils))
    const arguments_ = ['import', 'edexml', file, '--organisation', 'school.localhost', '--json']
    const { printed, ...measured } = await measure(dataDir, arguments_)
    const { added } = JSON.parse(printed) as { added: { pupils: number } }
    if (added.pupils !== pupils) throw new Error(`Only ${added.pupils} of ${pupils} pupils were imported`)
    return { ...measured, pupils }
  } finally {
    await database.stop()
    rmSync(dataDir, { recursive: true, force: true })
  }
}
