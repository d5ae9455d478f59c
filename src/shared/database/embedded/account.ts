import { execFileSync } from 'node:child_process'
import { existsSync, statSync } from 'node:fs'
import { OperatorError } from '#shared/operator-error.ts'

/** The user that PostgreSQL runs as; undefined is the user of this process. */
export type Account = { uid: number; gid: number } | undefined

const MADE = 'schoolplein'

const lookUp = (nameOrId: string): Account => {
  try {
    const line = execFileSync('getent', ['passwd', nameOrId], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    const [, , uid, gid] = line.split(':')
    return { uid: Number(uid), gid: Number(gid) }
  } catch {
    return undefined
  }
}

const makeUser = (): Account => {
  try {
    execFileSync('useradd', ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', MADE], { stdio: 'ignore' })
  } catch {
    throw new OperatorError(
      `PostgreSQL does not run as root and no user could be made for it: make one named "${MADE}", or start as another user.`,
    )
  }
  return lookUp(MADE)
}

/**
 * PostgreSQL refuses to run as root. Root therefore runs it as the owner of its folder, else of the data directory, else
 * as `postgres`, else as a system user made for it. Anybody else runs it as themselves.
 */
export const serverAccount = (dataDir: string, folder: string): Account => {
  const owner = existsSync(folder) ? statSync(folder).uid : statSync(dataDir).uid
  const self = process.getuid?.()
  if (self === 0) return (owner !== 0 && lookUp(String(owner))) || lookUp('postgres') || lookUp(MADE) || makeUser()
  if (owner === self) return undefined
  throw new OperatorError(`${folder} belongs to another user (${owner}): start as that user or as root.`)
}
