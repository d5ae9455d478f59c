/** Everything in a round begins and ends on a mark of five minutes: keys hold one row for each. */
export const MARK = 5

const MS = 60_000

/** The marks of a conversation: one for every five minutes of it. */
export const marksOf = ({ starts, ends }: { readonly starts: Date; readonly ends: Date }): Date[] => {
  const marks: Date[] = []
  for (let at = starts.getTime(); at < ends.getTime(); at += MARK * MS) marks.push(new Date(at))
  return marks
}

export type Span = { readonly starts: Date; readonly ends: Date }

/** The slots of one span of time, one after the other; where a break begins, the next slot follows after it. */
export const slotsIn = (span: Span, minutes: number, breaks: readonly Span[] = []): Span[] => {
  const slots: Span[] = []
  let at = span.starts.getTime()
  while (at + minutes * MS <= span.ends.getTime()) {
    const slot = { starts: new Date(at), ends: new Date(at + minutes * MS) }
    const pause = breaks.find(({ starts, ends }) => slot.starts < ends && starts < slot.ends)
    if (!pause) slots.push(slot)
    at = pause ? pause.ends.getTime() : slot.ends.getTime()
  }
  return slots
}
