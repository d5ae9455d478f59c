import { createHash } from 'node:crypto'

/** A source of chance that gives the same answers for the same name, on every machine. */
export type Random = {
  /** From 0 up to, not including, 1. */
  number(): number
  /** A whole number from 0 up to, not including, `limit`. */
  below(limit: number): number
  chance(probability: number): boolean
  pick<T>(list: readonly T[]): T
  /** Picks by weight; weights need not add up to one. */
  weighted<T>(choices: readonly (readonly [T, number])[]): T
}

const digest = (name: string) => createHash('sha256').update(`schoolplein demo/${name}`).digest()

/** The id of a thing of the demo world: a UUID (version 8) made of its name, so the same at every start. */
export function demoId(name: string): string {
  const bytes = digest(name).subarray(0, 16)
  bytes[6] = (bytes[6]! & 0x0f) | 0x80
  bytes[8] = (bytes[8]! & 0x3f) | 0x80
  return bytes.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}

/** Every thing has its own source, so that a change to one family leaves the others as they were (sfc32). */
export function random(name: string): Random {
  const seed = digest(name)
  let [a, b, c, d] = [0, 4, 8, 12].map((offset) => seed.readInt32LE(offset)) as [number, number, number, number]

  const number = () => {
    const sum = (((a + b) | 0) + d) | 0
    d = (d + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (((c << 21) | (c >>> 11)) + sum) | 0
    return (sum >>> 0) / 2 ** 32
  }
  const below = (limit: number) => Math.floor(number() * limit)

  return {
    number,
    below,
    chance: (probability) => number() < probability,
    pick: (list) => list[below(list.length)]!,
    weighted(choices) {
      let left = number() * choices.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [choice, weight] of choices) {
        left -= weight
        if (left < 0) return choice
      }
      return choices[choices.length - 1]![0]
    },
  }
}
