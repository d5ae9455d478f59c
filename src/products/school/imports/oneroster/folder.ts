import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { Refused } from '../problems.ts'
import { type Package, refuseLarge, refuseUnpacked } from './zip.ts'

/** The CSV files of a folder as a package. Throws `Refused` for the same file in two cases and for what is too large. */
export async function openFolder(path: string): Promise<Package> {
  const names = (await readdir(path)).filter((name) => /\.(csv|xml)$/i.test(name))
  const files = new Map<string, () => Promise<Buffer>>()
  let bytes = 0
  for (const name of names) {
    const { size } = await stat(join(path, name))
    bytes += size
    if (files.has(name.toLowerCase())) throw new Refused('zip-repeated', 1, 'zip')
    files.set(name.toLowerCase(), () => {
      refuseLarge(size, name)
      return readFile(join(path, name))
    })
  }
  refuseUnpacked(bytes)
  return files
}
