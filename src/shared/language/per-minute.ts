const KEPT = 5_000

/** A formatter that remembers: the engine's own takes a microsecond or two, and a page asks about the same few row after row. */
const remembering = <When>(format: (when: When) => string, nameOf: (when: When) => string | number) => {
  const known = new Map<string | number, string>()
  return (when: When): string => {
    const name = nameOf(when)
    const before = known.get(name)
    if (before !== undefined) return before
    if (known.size >= KEPT) known.clear()
    const text = format(when)
    known.set(name, text)
    return text
  }
}

/** For moments, told to the minute. */
export const perMinute = (format: (moment: Date) => string) =>
  remembering(format, (moment: Date) => Math.floor(moment.getTime() / 60_000))

/** For days (`YYYY-MM-DD`). What is no day is refused anew each time it is asked. */
export const perDay = (format: (day: string) => string) => remembering(format, (day: string) => day)
