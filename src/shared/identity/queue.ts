/** Too many are waiting already. */
export class QueueFull extends Error {
  override readonly name = 'QueueFull'
}

/** Lets a few do something at once and a bounded number wait for it, in order; the next one is refused at once. */
export class Queue {
  readonly #atOnce: number
  readonly #places: number
  readonly #waiting: (() => void)[] = []
  #busy = 0

  constructor(atOnce: number, places: number) {
    this.#atOnce = atOnce
    this.#places = places
  }

  /** Runs `job` when its turn comes. Throws {@link QueueFull} without waiting when all places are taken. */
  async run<T>(job: () => Promise<T>): Promise<T> {
    await this.#turn()
    try {
      return await job()
    } finally {
      // The turn is handed on rather than given back, so that nobody who comes later passes those who wait.
      const next = this.#waiting.shift()
      if (next) next()
      else this.#busy--
    }
  }

  #turn(): Promise<void> | undefined {
    if (this.#busy < this.#atOnce) {
      this.#busy++
      return undefined
    }
    if (this.#waiting.length >= this.#places) throw new QueueFull('All places are taken')
    return new Promise((begin) => this.#waiting.push(begin))
  }
}
