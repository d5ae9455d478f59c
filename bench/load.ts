import { connect, type Socket } from 'node:net'

/** Where to send what: one request, the same each time. */
export type Target = { readonly port: number; readonly host: string; readonly path: string; readonly cookie?: string }

/** What came back in one round. Times in milliseconds. */
export type Round = {
  readonly requests: number
  readonly rps: number
  readonly p50: number
  readonly p99: number
  readonly errors: number
}

const HEAD_END = Buffer.from('\r\n\r\n')
const LENGTH = /\r\ncontent-length: (\d+)/i
const CHUNKS_END = Buffer.from('\r\n0\r\n\r\n')

const requestOf = ({ host, port, path, cookie }: Target): Buffer =>
  Buffer.from(`GET ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\n${cookie ? `Cookie: ${cookie}\r\n` : ''}\r\n`)

/** One connection that asks again as soon as the answer is whole. */
class Asking {
  readonly #socket: Socket
  readonly #request: Buffer
  readonly #answered: (status: number, ms: number) => boolean
  #buffer: Buffer = Buffer.alloc(0)
  #sentAt = 0
  #ended = false

  constructor(target: Target, answered: (status: number, ms: number) => boolean, broken: () => void) {
    this.#request = requestOf(target)
    this.#answered = answered
    this.#socket = connect(target.port, '127.0.0.1', () => this.#ask())
    this.#socket.setNoDelay(true)
    this.#socket.on('data', (chunk: Buffer) => this.#read(chunk))
    this.#socket.on('error', () => {})
    this.#socket.on('close', () => {
      if (!this.#ended) broken()
    })
  }

  end(): void {
    this.#ended = true
    this.#socket.destroy()
  }

  #ask(): void {
    this.#sentAt = performance.now()
    this.#socket.write(this.#request)
  }

  #read(chunk: Buffer): void {
    this.#buffer = this.#buffer.length === 0 ? chunk : Buffer.concat([this.#buffer, chunk])
    const head = this.#buffer.indexOf(HEAD_END)
    if (head < 0) return
    const text = this.#buffer.toString('latin1', 0, head)
    const length = LENGTH.exec(text)?.[1]
    const whole =
      length === undefined ? this.#buffer.includes(CHUNKS_END, head) : this.#buffer.length >= head + 4 + Number(length)
    if (!whole) return
    this.#buffer = Buffer.alloc(0)
    if (this.#answered(Number(text.slice(9, 12)), performance.now() - this.#sentAt)) this.#ask()
    else this.end()
  }
}

const at = (sorted: Float64Array, share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0

/** When to end: after so many milliseconds, after so many requests, or when something else has happened. */
export type End =
  | { readonly milliseconds: number }
  | { readonly requests: number }
  | { readonly until: Promise<unknown> }

/** Asks over so many connections, each one target of the list, until the end; an answer other than 200 is an error. */
export const load = (targets: readonly Target[], connections: number, end: End): Promise<Round> =>
  new Promise((resolve, reject) => {
    const times: number[] = []
    let errors = 0
    let over = false
    const stop = () => {
      over = true
    }
    if ('milliseconds' in end) setTimeout(stop, end.milliseconds)
    if ('until' in end) end.until.then(stop, reject)
    const most = 'requests' in end ? end.requests : Number.POSITIVE_INFINITY
    const began = performance.now()
    let open = connections
    const closed = () => {
      open -= 1
      if (open > 0) return
      const sorted = Float64Array.from(times).sort()
      const seconds = (performance.now() - began) / 1000
      resolve({
        requests: times.length,
        rps: times.length / seconds,
        p50: at(sorted, 0.5),
        p99: at(sorted, 0.99),
        errors,
      })
    }
    for (let count = 0; count < connections; count++) {
      new Asking(
        targets[count % targets.length]!,
        (status, ms) => {
          times.push(ms)
          if (status !== 200) errors += 1
          if (!over && times.length < most) return true
          closed()
          return false
        },
        () => {
          errors += 1
          closed()
        },
      )
    }
  })
