import pg from 'pg'
import { SealedValue } from '#shared/vault/sealed.ts'

const BYTEA = 17
const DATE = 1082
const INT8 = 20

/** Binary columns hold sealed values and nothing else (migrations/0001); days stay text, so that no time zone moves them. */
const parsers: Partial<Record<number, (text: string) => unknown>> = {
  [BYTEA]: (text) => SealedValue.fromHex(text),
  [DATE]: (text) => text,
  [INT8]: Number,
}

const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers[oid] ?? pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
}

/**
 * A pool for the application's role. Queries on one client leave without waiting for each other (`pipeline`), so that
 * opening a transaction and looking up the session is one round trip.
 */
export const createPool = (connection: pg.ClientConfig, size = 10): pg.Pool => {
  const pool = new pg.Pool({
    ...connection,
    types,
    max: size,
    connectionTimeoutMillis: 8_000,
    statement_timeout: 20_000,
    idle_in_transaction_session_timeout: 30_000,
    options: '-c timezone=Europe/Amsterdam',
    pipeline: true,
  } as pg.PoolConfig)
  pool.on('error', () => {
    // An idle connection that breaks is replaced at the next request; that request says so when it cannot be.
  })
  return pool
}

const AWAY = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ENOENT',
  'EPIPE',
  'ETIMEDOUT',
  '57P01',
  '57P02',
  '57P03',
  '53300',
  '25006',
  '53100',
])
const AWAY_WORDS =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Query read timeout|Client was closed)/

/** Whether an error means that PostgreSQL is away for now (or cannot store), so that the person may try again later. */
export const isUnavailable = (error: unknown): boolean => {
  if (!(error instanceof Error)) return false
  const code = 'code' in error ? String(error.code) : ''
  return AWAY.has(code) || code.startsWith('08') || AWAY_WORDS.test(error.message)
}
