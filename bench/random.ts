/** A repeatable source of chance: the same seed gives the same numbers. Mulberry32; fine for tests, never for secrets. */
export function chance(seed: number) {
  let state = seed >>> 0
  /** A number from 0 up to and not including 1. */
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  /** A whole number from 0 up to and not including `below`. */
  const below = (limit: number): number => Math.floor(next() * limit)
  return { below, pick: <T>(items: readonly T[]): T => items[below(items.length)]! }
}

export type Chance = ReturnType<typeof chance>
