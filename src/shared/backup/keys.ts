import { existsSync } from 'node:fs'
import { copyFile, mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type pg from 'pg'
import { OperatorError } from '#shared/operator-error.ts'
import { writeFolder } from './folder.ts'
import { type KeysManifest, readManifest, writeManifest } from './manifest.ts'
import { tablesOf, writeTable } from './tables.ts'

/** What stands beside the keys in a data directory: its secrets, and the mark that makes it the demo's or never that. */
export const BESIDE_KEYS = ['secrets.json', 'demo.json']

const COPY = /^\d{4}-\d{2}-\d{2}T[\d-]+Z$/

const copiesIn = async (folder: string) => (await readdir(folder)).filter((name) => COPY.test(name)).sort()

/**
 * Copies the living keys, the ring and the secrets of `dataDir` into a folder of their own inside `folder`, and then
 * throws every older copy away: what was erased since must not be found in one. At each moment one whole copy is there.
 */
export const writeKeys = async (client: pg.ClientBase, dataDir: string, folder: string, made: string) => {
  const name = made.replaceAll(/[:.]/g, '-')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const older = await readdir(folder)
  const unknown = older.find((one) => !COPY.test(one.replace(/\.new$/, '')))
  if (unknown) throw new OperatorError(`${folder} holds something else (${unknown}): name a folder for keys alone.`)
  await writeFolder(join(folder, name), async (aside) => {
    await mkdir(join(aside, 'tables'), { mode: 0o700 })
    const tables = []
    for (const table of (await tablesOf(client)).keys) tables.push(await writeTable(client, aside, table))
    await mkdir(join(aside, 'keys'), { mode: 0o700 })
    for (const file of await readdir(join(dataDir, 'keys')))
      if (!file.endsWith('.new')) await copyFile(join(dataDir, 'keys', file), join(aside, 'keys', file))
    for (const file of BESIDE_KEYS.filter((name) => existsSync(join(dataDir, name))))
      await copyFile(join(dataDir, file), join(aside, file))
    await writeManifest(aside, { kind: 'keys', made, tables })
  })
  for (const one of older) await rm(join(folder, one), { recursive: true })
}

/** The newest whole copy in a folder of keys, checked. Refuses a folder without one. */
export const readKeysCopy = async (folder: string): Promise<KeysManifest & { folder: string }> => {
  const name = (await copiesIn(folder).catch(() => [])).at(-1)
  if (!name) throw new OperatorError(`${folder} holds no copy of keys.`)
  const found = await readManifest(join(folder, name))
  if (found.kind !== 'keys') throw new OperatorError(`${folder} holds no copy of keys.`)
  return { ...found, folder: join(folder, name) }
}
