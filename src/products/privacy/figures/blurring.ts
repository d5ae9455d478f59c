/** No figure tells of fewer people than this. */
export const AT_LEAST = 10

/** Figures are told in steps of this. */
export const STEP = 10

/** The most that chance adds or takes away. */
export const MOST_CHANCE = 16

/** How fast chance falls off: one person more or less makes an outcome at most e^½ times as likely (ε = ½ a figure). */
const FALL = Math.exp(-0.5)

const amounts = Array.from({ length: 2 * MOST_CHANCE + 1 }, (_, at) => at - MOST_CHANCE)
const weights = amounts.map((amount) => FALL ** Math.abs(amount))
const total = weights.reduce((sum, weight) => sum + weight, 0)

/** Each amount that chance may add, with how likely it is. */
export const chances: readonly (readonly [amount: number, likely: number])[] = amounts.map((amount, at) => [
  amount,
  weights[at]! / total,
])

/** What chance adds for a number from 0 to 1. */
const amountAt = (lot: number): number => {
  let left = lot
  for (const [amount, likely] of chances) {
    left -= likely
    if (left < 0) return amount
  }
  return MOST_CHANCE
}

/** What is told of a count after chance added an amount; nothing when it might be fewer than {@link AT_LEAST} people. */
export const told = (count: number, amount: number): number | null => {
  const blurred = count + amount
  return blurred >= AT_LEAST + MOST_CHANCE ? Math.round(blurred / STEP) * STEP : null
}

/** What is told of a count, by the lot that a keyed hash draws: the same lot for the same figure, so that asking again tells no more. */
export const blur = (count: number, hash: string): number | null =>
  told(count, amountAt(Number.parseInt(hash.slice(0, 12), 16) / 16 ** 12))
