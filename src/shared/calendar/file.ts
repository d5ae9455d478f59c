const stamp = (at: Date) => at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '')
const at = (when: Date | string) =>
  typeof when === 'string' ? `;VALUE=DATE:${when.replaceAll('-', '')}` : `:${stamp(when)}`
const escaped = (text: string) => text.replaceAll(/[\\;,]/g, '\\$&').replaceAll('\n', '\\n')

/** A line is at most 75 bytes; it goes on after a line end and a space (RFC 5545, 3.1). */
const folded = (line: string): string => {
  const parts: string[] = []
  let part = ''
  for (const letter of line) {
    if (Buffer.byteLength(part + letter) > (parts.length === 0 ? 75 : 74)) {
      parts.push(part)
      part = ''
    }
    part += letter
  }
  return [...parts, part].join('\r\n ')
}

export type CalendarEvent = {
  /** The same whenever the file is made again, so that a calendar moves the event and does not double it. */
  readonly id: string
  /** A moment, or a day (`YYYY-MM-DD`); the end is the first that is no longer in it. */
  readonly starts: Date | string
  readonly ends: Date | string
  readonly title: string
  readonly text?: string | undefined
  readonly where?: string | undefined
  readonly url?: string | undefined
}

/** Events for somebody's own calendar (RFC 5545). What goes out of the house names no child. */
export const calendarFile = (events: readonly CalendarEvent[], host: string, now: Date): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Schoolplein//NL',
    ...events.flatMap(({ id, starts, ends, title, text, where, url }) => [
      'BEGIN:VEVENT',
      `UID:${id}@${host}`,
      `DTSTAMP:${stamp(now)}`,
      `DTSTART${at(starts)}`,
      `DTEND${at(ends)}`,
      `SUMMARY:${escaped(title)}`,
      ...(text ? [`DESCRIPTION:${escaped(text)}`] : []),
      ...(where ? [`LOCATION:${escaped(where)}`] : []),
      ...(url ? [`URL:${url}`] : []),
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
    '',
  ]
    .map(folded)
    .join('\r\n')
