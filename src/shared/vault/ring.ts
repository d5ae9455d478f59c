import { hkdfSync, randomBytes } from 'node:crypto'
import { closeSync, fsyncSync, mkdirSync, openSync, readFileSync, renameSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** One pair of master and epoch key. The epoch key is renewed each month; what it wrapped is then wrapped anew. */
type Generation = { id: number; master: string; epoch: string; epochSince: string }
type RingFile = { current: number; lookup: string; generations: Generation[] }

const fresh = () => randomBytes(32).toString('base64')

/** Replaces a file so that a crash leaves either the old or the new one, readable by its owner only. */
const replaceFile = (path: string, text: string) => {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 })
  const handle = openSync(`${path}.new`, 'w', 0o600)
  writeSync(handle, text)
  fsyncSync(handle)
  closeSync(handle)
  renameSync(`${path}.new`, path)
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
      return new KeyRing(path, JSON.parse(readFileSync(path, 'utf8')))
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') {
        throw new Error(
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

  reload(): void {
    this.#file = JSON.parse(readFileSync(this.path, 'utf8'))
    this.#wrapping.clear()
  }

  /** Adds a generation with a new master key, epoch key, or both, and makes it the current one. */
  rotate(what: { master?: boolean; epoch?: boolean }): number {
    this.reload()
    const from = this.#generation(this.current)!
    const id = Math.max(...this.generations) + 1
    const next = {
      id,
      master: what.master ? fresh() : from.master,
      epoch: what.epoch ? fresh() : from.epoch,
      epochSince: what.epoch ? new Date().toISOString() : from.epochSince,
    }
    this.#file = { ...this.#file, current: id, generations: [...this.#file.generations, next] }
    this.#write()
    return id
  }

  /** Shreds a generation that wraps nothing any more. Refuses the current one. */
  shred(id: number): void {
    this.reload()
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

  #write(): void {
    replaceFile(this.path, JSON.stringify(this.#file))
  }
}
