import { createConnection } from 'node:net'
import { OperatorError } from '#shared/operator-error.ts'

/** What a scanner says of a file. `away`: it gave no answer that says something, so nobody knows. */
type Scanned = 'clean' | 'away' | { readonly found: string }
export type Scanner = (bytes: Uint8Array) => Promise<Scanned>

type Address = { readonly host: string; readonly port: number } | { readonly path: string }

/** A scanner that says nothing for so long is away; a package of 16 MB takes it some seconds. */
const SILENT = 30_000
const PIECE = 256 * 1024
const LONGEST_ANSWER = 1_024

const addressOf = (text: string): Address => {
  if (text.startsWith('/')) return { path: text }
  const [, bracketed, plain, port] = /^(?:\[([\da-f:]+)\]|([\w.-]+)):(\d{1,5})$/i.exec(text) ?? []
  if (port && Number(port) > 0 && Number(port) <= 65_535) return { host: (bracketed ?? plain)!, port: Number(port) }
  throw new OperatorError(`CLAMAV must be host:port or the path of clamd's socket, not "${text}".`)
}

/** One answer of clamd to what `write` sends; nothing where it gives none. */
const ask = (address: Address, write: (send: (bytes: Uint8Array) => void) => void): Promise<string | null> =>
  new Promise((resolve) => {
    const socket = createConnection(address)
    let answer = ''
    const end = (said: string | null) => {
      socket.destroy()
      resolve(said)
    }
    socket.setTimeout(SILENT, () => end(null))
    socket.on('error', () => end(null))
    socket.on('close', () => end(null))
    socket.on('data', (bytes) => {
      answer += bytes.toString('latin1')
      const whole = answer.indexOf('\0')
      if (whole >= 0) end(answer.slice(0, whole))
      else if (answer.length > LONGEST_ANSWER) end(null)
    })
    socket.on('connect', () => write((bytes) => socket.write(bytes)))
  })

const length = (bytes: number): Buffer => {
  const four = Buffer.alloc(4)
  four.writeUInt32BE(bytes)
  return four
}

/**
 * ClamAV's daemon as `CLAMAV` names it (`host:port`, or the path of its socket): each file goes there whole by INSTREAM,
 * before anything of ours reads it. Only `stream: OK` is clean; an error, another answer, silence and no connection are
 * `away`. Refuses an address that is none, in a sentence for the operator.
 */
export const clamav = (text: string): Scanner => {
  const address = addressOf(text)
  return async (bytes) => {
    const answer = await ask(address, (send) => {
      send(Buffer.from('zINSTREAM\0'))
      for (let at = 0; at < bytes.byteLength; at += PIECE) {
        const piece = bytes.subarray(at, at + PIECE)
        send(length(piece.byteLength))
        send(piece)
      }
      send(length(0))
    })
    if (answer === 'stream: OK') return 'clean'
    const found = /^stream: ([\w.()-]{1,200}) FOUND$/.exec(answer ?? '')?.[1]
    return found === undefined ? 'away' : { found }
  }
}

/** Whether a scanner answers; the operator is told at the start when it does not. */
export const isThere = async (scanner: Scanner): Promise<boolean> => (await scanner(Buffer.from('hello'))) !== 'away'
