import pg from 'pg'
import type { Configuration } from '#shared/configuration.ts'
import { OperatorError } from '#shared/operator-error.ts'
import type { Secrets } from '#shared/secrets.ts'
import { connectRunning, startEmbedded } from './embedded.ts'
import { type Connections, prepareRoles } from './roles.ts'

/** An installation's database, ready to connect to. */
export interface OpenDatabase {
  connections: Connections
  /** Whether `stop` stops a server that was started for this; else it runs for somebody else too. */
  started: boolean
  stop(): Promise<void>
}

const DATABASE = 'schoolplein'
const LOCK = 7_103_002

const createDatabase = async (admin: pg.ClientConfig) => {
  const client = new pg.Client(admin)
  client.on('error', () => {})
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [LOCK])
    const { rowCount } = await client.query('select from pg_database where datname = $1', [DATABASE])
    if (!rowCount) await client.query(`create database ${DATABASE}`)
  } finally {
    await client.end()
  }
}

/** The parts of a `postgres://` address, read by the driver so that it means there what it means everywhere. */
const partsOf = (url: string): pg.ClientConfig => {
  const { host, port, user, password, database, ssl } = new pg.Client(url)
  return { host, port, user, password, database, ssl } as pg.ClientConfig
}

const openServer = async (url: string, secrets: Secrets): Promise<OpenDatabase> => {
  try {
    return { connections: await prepareRoles(partsOf(url), secrets), started: false, stop: async () => {} }
  } catch (error) {
    if (error instanceof OperatorError) throw error
    throw new OperatorError(
      `The server of DATABASE_URL cannot be used: ${(error as Error).message || 'no connection'}.`,
    )
  }
}

/**
 * Opens the database that the configuration names: the server of `DATABASE_URL`, else the embedded one, started here.
 * `beside` uses an embedded server that another process already runs (the operator's commands do).
 */
export const openDatabase = async (
  { databaseUrl, dataDir }: Pick<Configuration, 'databaseUrl' | 'dataDir'>,
  secrets: Secrets,
  { beside = false, log }: { beside?: boolean; log?: (line: string) => void } = {},
): Promise<OpenDatabase> => {
  if (databaseUrl) return openServer(databaseUrl, secrets)
  const running = beside ? await connectRunning(dataDir) : null
  const embedded = running ? null : await startEmbedded(dataDir, log ? { log } : {})
  const admin = running ?? embedded!.admin
  const stop = async () => embedded?.stop()
  try {
    await createDatabase(admin)
    return { connections: await prepareRoles({ ...admin, database: DATABASE }, secrets), started: !running, stop }
  } catch (error) {
    await stop()
    throw error
  }
}
