import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { leaveToOwnerOf } from '#shared/data-folder.ts'
import { OperatorError } from '#shared/operator-error.ts'
import { dayOf } from './calendar.ts'

/**
 * What a data directory is: the demo's, with the day whose world stands in the database (`null` while it is being
 * written), or never the demo's, since somebody started it with `--empty`.
 */
export type Marker = { readonly demo: true; readonly day: string | null } | { readonly demo: false }

const fileOf = (dataDir: string) => join(dataDir, 'demo.json')

/** The marker of a data directory; `null` where nothing was decided yet. Refuses one that cannot be read. */
export const readMarker = (dataDir: string): Marker | null => {
  try {
    const { demo, day } = JSON.parse(readFileSync(fileOf(dataDir), 'utf8'))
    if (demo === false) return { demo }
    if (demo === true) return { demo, day: day === null ? null : dayOf(day) }
    throw new TypeError('no marker')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw new OperatorError(`${fileOf(dataDir)} cannot be read: put it back, or choose another DATA_DIR.`)
  }
}

/** Replaces the marker, so that a crash leaves the old one or the new one. */
export const writeMarker = (dataDir: string, marker: Marker): void => {
  const path = fileOf(dataDir)
  writeFileSync(`${path}.new`, `${JSON.stringify(marker)}\n`, { mode: 0o600, flush: true })
  leaveToOwnerOf(dataDir, `${path}.new`)
  renameSync(`${path}.new`, path)
}
