import { accessSync, chownSync, constants, mkdirSync, realpathSync, statSync } from 'node:fs'
import { OperatorError } from '#shared/operator-error.ts'

/** Makes the data directory (mode 0700) where there is none and answers its real path. Refuses one it may not write in. */
export const prepareDataFolder = (path: string): string => {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 })
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
    return realpathSync(path)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    throw new OperatorError(
      `The data directory ${path} cannot be used (${code}): choose another with DATA_DIR, or its user.`,
    )
  }
}

/** Leaves what root makes inside another user's folder to that user, so that both can start the installation. */
export const leaveToOwnerOf = (folder: string, path: string): void => {
  if (process.getuid?.() !== 0) return
  const { uid, gid } = statSync(folder)
  chownSync(path, uid, gid)
}
