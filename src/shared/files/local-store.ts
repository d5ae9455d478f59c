import { randomUUID } from 'node:crypto'
import { mkdir, open, opendir, readdir, rename, rm, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { checkedId, FileMissing, type FileStore } from './store.ts'

const DAY = 24 * 60 * 60 * 1000

/**
 * Files in `folder` (made, 0700; files 0600), 256 ways fanned out by the *last* two digits of the id: the first ones of a
 * uuid of version 7 are the time. A file is written aside, synced and renamed into place, so that it is there whole or
 * not at all; what a crash left aside is cleared away after a day.
 */
export const localStore = async (folder: string): Promise<FileStore> => {
  const aside = join(folder, 'incoming')
  await mkdir(aside, { recursive: true, mode: 0o700 })
  await clearLeftovers(aside)
  const fanOut = (id: string) => join(folder, checkedId(id).slice(-2))
  const place = (id: string) => join(fanOut(id), id)

  return {
    async put(id, source) {
      const target = place(id)
      const written = join(aside, randomUUID())
      try {
        await pipeline(source, (await open(written, 'wx', 0o600)).createWriteStream({ flush: true }))
        if (await mkdir(fanOut(id), { recursive: true, mode: 0o700 })) await syncFolder(folder)
        await rename(written, target)
        await syncFolder(fanOut(id))
      } catch (error) {
        await rm(written, { force: true })
        throw error
      }
    },

    async get(id) {
      try {
        return (await open(place(id))).createReadStream()
      } catch (error) {
        throw isMissing(error) ? new FileMissing(id) : error
      }
    },

    async remove(id) {
      try {
        await unlink(place(id))
        await syncFolder(fanOut(id))
      } catch (error) {
        if (!isMissing(error)) throw error
      }
    },

    async *list() {
      for (const part of await readdir(folder)) {
        if (part === 'incoming') continue
        for await (const entry of await opendir(join(folder, part))) {
          const found = await stat(join(folder, part, entry.name)).catch(unlessMissing)
          if (found) yield { id: entry.name, size: found.size, modified: found.mtime }
        }
      }
    },
  }
}

const clearLeftovers = async (aside: string) => {
  for (const name of await readdir(aside)) {
    const leftover = await stat(join(aside, name)).catch(unlessMissing)
    if (leftover && Date.now() - leftover.mtimeMs > DAY) await rm(join(aside, name), { force: true })
  }
}

/** A rename or a removal survives a power cut only once the folder that it changed is synced. */
const syncFolder = async (folder: string) => {
  await using handle = await open(folder)
  await handle.sync()
}

const isMissing = (error: unknown) => (error as NodeJS.ErrnoException).code === 'ENOENT'

const unlessMissing = (error: unknown): undefined => {
  if (!isMissing(error)) throw error
}
