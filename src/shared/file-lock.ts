import { chmodSync } from 'node:fs'
import { dirname } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { leaveToOwnerOf } from '#shared/data-folder.ts'

const SQLITE_BUSY = 5

/**
 * Takes the exclusive lock of a file (made when missing) and answers the function that gives it back, or null when
 * somebody, this process included, still holds it after `wait` milliseconds.
 *
 * Node has no flock, but its SQLite takes the kernel's POSIX lock. That ends with its process, also after kill -9, and it
 * holds between users and between containers that share the folder, where a pid file or an abstract socket does not.
 * Nothing else may open the file: closing it would drop the lock.
 */
export const lockFile = (path: string, wait = 0): (() => void) | null => {
  const database = new DatabaseSync(path, { timeout: wait })
  try {
    database.exec('begin exclusive')
  } catch (error) {
    database.close()
    if ((error as { errcode?: number }).errcode === SQLITE_BUSY) return null
    throw error
  }
  chmodSync(path, 0o600)
  leaveToOwnerOf(dirname(path), path)
  return () => database.close()
}
