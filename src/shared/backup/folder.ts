import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { OperatorError } from '#shared/operator-error.ts'

/** As `sha256sum --check` reads it: one line per file of the folder, itself left out. */
const SUMS = 'SHA256SUMS'
const LINE = /^([0-9a-f]{64}) {2}(.+)$/

const filesIn = async (folder: string): Promise<string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()
}

/** What was written aside is read back: the sum is of what the disk answers. */
const sumOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return hash.digest('hex')
}

const sync = async (path: string) => {
  await using handle = await open(path)
  await handle.sync()
}

const isThere = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  )

/**
 * Makes a folder that is there whole or not at all: `fill` writes into it under another name (mode 0700); then every
 * file is summed and synced, and the folder gets its name. Refuses a name that is taken by anything but an empty folder.
 */
export const writeFolder = async (target: string, fill: (folder: string) => Promise<void>): Promise<void> => {
  const taken = (await isThere(target)) && (await readdir(target).catch(() => ['a file'])).length > 0
  if (taken) throw new OperatorError(`${target} is not empty: name a folder that is not there yet.`)
  const aside = `${target}.new`
  await rm(aside, { recursive: true, force: true })
  await mkdir(aside, { recursive: true, mode: 0o700 })
  try {
    await fill(aside)
    const lines: string[] = []
    for (const file of await filesIn(aside)) {
      await sync(join(aside, file))
      lines.push(`${await sumOf(join(aside, file))}  ${file}\n`)
    }
    await writeFile(join(aside, SUMS), lines.join(''), { mode: 0o600, flush: true })
    await sync(aside)
    await rename(aside, target)
    await sync(dirname(target))
  } catch (error) {
    await rm(aside, { recursive: true, force: true })
    throw error
  }
}

const damaged = (folder: string, what: string) => new OperatorError(`The backup in ${folder} is damaged: ${what}.`)

/** Checks every file of a folder that {@link writeFolder} made against its sum; answers their names. Refuses any doubt. */
export const checkFolder = async (folder: string): Promise<string[]> => {
  const text = await readFile(join(folder, SUMS), 'utf8').catch(() => undefined)
  if (text === undefined) throw new OperatorError(`${folder} holds no whole backup: it has no ${SUMS}.`)
  const lines = text.split('\n').slice(0, -1)
  const sums = new Map<string, string>()
  for (const line of lines) {
    const [, sum, file] = LINE.exec(line) ?? []
    if (!sum || !file) throw damaged(folder, `${SUMS} cannot be read`)
    sums.set(file, sum)
  }
  const found = (await filesIn(folder)).filter((file) => file !== SUMS)
  const missing = [...sums.keys()].find((file) => !found.includes(file))
  if (missing) throw damaged(folder, `${missing} is missing`)
  for (const file of found) {
    const sum = sums.get(file)
    if (!sum) throw damaged(folder, `${file} does not belong to it`)
    if ((await sumOf(join(folder, file))) !== sum) throw damaged(folder, `${file} was changed`)
  }
  return found
}
