import { spawn } from 'node:child_process'
import { once } from 'node:events'
import {
  chownSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { OperatorError } from '#shared/operator-error.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'

/** The first superuser; only the owner connects as it, and only through the socket. */
export const SUPERUSER = 'postgres'

/** Sorting by code point, letters with accents known; PostgreSQL carries that itself from 17 on. */
const locale = (major: number) =>
  major >= 17 ? ['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'] : ['--locale=C.UTF-8']

const own = (account: Account, path: string) => {
  if (account) chownSync(path, account.uid, account.gid)
}

/** An open file with the password and no name any more, so that nothing can leave it behind. */
const passwordHandle = (path: string, password: string, account: Account): number => {
  writeFileSync(path, password, { mode: 0o600 })
  own(account, path)
  const handle = openSync(path, 'r')
  unlinkSync(path)
  return handle
}

const runInitdb = async (folder: string, binaries: Binaries, account: Account, password: string) => {
  const handles = [passwordHandle(`${folder}.password`, password, account), openSync(folder, 'r')]
  const child = spawn(
    join(binaries.folder, 'initdb'),
    [
      '--pgdata=/proc/self/fd/4',
      `--username=${SUPERUSER}`,
      '--pwfile=/proc/self/fd/3',
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      ...locale(binaries.major),
    ],
    { ...account, cwd: '/', env: { PATH: process.env.PATH }, stdio: ['ignore', 'ignore', 'pipe', ...handles] },
  )
  const [said, [status]] = await Promise.all([text(child.stderr!), once(child, 'close')])
  for (const handle of handles) closeSync(handle)
  if (status !== 0) throw new OperatorError(`PostgreSQL could not make its folder: ${said.trim().split('\n').at(-1)}`)
}

/**
 * Makes the cluster where there is none, beside its place, so that a start that breaks off leaves no half one. Refuses
 * a cluster of another major version.
 */
export const initialise = async (
  folder: string,
  binaries: Binaries,
  account: Account,
  password: string,
): Promise<void> => {
  if (existsSync(folder)) {
    const made = readFileSync(join(folder, 'PG_VERSION'), 'utf8').trim()
    if (Number(made) === binaries.major) return
    throw new OperatorError(
      `${folder} was made by PostgreSQL ${made}, this is ${binaries.major}: restore a backup into a new data directory.`,
    )
  }
  const aside = `${folder}.new`
  rmSync(aside, { recursive: true, force: true })
  mkdirSync(aside, { mode: 0o700 })
  own(account, aside)
  await runInitdb(aside, binaries, account, password)
  renameSync(aside, folder)
}
