import { createBackup } from '#shared/backup/create.ts'
import { readKeysCopy } from '#shared/backup/keys.ts'
import { readManifest } from '#shared/backup/manifest.ts'
import { adminOf, restoreBackup } from '#shared/backup/restore.ts'
import type { Configuration } from '#shared/configuration.ts'
import { openFileStore } from '#shared/files/index.ts'
import { OperatorError } from '#shared/operator-error.ts'
import { type Command, WrongUse } from './command.ts'
import { optionsOf } from './options.ts'

const onlyEmbedded = ({ databaseUrl }: Configuration) => {
  if (databaseUrl)
    throw new OperatorError(
      'This backs up the embedded database. A server of DATABASE_URL has its own tools, such as pgBackRest; copy the folder keys and secrets.json of DATA_DIR apart from them.',
    )
}

/** Writes a backup beside a running start or without one; the keys into a folder of their own. */
export const backupCreateCommand: Command = {
  name: 'backup create',
  summary:
    'write a backup of the embedded database; keys go only to the folder of --keys, which holds the newest alone',
  usage: '--to DIR [--keys DIR] [--json]',
  async run(context, args) {
    const { values } = optionsOf(args, {
      to: { type: 'string' },
      keys: { type: 'string' },
      json: { type: 'boolean', default: false },
    })
    if (!values.to) throw new WrongUse()
    onlyEmbedded(context.configuration)
    const { connections } = await context.database()
    const { dataDir } = context.configuration
    const files = await openFileStore(process.env, dataDir)
    const written = await createBackup({ admin: adminOf(connections.owner), dataDir, files }, values.to, values.keys)
    if (values.json) {
      context.print(JSON.stringify({ ...written, keys: values.keys ?? null }))
      return 0
    }
    context.print(`${written.tables} tables with ${written.rows} rows and ${written.files} files are in ${values.to}.`)
    if (!values.keys) context.print('The keys were not copied: without them this backup opens for nobody. Give --keys.')
    return 0
  },
}

/** Reads a backup, or a folder of keys, from the first to the last byte and checks it. */
export const backupVerifyCommand: Command = {
  name: 'backup verify',
  summary: 'check every file of a backup, or of a folder of keys, against its sum',
  usage: 'DIR [--json]',
  async run(context, args) {
    const { values, positionals } = optionsOf(args, { json: { type: 'boolean', default: false } }, 1)
    const folder = positionals[0]!
    const found = await readManifest(folder).catch((error) => readKeysCopy(folder).catch(() => Promise.reject(error)))
    const rows = found.tables.reduce((sum, table) => sum + table.rows, 0)
    const said = { kind: found.kind, made: found.made, tables: found.tables.length, rows }
    if (values.json) context.print(JSON.stringify(said))
    else context.print(`Whole: ${said.kind} of ${said.made}, ${said.tables} tables with ${said.rows} rows.`)
    return 0
  },
}

/** Puts a backup back into an empty data directory, with the living keys. */
export const backupRestoreCommand: Command = {
  name: 'backup restore',
  summary: 'put a backup into an empty DATA_DIR, with the newest keys, and erase again what was erased since',
  usage: 'DIR --keys DIR [--json]',
  async run({ configuration, print }, args) {
    const { values, positionals } = optionsOf(
      args,
      { keys: { type: 'string' }, json: { type: 'boolean', default: false } },
      1,
    )
    if (!values.keys) throw new WrongUse()
    onlyEmbedded(configuration)
    const restored = await restoreBackup(positionals[0]!, values.keys, configuration.dataDir, (dataDir) =>
      openFileStore(process.env, dataDir),
    )
    if (values.json) print(JSON.stringify(restored))
    else {
      print(`The backup of ${restored.made} is back: ${restored.rows} rows and ${restored.files} files.`)
      print(`Erased again: ${restored.erased.rows} rows. Everybody signs in anew.`)
      if (restored.erased.unreadable > 0)
        print(`${restored.erased.unreadable} rows of erased people stay, unreadable, because others refer to them.`)
    }
    return 0
  },
}
