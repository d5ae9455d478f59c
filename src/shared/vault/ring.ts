import { createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { closeSync, fstatSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { leaveToOwnerOf } from '#shared/data-folder.ts'
import { OperatorError } from '#shared/operator-error.ts'

/** One pair of master and epoch key. The epoch key is renewed each month; what it wrapped is then wrapped anew. */
type Generation = { id: number; master: string; epoch: string; epochSince: string }
type RingFile = { current: number; lookup: string; generations: Generation[] }

const fresh = () => randomBytes(32).toString('base64')

/** Under this name the keys of accounts are wrapped, which belong to no organisation. */
export const ACCOUNTS = 'accounts'

/** The topic under which processes hear that the ring's file changed. */
export const RING_CHANGED = 'vault/ring'

/** Where the ring of an installation lies. */
export const ringPath = (dataDir: string): string => join(dataDir, 'keys', 'ring.json')

const read = (path: string): RingFile => JSON.parse(readFileSync(path, 'utf8'))

/** Whoever still has the file open reads zeros. Disks and file systems that write elsewhere may keep the old bytes. */
const overwrite = (handle: number) => {
  writeSync(handle, Buffer.alloc(fstatSync(handle).size), 0, undefined, 0)
  fsyncSync(handle)
}

const openIfThere = (path: string): number | undefined => {
  try {
    return openSync(path, 'r+')
  } catch {
    return undefined
  }
}

/** Replaces a file so that a crash leaves either the old or the new one, readable by its owner only. */
const replaceFile = (path: string, text: string) => {
  const folder = dirname(path)
  if (mkdirSync(folder, { recursive: true, mode: 0o700 })) leaveToOwnerOf(dirname(folder), folder)
  const handle = openSync(`${path}.new`, 'w', 0o600)
  writeSync(handle, text)
  fsyncSync(handle)
  closeSync(handle)
  leaveToOwnerOf(folder, `${path}.new`)
  const before = openIfThere(path)
  renameSync(`${path}.new`, path)
  const within = openSync(folder, 'r')
  fsyncSync(within)
  closeSync(within)
  if (before === undefined) return
  overwrite(before)
  closeSync(before)
}

/**
 * The keys above the database: they live in one file (mode 0600) outside PostgreSQL and its backups. Several processes
 * may share the file; {@link KeyRing.reload} picks up what another one rotated.
 */
export class KeyRing {
  readonly path: string
  #file: RingFile
  #wrapping = new Map<string, Buffer>()
  #lookup = new Map<string, Buffer>()

  private constructor(path: string, file: RingFile) {
    this.path = path
    this.#file = file
  }

  /** Reads the ring, or makes the first one where there is none. Refuses a file that is there but unreadable. */
  static open(path: string): KeyRing {
    try {
      return new KeyRing(path, read(path))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
        throw new OperatorError(
          `The key ring ${path} cannot be read. Without it no personal data can be opened: put it back first.`,
        )
      }
    }
    const first = { id: 1, master: fresh(), epoch: fresh(), epochSince: new Date().toISOString() }
    const ring = new KeyRing(path, { current: 1, lookup: fresh(), generations: [first] })
    ring.#write()
    return ring
  }

  get current(): number {
    return this.#file.current
  }

  get generations(): readonly number[] {
    return this.#file.generations.map(({ id }) => id)
  }

  /** When the epoch key of the current generation was made. */
  get epochSince(): Date {
    return new Date(this.#generation(this.current)?.epochSince ?? 0)
  }

  /** Reads what another process rotated; while the file cannot be read, what was known stays. */
  reload(): void {
    try {
      this.#reread()
    } catch {
      // Who asks for a generation that is not known now says so.
    }
  }

  /** Adds a generation with a new master key, epoch key, or both; nothing is wrapped under it before {@link KeyRing.use}. */
  add(what: { readonly master?: boolean; readonly epoch?: boolean }): number {
    this.#reread()
    const from = this.#generation(this.current)!
    const id = Math.max(...this.generations) + 1
    const next = {
      id,
      master: what.master ? fresh() : from.master,
      epoch: what.epoch ? fresh() : from.epoch,
      epochSince: what.epoch ? new Date().toISOString() : from.epochSince,
    }
    this.#file = { ...this.#file, generations: [...this.#file.generations, next] }
    this.#write()
    return id
  }

  /** Makes a generation the current one: new keys are wrapped under it. */
  use(id: number): void {
    this.#reread()
    this.#file = { ...this.#file, current: id }
    this.#write()
  }

  /** Shreds a generation that wraps nothing any more. Refuses the current one. */
  shred(id: number): void {
    this.#reread()
    if (id === this.current) throw new Error('The current generation of keys cannot be shredded')
    this.#file = { ...this.#file, generations: this.#file.generations.filter((one) => one.id !== id) }
    this.#write()
    this.#wrapping.clear()
  }

  /** The key that wraps an organisation's data keys (`accounts` for the accounts'), derived from master and epoch. */
  wrapping(organisation: string, generation: number): Buffer | undefined {
    const name = `${generation}:${organisation}`
    const kept = this.#wrapping.get(name)
    if (kept) return kept
    const from = this.#generation(generation)
    if (!from) return undefined
    const salt = Buffer.from(from.epoch, 'base64')
    const key = Buffer.from(
      hkdfSync('sha256', Buffer.from(from.master, 'base64'), salt, `schoolplein wrapping ${organisation}`, 32),
    )
    this.#wrapping.set(name, key)
    return key
  }

  /** Tells two generations of the same number apart (hexadecimal); it opens nothing and may stand in the database. */
  proof(generation: number): string | undefined {
    const key = this.wrapping('proof', generation)
    return key && createHmac('sha256', key).update('schoolplein generation').digest('hex')
  }

  /** The key under which look-up hashes of one purpose are made; it outlives rotation, since hashes cannot be re-made. */
  lookup(purpose: string): Buffer {
    const kept = this.#lookup.get(purpose)
    if (kept) return kept
    const key = Buffer.from(
      hkdfSync('sha256', Buffer.from(this.#file.lookup, 'base64'), '', `schoolplein lookup ${purpose}`, 32),
    )
    this.#lookup.set(purpose, key)
    return key
  }

  #generation(id: number): Generation | undefined {
    return this.#file.generations.find((one) => one.id === id)
  }

  /** A file that is being overwritten at this moment has been replaced already: its successor is read. */
  #reread(): void {
    try {
      this.#file = read(this.path)
    } catch {
      this.#file = read(this.path)
    }
    this.#wrapping.clear()
  }

  #write(): void {
    replaceFile(this.path, JSON.stringify(this.#file))
  }
}
