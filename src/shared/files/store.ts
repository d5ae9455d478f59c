import type { Readable } from 'node:stream'

/** A stored file as the scan for orphans sees it. */
interface StoredFile {
  id: string
  /** In bytes, as stored. */
  size: number
  modified: Date
}

/**
 * Keeps bytes under an id. It takes sealed bytes only (`sealStream`) and knows nothing about them: no name, no kind, no
 * organisation. An id is a random uuid, made before sealing (it is bound into the seal) and written once.
 */
export interface FileStore {
  /** Stores all of `source` or nothing: once it resolves the file survives a crash. Fails with what the source throws. */
  put(id: string, source: Readable): Promise<void>
  /** The file from its first byte; refuses with `FileMissing`. */
  get(id: string): Promise<Readable>
  /** Removes the file; one that is gone already is fine, so that an erasure can be repeated. */
  remove(id: string): Promise<void>
  /** Every stored file, in no order. */
  list(): AsyncIterable<StoredFile>
}

/** The store does not have this file. */
export class FileMissing extends Error {
  override name = 'FileMissing'
  constructor(id: string) {
    super(`No file ${id} is stored.`)
  }
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/

/** Refuses anything but a uuid in lower case: an id becomes part of a path. */
export const checkedId = (id: string): string => {
  if (!UUID.test(id)) throw new TypeError('A file id is a uuid.')
  return id
}
