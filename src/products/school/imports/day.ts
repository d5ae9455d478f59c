/** The day of an ISO 8601 date or time (xs:date, xs:dateTime); a time or time zone is left out. Refuses days that do not exist. */
export function parseDay(text: string): string | null {
  const day = /^(\d{4}-\d{2}-\d{2})(T[\d:.]+)?(Z|[+-]\d{2}:\d{2})?$/.exec(text)?.[1]
  if (day === undefined || day < '1900' || day > '2200') return null
  const date = new Date(`${day}T00:00:00Z`)
  return Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== day ? null : day
}
