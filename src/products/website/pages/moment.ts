const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Europe/Amsterdam',
  dateStyle: 'short',
  timeStyle: 'short',
})

/** A day and a time of the clock in the Netherlands as a moment; nothing for what is none. An hour that is skipped in spring is the one after. */
export const momentOf = (day: string | undefined, time: string | undefined): Date | undefined => {
  if (!/^\d{4}-\d\d-\d\d$/.test(day ?? '') || !/^\d\d:\d\d$/.test(time ?? '')) return undefined
  const guess = Date.parse(`${day}T${time}:00Z`)
  if (Number.isNaN(guess)) return undefined
  const there = Date.parse(`${parts.format(guess).replace(' ', 'T')}:00Z`)
  return new Date(guess - (there - guess))
}
