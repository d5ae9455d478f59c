const KEPT = 5_000

/**
 * A formatter of moments that tells no more than the minute, and remembers: the engine's own takes a microsecond or two,
 * and a page asks about the same few minutes row after row.
 */
export const perMinute = (format: (moment: Date) => string): ((moment: Date) => string) => {
  const known = new Map<number, string>()
  return (moment) => {
    const minute = Math.floor(moment.getTime() / 60_000)
    const before = known.get(minute)
    if (before !== undefined) return before
    if (known.size >= KEPT) known.clear()
    const text = format(moment)
    known.set(minute, text)
    return text
  }
}
