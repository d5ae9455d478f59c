import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { OperatorError } from '#shared/operator-error.ts'
import { checkFolder } from './folder.ts'

const FORMAT = 1
const NAME = 'manifest.json'

const table = z.object({ name: z.string(), columns: z.array(z.string()).readonly(), rows: z.number() })
const tables = z.array(table).readonly()
const data = z.object({
  format: z.literal(FORMAT),
  kind: z.literal('data'),
  made: z.iso.datetime(),
  postgres: z.string(),
  migrations: z.array(z.object({ name: z.string(), hash: z.string() })),
  tables,
  sequences: z.array(z.object({ name: z.string(), value: z.string() })),
})
const keys = z.object({ format: z.literal(FORMAT), kind: z.literal('keys'), made: z.iso.datetime(), tables })
const manifest = z.discriminatedUnion('kind', [data, keys])

/** What a folder holds: the data of a backup, or the copy of the living keys. `made` is the moment of its snapshot. */
export type Manifest = z.infer<typeof manifest>
export type DataManifest = z.infer<typeof data>
export type KeysManifest = z.infer<typeof keys>

export const writeManifest = (folder: string, given: Omit<DataManifest, 'format'> | Omit<KeysManifest, 'format'>) =>
  writeFile(join(folder, NAME), `${JSON.stringify({ format: FORMAT, ...given }, null, 2)}\n`, {
    mode: 0o600,
    flush: true,
  })

/** Checks a whole folder and says what it holds and which files. Refuses a damaged one and one of another format. */
export const readManifest = async (folder: string): Promise<Manifest & { files: string[] }> => {
  const files = await checkFolder(folder)
  const read = manifest.safeParse(JSON.parse(await readFile(join(folder, NAME), 'utf8').catch(() => 'null')))
  if (!read.success) throw new OperatorError(`${folder} holds a backup that this version does not read.`)
  return { ...read.data, files }
}
