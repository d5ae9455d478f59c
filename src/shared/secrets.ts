import { randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { leaveToOwnerOf } from '#shared/data-folder.ts'
import { lockFile } from '#shared/file-lock.ts'
import { OperatorError } from '#shared/operator-error.ts'

/** The random secrets of an installation. */
export interface Secrets {
  /** 32 random bytes in base64, the same at every call with this name; made and stored at the first one. Never log it. */
  secret(name: string): string
  /** A secret of another shape, such as a private key: `make` is asked once, what it makes is stored under this name. */
  keep(name: string, make: () => Promise<string>): Promise<string>
}

type Stored = Record<string, string>

const LONGEST_WAIT = 10_000

const read = (path: string): Stored => {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return {}
    throw new OperatorError(`The secrets in ${path} cannot be read: put the file back, or run as the user who owns it.`)
  }
}

const sync = (path: string) => {
  const handle = openSync(path, 'r')
  fsyncSync(handle)
  closeSync(handle)
}

const replace = (path: string, stored: Stored) => {
  const folder = dirname(path)
  const aside = `${path}.new`
  writeFileSync(aside, `${JSON.stringify(stored, null, 2)}\n`, { mode: 0o600, flush: true })
  leaveToOwnerOf(folder, aside)
  renameSync(aside, path)
  sync(folder)
}

/**
 * Opens the secrets of a data directory: `secrets.json` (0600, replaced whole and synced) beside the folder `keys`
 * (0700). Several processes may do so at once: a missing secret is made under a lock, after reading again.
 */
export const loadSecrets = (dataDir: string): Secrets => {
  const path = join(dataDir, 'secrets.json')
  const keys = join(dataDir, 'keys')
  if (mkdirSync(keys, { recursive: true, mode: 0o700 })) leaveToOwnerOf(dataDir, keys)
  let stored = read(path)
  const store = (name: string, secret: string): string => {
    const unlock = lockFile(`${path}.lock`, LONGEST_WAIT)
    if (!unlock) throw new OperatorError(`Another process keeps ${path} locked: stop it first.`)
    try {
      stored = read(path)
      stored[name] ??= secret
      replace(path, stored)
      return stored[name]
    } finally {
      unlock()
    }
  }
  return {
    secret: (name) => stored[name] ?? store(name, randomBytes(32).toString('base64')),
    keep: async (name, make) => stored[name] ?? store(name, await make()),
  }
}
