import { createReadStream, existsSync } from 'node:fs'
import { copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises'
import { basename, join } from 'node:path'
import pg from 'pg'
import { leaveToOwnerOf, prepareDataFolder } from '#shared/data-folder.ts'
import { migrate, migrationsOf, type OwnerConnection } from '#shared/database/migrate.ts'
import { openDatabase } from '#shared/database/open.ts'
import { lockFile } from '#shared/file-lock.ts'
import type { FileStore } from '#shared/files/index.ts'
import { OperatorError } from '#shared/operator-error.ts'
import { loadSecrets } from '#shared/secrets.ts'
import { checkRing } from '#shared/vault/generation.ts'
import { KeyRing, ringPath } from '#shared/vault/ring.ts'
import { type Erased, eraseAgain } from './erasure.ts'
import { BESIDE_KEYS, readKeysCopy } from './keys.ts'
import { type DataManifest, type KeysManifest, readManifest } from './manifest.ts'
import { readTable, tablesOf } from './tables.ts'

type Data = DataManifest & { folder: string; files: string[] }
type Keys = KeysManifest & { folder: string }

/** What came back, and what was erased again. */
export type Restored = { readonly made: string; readonly rows: number; readonly files: number; readonly erased: Erased }

/** The parts of a data directory, in the order in which they get their place: without a database it counts as empty. */
const PARTS = ['keys', ...BESIDE_KEYS, 'files', 'postgres']

/** The superuser's connection out of the owner's: rows come in whatever the policies say. */
export const adminOf = ({ role: _, prefix: __, ...admin }: OwnerConnection): pg.ClientConfig => admin

const refuseOccupied = async (dataDir: string) => {
  for (const part of PARTS) {
    const path = join(dataDir, part)
    if (existsSync(path) && (part !== 'keys' || (await readdir(path)).length > 0))
      throw new OperatorError(`${dataDir} holds an installation already: restore into an empty DATA_DIR.`)
  }
}

/** The migrations the backup was made under; refuses one that this version has not or has otherwise. */
const migrationsFor = ({ migrations }: Data) => {
  const known = migrationsOf()
  return migrations.map(({ name, hash }) => {
    const found = known.find((one) => one.name === name)
    if (found?.hash !== hash)
      throw new OperatorError(
        `The backup was made by another version (${name}): restore it with that version or a newer one.`,
      )
    return found
  })
}

const placeKeys = async (keys: Keys, dataDir: string) => {
  await mkdir(join(dataDir, 'keys'), { recursive: true, mode: 0o700 })
  leaveToOwnerOf(dataDir, join(dataDir, 'keys'))
  for (const file of [
    ...(await readdir(join(keys.folder, 'keys'))).map((name) => join('keys', name)),
    ...BESIDE_KEYS.filter((name) => existsSync(join(keys.folder, name))),
  ]) {
    await copyFile(join(keys.folder, file), join(dataDir, file))
    leaveToOwnerOf(dataDir, join(dataDir, file))
  }
}

const loadData = async (client: pg.ClientBase, data: Data) => {
  const { data: tables, keys } = await tablesOf(client)
  await client.query(`truncate ${[...tables, ...keys].map(({ name }) => pg.escapeIdentifier(name)).join(', ')} cascade`)
  for (const table of data.tables) await readTable(client, data.folder, table)
  for (const { name, value } of data.sequences)
    await client.query('select setval($1::regclass, $2)', [pg.escapeIdentifier(name), value])
}

/** Keys of organisations and accounts that came after the backup have nothing to open in it and are left out. */
const OWNERS: Record<string, string> = {
  vault_generation: 'true',
  vault_key: 'exists (select from organisation o where o.id = k.organisation_id)',
  account_key: 'exists (select from account a where a.id = k.account_id)',
}

const loadKeys = async (client: pg.ClientBase, keys: Keys) => {
  for (const table of keys.tables) {
    await client.query(`create temporary table loading (like ${pg.escapeIdentifier(table.name)}) on commit drop`)
    await readTable(client, keys.folder, table, 'loading')
    const columns = table.columns.map(pg.escapeIdentifier).join(', ')
    await client.query(
      `insert into ${pg.escapeIdentifier(table.name)} (${columns}) select ${columns} from loading k where ${OWNERS[table.name]}`,
    )
    await client.query('drop table loading')
  }
}

/** Sealed files of which the key still lives: a sealed file carries the id of its key behind its version. */
const restoreFiles = async (client: pg.ClientBase, data: Data, store: FileStore): Promise<number> => {
  let count = 0
  for (const file of data.files.filter((name) => name.startsWith('files/'))) {
    const path = join(data.folder, file)
    await using handle = await open(path)
    const { buffer } = await handle.read(Buffer.alloc(17), 0, 17, 0)
    const living = await client.query('select from living_key where id = $1', [buffer.toString('hex', 1)])
    if (!living.rowCount) continue
    await store.put(basename(file), createReadStream(path))
    count++
  }
  return count
}

/** All in one transaction, without triggers: rows come in any order, as they once were checked. */
const load = async (
  client: pg.ClientBase,
  data: Data,
  keys: Keys,
  ring: KeyRing,
  store: FileStore,
): Promise<Restored> => {
  await client.query('begin')
  await client.query('set local session_replication_role = replica')
  await loadData(client, data)
  await loadKeys(client, keys)
  await checkRing(client, ring)
  await client.query('set local session_replication_role = origin')
  const erased = await eraseAgain(client)
  const files = await restoreFiles(client, data, store)
  await client.query('commit')
  return { made: data.made, rows: data.tables.reduce((sum, { rows }) => sum + rows, 0), files, erased }
}

const build = async (
  data: Data,
  keys: Keys,
  aside: string,
  openStore: (dataDir: string) => Promise<FileStore>,
): Promise<Restored> => {
  const migrations = migrationsFor(data)
  await placeKeys(keys, aside)
  const database = await openDatabase({ dataDir: aside, databaseUrl: undefined }, loadSecrets(aside))
  const client = new pg.Client(adminOf(database.connections.owner))
  client.on('error', () => {})
  try {
    await client.connect()
    await migrate(database.connections.owner, migrations)
    return await load(client, data, keys, KeyRing.open(ringPath(aside)), await openStore(aside))
  } finally {
    await client.end()
    await database.stop()
  }
}

/**
 * Puts a backup back into an empty data directory: the data of the backup, the keys of the newest copy of the living
 * ones, and then once more every erasure since. Both folders are checked whole first. It is built aside and gets its place
 * at the end: when something fails nothing has changed. Refuses a damaged backup, one of a newer version, keys that are
 * older than the data, and a data directory that holds an installation or is in use.
 */
export const restoreBackup = async (
  from: string,
  keysFolder: string,
  dataDir: string,
  openStore: (dataDir: string) => Promise<FileStore>,
): Promise<Restored> => {
  const data = await readManifest(from)
  if (data.kind !== 'data') throw new OperatorError(`${from} holds no backup of data.`)
  const keys = await readKeysCopy(keysFolder)
  if (keys.made < data.made)
    throw new OperatorError(
      `The keys in ${keysFolder} are older than the backup: restoring would lose people. Take the newest copy.`,
    )
  const folder = prepareDataFolder(dataDir)
  const unlock = lockFile(join(folder, 'lock'))
  if (!unlock)
    throw new OperatorError(`The data directory ${folder} is in use by another Schoolplein: stop that one first.`)
  const aside = join(folder, 'restoring')
  try {
    await refuseOccupied(folder)
    await rm(aside, { recursive: true, force: true })
    await mkdir(aside, { mode: 0o700 })
    leaveToOwnerOf(folder, aside)
    const restored = await build({ ...data, folder: from }, keys, aside, openStore)
    for (const part of PARTS) {
      await rm(join(folder, part), { recursive: true, force: true })
      if (existsSync(join(aside, part))) await rename(join(aside, part), join(folder, part))
    }
    return restored
  } finally {
    await rm(aside, { recursive: true, force: true })
    unlock()
  }
}
