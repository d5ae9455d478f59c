import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { createServer, type Server } from 'node:net'

/** The harmless file by which scanners are tried, in two halves: whole it would be taken out of this repository. */
export const EICAR = ['X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR', '-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join('')

/** `large`: what it says of a file above its own limit. `odd`: an answer that is none. `silent`: it hangs up. */
type Mood = 'well' | 'large' | 'odd' | 'silent'

/** A stand-in for ClamAV's daemon that speaks INSTREAM and knows one virus. */
export class Clamd {
  readonly #server: Server
  mood: Mood = 'well'
  /** Every file that was scanned. */
  readonly scanned: Buffer[] = []

  private constructor(server: Server) {
    this.#server = server
  }

  /** Listens on a port of its own, or at a path. */
  static async start(path?: string): Promise<Clamd> {
    const server = createServer()
    const clamd = new Clamd(server)
    server.on('connection', (socket) => {
      let heard: Buffer = Buffer.alloc(0)
      socket.on('error', () => {})
      socket.on('data', (bytes: Buffer) => {
        heard = Buffer.concat([heard, bytes])
        const file = streamIn(heard)
        if (file === null) return
        clamd.scanned.push(file)
        socket.end(clamd.mood === 'silent' ? '' : `${clamd.#answerTo(file)}\0`)
      })
    })
    server.listen(path ?? 0)
    await once(server, 'listening')
    return clamd
  }

  #answerTo(file: Buffer): string {
    if (this.mood === 'large') return 'INSTREAM size limit exceeded. ERROR'
    if (this.mood === 'odd') return 'stream: OK or so'
    return file.includes(EICAR) ? 'stream: Eicar-Test-Signature FOUND' : 'stream: OK'
  }

  get address(): string {
    const address = this.#server.address() as AddressInfo | string
    return typeof address === 'string' ? address : `localhost:${address.port}`
  }

  async close(): Promise<void> {
    this.#server.close()
    await once(this.#server, 'close')
  }
}

/** The file in what was sent, once its end is there: `zINSTREAM`, then pieces with their length, then one of none. */
const streamIn = (heard: Buffer): Buffer | null => {
  const command = Buffer.from('zINSTREAM\0')
  if (!heard.subarray(0, command.length).equals(command)) return null
  const pieces: Buffer[] = []
  for (let at = command.length; at + 4 <= heard.length; ) {
    const length = heard.readUInt32BE(at)
    if (length === 0) return Buffer.concat(pieces)
    pieces.push(heard.subarray(at + 4, at + 4 + length))
    at += 4 + length
  }
  return null
}
