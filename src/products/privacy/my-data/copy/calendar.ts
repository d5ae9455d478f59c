import type { Closure } from '#products/school/index.ts'
import { plusDays } from '#products/school/index.ts'
import { type CalendarEvent, calendarFile } from '#shared/calendar/file.ts'
import { capital, type Language } from '#shared/language/index.ts'
import type { ForPurpose } from '../overview.ts'
import type { Line } from '../reading.ts'

const DAY = /^\d{4}-\d{2}-\d{2}$/

type When = Pick<CalendarEvent, 'starts' | 'ends'>

const textIn = ({ told }: Line, column: string | undefined): string | null => {
  const value = told.find(({ name }) => name === column)?.value
  return typeof value === 'string' ? value : null
}

/** A day lasts until the next one begins (RFC 5545, 3.6.1); a moment without an end is one. */
const whenOf = (from: string, to: string | null): When =>
  DAY.test(from)
    ? { starts: from, ends: plusDays(to && DAY.test(to) ? to : from, 1) }
    : { starts: new Date(from), ends: new Date(to ?? from) }

type Gathered = {
  readonly held: readonly ForPurpose[]
  readonly closures: readonly Closure[]
  readonly language: Language
  readonly host: string
  readonly made: Date
}

/**
 * What of a copy has a date of its own, for any calendar (RFC 5545): rows whose declaration says so, and the days without
 * school. Nothing when there is none.
 */
export const calendarOf = ({ held, closures, language, host, made }: Gathered): string | null => {
  const events: CalendarEvent[] = held
    .flatMap(({ parts }) => parts)
    .flatMap(({ declaration, lines }) => {
      const { event, what, table } = declaration
      if (!event) return []
      return lines.flatMap((line) => {
        const from = textIn(line, event.from)
        return from
          ? [{ id: `${table}-${line.key}`, title: capital(what[language]), ...whenOf(from, textIn(line, event.to)) }]
          : []
      })
    })
  if (events.length === 0) return null
  const free = closures.map(({ name, from, to }) => ({ id: `free-${from}`, title: name, ...whenOf(from, to) }))
  return calendarFile([...events, ...free], host, made)
}
