import type { Visit } from '#shared/access/visit.ts'
import type { Me } from '#shared/identity/me.ts'
import { listOf, pick } from '#shared/language/index.ts'
import { conversationTexts } from '../texts.ts'
import { myRounds } from './queries.ts'

const stamp = (at: Date) => at.toISOString().replaceAll(/[-:]|\.\d{3}/g, '')
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

/** An appointment I come to, for a calendar (RFC 5545): the school and the teachers, no name of a child. */
export const calendarFile = async (visit: Visit<string, Me>, id: string): Promise<string | null> => {
  const { work, me, site, language } = visit
  for (const round of await myRounds(work, me))
    for (const { mine, teachers } of round.children) {
      if (mine?.booking?.id !== id) continue
      const t = pick(language, conversationTexts).family
      const who = listOf(language, teachers)
      return [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Schoolplein//NL',
        'BEGIN:VEVENT',
        `UID:${id}@${site.main}`,
        `DTSTAMP:${stamp(work.now)}`,
        `DTSTART:${stamp(mine.starts)}`,
        `DTEND:${stamp(mine.ends)}`,
        `SUMMARY:${escaped(`${round.title} (${site.name})`)}`,
        ...(who ? [`DESCRIPTION:${escaped(t.with(who))}`] : []),
        'END:VEVENT',
        'END:VCALENDAR',
        '',
      ]
        .map(folded)
        .join('\r\n')
    }
  return null
}
