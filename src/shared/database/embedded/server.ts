import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { OperatorError } from '#shared/operator-error.ts'
import { isUnavailable } from '../pool.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'
import { clearLeftovers } from './leftovers.ts'

/** What a server needs to run; `connection` is how this process reaches it. */
export interface ServerOptions {
  folder: string
  binaries: Binaries
  account: Account
  connection: pg.ClientConfig
  log: (line: string) => void
}

/**
 * A socket in its own folder and nothing on the network. An error may repeat what somebody typed, so the server's log
 * starts above errors (the application knows their codes) and never shows a statement, a parameter or a detail.
 */
const SETTINGS = {
  listen_addresses: '',
  unix_socket_directories: '.',
  unix_socket_permissions: '0700',
  shared_buffers: '64MB',
  max_connections: '60',
  max_parallel_workers_per_gather: '0',
  jit: 'off',
  timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_parameter_max_length_on_error: '0',
  log_error_verbosity: 'terse',
  log_checkpoints: 'off',
}

const POLL = 20
const HURRY = 30_000
const PAUSE = 1_000

/** Waits until the server answers, also through a recovery; stops waiting when it ended. */
const untilReady = async (
  connection: pg.ClientConfig,
  child: ChildProcess,
  ended: Promise<unknown>,
): Promise<boolean> => {
  while (child.exitCode === null && child.signalCode === null) {
    const client = new pg.Client(connection)
    client.on('error', () => {})
    try {
      await client.connect()
      await client.end()
      return true
    } catch (error) {
      if (!isUnavailable(error)) throw error
      await Promise.race([delay(POLL), ended])
    }
  }
  return false
}

/** The folder is passed as an open handle instead of a path: the server's user may be unable to walk to it. */
const launch = async ({ folder, binaries, account, connection, log }: ServerOptions) => {
  await clearLeftovers(folder)
  const settings = Object.entries(SETTINGS).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const handle = openSync(folder, 'r')
  const child = spawn(join(binaries.folder, 'postgres'), ['-D', '/proc/self/fd/3', ...settings], {
    ...account,
    cwd: '/',
    detached: true,
    env: { PATH: process.env.PATH },
    stdio: ['ignore', 'ignore', 'pipe', handle],
  })
  closeSync(handle)
  const ended = once(child, 'close')
  const said: string[] = []
  createInterface({ input: child.stderr! }).on('line', (line) => {
    said.splice(0, said.length - 5)
    said.push(line)
    log(line)
  })
  try {
    if (await untilReady(connection, child, ended)) return { child, ended }
  } catch (error) {
    child.kill('SIGINT')
    await ended
    throw error
  }
  await ended
  throw new OperatorError(`PostgreSQL did not start: ${said.at(-1) ?? 'it said nothing'}`)
}

const stop = (child: ChildProcess) => {
  child.kill('SIGINT')
  setTimeout(() => child.kill('SIGQUIT'), HURRY).unref()
}

/**
 * Runs a server and answers once it can be connected to. A server that ends without being asked is started again. The
 * answer stops it: it ends open transactions, writes what is left and is gone when the promise is kept.
 */
export const runServer = async (options: ServerOptions): Promise<() => Promise<void>> => {
  const stopping = new AbortController()
  let running = await launch(options)
  const life = (async () => {
    for (;;) {
      await running.ended
      while (!stopping.signal.aborted) {
        options.log('PostgreSQL ended unexpectedly and is started again')
        try {
          running = await launch(options)
          break
        } catch (error) {
          options.log(`It did not start: ${(error as Error).message}`)
          await delay(PAUSE, undefined, { signal: stopping.signal }).catch(() => {})
        }
      }
      if (stopping.signal.aborted) {
        stop(running.child)
        return running.ended
      }
    }
  })()
  return async () => {
    stopping.abort()
    stop(running.child)
    await life
  }
}
