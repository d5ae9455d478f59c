import { connect, type Socket } from 'node:net'

/** Where to send what: one request; with a form it is posted. */
export type Target = {
  readonly port: number
  readonly host: string
  readonly path: string
  readonly cookie?: string
  readonly form?: string
}

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

const requestOf = ({ host, port, path, cookie, form }: Target): Buffer => {
  const signed = cookie ? `Cookie: ${cookie}\r\n` : ''
  const head = `${form === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1\r\nHost: ${host}:${port}\r\n${signed}`
  if (form === undefined) return Buffer.from(`${head}\r\n`)
  const type = 'Content-Type: application/x-www-form-urlencoded'
  return Buffer.from(`${head}${type}\r\nContent-Length: ${Buffer.byteLength(form)}\r\n\r\n${form}`)
}

/** One connection that asks the next thing as soon as the answer is whole. */
class Asking {
  readonly #socket: Socket
  readonly #next: () => Buffer
  readonly #answered: (status: number, ms: number) => boolean
  #buffer: Buffer = Buffer.alloc(0)
  #sentAt = 0
  #ended = false

  constructor(port: number, next: () => Buffer, answered: (status: number, ms: number) => boolean, broken: () => void) {
    this.#next = next
    this.#answered = answered
    this.#socket = connect(port, '127.0.0.1', () => this.#ask())
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
    this.#socket.write(this.#next())
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
export const load = (targets: readonly Target[], connections: number, end: End): Promise<Round> => {
  const port = targets[0]!.port
  const requests = targets.map(requestOf)
  const next = (connection: number) => () => requests[connection % requests.length]!
  return ask({ port, next, connections, end, ok: [200] })
}

/** Sends each of these requests once, over so many connections, until the end or the last of them; 303 is right too. */
export const loadOnce = (targets: readonly Target[], connections: number, milliseconds: number): Promise<Round> => {
  let sent = 0
  const next = () => () => requestOf(targets[Math.min(sent++, targets.length - 1)]!)
  const end = { milliseconds, requests: targets.length - connections }
  return ask({ port: targets[0]!.port, next, connections, end, ok: [200, 303] })
}

type Load = {
  readonly port: number
  /** What a connection asks, one after the other. */
  readonly next: (connection: number) => () => Buffer
  readonly connections: number
  readonly end: Ends
  readonly ok: readonly number[]
}
type Ends = End | { readonly milliseconds: number; readonly requests: number }

const ask = ({ port, next, connections, end, ok }: Load): Promise<Round> =>
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
        port,
        next(count),
        (status, ms) => {
          times.push(ms)
          if (!ok.includes(status)) errors += 1
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
