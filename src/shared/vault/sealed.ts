/**
 * What each sealed column holds, by its permanent name. Modules add theirs beside the table in `personal-data.ts`;
 * a sealed column whose record nobody declared does not compile in `schema.generated.ts`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface SealedRecords {}

declare const record: unique symbol

/**
 * A value that only the vault can read. It is typed as a branded symbol so that it fits in no page, template or sum;
 * at run time it is a {@link SealedValue}, which throws when something turns it into text after all (PROMISES P30).
 */
export type Sealed<T> = symbol & { readonly [record]: T }

const refuse = (): never => {
  throw new Error('A sealed value was about to be shown: open it through the vault')
}

const VERSION = 1
const KEY_ID = 16
const NONCE = 12
const TAG = 16
const HEAD = 1 + KEY_ID + NONCE

/** The bytes of a sealed value: version, key id, nonce, ciphertext, tag. */
export class SealedValue {
  #hex: string | undefined
  #bytes: Buffer | undefined

  private constructor(hex?: string, bytes?: Buffer) {
    this.#hex = hex
    this.#bytes = bytes
  }

  /** PostgreSQL's text form of `bytea`, kept as it came until somebody opens it. */
  static fromHex(hex: string): SealedValue {
    return new SealedValue(hex)
  }

  static fromParts(keyId: Buffer, nonce: Buffer, ciphertext: Buffer, tag: Buffer): SealedValue {
    return new SealedValue(undefined, Buffer.concat([Buffer.of(VERSION), keyId, nonce, ciphertext, tag]))
  }

  get bytes(): Buffer {
    if (!this.#bytes) {
      this.#bytes = Buffer.from(this.#hex!.slice(2), 'hex')
      this.#hex = undefined
    }
    return this.#bytes
  }

  /** PostgreSQL's text form, of a value that came from there and was not opened yet. */
  get hex(): string | undefined {
    return this.#hex
  }

  /** The key's id as 32 hexadecimal digits. */
  get keyId(): string {
    return this.#hex ? this.#hex.slice(4, 4 + 2 * KEY_ID) : this.bytes.toString('hex', 1, 1 + KEY_ID)
  }

  parts(): { nonce: Buffer; ciphertext: Buffer; tag: Buffer } {
    const bytes = this.bytes
    if (bytes[0] !== VERSION || bytes.length < HEAD + TAG) throw new Error('Not a sealed value of a known version')
    return {
      nonce: bytes.subarray(1 + KEY_ID, HEAD),
      ciphertext: bytes.subarray(HEAD, bytes.length - TAG),
      tag: bytes.subarray(bytes.length - TAG),
    }
  }

  /** How `pg` stores it. */
  toPostgres(): Buffer {
    return this.bytes
  }
  toString(): string {
    return refuse()
  }
  toJSON(): string {
    return refuse()
  }
  [Symbol.toPrimitive](): string {
    return refuse()
  }
}
