import { createReadStream } from 'node:fs'
import { stat, writeFile } from 'node:fs/promises'
import { exportOneRoster } from '#products/school/imports/export.ts'
import { openFolder } from '#products/school/imports/oneroster/folder.ts'
import { readOneRoster } from '#products/school/imports/oneroster/read.ts'
import { versions } from '#products/school/imports/oneroster/tables.ts'
import { zipFrom } from '#products/school/imports/oneroster/zip.ts'
import { OperatorError } from '#shared/operator-error.ts'
import { type Command, WrongUse } from './command.ts'
import { exported } from './export-roster.ts'
import { importCommand } from './import-roster.ts'
import { optionsOf } from './options.ts'

/** The package in a zip file, a folder, or standard input (`-`). */
const openPackage = async (path: string) => {
  if (path === '-') return () => zipFrom(process.stdin)
  const found = await stat(path).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(`${path} cannot be read (${error.code}).`)
  })
  if (found.isDirectory()) return () => openFolder(path)
  return () => zipFrom(createReadStream(path), found.isFile() ? found.size : 0)
}

/** Takes a OneRoster package over into a school, or says what it would change. */
export const importOneRosterCommand = importCommand(
  'import oneroster',
  'FILE-OR-FOLDER',
  "take over a school's OneRoster 1.1 or 1.2 files; --dry-run only says what would change",
  async (path, options) => readOneRoster(await openPackage(path), options),
)

/** Writes the school of today as a OneRoster package in a zip file. */
export const exportOneRosterCommand: Command = {
  name: 'export oneroster',
  summary: 'write the school of today as a OneRoster package (zip), version 1.1 unless said otherwise',
  usage: '--organisation HOST [--version 1.1|1.2] FILE',
  async run(context, args) {
    const { values, positionals } = optionsOf(
      args,
      { organisation: { type: 'string' }, version: { type: 'string', default: '1.1' } },
      1,
    )
    const version = versions.find((one) => one === values.version)
    if (values.organisation === undefined || version === undefined) throw new WrongUse()
    const zip = await exported(context, 'export oneroster', values.organisation, (work, site) =>
      exportOneRoster(work, version, site.name),
    )
    await writeFile(positionals[0]!, zip, { mode: 0o600 })
    return 0
  },
}
