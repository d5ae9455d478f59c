import { isIP } from 'node:net'
import { resolve } from 'node:path'
import { clamav, type Scanner } from '#shared/files/index.ts'
import { type Authority, authorityNamed } from '#shared/identity/microsoft/authority.ts'
import { OperatorError } from '#shared/operator-error.ts'
import { root } from '#shared/root.ts'

/** What the environment and the command line say, read once at the start. */
export interface Configuration {
  port: number
  /** The address to listen on: loopback, unless `HOST` says otherwise. */
  host: string
  /** Whether only this machine can reach the listener; the demo world asks. */
  loopback: boolean
  /** An absolute path. */
  dataDir: string
  /** A PostgreSQL server to use instead of the embedded one. */
  databaseUrl: string | undefined
  /** `BEHIND_PROXY=yes`: a proxy of ours stands in front; its word on scheme and visitor's address counts. */
  behindProxy: boolean
  /** `LOG_LEVEL`: `warn` unless it says `info` (a line per request), `debug` or `silent`. */
  logLevel: 'silent' | 'warn' | 'info' | 'debug'
  /** `MICROSOFT_AUTHORITY`: another of Microsoft's sign-in hosts, for a sovereign cloud. */
  authority: Authority | undefined
  /** `CLAMAV`: looks at every uploaded file before it is read. */
  scanner: Scanner | undefined
  /** `--empty`: make no demo world. */
  empty: boolean
}

const portOf = (text: string): number => {
  const port = Number(text)
  if (/^\d+$/.test(text) && port <= 65_535) return port
  throw new OperatorError(`PORT must be a number from 0 to 65535, not "${text}".`)
}

const hostOf = (text: string): string => {
  if (text === 'localhost') return '127.0.0.1'
  if (isIP(text)) return text
  throw new OperatorError(`HOST must be an address to listen on, such as 127.0.0.1 or 0.0.0.0, not "${text}".`)
}

const LEVELS = ['silent', 'warn', 'info', 'debug'] as const

const logLevelOf = (text: string): (typeof LEVELS)[number] => {
  const level = LEVELS.find((one) => one === text)
  if (level) return level
  throw new OperatorError(`LOG_LEVEL must be ${LEVELS.join(', ')}, not "${text}".`)
}

const databaseUrlOf = (text: string | undefined): string | undefined => {
  if (!text) return undefined
  if (/^postgres(ql)?:\/\/[^/]*\/[^/?]/.test(text)) return text
  throw new OperatorError('DATABASE_URL must look like postgres://user:password@host:5432/database.')
}

const authorityOf = (text: string | undefined): Authority | undefined => {
  if (!text) return undefined
  const authority = authorityNamed(text)
  if (authority) return authority
  throw new OperatorError(
    `MICROSOFT_AUTHORITY must be one of Microsoft's sign-in hosts, such as login.microsoftonline.us, not "${text}".`,
  )
}

/** Reads `PORT`, `HOST`, `DATA_DIR`, `DATABASE_URL`, … and the flags of `bin/start`; refuses what it does not understand. */
export const readConfiguration = (environment: NodeJS.ProcessEnv, flags: readonly string[] = []): Configuration => {
  const unknown = flags.find((flag) => flag !== '--empty')
  if (unknown !== undefined) throw new OperatorError(`bin/start knows only --empty, not "${unknown}".`)
  const host = hostOf(environment.HOST || '127.0.0.1')
  return {
    port: portOf(environment.PORT || '3000'),
    host,
    loopback: host === '::1' || host.startsWith('127.'),
    dataDir: environment.DATA_DIR ? resolve(environment.DATA_DIR) : resolve(root, 'data'),
    databaseUrl: databaseUrlOf(environment.DATABASE_URL),
    behindProxy: environment.BEHIND_PROXY === 'yes',
    logLevel: logLevelOf(environment.LOG_LEVEL || 'warn'),
    authority: authorityOf(environment.MICROSOFT_AUTHORITY),
    scanner: environment.CLAMAV ? clamav(environment.CLAMAV) : undefined,
    empty: flags.includes('--empty'),
  }
}
