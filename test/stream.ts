import type { Browser } from './front-door.ts'

/** An open stream of server-sent events: waits for what the server says, not for time to pass. */
export class Stream {
  readonly #reader: ReadableStreamDefaultReader<Uint8Array>
  readonly #decoder = new TextDecoder()
  #heard = ''

  private constructor(reader: ReadableStreamDefaultReader<Uint8Array>) {
    this.#reader = reader
  }

  /** Opens the stream that a page listens to. */
  static async of(browser: Browser, page: string): Promise<Stream & { address: string }> {
    const address = /data-live="([^"]+)"/.exec(await browser.text(page))![1]!.replaceAll('&amp;', '&')
    const response = await browser.get(address)
    if (response.status !== 200) throw new Error(`The stream answered ${response.status}`)
    return Object.assign(new Stream(response.body!.getReader()), { address })
  }

  /** Resolves when the server says this; throws when the stream ends before. */
  async hears(text: string): Promise<void> {
    while (!this.#heard.includes(text)) {
      const { done, value } = await this.#reader.read()
      if (done) throw new Error(`The stream ended after ${JSON.stringify(this.#heard)}`)
      this.#heard += this.#decoder.decode(value, { stream: true })
    }
    this.#heard = this.#heard.slice(this.#heard.indexOf(text) + text.length)
  }

  /** Resolves with what was said until the server closed the stream. */
  async end(): Promise<string> {
    for (;;) {
      const { done, value } = await this.#reader.read()
      if (done) return this.#heard
      this.#heard += this.#decoder.decode(value, { stream: true })
    }
  }

  close(): Promise<void> {
    return this.#reader.cancel()
  }
}
