import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { FileMissing, type FileStore } from '#shared/files/index.ts'
import { localStore } from '#shared/files/local-store.ts'
import { holdGenerations } from '#shared/vault/rotation.ts'
import { writeFolder } from './folder.ts'
import { writeKeys } from './keys.ts'
import { type DataManifest, writeManifest } from './manifest.ts'
import { type Table, tablesOf, writeTable } from './tables.ts'

/** What a backup is made of. `admin` is a superuser: a row policy must hide nothing from a backup. */
export type Source = { readonly admin: pg.ClientConfig; readonly dataDir: string; readonly files: FileStore }

/** What was written. */
export type Written = { readonly made: string; readonly tables: number; readonly rows: number; readonly files: number }

const SEQUENCES = `select sequencename as name, last_value::text as value from pg_sequences
  where schemaname = 'public' and last_value is not null`

const writeTables = async (client: pg.ClientBase, folder: string): Promise<Table[]> => {
  await mkdir(join(folder, 'tables'), { mode: 0o700 })
  const written: Table[] = []
  for (const table of (await tablesOf(client)).data) written.push(await writeTable(client, folder, table))
  return written
}

/** Sealed files as they are. One that is removed meanwhile is left out, as it would be from the next backup. */
const writeFiles = async (store: FileStore, folder: string): Promise<number> => {
  const copies = await localStore(join(folder, 'files'))
  let count = 0
  for await (const { id } of store.list()) {
    try {
      await copies.put(id, await store.get(id))
      count++
    } catch (error) {
      if (!(error instanceof FileMissing)) throw error
    }
  }
  return count
}

const schemaOf = async (
  client: pg.ClientBase,
): Promise<Pick<DataManifest, 'postgres' | 'migrations' | 'sequences'>> => ({
  postgres: (await client.query('show server_version')).rows[0].server_version,
  migrations: (await client.query('select name, hash from schema_migration order by name')).rows,
  sequences: (await client.query(SEQUENCES)).rows,
})

/**
 * Writes a backup into the folder `to`, which must be empty or missing: a COPY of every table in one snapshot, and the
 * sealed files. Keys never stand in it; `keys` names the folder that gets the only copy of them, taken in the same
 * snapshot and there before the backup is. Runs beside serving processes; rotations wait. Refuses a folder that is taken.
 */
export const createBackup = async (source: Source, to: string, keys: string | undefined): Promise<Written> => {
  const client = new pg.Client(source.admin)
  client.on('error', () => {})
  await client.connect()
  try {
    await holdGenerations(client)
    await client.query('begin isolation level repeatable read read only')
    const made = new Date().toISOString()
    let written: Written | undefined
    await writeFolder(to, async (folder) => {
      const tables = await writeTables(client, folder)
      const files = await writeFiles(source.files, folder)
      await writeManifest(folder, { kind: 'data', made, tables, ...(await schemaOf(client)) })
      if (keys) await writeKeys(client, source.dataDir, keys, made)
      written = { made, tables: tables.length, rows: tables.reduce((sum, { rows }) => sum + rows, 0), files }
    })
    return written!
  } finally {
    await client.end()
  }
}
