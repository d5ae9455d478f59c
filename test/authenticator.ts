import { createHash, createSign, generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto'
import { isoCBOR } from '@simplewebauthn/server/helpers'

const base64url = (bytes: Uint8Array) => Buffer.from(bytes).toString('base64url')
const sha256 = (text: string | Uint8Array) => createHash('sha256').update(text).digest()

/** User present and verified; with attested credential data when a key is made. */
const PRESENT_AND_VERIFIED = 0b0000_0101
const WITH_KEY = 0b0100_0000

/** A device with one passkey, in software: makes and answers what a browser would (WebAuthn level 2, ES256, no attestation). */
export class Authenticator {
  origin: string
  readonly id = randomBytes(32)
  counter = 0
  /** Whether it counts its answers; keys that several devices share do not. */
  counts = true
  readonly #keys = generateKeyPairSync('ec', { namedCurve: 'P-256' })
  #user = ''

  constructor(origin: string) {
    this.origin = origin
  }

  /** The posted answer to options for a new passkey. */
  register(options: { challenge: string; rp: { id?: string }; user: { id: string } }): string {
    this.#user = options.user.id
    const length = Buffer.alloc(2)
    length.writeUInt16BE(this.id.length)
    const attested = Buffer.concat([Buffer.alloc(16), length, this.id, coseKey(this.#keys.publicKey)])
    const authData = Buffer.concat([this.#data(options.rp.id ?? '', PRESENT_AND_VERIFIED | WITH_KEY), attested])
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ])
    return this.#answer({
      clientDataJSON: base64url(this.#client('webauthn.create', options.challenge)),
      attestationObject: base64url(isoCBOR.encode(attestation as never)),
      transports: ['internal'],
    })
  }

  /** The posted answer to options for signing in. */
  answer(options: { challenge: string; rpId?: string }): string {
    if (this.counts) this.counter++
    const client = this.#client('webauthn.get', options.challenge)
    const data = this.#data(options.rpId ?? '', PRESENT_AND_VERIFIED)
    const signature = createSign('sha256').update(data).update(sha256(client)).sign(this.#keys.privateKey)
    return this.#answer({
      clientDataJSON: base64url(client),
      authenticatorData: base64url(data),
      signature: base64url(signature),
      userHandle: this.#user,
    })
  }

  #client(type: string, challenge: string): Buffer {
    return Buffer.from(JSON.stringify({ type, challenge, origin: this.origin, crossOrigin: false }))
  }

  #data(host: string, flags: number): Buffer {
    const counter = Buffer.alloc(4)
    counter.writeUInt32BE(this.counter)
    return Buffer.concat([sha256(host), Buffer.of(flags), counter])
  }

  #answer(response: object): string {
    const id = base64url(this.id)
    return JSON.stringify({ id, rawId: id, type: 'public-key', clientExtensionResults: {}, response })
  }
}

/** A public key as COSE writes it: EC2, ES256, P-256 (RFC 9052). */
const coseKey = (key: KeyObject): Buffer => {
  const { x, y } = key.export({ format: 'jwk' })
  const cose = new Map<number, number | Uint8Array>([
    [1, 2],
    [3, -7],
    [-1, 1],
    [-2, new Uint8Array(Buffer.from(x!, 'base64url'))],
    [-3, new Uint8Array(Buffer.from(y!, 'base64url'))],
  ])
  return Buffer.from(isoCBOR.encode(cose as never))
}
