import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { OperatorError } from '#shared/operator-error.ts'

const POLL = 20
const POLITE = 20_000
const LONGEST = 40_000

const contents = (path: string): string => {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    return ''
  }
}

/** Which folder a process works in. A zombie has none; one of another user does not say. */
const worksIn = (pid: string) => {
  try {
    return statSync(`/proc/${pid}/cwd`)
  } catch {
    return undefined
  }
}

/** The PostgreSQL processes that work in this very folder, whatever a pid file says. */
const serversIn = (folder: string): number[] => {
  const { dev, ino } = statSync(folder)
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && contents(`/proc/${name}/comm`).trim() === 'postgres')
    .filter((pid) => {
      const cwd = worksIn(pid)
      return cwd?.dev === dev && cwd.ino === ino
    })
    .map(Number)
}

const signal = (pid: number, name: NodeJS.Signals) => {
  try {
    process.kill(pid, name)
  } catch {
    // It went by itself.
  }
}

/**
 * Makes the folder free for a new server; the caller holds the lock. Stops the server of a Node that was killed, waits
 * for the last of its processes (those of a killed server end by themselves), and only then takes away the pid files:
 * PostgreSQL believes them when a zombie or an unrelated process has the number.
 */
export const clearLeftovers = async (folder: string): Promise<void> => {
  const postmaster = Number.parseInt(contents(join(folder, 'postmaster.pid')), 10)
  const began = Date.now()
  let asked = false
  let urged = false
  for (let left = serversIn(folder); left.length > 0; left = serversIn(folder)) {
    const waited = Date.now() - began
    if (waited > LONGEST)
      throw new OperatorError(`An older PostgreSQL in ${folder} does not stop (process ${left[0]}).`)
    if (!asked && left.includes(postmaster)) signal(postmaster, 'SIGINT')
    if (!urged && waited > POLITE) for (const pid of left) signal(pid, 'SIGQUIT')
    asked = true
    urged = waited > POLITE
    await delay(POLL)
  }
  for (const name of ['postmaster.pid', '.s.PGSQL.5432.lock']) rmSync(join(folder, name), { force: true })
}
