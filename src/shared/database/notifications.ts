import { EventEmitter } from 'node:events'
import pg from 'pg'

const CHANNEL = 'schoolplein'
const AGAIN_MS = 1_000

type Listener = (topic: string) => void

/**
 * Hears what transactions told on commit (`work.notify`) and passes it on per organisation. One direct connection per
 * process, never through a transaction pooler; when it breaks it is made again, and listeners of `reconnected` query
 * anew, since what was told meanwhile is lost.
 */
export class Notifications {
  readonly #connection: pg.ClientConfig
  readonly #emitter = new EventEmitter().setMaxListeners(0)
  #client: pg.Client | undefined
  #closed = false

  constructor(connection: pg.ClientConfig) {
    this.#connection = connection
  }

  async start(): Promise<void> {
    const client = new pg.Client(this.#connection)
    client.on('notification', ({ payload }) => {
      const [organisation, topic] = JSON.parse(payload ?? '[]') as [string, string]
      this.#emitter.emit(organisation, topic)
      this.#emitter.emit('*', topic, organisation)
    })
    client.on('error', () => this.#again())
    client.on('end', () => this.#again())
    await client.connect()
    await client.query(`listen ${CHANNEL}`)
    this.#client = client
  }

  /** Topics of one organisation. Answers the function that stops listening. */
  on(organisation: string, listener: Listener): () => void {
    this.#emitter.on(organisation, listener)
    return () => this.#emitter.off(organisation, listener)
  }

  /** Topics of every organisation. */
  onAny(listener: (topic: string, organisation: string) => void): void {
    this.#emitter.on('*', listener)
  }

  /** The connection broke and is back: something may have been missed. Answers the function that stops listening. */
  onReconnected(listener: () => void): () => void {
    this.#emitter.on('reconnected', listener)
    return () => this.#emitter.off('reconnected', listener)
  }

  async close(): Promise<void> {
    this.#closed = true
    await this.#client?.end()
  }

  #again(): void {
    if (this.#closed || !this.#client) return
    this.#client.removeAllListeners().on('error', () => {})
    this.#client = undefined
    const retry = () => {
      if (this.#closed) return
      this.start().then(
        () => this.#emitter.emit('reconnected'),
        () => setTimeout(retry, AGAIN_MS).unref(),
      )
    }
    setTimeout(retry, AGAIN_MS).unref()
  }
}
