import { type Problems, Refused } from '../problems.ts'
import { linesOf } from './read-table.ts'
import { otherFiles, type TableName, tableNames, type Version, versions } from './tables.ts'
import type { Package } from './zip.ts'

export type Mode = 'bulk' | 'delta'
export type Manifest = { readonly version: Version; readonly modes: ReadonlyMap<TableName, Mode> }

const FILE = 'manifest.csv'

/** Without these there is no school to read, not even in a file of changes that changes them not. */
const needed: readonly TableName[] = ['orgs', 'academicSessions', 'classes', 'users', 'enrollments']

/**
 * Reads which version the package is and which files are in it: whole (`bulk`) or as changes (`delta`). Throws `Refused`
 * where there is no manifest or its version is another than 1.1 and 1.2. Reports files that are missing, and skips those
 * that the manifest does not name.
 */
export async function readManifest(files: Package, problems: Problems, dropped: Record<string, number>) {
  const bytes = await files.get(FILE)?.()
  if (bytes === undefined) {
    const xml = [...files.keys()].some((name) => name.endsWith('.xml'))
    throw new Refused(xml ? 'zip-edexml' : 'manifest-missing', 1, xml ? 'zip' : FILE)
  }
  const lines = [...linesOf(FILE, bytes)]
  const said = new Map<string, { value: string; line: number }>()
  for (const { line, cells } of lines) said.set((cells[0] ?? '').toLowerCase(), { value: cells[1] ?? '', line })
  if (said.get('propertyname')?.value.toLowerCase() !== 'value')
    throw new Refused('column-missing', lines[0]!.line, `${FILE}/propertyName`)
  const version = versionIn(said)
  const modes = new Map<TableName, Mode>()
  const all: readonly string[] = [...tableNames, ...otherFiles]
  for (const name of all) {
    const { value, line } = said.get(`file.${name.toLowerCase()}`) ?? { value: 'absent', line: 1 }
    const mode = value.toLowerCase()
    const there = files.has(`${name.toLowerCase()}.csv`)
    if (mode === 'absent') {
      if (there) problems.report('file-unlisted', line, `${FILE}/file.${name}`)
    } else if (mode !== 'bulk' && mode !== 'delta') problems.report('manifest-mode', line, `${FILE}/file.${name}`)
    else if (!there) problems.report('file-missing', line, `${FILE}/file.${name}`)
    else if (otherFiles.includes(name)) dropped[`${name}.csv`] = 1
    else modes.set(name as TableName, mode)
  }
  const isDelta = [...modes.values()].includes('delta')
  for (const name of isDelta ? [] : version === '1.2' ? [...needed, 'roles' as const] : needed)
    if (!modes.has(name)) problems.report('file-needed', 1, `${FILE}/file.${name}`)
  return { version, modes } satisfies Manifest
}

function versionIn(said: ReadonlyMap<string, { value: string; line: number }>): Version {
  const { value, line } = said.get('oneroster.version') ?? { value: '', line: 1 }
  const version = versions.find((one) => value === one || value === `${one}.0` || value === `v${one}`)
  if (version === undefined) throw new Refused('manifest-version', line, `${FILE}/oneroster.version`)
  return version
}
