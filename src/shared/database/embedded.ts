import { closeSync, openSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import pg from 'pg'
import { prepareDataFolder } from '#shared/data-folder.ts'
import { lockFile } from '#shared/file-lock.ts'
import { OperatorError } from '#shared/operator-error.ts'
import { loadSecrets } from '#shared/secrets.ts'
import { serverAccount } from './embedded/account.ts'
import { binariesFor } from './embedded/binaries.ts'
import { initialise, SUPERUSER } from './embedded/initialise.ts'
import { runServer } from './embedded/server.ts'
import { isUnavailable } from './pool.ts'

/** How the superuser of an embedded server connects. Other processes of the same user may use it while this one lives. */
export interface Admin {
  host: string
  port: number
  user: string
  password: string
  database: string
}

/** A running embedded PostgreSQL, `version` as in "18.4". */
export interface Embedded {
  admin: Admin
  version: string
  /** Ends what runs, writes what is left; the server and the lock are gone when the promise is kept. Once is enough. */
  stop(): Promise<void>
}

const LOCK_WAIT = 500
const POLL = 50
const LONGEST_SOCKET = 107

const clusterOf = (dataDir: string) => join(dataDir, 'postgres')
const takeLock = (dataDir: string, wait?: number) => lockFile(join(dataDir, 'lock'), wait)

type Socket = { host: string; close: () => void }

/** A socket's path has at most 107 bytes: a longer folder is named by an open handle on it. */
const socketFolder = (folder: string): Socket => {
  if (Buffer.byteLength(`${folder}/.s.PGSQL.5432`) <= LONGEST_SOCKET) return { host: folder, close: () => {} }
  const handle = openSync(folder, 'r')
  return { host: `/proc/${process.pid}/fd/${handle}`, close: () => closeSync(handle) }
}

const adminOf = (dataDir: string, host: string): Admin => ({
  host,
  port: 5432,
  user: SUPERUSER,
  password: loadSecrets(dataDir).secret('role.superuser'),
  database: 'postgres',
})

const versionOf = async (admin: Admin): Promise<string> => {
  const client = new pg.Client(admin)
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ server_version: string }>('show server_version')
  await client.end()
  return rows[0]!.server_version.split(' ')[0]!
}

/**
 * Starts the PostgreSQL of a data directory (in `DATA_DIR/postgres`, made at first) and answers when it can be used.
 * `binaries` is a folder with another `initdb` and `postgres` than the packaged ones; `log` gets what the server says.
 * Refuses a data directory that is in use. Repairs what a kill -9 of this process, the server or both left behind.
 */
export const startEmbedded = async (
  path: string,
  { binaries, log = () => {} }: { binaries?: string; log?: (line: string) => void } = {},
): Promise<Embedded> => {
  const dataDir = prepareDataFolder(path)
  const unlock = takeLock(dataDir, LOCK_WAIT)
  if (!unlock)
    throw new OperatorError(`The data directory ${dataDir} is in use by another Schoolplein: stop that one first.`)
  try {
    const folder = clusterOf(dataDir)
    const account = serverAccount(dataDir, folder)
    const programs = binariesFor(account, binaries)
    await initialise(folder, programs, account, adminOf(dataDir, folder).password)
    const socket = socketFolder(folder)
    const admin = adminOf(dataDir, socket.host)
    const stopServer = await runServer({ folder, binaries: programs, account, connection: admin, log })
    const stop = async () => {
      await stopServer()
      socket.close()
      unlock()
    }
    let stopped: Promise<void> | undefined
    return { admin, version: await versionOf(admin), stop: () => (stopped ??= stop()) }
  } catch (error) {
    unlock()
    throw error
  }
}

/**
 * How to connect to the server that another process runs for this data directory, or null when none does. Waits for one
 * that is starting.
 */
export const connectRunning = async (path: string): Promise<Admin | null> => {
  const dataDir = prepareDataFolder(path)
  for (;;) {
    const unlock = takeLock(dataDir)
    if (unlock) {
      unlock()
      return null
    }
    let socket: Socket | undefined
    try {
      socket = socketFolder(clusterOf(dataDir))
      const admin = adminOf(dataDir, socket.host)
      await versionOf(admin)
      return admin
    } catch (error) {
      socket?.close()
      if (!isUnavailable(error)) throw error
      await delay(POLL)
    }
  }
}
