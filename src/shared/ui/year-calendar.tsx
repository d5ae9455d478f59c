import { type Language, monthLong } from '#shared/language/index.ts'

/** full: all day; part: part of a day; late; allowed: leave, outlined; alert: not allowed; closed: holiday or study day. */
export type DayLook = 'full' | 'part' | 'late' | 'allowed' | 'alert' | 'closed'

export type DayMark = { readonly look: DayLook; readonly word: string }

export type YearCalendarProps = {
  language: Language
  /** First and last day of the school year, as `2026-08-01`. */
  from: string
  to: string
  /** What is marked, by day. */
  marks: ReadonlyMap<string, DayMark>
}

type Day = { date: string; number: number; weekday: number }

/**
 * A school year of one pupil: each month its school days (Monday to Friday), each mark a shape of its own with a legend
 * that counts. Screen readers hear only the marked days, as a list. A table with the same belongs one click away.
 */
export function YearCalendar({ language, from, to, marks }: YearCalendarProps) {
  const months = Map.groupBy(schoolDays(from, to), ({ date }) => date.slice(0, 7))
  return (
    <div>
      <div class="year">
        {[...months].map(([month, days]) => (
          <section key={month}>
            <h3>{monthLong(language, `${month}-01`)}</h3>
            <div class="month">
              {days.map((day, index) => (
                <DaySquare key={day.date} day={day} mark={marks.get(day.date)} first={index === 0} />
              ))}
            </div>
          </section>
        ))}
      </div>
      <Legend marks={marks} />
    </div>
  )
}

function DaySquare({ day, mark, first }: { day: Day; mark: DayMark | undefined; first: boolean }) {
  const place = first ? ` first-${day.weekday}` : ''
  if (!mark) return <span class={`day${place}`}>{day.number}</span>
  return (
    <span class={`day day-${mark.look}${place}`}>
      <span>
        {day.number}
        <span class="visually-hidden"> {mark.word}</span>
      </span>
    </span>
  )
}

function Legend({ marks }: { marks: ReadonlyMap<string, DayMark> }) {
  const kinds = Map.groupBy(marks.values(), ({ word }) => word)
  return (
    <ul class="legend">
      {[...kinds].map(([word, same]) => (
        <li key={word}>
          <span class={`day day-${same[0]?.look}`}>{same.length}</span>
          {word}
        </li>
      ))}
    </ul>
  )
}

function schoolDays(from: string, to: string): Day[] {
  const days: Day[] = []
  for (
    const at = new Date(`${from}T12:00:00Z`);
    at.toISOString().slice(0, 10) <= to;
    at.setUTCDate(at.getUTCDate() + 1)
  ) {
    const weekday = at.getUTCDay()
    if (weekday >= 1 && weekday <= 5)
      days.push({ date: at.toISOString().slice(0, 10), number: at.getUTCDate(), weekday })
  }
  return days
}
